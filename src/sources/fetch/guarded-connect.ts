import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';

type Resolved = { address: string; family: number };

/** The addresses of a host, as the machine's own resolver gives them; rejects as `dns.lookup` does. */
export type Resolve = (host: string) => Promise<Resolved[]>;

/** Whether a request may go to an IP address and port. */
export type IsAllowed = (address: string, port: number) => boolean;

/** A host has no address that requests may go to. */
class PrivateAddressError extends Error {
  readonly code = 'PRIVATE_ADDRESS';
  constructor() {
    super('the address is not one of the public internet');
  }
}

/** Asks the resolver of the machine. */
export const resolveBySystem: Resolve = host => lookup(host, { all: true });

/**
 * Connects only where that is allowed. Hosts that are literals are checked before (undici asks no resolver for
 * them), names after they are resolved, and the socket's remote address again once connected, so
 * that the address checked is the one used.
 */
export function guardedConnect(options: {
  isAllowed: IsAllowed;
  resolve: Resolve;
  /** Milliseconds. */
  timeout: number;
}): buildConnector.connector {
  const { isAllowed, resolve, timeout } = options;
  return (target, callback) => {
    const host = target.hostname.replace(/^\[|\]$/g, '');
    const port = Number(target.port) || (target.protocol === 'https:' ? 443 : 80);
    const refuse = () => callback(new PrivateAddressError(), null);
    if (isIP(host) !== 0 && !isAllowed(host, port)) return refuse();

    const guardedLookup: LookupFunction = (name, { all }, done) => {
      resolve(name).then(
        found => {
          const allowed = found.filter(({ address }) => isAllowed(address, port));
          if (allowed.length === 0) done(new PrivateAddressError(), '', 0);
          else if (all) done(null, allowed);
          else done(null, allowed[0]!.address, allowed[0]!.family);
        },
        error => done(error, '', 0),
      );
    };
    const connect = buildConnector({ timeout, allowH2: false, lookup: guardedLookup });
    connect(target, (...[error, socket]: Parameters<buildConnector.Callback>) => {
      if (error || !socket) return callback(error ?? new Error('no connection'), null);
      if (isAllowed(socket.remoteAddress ?? '', port)) return callback(null, socket);
      socket.destroy();
      refuse();
    });
  };
}
