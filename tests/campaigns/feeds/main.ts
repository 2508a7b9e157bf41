import { runFeeds } from './run.ts';

/** Polls 200 feeds for a day on an injected clock and prints what it took: `npm run feeds [-- FEEDS HOURS]`. */
const [feeds = 200, hours = 24] = process.argv.slice(2).map(Number);
const { requests, mostAsked, shortestWait, articles, published, heap, median } = await runFeeds({
  feeds,
  hours,
  every: 6,
  quiet: 7,
});
console.log(`${feeds} feeds for ${hours} h: ${requests} requests, at most ${mostAsked} to one feed,`);
console.log(
  `at least ${Math.round(shortestWait / 60_000)} min between two to the same; ${articles} articles of ${published} items`,
);
console.log(
  `heap ${heap.early.toFixed(1)} MB after a quarter of the time, ${heap.late.toFixed(1)} MB at the end`,
);
console.log(
  `/latest: median ${median.without.toFixed(1)} ms without polling, ${median.with.toFixed(1)} ms with (${(median.with / median.without).toFixed(2)} times)`,
);
process.exit(0);
