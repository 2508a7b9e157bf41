import type { Database } from '../../database/database.ts';
import { memoize } from '../../system/memoize.ts';
import { countLimit, limitedTotal } from '../model/counting.ts';
import { type ArticleRow, articleColumns, createRows, evidenceOf } from '../model/rows.ts';
import { storedQuote } from '../model/stored-json.ts';
import type { PersonRef, Quote, Range, Slice } from '../model/types.ts';
import type { Match } from '../search/search-words.ts';

type QuoteRow = ArticleRow & { json: string; person: number | null };

/** Of quotes with a word only this many of the newest are looked at. */
const mostHits = 500;
/** With as many hits for the words as they are, the last one is not taken for the beginning of another. */
const enough = 50;
/** Only so many of a person's newest quotes are searched for words. */
const mostSearched = 2000;
/** More words than this make no search more precise. */
const mostWords = 16;

/** Reads quotes with their articles. */
export function createQuoteRows(database: Database) {
  const rows = createRows(database);
  const columns = `${articleColumns}, quotes.json, quotes.person`;
  const one = database.prepare(`
    select ${columns} from quotes join articles on articles.key = quotes.article where quotes.key = ?`);
  const ofArticle = database.prepare(`
    select ${columns} from quotes join articles on articles.key = quotes.article where article = ? order by start`);
  const order = 'order by quotes.day desc, quotes.article desc, quotes.start';
  const spoken = database.prepare(`
    select ${columns} from quotes join articles on articles.key = quotes.article
    where quotes.person = :person and duplicate_of is null ${order} limit :limit offset :offset`);
  const countSpoken = database.prepare('select quotes from people where key = ?').pluck();
  const among = database.prepare(`
    select ${columns} from json_each(:keys) join quotes on quotes.key = json_each.value
    join articles on articles.key = quotes.article order by json_each.key`);
  const searching = memoize((words: string) =>
    database
      .prepare(`
        select newest.key
        from (select key, article, person, day, start, folded from quotes where person = :person ${order} limit ${mostSearched}) as newest
        join articles on articles.key = newest.article
        where ${Array.from({ length: Number(words) }, (_, at) => `instr(folded, ' ' || :word${at}) > 0`).join(' and ')}
          and duplicate_of is null order by newest.day desc, newest.article desc, newest.start limit ${countLimit + 1}`)
      .pluck(),
  );
  /** The keys of a person's quotes with words that begin like each of these, in themselves or in their sentences, newest first. */
  const withWords = (person: number, words: string[]): number[] => {
    const asked = words.slice(0, mostWords);
    const values = Object.fromEntries(asked.map((word, at) => [`word${at}`, word]));
    return searching(String(asked.length)).all({ person, ...values }) as number[];
  };

  const hits = database
    .prepare(
      `select rowid from quote_search where quote_search match ? order by rowid desc limit ${mostHits}`,
    )
    .pluck();
  const hitsOf = ({ exact, prefix }: Match): number[] => {
    const found = hits.all(exact) as number[];
    return prefix === null || found.length >= enough ? found : (hits.all(prefix) as number[]);
  };
  const byNamed = database.prepare(`
    select ${columns} from quotes join articles on articles.key = quotes.article
    where quotes.key in (select value from json_each(:keys)) and quotes.person is not null and duplicate_of is null
    ${order} limit :limit`);

  const quoteOf = (row: QuoteRow, personOf = rows.person): Quote => {
    const { speaker, ...quote } = storedQuote(row.json);
    const person = row.person === null ? null : personOf(row.person);
    return {
      ...evidenceOf(row, quote, quote.text),
      kind: quote.kind,
      speaker: speaker && {
        name: speaker.name,
        person,
        text: speaker.text,
        start: speaker.start,
        end: speaker.end,
      },
      cue: quote.cue?.text ?? null,
      rule: quote.rule,
      confidence: quote.confidence,
    };
  };

  /** Each speaker is looked up once. */
  const quotesOf = (found: unknown[]): Quote[] => {
    const speakers = new Map<number, PersonRef | null>();
    const personOf = (key: number) => {
      if (!speakers.has(key)) speakers.set(key, rows.person(key));
      return speakers.get(key)!;
    };
    return (found as QuoteRow[]).map(row => quoteOf(row, personOf));
  };

  return {
    get(key: number): Quote | null {
      const row = one.get(key) as QuoteRow | undefined;
      return row ? quoteOf(row) : null;
    },
    inArticle: (article: number) => quotesOf(ofArticle.all(article)),
    /** Named speakers' quotes with all of the words in them or around them, newest first. */
    about(match: Match, limit: number): Quote[] {
      return quotesOf(byNamed.all({ keys: JSON.stringify(hitsOf(match)), limit }));
    },
    /** A person's quotes, newest first, with all of the folded words in them or in their sentences. */
    of(person: number, words: string[], { limit, offset }: Range): Slice<Quote> {
      if (words.length === 0)
        return {
          total: limitedTotal((countSpoken.get(person) as number | undefined) ?? 0),
          items: quotesOf(spoken.all({ person, limit, offset })),
        };
      const keys = withWords(person, words);
      const page = JSON.stringify(keys.slice(offset, offset + limit));
      return { total: keys.length, items: quotesOf(among.all({ keys: page })) };
    },
  };
}
