import { ZodError } from 'zod';
import type { Database } from '../../database/database.ts';
import type { Reading } from '../../reading/model/reading.ts';
import { oneLine } from '../text/fold.ts';
import type { ReadText } from '../text/sentences.ts';
import { DamagedReading, nothingRead, readingOf } from './damaged-reading.ts';
import { type StoredText, storedText } from './stored-json.ts';
import type { ArticleRef, Evidence, PersonRef, Slice } from './types.ts';

export type ArticleRow = {
  key: number;
  id: string;
  title: string | null;
  source: string | null;
  url: string | null;
  day: string;
  day_doubted: number;
  story: number;
  duplicate_of: number | null;
};

/** The columns of an `ArticleRow`. */
export const articleColumns =
  'articles.key, articles.id, articles.title, articles.source, articles.url, articles.day, articles.day_doubted, articles.story, articles.duplicate_of';

/** What a row of `articleColumns` says of an article; a day of '' is unknown. */
export function refOf(row: ArticleRow): ArticleRef {
  return {
    id: row.id,
    title: row.title,
    source: row.source,
    url: row.url,
    published: row.day === '' ? null : row.day,
    ...(row.day_doubted === 1 && { doubted: true as const }),
  };
}

/** Looks up articles, readings and people by their keys; what every repository needs. */
export function createRows(database: Database) {
  const byKey = database.prepare(`select ${articleColumns} from articles where key = ?`);
  const byId = database.prepare(`select ${articleColumns} from articles where id = ?`);
  const reading = database.prepare('select json from readings where article = ?').pluck();
  const text = database.prepare(`
    select json ->> '$.text' as text, json ->> '$.input' as input, json ->> '$.sentences' as sentences
    from readings where article = ? and json_valid(json)`);
  const retracted = database.prepare('select words from retracted_quotes where article = ?').pluck();
  const person = database.prepare('select key, name from people where key = ?');
  return {
    article: (key: number) => byKey.get(key) as ArticleRow,
    articleById: (id: string) => byId.get(id) as ArticleRow | undefined,
    /**
     * An article's reading without the quotes that were retracted.
     * @throws DamagedReading
     */
    reading(key: number): Reading {
      const { id } = byKey.get(key) as ArticleRow;
      const read = readingOf(id, reading.get(key));
      const gone = new Set(retracted.all(id) as string[]);
      return gone.size === 0
        ? read
        : { ...read, quotes: read.quotes.filter(({ text }) => !gone.has(oneLine(text))) };
    },
    /**
     * The reading, or one that says nothing if it is damaged or was removed a moment ago, as of an article that goes or
     * that a digest mentions: the rest must go on. `damaged` is given the id of one that is damaged.
     */
    readingOrNothing(key: number, damaged?: Set<string>): Reading {
      const row = byKey.get(key) as ArticleRow | undefined;
      if (row === undefined) return { ...nothingRead, id: '', title: null };
      try {
        return readingOf(row.id, reading.get(key));
      } catch (error) {
        if (!(error instanceof DamagedReading)) throw error;
        damaged?.add(row.id);
        return { ...nothingRead, id: row.id, title: row.title };
      }
    },
    /** The text and the sentences of a reading, without the rest of it; those of one that says nothing if they are damaged. */
    textOrNothing(key: number): ReadText {
      const found = text.get(key) as StoredText | undefined;
      try {
        return found ? storedText(found) : nothingRead;
      } catch (error) {
        if (error instanceof ZodError) return nothingRead;
        throw error;
      }
    },
    person(key: number): PersonRef | null {
      const row = person.get(key) as { key: number; name: string } | undefined;
      return row ? { id: String(row.key), name: row.name } : null;
    },
  };
}

/** The number of a person's or story's id; NaN, which matches no row, for other text. */
export function numberOf(id: string): number {
  return /^\d{1,15}$/.test(id) ? Number(id) : Number.NaN;
}

/** A passage of the article in `row`; offsets in UTF-16 code units, `end` exclusive. */
export function evidenceOf(row: ArticleRow, span: { start: number; end: number }, text: string): Evidence {
  return { article: refOf(row), start: span.start, end: span.end, text };
}

/** A page of a list from the rows of a query and a count of all of them. */
export function toSlice<Row, Item>(total: unknown, rows: unknown[], item: (row: Row) => Item): Slice<Item> {
  return { total: total as number, items: (rows as Row[]).map(item) };
}
