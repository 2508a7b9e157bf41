import type { Database } from '../../database/database.ts';
import type { Reading } from '../../reading/model/reading.ts';
import { foldedWords, oneLine } from '../text/fold.ts';
import { inputOf, sentencesOf } from '../text/sentences.ts';
import type { Withdrawal } from './types.ts';

/** So many rows are kept: far more than are written between two looks of the bot. */
const kept = 20_000;
/** What was sent in the last days shows newer articles than these. */
const keptOfDecision = 2_000;
/** A sentence takes the place of another if they share at least this part of their words (Jaccard). */
const minShared = 0.4;
/** A quote of fewer words may be said by anyone. */
const minQuoteWords = 3;

/** Records what an article no longer says, within a transaction of the caller. */
export function createWithdrawalStore(database: Database) {
  const insert = database.prepare(
    'insert into withdrawals (article, passage, replacement, url) values (?, ?, ?, ?)',
  );
  const trim = database.prepare(
    `delete from withdrawals where seq <= (select max(seq) from withdrawals) - ${kept}`,
  );
  const record = (rows: Omit<Withdrawal, 'seq'>[]) => {
    for (const { article, passage, replacement, url } of rows) insert.run(article, passage, replacement, url);
    if (rows.length > 0) trim.run();
  };
  return {
    /** The article was replaced: passages that its new text doesn't have. */
    replaced(before: Reading, after: Reading): void {
      if (oneLine(inputOf(before)) === oneLine(inputOf(after)) && before.title === after.title) return;
      record(changesOf(before, after));
    },
    /** A quote was retracted, though the article has it still. */
    retracted(article: string, passage: string): void {
      record([{ article, passage, replacement: null, url: null }]);
    },
    /** People were joined or split by hand: whom these articles name is another now. The newest come last. */
    decided(articles: readonly string[]): void {
      const newest = articles.slice(-keptOfDecision);
      record(newest.map(article => ({ article, passage: '', replacement: null, url: null })));
    },
    /** The article was removed: all that it said, its title and its address. */
    removed(reading: Reading): void {
      const url = reading.url ?? null;
      record(
        passagesOf(reading).map(({ passage }) => ({ article: reading.id, passage, replacement: null, url })),
      );
    },
  };
}

/** Looks up what was recorded. */
export function createWithdrawals(database: Database) {
  const after = database.prepare(
    'select seq, article, passage, replacement, url from withdrawals where seq > ? order by seq limit ?',
  );
  const newest = database.prepare('select coalesce(max(seq), 0) from withdrawals').pluck();
  const unrecorded = database
    .prepare(
      `select exists (select 1 from json_each(?) where value not in (select article from withdrawals))`,
    )
    .pluck();
  return {
    withdrawals: async (seq: number, limit: number) => after.all(seq, limit) as Withdrawal[],
    newestWithdrawal: async () => newest.get() as number,
    areWithdrawn: async (articles: readonly string[]) => unrecorded.get(JSON.stringify(articles)) === 0,
  };
}

type Passage = { kind: 'title' | 'sentence' | 'quote'; passage: string };

/** What an answer or a digest may have shown of an article, longest first: a quote is part of a sentence. */
function passagesOf(reading: Reading): Passage[] {
  const quotes = reading.quotes
    .map(({ text }) => oneLine(text))
    .filter(text => foldedWords(text).length >= minQuoteWords);
  return [
    ...(reading.title === null ? [] : [{ kind: 'title' as const, passage: oneLine(reading.title) }]),
    ...sentencesOf(reading).map(({ text }) => ({ kind: 'sentence' as const, passage: oneLine(text) })),
    ...quotes.map(passage => ({ kind: 'quote' as const, passage })),
  ].sort((a, b) => b.passage.length - a.passage.length);
}

function changesOf(before: Reading, after: Reading): Omit<Withdrawal, 'seq'>[] {
  const now = oneLine(
    `${after.title ?? ''} ${sentencesOf(after)
      .map(({ text }) => text)
      .join(' ')} ${inputOf(after)}`,
  );
  const former = oneLine(`${before.title ?? ''} ${inputOf(before)}`);
  const fresh = sentencesOf(after)
    .map(({ text }) => oneLine(text))
    .filter(text => !former.includes(text))
    .map(text => ({ text, words: new Set(foldedWords(text)) }));
  return passagesOf(before)
    .filter(({ passage }) => !now.includes(passage))
    .map(({ kind, passage }) => ({
      article: before.id,
      passage,
      replacement: kind === 'title' ? after.title : kind === 'quote' ? null : nearest(passage, fresh),
      url: null,
    }));
}

/** The new sentence that says most of the same words, if any says enough of them. */
function nearest(passage: string, fresh: { text: string; words: Set<string> }[]): string | null {
  const words = new Set(foldedWords(passage));
  let best: { text: string; shared: number } | null = null;
  for (const { text, words: others } of fresh) {
    const common = [...words].filter(word => others.has(word)).length;
    const shared = common / (words.size + others.size - common || 1);
    if (shared >= minShared && shared > (best?.shared ?? 0)) best = { text, shared };
  }
  return best?.text ?? null;
}
