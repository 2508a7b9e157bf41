import { networkInterfaces } from 'node:os';
import { Agent, type Dispatcher, request } from 'undici';
import type { Clock } from '../../system/clock.ts';
import { readBody } from './body.ts';
import { causeOfError, causeOfStatus, isLoginAddress, maybeOffline } from './causes.ts';
import { freshnessOf, type Headers, header } from './freshness.ts';
import { guardedConnect, type IsAllowed, type Resolve, resolveBySystem } from './guarded-connect.ts';
import { refreshTarget } from './meta-refresh.ts';
import type { Outcome, Validators } from './outcome.ts';
import { isPublicAddress } from './private-addresses.ts';

/** Fetches politely and safely: see `createFetcher`. */
export type Fetcher = {
  /**
   * Fetches an address. Never rejects: what went wrong is an outcome with its cause.
   * @param options.validators what the server gave the last time
   * @param options.accept the value of `Accept`
   */
  get(address: string, options?: { validators?: Validators | null; accept?: string }): Promise<Outcome>;
  /** Ends all connections. */
  close(): Promise<void>;
};

export type FetcherOptions = {
  clock: Clock;
  /** Whether requests may go to this machine and to its networks. */
  allowPrivate?: boolean;
  /** In place of the rule that only the public internet is allowed. */
  isAllowed?: IsAllowed;
  resolve?: Resolve;
  /** Whether this machine has a network: asked where a failure may be its own. */
  isOnline?: () => boolean | Promise<boolean>;
  /** Milliseconds for one request with its redirects and its body. */
  timeout?: number;
  /** Bytes of a body, unpacked. */
  mostBytes?: number;
  userAgent?: string;
};

const mostRedirects = 5;
const mostRefreshes = 3;
const acceptFeeds =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.8, application/json;q=0.8, */*;q=0.5';

type Hop = { response: Dispatcher.ResponseData; url: URL; movedTo: string | null };
type Failure = Extract<Outcome, { kind: 'failed' }>;

/**
 * A fetcher that asks one thing at a time of a host; follows five redirects at most, http(s) only, and pages that only lead on; keeps no cookies;
 * connects to no private address unless that is allowed; reads 15 MB unpacked at most, and takes 20 s at most.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { clock, timeout = 20_000, mostBytes = 15_000_000, resolve = resolveBySystem } = options;
  const { userAgent = 'Communique/0.1 (feed reader)', isOnline = hasNetwork } = options;
  const isAllowed = options.isAllowed ?? (options.allowPrivate ? () => true : isPublicAddress);
  const queue = new HostQueue();
  const dispatcher = new Agent({
    connect: guardedConnect({ isAllowed, resolve, timeout: Math.min(timeout, 10_000) }),
    pipelining: 1,
    connections: 1,
    keepAliveTimeout: 4_000,
  });

  /** One request and its redirects; the last answer, its body not yet read. */
  const follow = async (
    start: URL,
    headers: Record<string, string>,
    signal: AbortSignal,
    // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one request reads best as one sequence of steps
  ): Promise<Hop | Failure> => {
    let url = start;
    let [movedTo, forGood] = [null as string | null, true];
    for (let hops = 0; ; hops++) {
      const own = new URL(url);
      // A name and password are for the host that they were given for.
      const basic = own.origin === start.origin && start.username !== '' ? basicOf(start) : null;
      own.username = own.password = own.hash = '';
      const response = await request(own, {
        dispatcher,
        signal,
        headers: { ...headers, ...(basic === null ? {} : { authorization: basic }) },
      });
      const location = [301, 302, 303, 307, 308].includes(response.statusCode)
        ? header(response.headers, 'location')
        : null;
      if (location === null) return { response, url: own, movedTo };
      await discard(response);
      const failed = { kind: 'failed', status: response.statusCode, url: own.href } as const;
      if (!URL.canParse(location, own.href) || hops === mostRedirects)
        return { ...failed, cause: 'redirects' };
      url = new URL(location, own.href);
      if (url.protocol !== 'http:' && url.protocol !== 'https:') return { ...failed, cause: 'redirects' };
      forGood &&= response.statusCode === 301 || response.statusCode === 308;
      if (forGood) movedTo = url.href;
    }
  };

  const fetchNow = async (start: URL, validators: Validators | null, accept: string): Promise<Outcome> => {
    const ending = new AbortController();
    const done = new AbortController();
    clock.sleep(timeout, done.signal).then(
      () => ending.abort(new DOMException('it took too long', 'TimeoutError')),
      () => {}, // it was done in time
    );
    try {
      const headers = {
        'user-agent': userAgent,
        accept,
        'accept-encoding': 'gzip, br, deflate',
        ...conditions(validators),
      };
      let outcome = await asked(start, headers, ending.signal, validators);
      // A page that only leads to another is a redirect too, though never one for good.
      for (let refreshes = 0; refreshes < mostRefreshes && outcome.kind === 'fetched'; refreshes++) {
        const target = refreshTarget(outcome.body, new URL(outcome.url));
        if (target === null) break;
        const next = await asked(target, headers, ending.signal, validators);
        outcome = next.kind === 'fetched' ? { ...next, movedTo: null } : next;
      }
      return outcome;
    } catch (error) {
      if (ending.signal.aborted) return { kind: 'failed', cause: 'timeout' };
      return { kind: 'failed', ...causeOfError(error) };
    } finally {
      done.abort();
    }
  };

  const asked = async (
    start: URL,
    headers: Record<string, string>,
    signal: AbortSignal,
    validators: Validators | null,
  ): Promise<Outcome> => {
    const hop = await follow(start, headers, signal);
    return 'kind' in hop ? hop : outcomeOf(hop, validators);
  };

  const outcomeOf = async ({ response, url, movedTo }: Hop, sent: Validators | null): Promise<Outcome> => {
    const { statusCode: status, body } = response;
    const received: Headers = response.headers;
    const answer = { url: url.href, movedTo, status, ...freshnessOf(received, clock.now()) };
    const isChallenge = /challenge/i.test(header(received, 'cf-mitigated') ?? '');
    if (status === 304 && sent !== null) {
      await discard(response);
      return { ...answer, kind: 'unchanged', validators: validatorsIn(received) };
    }
    if ((status !== 200 && status !== 203) || isChallenge) {
      await discard(response);
      return { ...answer, kind: 'failed', cause: causeOfStatus(status, isChallenge) };
    }
    const read = await readBody(body, header(received, 'content-encoding'), mostBytes);
    if (read.tooLarge) return { ...answer, kind: 'failed', cause: 'too-large' };
    if (read.cut && (read.bytes.length === 0 || isTimeout(read.cut)))
      return {
        ...answer,
        kind: 'failed',
        ...(isTimeout(read.cut) ? { cause: 'timeout' } : causeOfError(read.cut)),
      };
    const contentType = header(received, 'content-type');
    const isCut = read.cut !== undefined;
    return {
      ...answer,
      kind: 'fetched',
      // A page to log in at is where nothing has moved to.
      movedTo: movedTo !== null && isLoginAddress(movedTo) ? null : movedTo,
      body: read.bytes,
      contentType,
      charset: /charset\s*=\s*["']?([^\s;"']{1,40})/i.exec(contentType ?? '')?.[1] ?? null,
      validators: isCut ? null : validatorsIn(received),
      isCut,
    };
  };

  return {
    async get(address, { validators = null, accept = acceptFeeds } = {}) {
      if (!URL.canParse(address)) return { kind: 'failed', cause: 'address' };
      const url = new URL(address);
      if (url.protocol !== 'http:' && url.protocol !== 'https:') return { kind: 'failed', cause: 'address' };
      const outcome = await queue.run(url.host, () => fetchNow(url, validators, accept));
      if (outcome.kind === 'failed' && maybeOffline.has(outcome.cause) && !(await isOnline()))
        return { ...outcome, cause: 'offline' };
      return outcome;
    },
    close: () => dispatcher.destroy(),
  };
}

function conditions(validators: Validators | null): Record<string, string> {
  return {
    ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
    ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
  };
}

function validatorsIn(headers: Headers): Validators | null {
  const [etag, lastModified] = [header(headers, 'etag'), header(headers, 'last-modified')];
  return etag === null && lastModified === null ? null : { etag, lastModified };
}

function basicOf({ username, password }: URL): string {
  return `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`;
}

/** Reads the rest of a short body, so that the connection can be used again, or ends a long one. */
async function discard(response: Dispatcher.ResponseData): Promise<void> {
  await response.body.dump({ limit: 64 * 1024 }).catch(() => {}); // what is thrown away may also break off
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError');
}

/** Whether this machine has an address beyond itself. */
function hasNetwork(): boolean {
  return Object.values(networkInterfaces()).some(addresses => addresses?.some(({ internal }) => !internal));
}

/** Runs tasks one at a time per key, first come first served; different keys run in parallel. */
class HostQueue {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs the task when its turn comes; settles as the task does. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#last.set(key, mine);
    const leave = () => {
      if (this.#last.get(key) === mine) this.#last.delete(key);
    };
    mine.then(leave, leave);
    return mine;
  }
}
