/**
 * A morning with thousands of digests due at once, on a clock on which only waiting takes time:
 * `node tests/campaigns/broadcast.ts [--people 20000] [--groups 500] [--latency 80] [--seed 2]`.
 */
import { runBroadcast } from './broadcast-run.ts';
import { numbersFrom } from './flags.ts';

const started = Date.now();
const { people, groups, latency, seed } = numbersFrom({ people: 20_000, groups: 500, latency: 80, seed: 2 });
const figures = await runBroadcast({
  people,
  groups,
  latency,
  seed,
  log: process.env.CAMPAIGN_LOG ?? 'silent',
});
const ratio = figures.taken / figures.needed;
console.log(`${people} private chats and ${groups} groups, ${latency} ms a call, ${Math.round((Date.now() - started) / 1000)} s
digests                   ${figures.digests}
  that did not arrive     ${figures.lost}
calls inside retry_after  ${figures.early}
  answered 429            ${figures.refused} (this Telegram takes ${figures.limit.toFixed(1)} a second)
seconds of the clock      ${figures.taken.toFixed(1)}
  that the limits need    ${figures.needed.toFixed(1)}
  ratio                   ${ratio.toFixed(3)}
commands typed meanwhile  ${figures.commands}
  unanswered              ${figures.unanswered}
  answered in             ${figures.median} ms (median), ${figures.slowest} ms (longest)
the thread was held       ${figures.blocked.toFixed(0)} ms of this machine's time at the longest`);
const wrong = figures.lost + figures.early + figures.unanswered > 0 || ratio > 1.15 || figures.median > 1000;
process.exitCode = wrong ? 1 : 0;
