import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import type { Reading } from '../reading/model/reading.ts';
import type { Refusal } from '../system/refusal.ts';
import {
  articleFacts,
  doubts,
  longestArticle,
  parsedJson,
  type Shaped,
  shapeOf,
  type Taken,
  tooLong,
} from './article-shape.ts';
import { filesAt, inaccessible } from './files.ts';
import { type IndexEntry, indexName, indexOf } from './folder-index.ts';
import { linesOf } from './json-lines.ts';
import { decode } from './text/decoding.ts';
import { incomingText } from './text/incoming.ts';
import { repairMojibake } from './text/mojibake.ts';

/** Bytes, as they come. */
type Pieces = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

export type Refused = { refused: { path: string; line?: number } & Refusal };
export type Sourced = Taken | { reading: Reading } | Refused;

/**
 * Every article in files and folders, one at a time. What cannot be read comes as `refused` with its path,
 * the line (from 1) where there is one, and the reason; the rest goes on. Never throws.
 * @param paths of files and folders; `-` for the standard input
 * @param onBytes called with the number of bytes each time that some were read from a file
 */
export async function* articlesFrom(
  paths: string[],
  onBytes: (bytes: number) => void = () => {},
  standardInput: Pieces = [],
): AsyncGenerator<Sourced> {
  const indexes = new Map<string, Map<string, IndexEntry>>();
  for (const start of paths) {
    if (isStandardInput(start)) {
      yield* inLines(standardInput, 'standard input', onBytes);
      continue;
    }
    for await (const file of filesAt(start)) {
      const { path } = file;
      if ('reason' in file) {
        yield refused(path, file);
        continue;
      }
      const folder = dirname(path);
      let entries = indexes.get(folder);
      if (!entries) {
        const index = await indexOf(folder);
        if (index.problem) yield refused(`${folder}/${indexName}`, index.problem);
        entries = index.entries;
        indexes.set(folder, entries);
      }
      yield* inFile(path, entries.get(basename(path)), onBytes);
    }
  }
}

/** Whether a path means the standard input, in which an article comes on each line. */
function isStandardInput(path: string): boolean {
  return path === '-' || path === '/dev/stdin';
}

async function* inFile(
  path: string,
  known: IndexEntry | undefined,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Sourced> {
  const ending = extname(path).toLowerCase();
  try {
    if (ending === '.jsonl') {
      yield* inLines(createReadStream(path), path, onBytes);
      return;
    }
    const bytes = await readFile(path);
    onBytes(bytes.length);
    if (ending === '.json') yield* inJson(bytes, path);
    else yield withKnown(articleFromText(bytes, path), path, known);
  } catch (error) {
    yield refused(path, inaccessible(error));
  }
}

async function* inLines(
  bytes: Pieces,
  path: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Sourced> {
  for await (const found of linesOf(counted(bytes, onBytes)))
    yield 'reason' in found ? refused(path, found, found.line) : placed(ofLine(found.text), path, found.line);
}

async function* counted(
  bytes: Pieces,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array | string> {
  for await (const piece of bytes) {
    onBytes(piece.length);
    yield piece;
  }
}

function* inJson(bytes: Uint8Array, path: string): Generator<Sourced> {
  const decoded = decode(bytes);
  if ('reason' in decoded) return yield refused(path, decoded);
  const json = parsedJson(decoded.text.replace(/^\uFEFF/, ''));
  if ('reason' in json) return yield refused(path, json);
  if (!Array.isArray(json.value)) return yield placed(shapeOf(json.value), path);
  for (const [at, value] of json.value.entries()) {
    const shaped = shapeOf(value);
    yield 'reason' in shaped
      ? refused(path, { ...shaped, reason: `number ${at + 1}: ${shaped.reason}` })
      : placed(shaped, path);
  }
}

/**
 * The article in one file's bytes: a page for `.html`, else a text. Its id is the file's name without the
 * ending, and the file's name is its source if no outlet is known; `null` for the standard input, which gives neither.
 */
export function articleFromText(bytes: Uint8Array, path: string | null): Taken | { refused: Refusal } {
  const decoded = decode(bytes);
  if ('reason' in decoded) return { refused: decoded };
  const text = decoded.text.replace(/^\uFEFF/, '');
  if (text.trim() === '') return { refused: { reason: 'there is no text in it', code: 'empty' } };
  if (text.length > longestArticle) return { refused: tooLong };
  const ending = path === null ? '' : extname(path);
  const named = path === null ? {} : { id: basename(path, ending), file: basename(path) };
  const isPage =
    ['.html', '.htm'].includes(ending.toLowerCase()) || /^\s*(<!doctype html|<html[\s>])/i.test(text);
  if (isPage) return { article: { ...named, text: '', html: repairMojibake(text) } };
  const { facts, ...content } = incomingText(text, ending.toLowerCase() === '.md' ? 'md' : 'plain');
  const { facts: known, given } = articleFacts(facts);
  return { article: { ...named, ...known, ...content }, ...doubts(given) };
}

/** The article in one JSON line, or what is wrong with it; `id` as far as it could be read. */
export function articleFromLine(text: string): Taken | { id?: string; error: string } {
  const shaped = ofLine(text);
  if ('article' in shaped) return shaped;
  if ('reading' in shaped) return { id: shaped.reading.id, error: 'this has been read already' };
  const { reason, id } = shaped;
  return { ...(id !== undefined && { id }), error: reason };
}

function ofLine(text: string): Shaped {
  const json = parsedJson(text);
  return 'reason' in json ? json : shapeOf(json.value);
}

function placed(shaped: Shaped, path: string, line?: number): Sourced {
  if ('reason' in shaped) return refused(path, shaped, line);
  if ('reading' in shaped || shaped.article.source !== undefined) return shaped;
  return { ...shaped, article: { ...shaped.article, file: basename(path) } };
}

function withKnown(
  found: ReturnType<typeof articleFromText>,
  path: string,
  known: IndexEntry | undefined,
): Sourced {
  if ('refused' in found) return refused(path, found.refused);
  const { file: _, publishedBy: __, ...facts } = known ?? { file: '' };
  const article = { ...found.article, ...facts };
  return facts.publishedAt === undefined ? { ...found, article } : { article };
}

function refused(path: string, { reason, code, detail }: Refusal, line?: number): Refused {
  const place = line === undefined ? { path } : { path, line };
  return { refused: { ...place, reason, code, ...(detail !== undefined && { detail }) } };
}
