import { createHash } from 'node:crypto';
import type { Feed } from '../feeds/feed.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import type { Outcome } from '../fetch/outcome.ts';
import { causeOfPage } from '../fetch/page-causes.ts';
import type { Parser } from '../parsing/parser.ts';
import { decode } from '../text/decoding.ts';
import { validatorsAt } from './after.ts';
import type { Attempt, SourceState } from './state.ts';

/**
 * Asks for a feed once: what came of it for `after`, and the feed where there is one. Never rejects.
 * @param now milliseconds since the epoch
 */
export async function pollFeed(
  state: SourceState,
  parts: { fetcher: Fetcher; parser: Parser },
  now: number,
): Promise<{ attempt: Attempt; feed: Feed | null; outcome: Outcome }> {
  const outcome = await parts.fetcher.get(state.url, { validators: validatorsAt(state, now) });
  if (outcome.kind === 'failed') {
    const { cause, retryAt = null } = outcome;
    return { attempt: { kind: 'failed', cause, retryAt }, feed: null, outcome };
  }
  if (outcome.kind === 'unchanged') return { attempt: outcome, feed: null, outcome };
  const { body, charset, url, movedTo, freshUntil, isCut } = outcome;
  const feed = await parts.parser.feed({ bytes: body, charset, url });
  if (!('items' in feed)) {
    const decoded = feed.reason === 'not-a-feed' ? decode(body, charset) : { reason: '' };
    const cause = 'text' in decoded ? causeOfPage(decoded.text, url) : feed.reason;
    return { attempt: { kind: 'failed', cause, retryAt: null }, feed: null, outcome };
  }
  const attempt: Attempt = {
    kind: 'fetched',
    // What was missing of a feed that was cut off must not be "unchanged" the next time.
    validators: isCut || feed.salvaged ? null : outcome.validators,
    movedTo,
    freshUntil,
    ttlMinutes: feed.ttlMinutes,
    published: feed.items.flatMap(({ publishedAt, updatedAt }) => {
      const moment = Date.parse(publishedAt ?? updatedAt ?? '');
      return Number.isNaN(moment) ? [] : [moment];
    }),
    fingerprint: fingerprintOf(feed),
  };
  return { attempt, feed, outcome };
}

/** A hash of the feed's items, independent of their order. */
function fingerprintOf({ items }: Feed): string {
  const named = items.map(({ id, url, title }) => JSON.stringify([id, url, title])).sort();
  return createHash('sha256').update(named.join('\n')).digest('base64url').slice(0, 16);
}
