/** Measures the memory of a bot that many ask at once: `npm run burst [-- --questions 1500] [--updates 20000] [--seed 1]`. */

import { numbersFrom } from '../flags.ts';
import { report, stopwatch } from '../report.ts';
import { runBurst } from './run.ts';

const time = stopwatch();
const options = numbersFrom({ questions: 1500, updates: 20_000, seed: 1 });
const figures = await runBurst({ ...options, log: process.env.CAMPAIGN_LOG ?? 'silent' });
report(`${options.questions} questions at once, then ${options.updates} updates, ${time()}`, [
  ['megabytes before', figures.before],
  ['  while all are asking, at most', figures.whileAsked],
  ['  afterwards', figures.afterQuestions, { most: 200 }],
  ['  during the burst, at most', figures.whileBursting, { most: 200 }],
  ['  afterwards', figures.afterBurst, { most: 200 }],
  ['unanswered', figures.unanswered, 'zero'],
]);
