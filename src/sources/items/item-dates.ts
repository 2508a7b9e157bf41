import type { FeedItem } from '../feeds/feed.ts';

const hour = 3_600_000;

/** A wrong zone moves a moment by less than this. */
const zoneError = 26 * hour;

/**
 * When an item was published and changed, ISO 8601. A moment that is still to come by a zone's error is taken for
 * now; one further off, the first of 1970 and one that is missing count as not given. A change before or with the
 * publication is none.
 * @param now milliseconds since the epoch
 */
export function itemDates(
  { publishedAt, updatedAt }: Pick<FeedItem, 'publishedAt' | 'updatedAt'>,
  now: number,
): { publishedAt: string | null; updatedAt: string | null } {
  const published = believable(publishedAt, now) ?? believable(updatedAt, now);
  const updated = believable(updatedAt, now);
  const isLater = updated !== null && published !== null && Date.parse(updated) > Date.parse(published);
  return { publishedAt: published, updatedAt: isLater ? updated : null };
}

function believable(given: string | null, now: number): string | null {
  const moment = Date.parse(given ?? '');
  if (given === null || Number.isNaN(moment) || given.startsWith('1970-01-01')) return null;
  if (moment <= now) return given;
  return moment - now <= zoneError ? `${new Date(now).toISOString().slice(0, 19)}Z` : null;
}
