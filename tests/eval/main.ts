import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type HeldBar, heldTo, tableOf } from './bars.ts';
import { createBench } from './bench.ts';
import { writeConfidences } from './confidences.ts';
import { discover, metrics } from './discovery.ts';
import type { LeftOut, Score, Task } from './metric.ts';
import type { Part } from './parts.ts';

/**
 * Reads the annotated news of a folder, prints every figure, what was left out and why, and a table of the bars. Exit 1 where a figure
 * misses its bar, 64 on wrong usage.
 */
const usage = `npm run eval -- FOLDER [METRIC…] [--tuning|--aside] [--json] [--write-confidence]
  FOLDER    holds eval, pages and feeds, or is eval with the others next to it
  METRIC    ${metrics.join(', ')}; all if none is named
  --aside   only the fifth kept back by a fixed seed; --tuning: only the rest
  --json    one JSON object on stdout
  --write-confidence   measures the attribution rules on what is not set aside, and writes what was counted`;

const partNotes: Record<Part, string> = {
  everything: 'everything, what is set aside included (--tuning and --aside score the two parts)',
  tuning: 'four fifths, to tune on (--aside scores the rest)',
  aside: 'the fifth set aside by a fixed seed: look at it once, at the end',
};

type Outcome = {
  scores: (Score & { seconds: number })[];
  leftOut: LeftOut[];
  bars: HeldBar[];
  missed: string[];
};

/** Where lines go: what was found, and what is wrong. */
export type Lines = { out: (line: string) => void; err: (line: string) => void };

/** Scores what the command line `words` asks for; gives the exit code. */
export async function evaluate(words: string[], { out, err }: Lines): Promise<number> {
  const asked = readCommandLine(words, err);
  if (!asked) {
    err(usage);
    return 64;
  }
  const { folder, part, wanted, json, writesConfidence } = asked;
  if (writesConfidence) {
    for (const line of writeConfidences(folder)) out(line);
    return 0;
  }
  const print = json ? () => {} : out;
  print(`Scored: ${partNotes[part]}.`);
  const outcome = await scoreAll(folder, part, wanted, print);
  if (outcome.scores.length + outcome.leftOut.length + outcome.missed.length === 0) {
    err(`there is nothing to score in ${folder}`);
    return 1;
  }
  if (json) {
    const scores = outcome.scores.map(({ details: _, ...score }) => score);
    out(JSON.stringify({ part, ...outcome, scores }));
  } else printEnd(outcome, part, out);
  for (const line of outcome.missed) err(line);
  return outcome.missed.length > 0 ? 1 : 0;
}

type Asked = { folder: string; part: Part; wanted: string[]; json: boolean; writesConfidence: boolean };

function readCommandLine(words: string[], err: Lines['err']): Asked | null {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        tuning: { type: 'boolean' },
        aside: { type: 'boolean' },
        json: { type: 'boolean' },
        'write-confidence': { type: 'boolean' },
      },
    });
    const [folder, ...wanted] = positionals;
    const known = wanted.every(each => metrics.some(metric => metric === each));
    if (!folder || !existsSync(folder) || !known || (values.tuning && values.aside)) return null;
    const part = values.tuning ? 'tuning' : values.aside ? 'aside' : 'everything';
    return {
      folder,
      part,
      wanted,
      json: values.json ?? false,
      writesConfidence: values['write-confidence'] ?? false,
    };
  } catch (error) {
    err((error as Error).message);
    return null;
  }
}

async function scoreAll(
  folder: string,
  part: Part,
  wanted: string[],
  print: (line: string) => void,
): Promise<Outcome> {
  const { tasks, leftOut } = discover(folder);
  const outcome: Outcome = { scores: [], leftOut: wanted.length === 0 ? leftOut : [], bars: [], missed: [] };
  for (const task of tasks.filter(({ metric }) => wanted.length === 0 || wanted.includes(metric))) {
    const { metric, file } = task;
    const started = performance.now();
    const result = await scored(task, part);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    if ('failed' in result) outcome.missed.push(`${metric}, ${file}: not scored: ${result.failed}`);
    else if ('reason' in result) outcome.leftOut.push({ ...result, file: `${file} (${metric})` });
    else {
      const { documents, details, figures } = result;
      outcome.scores.push({ ...result, seconds });
      print(`\n${metric}, ${file}: ${documents} documents, ${seconds.toFixed(1)} s`);
      if (details) print(details);
      print(JSON.stringify(figures));
      if (part !== 'everything') continue;
      const { bars, missed } = heldTo(metric, file, figures);
      outcome.bars.push(...bars);
      outcome.missed.push(...missed);
    }
  }
  return outcome;
}

/** What a task finds; where a program fails, the others are scored all the same. */
async function scored(task: Task, part: Part): Promise<Score | LeftOut | { failed: string }> {
  const scratch = mkdtempSync(join(tmpdir(), 'eval-'));
  try {
    return await task.run(createBench(scratch, part));
  } catch (error) {
    return { failed: (error as Error).message };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function printEnd({ scores, leftOut, bars }: Outcome, part: Part, out: Lines['out']): void {
  if (leftOut.length > 0) out('\nLeft out:');
  for (const { file, reason } of leftOut) out(`  ${file}: ${reason}`);
  for (const line of ['', ...tableOf(bars)]) if (bars.length > 0) out(line);
  const seconds = scores.reduce((sum, score) => sum + score.seconds, 0);
  const held =
    part === 'everything'
      ? `${bars.filter(({ holds }) => holds).length} of ${bars.length} bars held`
      : 'bars are for whole files, none was applied';
  out(`\n${scores.length} scores in ${seconds.toFixed(0)} s; ${held}.`);
}

if (import.meta.main) {
  const lines: Lines = { out: line => console.log(line), err: line => console.error(line) };
  process.exitCode = await evaluate(process.argv.slice(2), lines);
}
