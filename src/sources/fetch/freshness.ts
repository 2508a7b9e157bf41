import { feedDate } from '../feeds/feed-date.ts';
import type { Freshness } from './outcome.ts';

export type Headers = Record<string, string | string[] | undefined>;

/** A header's value; of several, the first. */
export function header(headers: Headers, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/**
 * When an answer says that it may be asked for again.
 * @param now milliseconds since the epoch: what relative times count from
 */
export function freshnessOf(headers: Headers, now: number): Freshness {
  return { freshUntil: freshUntil(headers, now), retryAt: retryAt(header(headers, 'retry-after'), now) };
}

function freshUntil(headers: Headers, now: number): number | null {
  const control = [headers['cache-control']].flat().join(',').toLowerCase();
  if (/\b(?:no-store|no-cache|must-revalidate\s*,\s*max-age=0)\b/.test(control)) return null;
  const seconds = /\bmax-age\s*=\s*"?(\d{1,10})/.exec(control)?.[1];
  if (seconds !== undefined) {
    const age = Math.min(Number(header(headers, 'age') ?? 0) || 0, Number(seconds));
    return seconds === '0' ? null : now + (Number(seconds) - age) * 1_000;
  }
  const expires = momentOf(header(headers, 'expires'));
  if (expires === null) return null;
  // Counted from the server's own clock, which may be wrong.
  const server = momentOf(header(headers, 'date')) ?? now;
  return expires > server ? now + expires - server : null;
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3). */
function retryAt(value: string | null, now: number): number | null {
  const text = value?.trim() ?? '';
  if (/^\d{1,10}(?:\.\d+)?$/.test(text)) return now + Math.ceil(Number(text)) * 1_000;
  const moment = momentOf(text);
  return moment !== null && moment > now ? moment : null;
}

function momentOf(value: string | null): number | null {
  const moment = feedDate(value);
  return moment === null ? null : Date.parse(moment);
}
