import type { Cause } from '../fetch/outcome.ts';
import { day, hour, withJitter } from './interval.ts';

/** How long to wait after each failure, in milliseconds: after the last of them the page is given up. */
const waits = [hour, 4 * hour, 12 * hour, day, 3 * day];
/** A `Retry-After` beyond this is taken for a mistake. */
const longestRetry = 7 * day;

/** After these causes the page would be the same the next time. */
const lasting: ReadonlySet<Cause> = new Set<Cause>([
  'address',
  'private-address',
  'too-large',
  'redirects',
  'login-wall',
  'consent-wall',
  'paywall',
  'gone',
  'needs-script',
]);

/** Why a page could not be had, and when the server wants to be asked again. */
export type PageFailure = { cause: Cause; retryAt: number | null };

/** How many times a page could not be fetched, and when it is fetched again. */
export type NextTry = { tries: number; dueAt: number };

/**
 * When the page of an article is fetched again after a failure; null if it isn't. A failure while this machine was
 * offline doesn't count. Moments are milliseconds since the epoch. Pure.
 * @param tries how many times it could not be fetched before
 * @param seed what spreads the pages that failed at one moment over time, such as the item's key
 */
export function nextPageTry(
  { cause, retryAt }: PageFailure,
  tries: number,
  now: number,
  seed: string,
): NextTry | null {
  if (cause === 'offline') return { tries, dueAt: now + hour };
  const wait = waits[tries];
  if (wait === undefined || lasting.has(cause)) return null;
  const asked = retryAt === null ? 0 : Math.min(retryAt - now, longestRetry);
  return { tries: tries + 1, dueAt: now + withJitter(Math.max(wait, asked), seed, Number.POSITIVE_INFINITY) };
}
