/**
 * The bot as a process of its own, to be killed. It loads all that it is made of, then waits for the word to
 * begin: its parts come as JSON in the first argument, the pace of its clock with that word.
 */
import { flushCompileCache } from 'node:module';
import { startApp } from '../../src/app.ts';
import { openLibrary } from '../../src/store.ts';
import { createLog } from '../../src/system/log.ts';
import { type Pace, type SwiftClock, swiftClock } from './swift-clock.ts';

export type ChildParts = { token: string; apiRoot: string; database: string; log: string };
/** What the parent says: begin, where the clock leaps to, or that it wants to know the memory. */
export type Word = { begin: Pace } | { ahead: number } | { ask: 'memory' };
/** What the child says; `memory` is the resident set in bytes. */
export type Reply = 'started' | { memory: number };

/** The minute's tick at the clock's speed, in milliseconds of the machine's time. */
const tickEvery = 400;

const { token, apiRoot, database, log } = JSON.parse(process.argv[2]!) as ChildParts;
let clock: SwiftClock;
let tick = () => {};

async function begin(pace: Pace): Promise<void> {
  clock = swiftClock(pace);
  const app = await startApp({
    token,
    apiRoot,
    library: openLibrary(database, { readNews: true, patience: Number.POSITIVE_INFINITY }),
    clock,
    log: createLog(log),
    zone: 'UTC',
  });
  app.ended.catch(fail);
  tick = () => void app.tick();
  setInterval(tick, tickEvery);
  reply('started');
}

function reply(what: Reply): void {
  process.send?.(what);
}

function fail(error: unknown): void {
  console.error(error);
  process.exit(1);
}

process.on('message', (word: Word) => {
  if ('begin' in word) begin(word.begin).catch(fail);
  else if ('ask' in word) reply({ memory: process.memoryUsage.rss() });
  else {
    clock.leapTo(word.ahead);
    tick();
  }
});
process.on('disconnect', () => process.exit(1));
// Whoever is killed writes no cache at its end.
flushCompileCache();
