import { basename, extname } from 'node:path';
import type { Reading } from '../reading/model/reading.ts';
import { idOf } from '../reading/text/article-id.ts';
import { articlesFrom, type Sourced } from '../sources/articles-from.ts';
import type { Library } from '../store.ts';
import type { Article } from '../system/article.ts';
import type { Refusal } from '../system/refusal.ts';
import { storeChanged } from './changed-article.ts';
import { createDateDoubts, type DateDoubt, type DoubtedDates, doubtLine } from './date-doubts.ts';
import { type Dated, readingWithoutFutureDate, withoutFutureDate } from './future-date.ts';
import { inOrder } from './workers/in-order.ts';
import type { Readers } from './workers/readers.ts';

/** What is refused, and the file, line or article that it was found in. */
export type RefusedPlace = Refusal & { where: string };

/** How many articles came in, took the place of an earlier version, were there already, and were not taken. */
export type LoadCounts = { loaded: number; updated: number; known: number; refused: number };

/** How many articles that is together. */
export function articlesIn({ loaded, updated, known, refused }: LoadCounts): number {
  return loaded + updated + known + refused;
}

/** `isIdOfFile`: it is known by its file's name only, which another article's file may have too. */
type ToStore = Dated<Reading> & { isIdOfFile: boolean };

/** How many articles are added in one transaction, and how long one is held back for others, in milliseconds. */
const batchSize = 20;
const maxHold = 200;

/** How many characters of articles are in memory at once, unless a single one is longer. */
const maxCharacters = 8_000_000;

/**
 * Reads files and folders into the library, several articles at once, in their order.
 * One that is there already is not read again; a later version of one takes its place.
 * @param options.now when it came, milliseconds since the epoch
 * @param options.archive true: it is never included in a digest
 * @param options.standardInput what the path `-` stands for
 * @param options.onRefused called with a line for each article that is not taken, and what the line is made of; the rest goes on
 * @param options.onDoubt called at the end with a line for each kind of date that was taken with a reservation, and what the
 *   line is made of
 * @param options.onProgress called after each article
 * @param options.onBytes called with the number of bytes read from a file
 */
export async function loadPaths(
  library: Library,
  readers: Readers,
  paths: string[],
  options: {
    now: number;
    archive?: boolean;
    standardInput?: AsyncIterable<Uint8Array | string>;
    onRefused(line: string, refused: RefusedPlace): void;
    onDoubt?(line: string, doubted: DoubtedDates): void;
    onProgress?(counts: LoadCounts): void;
    onBytes?(bytes: number): void;
  },
): Promise<LoadCounts> {
  const counts: LoadCounts = { loaded: 0, updated: 0, known: 0, refused: 0 };
  const { now, archive = false } = options;
  const doubts = createDateDoubts();
  const refuse = (refused: RefusedPlace) => {
    counts.refused += 1;
    const { where, reason } = refused;
    options.onRefused(inOneLine(`${where}: ${reason}`), { ...refused, where: inOneLine(where) });
  };
  const limits = { most: readers.threads + readers.ahead, heaviest: maxCharacters, weigh };
  const reading = (found: Sourced) => readingOf(found, { library, readers, now });
  const batch: ToStore[] = [];
  let added = Number.NEGATIVE_INFINITY;
  const add = async () => {
    const dated = batch.splice(0);
    const readings = dated.map(({ item }) => item);
    for (const [at, added] of (await library.articles.addAll(readings, { now, archive })).entries()) {
      const { item, doubt, isIdOfFile } = dated[at]!;
      const isChanged = added.outcome === 'refused' && added.code === 'other-text';
      const outcome = isChanged
        ? await storeChanged(library, item, refusalIn(added), { now, archive, isIdOfFile })
        : added;
      if (outcome.outcome === 'refused') refuse({ ...refusalIn(outcome), where: item.id });
      else {
        if (doubt !== null && outcome.outcome === 'loaded') doubts.add(outcome.id, doubt);
        counts[outcome.outcome === 'edited' ? 'updated' : outcome.outcome] += 1;
      }
      options.onProgress?.(counts);
    }
    added = performance.now();
  };
  for await (const found of inOrder(
    articlesFrom(paths, options.onBytes, options.standardInput),
    reading,
    limits,
  )) {
    if (found !== 'known' && 'reading' in found) {
      const isWaiting = performance.now() - added > maxHold;
      if (batch.push(found.reading) === batchSize || isWaiting) await add();
      continue;
    }
    // In the order in which they came.
    if (batch.length > 0) await add();
    if (found === 'known') counts.known += 1;
    else refuse(found.refused);
    options.onProgress?.(counts);
  }
  if (batch.length > 0) await add();
  for (const doubted of doubts.all())
    options.onDoubt?.(inOneLine(doubtLine(doubted)), { ...doubted, id: inOneLine(doubted.id) });
  return counts;
}

/** What is to be stored of what was found, or why nothing is. */
async function readingOf(
  found: Sourced,
  { library, readers, now }: { library: Library; readers: Readers; now: number },
): Promise<{ reading: ToStore } | { refused: RefusedPlace } | 'known'> {
  if ('refused' in found) {
    const { path, line } = found.refused;
    const where = `${path}${line === undefined ? '' : `:${line}`}`;
    return { refused: { ...refusalIn(found.refused), where } };
  }
  if ('reading' in found) return withText(found.reading, null, now);
  const { item: article, doubt } = withoutFutureDate(found.article, now);
  if (await isKnown(article, library)) return 'known';
  const answer = await readers.read(article, { keep: true });
  if ('refused' in answer)
    return { refused: { ...answer.refused, where: article.source ?? article.file ?? String(article.id) } };
  const read = withText(JSON.parse(answer.json) as Reading, doubt ?? found.oddDay ?? null, now);
  if ('refused' in read) return read;
  return { reading: { ...read.reading, isIdOfFile: isNamedAfterFile(article) } };
}

function isNamedAfterFile({ id, file }: Article): boolean {
  return file !== undefined && !/\.jsonl?$/i.test(file) && basename(file, extname(file)) === id;
}

/** Of a page it is known only after it was read: its text is taken from it then. */
async function isKnown({ id, text, html }: Article, library: Library): Promise<boolean> {
  return html === undefined && library.articles.has(id ?? idOf(text), text);
}

function withText(
  reading: Reading,
  doubt: DateDoubt | null,
  now: number,
): { reading: ToStore } | { refused: RefusedPlace } {
  if (reading.input?.trim() !== '') {
    const dated = readingWithoutFutureDate(reading, now);
    return { reading: { ...dated, doubt: doubt ?? dated.doubt, isIdOfFile: false } };
  }
  const where = reading.source ?? reading.id;
  return { refused: { where, reason: 'it contains no text', code: 'empty' } };
}

function refusalIn({ reason, code, detail }: Refusal): Refusal {
  return { reason, code, ...(detail !== undefined && { detail }) };
}

function weigh(found: Sourced): number {
  if ('refused' in found) return 0;
  if ('reading' in found) return found.reading.input?.length ?? found.reading.text.length;
  return found.article.text.length + (found.article.html?.length ?? 0);
}

/** A file's content or name must not break the line that reports it, nor change its direction. */
function inOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ').slice(0, maxLine);
}

const maxLine = 1_000;
