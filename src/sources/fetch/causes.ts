import type { Cause } from './outcome.ts';

/** What the codes of Node, OpenSSL and undici mean; TLS errors are recognised by their prefixes. */
const causes: Record<string, Cause> = {
  PRIVATE_ADDRESS: 'private-address',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  ECONNREFUSED: 'refused',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  ABORT_ERR: 'timeout',
  UND_ERR_ABORTED: 'timeout',
  UND_ERR_HEADERS_OVERFLOW: 'http-error',
  HPE_HEADER_OVERFLOW: 'http-error',
  EPROTO: 'tls',
};

const tls =
  /^(?:ERR_TLS|ERR_SSL|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|PATH_LENGTH)/;

/** Failures that also come when this machine has no network. */
export const maybeOffline: ReadonlySet<Cause> = new Set<Cause>(['dns', 'unreachable', 'timeout']);

/** What an error of the network or of HTTP means, and its code. */
export function causeOfError(error: unknown): { cause: Cause; detail: string } {
  const code = codeOf(error);
  if (code === undefined) return { cause: 'interrupted', detail: 'no code' };
  if (tls.test(code)) return { cause: 'tls', detail: code };
  if (code.startsWith('HPE_')) return { cause: causes[code] ?? 'http-error', detail: code };
  return { cause: causes[code] ?? 'interrupted', detail: code };
}

/** The code of an error, of its cause, or of the first of several tries. */
function codeOf(error: unknown): string | undefined {
  let next = error as { code?: unknown; name?: string; cause?: unknown; errors?: unknown[] } | undefined;
  for (let depth = 0; next && depth < 5; depth++) {
    const inner = next.errors?.[0] ?? next.cause;
    if (typeof next.code === 'string' && !(next.code === 'UND_ERR_SOCKET' && inner)) return next.code;
    // undici gives what its parser can't read no code.
    if (next.name === 'HTTPParserError') return 'HPE_UNKNOWN';
    if (next.name === 'AbortError' || next.name === 'TimeoutError') return 'ABORT_ERR';
    next = inner as typeof next;
  }
  return undefined;
}

/** What a status without a body to read means. */
export function causeOfStatus(status: number, isChallenge: boolean): Cause {
  if (isChallenge) return 'challenge';
  if (status === 401 || status === 407) return 'login-wall';
  if (status === 402) return 'paywall';
  if (status === 403 || status === 451) return 'forbidden';
  if (status === 404) return 'missing';
  if (status === 410) return 'gone';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'server-error' : 'http-error';
}

/** How files begin that are neither text nor a page: PDF, archives and what is packed as one, pictures, sound, films. */
const otherKinds =
  /^(?:%PDF-|PK\x03\x04|Rar!|7z\xbc\xaf|\x89PNG|GIF8[79]a|\xff\xd8\xff|RIFF|ID3|OggS|\xd0\xcf\x11\xe0|[\s\S]{4}ftyp)/;

/** Whether an answer is a file that is neither page nor feed, by its type and by how it begins. */
export function isOtherKind(contentType: string | null, body: Uint8Array): boolean {
  if (otherKinds.test(Buffer.from(body.subarray(0, 12)).toString('latin1'))) return true;
  // What is called a picture may still be a feed: servers give any type to files that they don't know.
  const isNamedOtherwise = /^\s*(?:image\/(?!svg)|audio|video|font|application\/(?:pdf|zip))/i.test(
    contentType ?? '',
  );
  return isNamedOtherwise && !/^\s*[<{]/.test(Buffer.from(body.subarray(0, 200)).toString('latin1'));
}

const loginPart =
  /^(?:log-?in|sign-?in|signon|auth|authenticate|authorize|sso|oauth2?|session|wp-login\.php|account(?:s)?|consent|captcha|challenge)$/i;

/** Whether an address is one of a page that wants a password, a consent or a proof. */
export function isLoginAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname, pathname } = new URL(address);
  const parts = pathname.split('/').filter(part => part !== '');
  return (
    parts.some(part => loginPart.test(part)) ||
    /^(?:login|signin|sso|auth|accounts?|consent)\./i.test(hostname)
  );
}
