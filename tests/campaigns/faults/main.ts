/** Lets Telegram fail in every way: `node tests/campaigns/faults/main.ts [--deliveries 10000] [--seed 1]`. */

import { numbersFrom } from '../flags.ts';
import { type Line, report, stopwatch } from '../report.ts';
import { runFaults } from './run.ts';

const time = stopwatch();
const figures = await runFaults({
  ...numbersFrom({ deliveries: 10_000, seed: 1 }),
  callTimeout: 6,
  log: process.env.CAMPAIGN_LOG ?? 'silent',
  onRound: line => console.error(line),
});
const mishaps = [...figures.mishaps].sort(([a], [b]) => (a < b ? -1 : 1));
report(`${figures.due} deliveries to ${figures.chats} chats on ${figures.rounds} days, ${time()}`, [
  ...mishaps.map(([name, number]): Line => [`  ${name}`, number]),
  ['lost', figures.lost, 'zero'],
  ['repeated', figures.repeated],
  ['  without the mark', figures.unmarked, 'zero'],
  ['  but no reply was lost', figures.causeless, 'zero'],
  ['marked for nothing', figures.markedForNothing, 'zero'],
  ['out of order', figures.disordered, 'zero'],
  ['harmed by a neighbour', figures.harmed, 'zero'],
  ['calls inside a retry_after', figures.early, 'zero'],
]);
