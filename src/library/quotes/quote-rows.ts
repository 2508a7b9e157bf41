import type { Database } from '../../database/database.ts';
import type { ReadSpeaker } from '../../reading/model/reading.ts';
import { type ArticleRow, articleColumns, evidenceOf } from '../model/rows.ts';
import { storedQuote } from '../model/stored-json.ts';
import type { PersonRef, Quote, QuotesAsked, QuoteWording, Slice } from '../model/types.ts';
import { numbersOf } from '../text/word-forms.ts';
import { createSaidBy, mostWords } from './said-by.ts';

type CastRow = { key: number; name: string };
type QuoteRow = ArticleRow & { json: string; person: number | null; speaker_name: string | null };
type WordingRow = {
  id: number;
  article: number;
  person: number | null;
  kind: Quote['kind'];
  text: string;
  speaker: string | null;
};

/** Of quotes with a word only this many of the newest are looked at. */
const mostHits = 300;
/** With as many hits for the words as they are, the last one is not taken for the beginning of another. */
const enough = 50;
/** A shorter one is never taken so: it would be the beginning of too many. */
const shortestPrefix = 4;

/** A word or its other number as an expression of FTS5; `end` is put behind the word itself. */
function formsIn(word: string, end: '' | '*'): string {
  return `(${numbersOf(word)
    .map((form, at) => `"${form}"${at === 0 ? end : ''}`)
    .join(' OR ')})`;
}

/** Reads quotes with their articles. */
export function createQuoteRows(database: Database) {
  const columns = `${articleColumns}, quotes.json, quotes.person, people.name as speaker_name`;
  const speaker = 'left join people on people.key = quotes.person';
  const one = database.prepare(`
    select ${columns} from quotes join articles on articles.key = quotes.article ${speaker} where quotes.key = ?`);
  const ofArticle = database.prepare(`
    select ${columns} from quotes join articles on articles.key = quotes.article ${speaker}
    where quotes.article = ? order by start`);
  const order = 'order by quotes.day desc, quotes.article desc, quotes.start';
  const among = database.prepare(`
    select ${columns}, quotes.key as quote from json_each(:keys) join quotes on quotes.key = json_each.value
    join articles on articles.key = quotes.article ${speaker} order by json_each.key`);
  // A quote's whole reading is parsed for those alone that are shown.
  const wording = `quotes.key as id, quotes.article, quotes.person, quotes.json ->> '$.kind' as kind,
    quotes.json ->> '$.text' as text, iif(quotes.person is null, quotes.json ->> '$.speaker.text', null) as speaker`;
  const isOriginal = `not exists (
    select 1 from articles indexed by articles_copies where articles.key = quotes.article and duplicate_of is not null)`;
  const wordingsAmong = database.prepare(`
    select ${wording} from json_each(:keys) join quotes on quotes.key = json_each.value order by json_each.key`);
  const saidBy = createSaidBy(database, {
    columns,
    speaker,
    order,
    wording,
    isOriginal,
    among,
    wordingsAmong,
  });

  const hits = database
    .prepare(
      `select rowid from quote_search where quote_search match ? order by rowid desc limit ${mostHits}`,
    )
    .pluck();
  /** The newest quotes with all of the words; with few of them, the last word may be the beginning of another. */
  const hitsOf = (words: string[]): number[] => {
    if (words.length === 0) return [];
    const asked = words.slice(0, mostWords);
    const all = (end: '' | '*') =>
      asked.map((word, at) => formsIn(word, at === asked.length - 1 ? end : '')).join(' AND ');
    const found = hits.all(all('')) as number[];
    const isPrefix = found.length < enough && words.at(-1)!.length >= shortestPrefix;
    return isPrefix ? (hits.all(all('*')) as number[]) : found;
  };
  const by = (whose: string) =>
    database.prepare(`
      select ${wording} from quotes
      where quotes.key in (select value from json_each(:keys)) and quotes.person is ${whose} and ${isOriginal}
      ${order} limit :limit`);
  const bySpeaker = { named: by('not null'), unnamed: by('null') };

  const castOf = database.prepare(`
    select people.key, people.name from appearances join people on people.key = appearances.person
    where appearances.article = ? and appearances.local = ?`);
  /** Who cites a quote: only few quotes are cited, so that each is looked up by itself. */
  const citerOf = (article: number, { name, person, kind, text, start, end }: ReadSpeaker) => {
    const found = person === null ? undefined : (castOf.get(article, person) as CastRow | undefined);
    const ref: PersonRef | null = found ? { id: String(found.key), name: found.name } : null;
    return { name, person: ref, kind, text, start, end };
  };

  const quoteOf = (row: QuoteRow): Quote => {
    const { speaker, citedBy, ...quote } = storedQuote(row.json);
    const person =
      row.person === null || row.speaker_name === null
        ? null
        : { id: String(row.person), name: row.speaker_name };
    return {
      ...evidenceOf(row, quote, quote.text),
      kind: quote.kind,
      speaker: speaker && {
        name: speaker.name,
        person,
        kind: speaker.kind,
        text: speaker.text,
        start: speaker.start,
        end: speaker.end,
      },
      ...(citedBy && { citedBy: citerOf(row.key, citedBy) }),
      ...(quote.said && { said: quote.said }),
      cue: quote.cue?.text ?? null,
      rule: quote.rule,
      confidence: quote.confidence,
    };
  };

  const quotesOf = (found: unknown[]): Quote[] => (found as QuoteRow[]).map(quoteOf);
  const wordingsOf = (found: unknown[]): QuoteWording[] => (found as WordingRow[]).map(wordingOf);
  const quotesIn = ({ total, items }: Slice<unknown>) => ({ total, items: quotesOf(items) });
  const wordingsIn = ({ total, items }: Slice<unknown>) => ({ total, items: wordingsOf(items) });

  return {
    get(key: number): Quote | null {
      const row = one.get(key) as QuoteRow | undefined;
      return row ? quoteOf(row) : null;
    },
    inArticle: (article: number) => quotesOf(ofArticle.all(article)),
    /** Quotes of named people, or of everyone else, with all of the folded words in them or around them, newest first. */
    wordingsAbout(words: string[], limit: number, whose: 'named' | 'unnamed' = 'named'): QuoteWording[] {
      return wordingsOf(bySpeaker[whose].all({ keys: JSON.stringify(hitsOf(words)), limit }));
    },
    /** A person's quotes, newest first, with all of the folded words in them or in their sentences. */
    of: (person: number, words: string[], range: QuotesAsked): Slice<Quote> =>
      quotesIn(saidBy('quotes', 'person', person, words, range)),
    wordingsOf: (person: number, words: string[], range: QuotesAsked): Slice<QuoteWording> =>
      wordingsIn(saidBy('wordings', 'person', person, words, range)),
    /** As `of`, for an organization's. */
    ofEntity: (entity: string, words: string[], range: QuotesAsked): Slice<Quote> =>
      quotesIn(saidBy('quotes', 'entity', entity, words, range)),
    wordingsOfEntity: (entity: string, words: string[], range: QuotesAsked): Slice<QuoteWording> =>
      wordingsIn(saidBy('wordings', 'entity', entity, words, range)),
    /** Quotes by the ids of their wordings, those that are still there. */
    whole(ids: readonly string[]): Map<string, Quote> {
      const found = among.all({ keys: JSON.stringify(ids.map(Number)) }) as (QuoteRow & { quote: number })[];
      return new Map(found.map(row => [String(row.quote), quoteOf(row)]));
    },
  };
}

function wordingOf({ id: key, article, person, kind, text, speaker }: WordingRow): QuoteWording {
  const id = String(key);
  return {
    id,
    kind,
    text,
    article: { id: String(article), quote: id },
    speaker: { person: person === null ? null : { id: String(person) }, text: speaker ?? '' },
  };
}
