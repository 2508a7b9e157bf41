import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleConfidence } from '../../src/reading/attribution/confidence.ts';
import type { Measurements, Tally } from '../../src/reading/attribution/rules/rule.ts';
import { rules } from '../../src/reading/attribution/rules/rules.ts';
import { explain } from '../../src/reading/explain.ts';
import type { Knowledge } from '../../src/reading/knowledge/knowledge.ts';
import { knowledge } from '../reading/knowledge.ts';
import { articleKey, partOf } from './parts.ts';
import { rulesDocument } from './rules-document.ts';
import { samePerson } from './same-person.ts';

/**
 * Measures how often each attribution rule names the right speaker on annotated articles, and writes what was
 * counted into the source, from where the confidences are taken. What is set aside takes no part in it.
 */

export type AnnotatedQuotes = {
  id: string;
  text: string;
  title?: string;
  publishedAt?: string;
  quotes: {
    start: number;
    end: number;
    speaker: string | null;
    speaker_conf: string;
    ambiguous?: boolean;
  }[];
};

/** Fewer quotes than this on clean articles, and a rule is measured on the damaged copies too. */
const seldom = 20;
const measurementsFile = join(import.meta.dirname, '../../src/reading/attribution/measurements.ts');
const documentFile = join(import.meta.dirname, '../../docs/rules.md');

/**
 * Counts for each rule the quotes it decided, and of those whose speaker is annotated by name how many it named
 * rightly and wrongly. Names count even where they are withheld for low confidence.
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one table of counts is filled in one pass
export function tallies(articles: AnnotatedQuotes[], knowledge: Knowledge): Record<string, Tally> {
  const found: Record<string, Tally> = {};
  for (const { text, title, publishedAt, quotes } of articles) {
    const runs = explain({ text, ...(title && { title }), ...(publishedAt && { publishedAt }) }, knowledge);
    const read = runs.flatMap(run => (run.quote ? [{ ...run, quote: run.quote }] : []));
    for (const { quote } of read) tallyOf(found, quote.rule).decided++;
    for (const gold of quotes) {
      if (gold.speaker_conf !== 'gold-surface' || gold.speaker === null) continue;
      const overlap = ({ start, end }: { start: number; end: number }) =>
        Math.min(end, gold.end) - Math.max(start, gold.start);
      const best = read.reduce<(typeof read)[number] | null>(
        (most, run) => (overlap(run.quote) > (most ? overlap(most.quote) : 0) ? run : most),
        null,
      );
      if (!best || overlap(best.quote) < 0.5 * (gold.end - gold.start)) continue;
      const name = best.quote.speaker?.name ?? best.withheld;
      if (!name) continue;
      const tally = tallyOf(found, best.isMisspelled ? 'misspelled' : best.quote.rule);
      if (samePerson(name, gold.speaker, gold.ambiguous)) tally.right++;
      else tally.wrong++;
    }
  }
  return found;
}

function tallyOf(found: Record<string, Tally>, rule: string): Tally {
  found[rule] ??= { decided: 0, right: 0, wrong: 0 };
  return found[rule];
}

/** The tallies of clean articles, those of damaged ones added where a rule was seldom met. */
export function measured(
  clean: AnnotatedQuotes[],
  damaged: AnnotatedQuotes[],
  knowledge: Knowledge,
): Measurements {
  const [counts, more] = [tallies(clean, knowledge), tallies(damaged, knowledge)];
  for (const [rule, tally] of Object.entries(more)) {
    const own = tallyOf(counts, rule);
    if (own.right + own.wrong >= seldom) continue;
    own.right += tally.right;
    own.wrong += tally.wrong;
  }
  const order = new Map(rules.map(({ id }, at) => [id, at]));
  const rank = (rule: string) => order.get(rule) ?? rules.length;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => rank(a) - rank(b)));
}

/** Writes the measurements into the source, and `docs/rules.md` from them. */
export function writeMeasurements(measurements: Measurements): void {
  const lines = Object.entries(measurements).map(
    ([rule, { decided, right, wrong }]) =>
      `  ${/^\w+$/.test(rule) ? rule : `'${rule}'`}: { decided: ${decided}, right: ${right}, wrong: ${wrong} },`,
  );
  writeFileSync(
    measurementsFile,
    [
      "import type { Measurements } from './rules/rule.ts';",
      '',
      '/** What each rule decided on annotated news; written by `npm run eval -- FOLDER quotes --write-confidence`. */',
      'export const measurements: Measurements = {',
      ...lines,
      '};',
      '',
    ].join('\n'),
  );
  writeFileSync(documentFile, rulesDocument(measurements));
}

const cleanFiles = ['quotes-dev.jsonl', 'quotes-dev2.jsonl'];
const damagedFiles = ['quotes-noisy-dev.jsonl'];

/**
 * Measures the rules on the annotated quotes of a folder, what is set aside left out, and writes what was counted.
 * @param folder holds the annotated files, or a folder `eval` with them
 * @returns lines to print: rule, decided, right, wrong, confidence
 */
export function writeConfidences(folder: string): string[] {
  const annotated = (files: string[]) =>
    files.flatMap(file => partOf(annotatedIn(folder, file), 'tuning', articleKey));
  const clean = annotated(cleanFiles);
  if (clean.length === 0)
    return [`there is no ${cleanFiles.join(' or ')} in ${folder}: nothing was measured`];
  const counts = measured(clean, annotated(damagedFiles), knowledge);
  writeMeasurements(counts);
  return Object.entries(counts).map(([rule, { decided, right, wrong }]) => {
    const confidence = ruleConfidence(rule, counts)?.toFixed(2) ?? '–';
    return `${rule.padEnd(26)} ${[decided, right, wrong].map(count => String(count).padStart(6)).join('')}  ${confidence}`;
  });
}

/** The annotated articles of a file; none where it is missing. */
function annotatedIn(folder: string, file: string): AnnotatedQuotes[] {
  const path = [join(folder, file), join(folder, 'eval', file)].find(existsSync);
  if (path === undefined) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line));
}
