/**
 * A morning with thousands of digests due at once, on a clock on which only waiting takes time:
 * `node tests/campaigns/broadcast/main.ts [--people 20000] [--groups 500] [--latency 80] [--seed 2]`.
 */

import { numbersFrom } from '../flags.ts';
import { report, stopwatch } from '../report.ts';
import { runBroadcast } from './run.ts';

const time = stopwatch();
const size = numbersFrom({ people: 20_000, groups: 500, latency: 80, seed: 2 });
const figures = await runBroadcast({ ...size, log: process.env.CAMPAIGN_LOG ?? 'silent' });
const { people, groups, latency } = size;
report(`${people} private chats and ${groups} groups, ${latency} ms a call, ${time()}`, [
  ['digests', figures.digests],
  ['  that did not arrive', figures.lost, 'zero'],
  ['calls inside a retry_after', figures.early, 'zero'],
  ['  answered 429', figures.refused],
  ['messages a second that this Telegram takes', figures.limit],
  ['seconds of the clock until the last arrived', figures.taken],
  ['  that the limits themselves need', figures.needed],
  ['  ratio', figures.taken / figures.needed, { most: 1.15 }],
  ['commands typed meanwhile', figures.commands],
  ['  unanswered', figures.unanswered, 'zero'],
  ['  milliseconds of the clock to the answer, median', figures.median, { most: 1000 }],
  ['  the slowest', figures.slowest],
]);
