import { subscriptionButton } from './button-actions.ts';

/** Telegram passes on payloads of at most this many of `A-Za-z0-9_-`. */
const maxPayload = 64;

/** An address that opens the private chat with the bot at something. */
export function deepLink(username: string, payload: string): string {
  return `https://t.me/${username}?start=${payload}`;
}

/**
 * The payload of a link that leads, in private, to what a button with this data is for; null where there is
 * nothing to lead to. `keep` gives the key under which a long query is stored. A link has no effect by itself: to a subscription's button belongs a link to its settings.
 */
export function payloadOf(data: string, keep: (query: string) => string): string | null {
  const subscription = subscriptionButton(data);
  if (subscription) return `m${subscription.id}`;
  if (/^c\|f\./.test(data)) return 'privacy';
  const [, act, window] = /^c\|d\.(more|why|open|close)\.([0-9a-z.]{1,60})$/.exec(data) ?? [];
  if (act !== undefined && window !== undefined) return `d${act[0]}-${window.replaceAll('.', '_')}`;
  const [, page, question] = /^[at]\|(\d{1,6})\|(.+)$/s.exec(data) ?? [];
  if (page === undefined || question === undefined) return null;
  const [, key] = /^~([0-9a-f]{16})$/.exec(question) ?? [];
  if (key !== undefined) return `q${key}-${page}`;
  const whole = `a${page}-${Buffer.from(question).toString('base64url')}`;
  return whole.length <= maxPayload ? whole : `q${keep(question)}-${page}`;
}

/** What the buttons under a digest do; a link names each by its first letter. */
const digestActs = ['more', 'why', 'open', 'close'];

/** The inverse: the data of the button that a payload encodes; null for other payloads. */
export function dataOf(payload: string): string | null {
  const [, id] = /^m(\d{1,15})$/.exec(payload) ?? [];
  if (id !== undefined) return Number(id) === 0 ? 'c|s.list.0' : `c|s.open.${id}`;
  const [, act, window] = /^d([mwoc])-([0-9a-z_]{1,60})$/.exec(payload) ?? [];
  if (act !== undefined && window !== undefined)
    return `c|d.${digestActs.find(name => name.startsWith(act))}.${window.replaceAll('_', '.')}`;
  // Links from before pages were named have none.
  const [, key, kept = '1'] = /^q([0-9a-f]{16})(?:-(\d{1,6}))?$/.exec(payload) ?? [];
  if (key !== undefined) return `a|${kept}|~${key}`;
  const [, page, question] = /^a(\d{1,6})-([\w-]{1,64})$/.exec(payload) ?? [];
  if (page === undefined || question === undefined) return null;
  return `a|${page}|${Buffer.from(question, 'base64url').toString()}`;
}
