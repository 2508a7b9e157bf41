/** Kills the bot at random moments: `node tests/campaigns/crash/main.ts [--kills 300] [--subscribers 500] [--seed 1]`. */

import { numbersFrom } from '../flags.ts';
import { report, stopwatch } from '../report.ts';
import { runCrash } from './run.ts';

const time = stopwatch();
const options = numbersFrom({ kills: 300, subscribers: 500, seed: 1 });
const figures = await runCrash({
  ...options,
  log: process.env.CAMPAIGN_LOG ?? 'silent',
  onLife: line => console.error(line),
});
report(`${figures.kills} kills, ${figures.subscribers} subscribers, seed ${options.seed}, ${time()}`, [
  ['due parts', figures.due],
  ['  that did not arrive', figures.lost, 'zero'],
  ['  that nobody asked for', figures.unasked, 'zero'],
  ['repeated parts', figures.repeated],
  ['  without the mark', figures.unmarked, 'zero'],
  ['  not being sent at a kill', figures.causeless, 'zero'],
  ['commands', figures.commands],
  ['  unanswered', figures.unanswered, 'zero'],
  ['  answered again', figures.answeredAgain],
  ['    though an answer was known', figures.answeredTwice, 'zero'],
  ['conversations', figures.conversations],
  ['  unfinished', figures.unfinished, 'zero'],
  ['subscriptions doubled', figures.doubled, 'zero'],
  ['  missing', figures.missing, 'zero'],
]);
