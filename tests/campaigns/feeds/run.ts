import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { answer } from '../../../src/answers/asking/registry.ts';
import { ownPath } from '../../../src/commands/cli/open.ts';
import { createIngest } from '../../../src/ingest/sources/ingest.ts';
import { createReaders } from '../../../src/ingest/workers/readers.ts';
import { openLibrary } from '../../../src/store.ts';
import { stillClock } from '../../../src/system/clock.ts';
import { createLog } from '../../../src/system/log.ts';
import { rssOf, startFeedServer, type TestItem } from '../../sources/feed-server.ts';

const minute = 60_000;
const hour = 60 * minute;
/** For how many minutes answers are measured with all feeds paused, before and after. */
const restingMinutes = 120;
/** How many turns of the event loop after the polling an answer begins, at most. */
const mostTurns = 12;

export type FeedsRun = {
  feeds: number;
  hours: number;
  requests: number;
  /** The most requests that one feed got. */
  mostAsked: number;
  /** The shortest time between two requests to one feed, in milliseconds of the injected clock. */
  shortestWait: number;
  articles: number;
  /** How many different items the feeds have had. */
  published: number;
  /** Heap in use after a collection, in MB: after the first quarter of the time, and at the end. */
  heap: { early: number; late: number };
  /**
   * The median of answering `/latest` soon after a minute begins, in milliseconds: with all feeds paused, before and
   * after, and while they are polled.
   */
  median: { without: number; with: number };
};

/**
 * Polls feeds for hours on an injected clock, and answers questions meanwhile.
 * @param options.every how often each feed has something new, in hours
 * @param options.quiet nothing more is published in the last hours: the time to take what came before
 */
export async function runFeeds(options: {
  feeds: number;
  hours: number;
  every: number;
  quiet: number;
}): Promise<FeedsRun> {
  const { feeds, hours, every, quiet } = options;
  const folder = mkdtempSync(join(tmpdir(), 'feeds-'));
  const start = Date.UTC(2031, 4, 5);
  const clock = stillClock(start);
  const publishedUntil = () => Math.min(clock.now(), start + (hours - quiet) * hour);
  const server = await startFeedServer(clock);
  const library = openLibrary(join(folder, 'feeds.db'));
  const readers = createReaders({ knowledge: ownPath('data/knowledge'), threads: 1 });
  const ingest = createIngest({
    library,
    clock,
    log: createLog('error'),
    readers,
    fetch: { resolve: server.resolve, isAllowed: server.isAllowed, isOnline: () => true },
  });
  try {
    for (let n = 0; n < feeds; n++) {
      const host = `feed-${n}.example`;
      server.play(host, () => ({ body: rssOf(itemsOf(n, start, publishedUntil(), every)) }));
      await ingest.add({ kind: 'feed', name: host, url: server.url(host), textFrom: 'feed' });
    }
    const round = async () => {
      ingest.tick();
      await ingest.idle();
    };
    await round();
    let minutes = 0;
    /** Lets a minute pass and answers while what is due is under way, a few turns of the event loop after it began. */
    const nextMinute = async () => {
      clock.turnTo(clock.now() + minute);
      ingest.tick();
      for (let turns = minutes++ % mostTurns; turns > 0; turns--) await yieldToEventLoop();
      const took = await timed(() => latest(library));
      await ingest.idle();
      return took;
    };
    const resting = async () => {
      const setPaused = async (paused: boolean) => {
        for (const { id } of await library.sources.list()) await library.sources.change(id, { paused });
      };
      await setPaused(true);
      const took: number[] = [];
      for (let n = 0; n < restingMinutes; n++) took.push(await nextMinute());
      await setPaused(false);
      return took;
    };
    const without = await resting();
    const during: number[] = [];
    let early = 0;
    for (let at = minute; at <= hours * hour; at += minute) {
      during.push(await nextMinute());
      if (early === 0 && at >= (hours * hour) / 4) early = heapInUse();
    }
    const late = heapInUse();
    without.push(...(await resting()));
    const asked = Map.groupBy(server.seen, ({ host }) => host);
    const waits = [...asked.values()].flatMap(seen => seen.slice(1).map(({ at }, n) => at - seen[n]!.at));
    const published = Array.from(
      { length: feeds },
      (_, n) => itemsOf(n, start, publishedUntil(), every).length,
    );
    return {
      feeds,
      hours,
      requests: server.seen.length,
      mostAsked: Math.max(...[...asked.values()].map(seen => seen.length)),
      shortestWait: Math.min(...waits),
      articles: await library.articles.count(),
      published: published.reduce((sum, count) => sum + count, 0),
      heap: { early, late },
      median: { without: middle(without), with: middle(during) },
    };
  } finally {
    await ingest.stop();
    await server.close();
    library.close();
    rmSync(folder, { recursive: true });
  }
}

const towns = ['Oden', 'Vale', 'Karst', 'Abeln', 'Brisk', 'Corvo', 'Dunmar', 'Elster', 'Falk', 'Gorse'];
const matters = [
  'bridge',
  'harbour',
  'school',
  'railway',
  'theatre',
  'clinic',
  'market',
  'dam',
  'library',
  'mill',
];

/** What a feed has had up to a moment, the newest first. */
function itemsOf(feed: number, start: number, now: number, every: number): TestItem[] {
  const count = 1 + Math.floor((now - start) / (every * hour) + ((feed * 7) % 10) / 10);
  return Array.from({ length: count }, (_, n): TestItem => {
    const nth = count - 1 - n;
    const [town, matter] = [towns[(feed + nth) % 10]!, matters[(feed * 3 + nth) % 10]!];
    const at = Math.min(now, start - 3 * hour + nth * every * hour);
    return {
      guid: `${feed}-${nth}`,
      title: `${town} votes on its ${matter}, round ${feed}.${nth}`,
      text: `<p>The council of ${town} voted ${nth} times on the ${matter} number ${feed} on Monday.</p><p>“The ${matter} will cost ${feed * 100 + nth} crowns,” said Mayor Ines Kolbe.</p>`,
      at,
    };
  });
}

async function latest(library: ReturnType<typeof openLibrary>): Promise<void> {
  await answer(library, { kind: 'latest' }, { page: 1, chat: 'private' });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function middle(times: number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
}

function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
