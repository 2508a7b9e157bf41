import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readerVersion } from '../../src/reading/model/reading.ts';
import { read } from '../../src/reading/read.ts';
import type { Article } from '../../src/system/article.ts';
import { articleOf, passages } from '../quality/passages.ts';
import { mutatedArticle } from './fuzz/mutated.ts';
import { knowledge } from './knowledge.ts';

/**
 * `golden [FILE]`: records a hash of every golden reading in `golden.json`, and writes the readings themselves,
 * one JSON object per line, to FILE if it is given, so that two versions of the reader can be compared with
 * `diff`. Refuses a changed reading under an old `readerVersion`: `reread` finds outdated readings by it.
 */
const fuzzSeed = 300;
const fuzzCount = 300;
const record = join(import.meta.dirname, 'golden.json');
const seedsFolder = join(import.meta.dirname, '../../seeds');

/** `readings` maps the hash of an article to the hash of its reading. */
export type Golden = { reader: string; readings: Record<string, string> };

/** The seeds, the passages of `tests/quality` and 300 mutated articles, always in the same order. */
function goldenArticles(): Article[] {
  const seeds = readdirSync(seedsFolder)
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(name => ({ text: readFileSync(join(seedsFolder, name), 'utf8'), publishedAt: '2022-03-01' }));
  const fuzz = Array.from({ length: fuzzCount }, (_, number) => mutatedArticle(fuzzSeed, number));
  return [...seeds, ...passages.map(articleOf), ...fuzz];
}

/** The golden readings in order, each without the reader's version. */
function goldenReadings(): { article: string; reading: string }[] {
  return goldenArticles().map(article => {
    const { reader: _version, ...reading } = read(article, knowledge);
    return { article: JSON.stringify(article), reading: JSON.stringify(reading) };
  });
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** What `golden.json` should hold for this reader. */
export function currentGolden(readings = goldenReadings()): Golden {
  const pairs = readings.map(({ article, reading }) => [hash(article), hash(reading)]);
  return { reader: readerVersion, readings: Object.fromEntries(pairs) };
}

export function recordedGolden(): Golden {
  return JSON.parse(readFileSync(record, 'utf8'));
}

/** How many articles have another reading than the one recorded. */
export function changedReadings(before: Golden, now: Golden): number {
  return Object.entries(now.readings).filter(([article, reading]) => {
    const recorded = before.readings[article];
    return recorded !== undefined && recorded !== reading;
  }).length;
}

if (import.meta.main) {
  const readings = goldenReadings();
  const [file] = process.argv.slice(2);
  if (file !== undefined) writeFileSync(file, `${readings.map(({ reading }) => reading).join('\n')}\n`);
  const before = recordedGolden();
  const now = currentGolden(readings);
  const changed = changedReadings(before, now);
  console.log(`${readings.length} golden readings, ${changed} changed`);
  if (changed > 0 && before.reader === now.reader) {
    console.error(`raise readerVersion (now ${now.reader}), then run this again`);
    process.exitCode = 1;
  } else {
    writeFileSync(record, `${JSON.stringify(now, null, 2)}\n`);
  }
}
