import type { Cause } from './outcome.ts';

/**
 * What the owner can do when nothing came from an address, as a code; a renderer puts it into words.
 * `whole`: write the address in full. `browser`: look it up in a browser. `file`: send the saved page. `feed`, `article`:
 * send the address of one. `apart`: send the articles one by one. `other`: send another kind of file. `another`: another
 * feed of the site.
 */
type Advice =
  | 'whole'
  | 'network'
  | 'browser'
  | 'later'
  | 'file'
  | 'feed'
  | 'article'
  | 'apart'
  | 'other'
  | 'another';

const advice: Record<Cause, Advice | null> = {
  address: 'whole',
  // The cause names the setting.
  'private-address': null,
  offline: 'network',
  dns: 'browser',
  missing: 'browser',
  gone: 'browser',
  redirects: 'browser',
  refused: 'later',
  unreachable: 'later',
  interrupted: 'later',
  timeout: 'later',
  tls: 'later',
  'rate-limited': 'later',
  'server-error': 'later',
  'http-error': 'later',
  empty: 'later',
  challenge: 'file',
  'login-wall': 'file',
  'consent-wall': 'file',
  paywall: 'file',
  forbidden: 'file',
  'needs-script': 'feed',
  'not-a-feed': 'feed',
  'list-page': 'article',
  'too-large': 'apart',
  'too-slow': 'apart',
  'other-kind': 'other',
  malformed: 'another',
};

/** The message with what to do about a cause; null where the cause says it itself. */
export function adviceKey(cause: Cause): string | null {
  return advice[cause] && `advice-${advice[cause]}`;
}
