import { createHash } from 'node:crypto';
import type { Source } from '../../library/sources/types.ts';
import type { Cause } from '../../sources/fetch/outcome.ts';
import { causeOfPage } from '../../sources/fetch/page-causes.ts';
import type { Parser } from '../../sources/parsing/parser.ts';
import { after, validatorsAt } from '../../sources/polling/after.ts';
import { pollFeed } from '../../sources/polling/poll.ts';
import type { Attempt, SourceState } from '../../sources/polling/state.ts';
import { decode } from '../../sources/text/decoding.ts';
import { pageText } from '../../sources/text/page-text.ts';
import { readArticle, storeReading } from '../store-article.ts';
import { pollingState, storedPolling } from './polling-state.ts';
import { articleId, type Taken, type TakingParts, takeItems } from './take-items.ts';

export type PollParts = TakingParts & { parser: Parser };

/** What came of asking a source once. */
export type PollReport = Taken & {
  outcome: 'fetched' | 'unchanged' | 'failed';
  cause: Cause | null;
  dueAt: number;
};

const nothing: Taken = { added: 0, edited: 0, problems: [] };

/**
 * Asks a feed or page once, stores what is new in it, and then the state by which it is asked the next time: what
 * a crash interrupts is done again.
 */
export async function pollSource(source: Source, now: number, parts: PollParts): Promise<PollReport> {
  const state = pollingState(source);
  const { attempt, taken } =
    source.kind === 'page'
      ? await askPage(source, state, now, parts)
      : await askFeed(source, state, now, parts);
  // Interrupted: the next start asks again.
  if (taken === null) return { ...nothing, ...figuresOf(attempt), dueAt: state.dueAt };
  const next = after(state, attempt, now, String(source.id));
  await parts.library.sources.setPolling(source.id, storedPolling(next.state));
  if (next.events.length > 0)
    await parts.library.sources.addEvents(
      source.id,
      next.events.map(kind => ({ kind, cause: next.state.cause })),
      now,
    );
  return { ...taken, ...figuresOf(attempt), dueAt: next.state.dueAt };
}

function figuresOf(attempt: Attempt): Pick<PollReport, 'outcome' | 'cause'> {
  return attempt.kind === 'failed'
    ? { outcome: 'failed', cause: attempt.cause }
    : { outcome: attempt.kind, cause: null };
}

type Asked = { attempt: Attempt; taken: Taken | null };

async function askFeed(source: Source, state: SourceState, now: number, parts: PollParts): Promise<Asked> {
  const { attempt, feed } = await pollFeed(state, parts, now);
  if (!feed) return { attempt, taken: nothing };
  const named = await describe(source, state, feed, parts);
  const { isWhole, ...taken } = await takeItems(named, feed.items, now, parts);
  return { attempt, taken: isWhole ? taken : null };
}

/** What a source says of itself the first time, as far as its owner has not said otherwise. */
async function describe(
  source: Source,
  state: SourceState,
  feed: { title: string | null; home: string | null; language: string | null },
  { library }: PollParts,
): Promise<Source> {
  if (state.lastSuccessAt !== null) return source;
  const changes = {
    ...(source.renamed || !feed.title ? {} : { name: feed.title }),
    ...(source.home === null && feed.home ? { home: feed.home } : {}),
    ...(source.language === null && feed.language ? { language: feed.language } : {}),
  };
  if (Object.keys(changes).length > 0) await library.sources.change(source.id, changes);
  return { ...source, ...changes };
}

const pageKey = 'page';

/** A page is one article, which is read again when the page says something else. */
async function askPage(source: Source, state: SourceState, now: number, parts: PollParts): Promise<Asked> {
  const outcome = await parts.fetcher.get(state.url, {
    validators: validatorsAt(state, now),
    accept: 'text/html, application/xhtml+xml;q=0.9, text/plain;q=0.8, */*;q=0.5',
  });
  if (outcome.kind === 'unchanged') return { attempt: outcome, taken: nothing };
  const failed = (cause: Cause, reason: string): Asked => ({
    attempt: { kind: 'failed', cause, retryAt: null },
    taken: { ...nothing, problems: [{ title: source.name, reason }] },
  });
  if (outcome.kind === 'failed') {
    const { cause, retryAt = null } = outcome;
    return { attempt: { kind: 'failed', cause, retryAt }, taken: nothing };
  }
  const decoded = decode(outcome.body, outcome.charset);
  if (!('text' in decoded)) return failed('malformed', decoded.reason);
  const cause = causeOfPage(decoded.text, outcome.url);
  if (cause !== 'not-a-feed') return failed(cause, '');
  const id = articleId(source, pageKey);
  const read = await readArticle(
    { id, ...pageText(decoded.text, outcome.contentType), url: outcome.url, source: source.name },
    parts.readers,
    now,
  );
  if ('refused' in read) return failed('empty', read.refused.reason);
  const { reading } = read;
  const fingerprint = createHash('sha256').update(reading.text).digest('base64url').slice(0, 16);
  const attempt: Attempt = {
    kind: 'fetched',
    validators: outcome.validators,
    movedTo: outcome.movedTo,
    freshUntil: outcome.freshUntil,
    ttlMinutes: null,
    published: [],
    fingerprint,
  };
  if (fingerprint === state.fingerprint) return { attempt, taken: nothing };
  const stored = await storeReading(parts.library, reading, { now, archive: source.archive });
  const problem = stored.outcome === 'refused' ? stored.reason : null;
  const article = stored.outcome === 'refused' ? null : stored.id;
  const row = { key: pageKey, guid: null, url: outcome.url, title: reading.title, hash: fingerprint };
  await parts.library.sources.keepItems(source.id, [{ ...row, article, problem, teaser: false }], now);
  const counts = {
    added: Number(stored.outcome === 'loaded'),
    edited: Number(stored.outcome === 'edited'),
    problems: problem === null ? [] : [{ title: reading.title, reason: problem }],
  };
  return { attempt, taken: counts };
}
