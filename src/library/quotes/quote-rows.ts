import type { Database } from '../../database/database.ts';
import { limitedCount } from '../model/counting.ts';
import { type ArticleRow, articleColumns, createRows, evidenceOf } from '../model/rows.ts';
import { storedQuote } from '../model/stored-json.ts';
import type { Quote, Range, Slice } from '../model/types.ts';

type QuoteRow = ArticleRow & { json: string; person: number | null };

/** Quotes about words are looked for in this many of the newest articles that contain the words. */
const articlesRead = 1000;
/** Only this many of a person's newest quotes are searched for words. */
const mostSearched = 2000;

/** Reads quotes with their articles. */
export function createQuoteRows(database: Database) {
  const rows = createRows(database);
  const columns = `${articleColumns}, quotes.json, quotes.person`;
  const one = database.prepare(`
    select ${columns} from quotes join articles on articles.key = quotes.article where quotes.key = ?`);
  const ofArticle = database.prepare(`
    select ${columns} from quotes join articles on articles.key = quotes.article where article = ? order by start`);
  const order = 'order by quotes.day desc, quotes.article desc, quotes.start';
  const spoken = (by: 'person' | 'entity', among: string, condition: string) => {
    const from = `
      from ${among} as quotes join articles on articles.key = quotes.article
      where quotes.${by} = :speaker and duplicate_of is null ${condition}`;
    return {
      page: database.prepare(`select ${columns} ${from} ${order} limit :limit offset :offset`),
      count: database.prepare(limitedCount(`select 1 ${from}`)).pluck(),
    };
  };
  // Each of the words is the beginning of a word of the quote or of its sentence.
  const withWords = (by: 'person' | 'entity') =>
    spoken(
      by,
      `(select * from quotes where ${by} = :speaker ${order} limit ${mostSearched})`,
      `and not exists (select 1 from json_each(:words) where instr(folded, ' ' || value) = 0)`,
    );
  const statements = {
    person: { all: spoken('person', 'quotes', ''), withWords: withWords('person') },
    entity: { all: spoken('entity', 'quotes', ''), withWords: withWords('entity') },
  };
  const saidBy = (by: 'person' | 'entity', speaker: number | string, words: string[], range: Range) => {
    const { page, count } = words.length === 0 ? statements[by].all : statements[by].withWords;
    const asked = { speaker, ...(words.length > 0 && { words: JSON.stringify(words) }) };
    return {
      total: count.get(asked) as number,
      items: (page.all({ ...asked, ...range }) as QuoteRow[]).map(quoteOf),
    };
  };

  // The words are looked up in the index of articles first: to read all quotes would take longer with every article.
  const aboutWords = database.prepare(`
    select ${columns} from quotes join articles on articles.key = quotes.article
    where quotes.article in (select rowid from search where search match :match order by rowid desc limit ${articlesRead})
      and quotes.person is not null and duplicate_of is null
      and not exists (select 1 from json_each(:words) where instr(folded, ' ' || value) = 0)
    order by quotes.day desc, quotes.article desc, quotes.start limit :limit`);

  const quoteOf = (row: QuoteRow): Quote => {
    const { speaker, ...quote } = storedQuote(row.json);
    const person = row.person === null ? null : rows.person(row.person);
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
      cue: quote.cue?.text ?? null,
      rule: quote.rule,
      confidence: quote.confidence,
    };
  };

  return {
    get(key: number): Quote | null {
      const row = one.get(key) as QuoteRow | undefined;
      return row ? quoteOf(row) : null;
    },
    inArticle: (article: number) => (ofArticle.all(article) as QuoteRow[]).map(quoteOf),
    /** Named speakers' quotes with all of the folded words in them or around them, newest first. */
    about(match: string, words: string[], limit: number): Quote[] {
      return (aboutWords.all({ match, words: JSON.stringify(words), limit }) as QuoteRow[]).map(quoteOf);
    },
    /** A person's quotes, newest first, with all of the folded words in them or in their sentences. */
    of: (person: number, words: string[], range: Range): Slice<Quote> =>
      saidBy('person', person, words, range),
    /** As `of`, for an organization's. */
    ofEntity: (entity: string, words: string[], range: Range): Slice<Quote> =>
      saidBy('entity', entity, words, range),
  };
}
