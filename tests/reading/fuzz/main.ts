import { Worker } from 'node:worker_threads';
import { readAnyText } from './any-text.ts';
import { readCutPassages } from './cut-passages.ts';
import type { Slowest } from './run.ts';

/**
 * `fuzz [ARTICLES] [SEED] [FIRST]`: reads so many mutated articles from the one numbered FIRST on, a made-up
 * text for each twenty of them, and all passages cut at a word, and says whether all readings were valid. An
 * article that is not read within two minutes counts as one that never will be.
 */
const patience = 120_000;
const [count = 10_000, seed = 7, first = 0] = process.argv.slice(2).map(Number);
if (![count, seed, first].every(Number.isInteger) || count < 1) {
  console.error('fuzz [ARTICLES] [SEED] [FIRST]: whole numbers, as in: fuzz 10000 7');
  process.exit(64);
}

const start = Date.now();
const at = new Int32Array(new SharedArrayBuffer(4));
const thread = new Worker(new URL('./thread.ts', import.meta.url), {
  workerData: { seed, first, count, at },
});
let seen = { number: first, since: Date.now() };
const watch = setInterval(() => {
  const number = Atomics.load(at, 0);
  if (number !== seen.number) seen = { number, since: Date.now() };
  else if (Date.now() - seen.since > patience)
    fail(new Error(`article ${number} of seed ${seed} is not read to its end`));
}, 5_000);
thread.on('error', fail);
thread.on('message', (slowest: Slowest) => {
  clearInterval(watch);
  const others = Math.floor(count / 20);
  if (others > 0) readAnyText(others, seed);
  const cut = readCutPassages(1);
  console.log(
    `${count} mutated articles, ${others} made-up texts and ${cut} cut passages (seed ${seed}): every reading valid, ${Math.round((Date.now() - start) / 1000)} s; ` +
      `the slowest took ${Math.round(slowest.ms)} ms of ${slowest.characters} characters (article ${slowest.number})`,
  );
});

function fail(error: Error): never {
  console.error(error.message);
  process.exit(1);
}
