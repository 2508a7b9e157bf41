export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Nothing is asked for more or less often than this, unless it fails for long. */
export const shortest = 10 * minute;
export const longest = day;

/** Where nothing is known of how often there is something new. */
const unknown = hour;
/** The publishing frequency is estimated from this many of the newest items. */
const mostGaps = 20;

/**
 * The usual time between two items, and how far the list reaches back, in milliseconds; null where too few items
 * have days. Days in the future count for nothing: a feed that announces what is to come is not fresher for it.
 */
export function rhythmOf(
  published: number[],
  now: number,
): { newestAt: number | null; gap: number | null; reach: number | null } {
  // Several at one moment are one publication.
  const past = [...new Set(published)].filter(moment => moment <= now).sort((a, b) => b - a);
  const newestAt = past[0] ?? null;
  const gaps = past
    .slice(0, mostGaps)
    .flatMap((moment, at) => (past[at + 1] === undefined ? [] : [moment - past[at + 1]!]));
  gaps.sort((a, b) => a - b);
  const reach = past.length < 2 ? null : past[0]! - past.at(-1)!;
  return { newestAt, gap: gaps[gaps.length >> 1] ?? null, reach };
}

/**
 * How long to wait after a success, in milliseconds, from 10 minutes to 24 hours: half the usual time between two
 * items, longer where nothing has come for long, longer where the server or the feed asks for it, but never so long
 * that items could pass by unseen.
 * @param asked what the server and the feed ask for, milliseconds; 0 for nothing
 */
export function intervalAfterSuccess(
  known: { newestAt: number | null; gap: number | null; reach: number | null; changedAt: number | null },
  asked: number,
  now: number,
): number {
  const { newestAt, gap, reach, changedAt } = known;
  const usual = gap === null ? unknown : gap / 2;
  // Of a feed without days it is only known for how long it has been the same.
  const silence = newestAt === null ? (now - (changedAt ?? now)) / 4 : (now - newestAt) / 10;
  const wanted = Math.max(usual, silence);
  // A list of the last hours' items is asked for in time, whatever it says of itself.
  const bound = reach === null || reach === 0 ? longest : Math.max(shortest, reach / 2);
  return clamp(Math.max(wanted, Math.min(asked, bound)), shortest, longest);
}

/** How long to wait after a failure: twice as long each time up to a day; a week once it has failed for a month. */
export function intervalAfterFailure(failures: number, failingFor: number): number {
  if (failingFor >= 30 * day) return 7 * day;
  return clamp(2 * shortest * 2 ** Math.min(failures - 1, 10), shortest, longest);
}

/**
 * Spreads sources over time, the same way each time for the same seed: up to a tenth longer, and shorter where it
 * would be longer than `most`.
 */
export function withJitter(interval: number, seed: string, most: number): number {
  const share = hashOf(seed) / 2 ** 32;
  return Math.round(
    interval * 1.1 <= most ? interval * (1 + share / 10) : Math.min(interval, most) * (1 - share / 10),
  );
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  // The last characters must reach the high bits too.
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}

/** The value, or the nearer of the two bounds if it is outside. */
export function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
