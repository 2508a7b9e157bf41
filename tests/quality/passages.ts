import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Article } from '../../src/system/article.ts';

/** A made-up passage with one trap in it, and what a reader must find there. */
export type Passage = {
  trap: string;
  text: string;
  published?: string;
  quotes: { text: string; speaker: string | null; words?: string }[];
  people?: string[];
  /** Names of the organizations and places, in order. */
  organizations?: string[];
  places?: string[];
  /** What some of the people are called beside their names. */
  roles?: Record<string, string[]>;
  /** Which of these the text says are over. */
  ended?: Record<string, string[]>;
  /** What happened when, and who was there. */
  events?: { date: string; text: string; people: string[] }[];
};

const here = import.meta.dirname;
const folder = join(here, 'passages');

export { knowledge } from '../reading/knowledge.ts';

export const passages: Passage[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.json'))
  .sort((a, b) => (basename(a) < basename(b) ? -1 : 1))
  .flatMap(name => JSON.parse(readFileSync(join(folder, name), 'utf8')));

export function articleOf({ text, published }: Passage): Article {
  return { text, ...(published && { publishedAt: published }) };
}
