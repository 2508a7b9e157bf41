/**
 * Why nothing came, as a code; a renderer puts it into words.
 * `offline`: this machine has no network, so that no source is to blame. `challenge`: a page that wants to see a
 * browser (`cf-mitigated`). `login-wall`: a page that wants a password. `consent-wall`: one that wants its cookies accepted first. `gone`: 410. `missing`: 404, or a page that says so.
 * `needs-script`: a page that is empty until a browser runs its scripts. `list-page`: a page of headlines and teasers.
 * `other-kind`: a picture, a PDF or another file that is neither page nor feed.
 */
export type Cause =
  | 'address'
  | 'private-address'
  | 'offline'
  | 'dns'
  | 'refused'
  | 'unreachable'
  | 'interrupted'
  | 'tls'
  | 'timeout'
  | 'too-large'
  | 'redirects'
  | 'challenge'
  | 'login-wall'
  | 'consent-wall'
  | 'paywall'
  | 'forbidden'
  | 'missing'
  | 'gone'
  | 'rate-limited'
  | 'server-error'
  | 'http-error'
  | 'not-a-feed'
  | 'needs-script'
  | 'list-page'
  | 'other-kind'
  | 'malformed'
  | 'empty'
  | 'too-slow';

/** What a server gave to ask by whether anything has changed, to be sent back byte for byte. */
export type Validators = { etag: string | null; lastModified: string | null };

/** What an answer says of when to ask again; moments in milliseconds since the epoch. */
export type Freshness = {
  /** From `Cache-Control` or `Expires`: it need not be asked for again before. */
  freshUntil: number | null;
  /** From `Retry-After`: it must not be asked for again before. */
  retryAt: number | null;
};

export type Answer = Freshness & {
  /** Where it came from in the end. */
  url: string;
  /** Where it has moved to for good, if each redirect from the first on said so up to there. */
  movedTo: string | null;
  status: number;
};

export type Outcome =
  | (Answer & {
      kind: 'fetched';
      body: Uint8Array;
      contentType: string | null;
      charset: string | null;
      /** Null where the body is not whole: the rest would never be sent again. */
      validators: Validators | null;
      /** The connection broke off within the body: what came is in it. */
      isCut: boolean;
    })
  | (Answer & { kind: 'unchanged'; validators: Validators | null })
  | (Partial<Answer> & {
      kind: 'failed';
      cause: Cause;
      /** The error's own code or message, for a log: without the address's secrets. */
      detail?: string;
    });
