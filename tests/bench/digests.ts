import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { buttonEncoder, linkEncoder } from '../../src/bot/core/buttons.ts';
import { openDatabase } from '../../src/database/database.ts';
import { deliveriesSchema } from '../../src/database/migrations/deliveries/index.ts';
import { deliveriesPath } from '../../src/database/two-files.ts';
import { planDue } from '../../src/digests/planner.ts';
import { loadMessages } from '../../src/rendering/messages.ts';
import { openLibrary } from '../../src/store.ts';
import { createLog } from '../../src/system/log.ts';
import { addSubscriptions } from '../library/many-subscriptions.ts';
import { inventedReading } from './invented.ts';

export type DigestFigures = {
  subscribers: number;
  filters: number;
  /** How often news were looked up. */
  lookups: number;
  /** Messages put in line, and how many different ones. */
  messages: number;
  different: number;
  /** Seconds from the first to the last digest in line. */
  seconds: number;
  /** Microseconds a subscriber. */
  each: number;
  /** Megabytes of memory more than before at the highest, and by which the database has grown. */
  memory: number;
  disk: number;
  /** The longest time in milliseconds for which nobody else had a turn. */
  blocked: number;
};

const now = Date.UTC(2031, 0, 7, 8);
const megabyte = 2 ** 20;

/**
 * A morning's digests composed and put in line, for few and for many subscribers with the same filters.
 * @param options.told articles that everybody has been told, and those that are `fresh`
 */
export async function benchDigests(
  options: { sizes?: number[]; filters?: number; told?: number; fresh?: number } = {},
): Promise<DigestFigures[]> {
  const { sizes = [1000, 10_000, 100_000], filters = 300, told = 1500, fresh = 500 } = options;
  const folder = mkdtempSync(join(tmpdir(), 'communique-bench-'));
  try {
    const base = join(folder, 'base.db');
    const library = openLibrary(base);
    for (let at = 0; at < told + fresh; at += 1)
      await library.articles.add(inventedReading(at), { now: now - 86_400_000 });
    const topics = (await library.topics.all()).map(({ id }) => id);
    const people = (await library.people.leading(filters)).map(({ id }) => id);
    const upTo = (await library.articles.get(`invented-${told - 1}`))!.arrival;
    library.close();
    const figures: DigestFigures[] = [];
    for (const subscribers of sizes) {
      const file = join(folder, `${subscribers}.db`);
      copyFileSync(base, file);
      copyFileSync(deliveriesPath(base), deliveriesPath(file));
      await addSubscriptions(
        file,
        Array.from({ length: subscribers }, (_, at) => ({
          chatId: at + 1,
          threadId: null,
          userId: at + 1,
          ...filterOf(at % filters, topics, people),
          weekdays: [1, 2, 3, 4, 5, 6, 7],
          times: ['08:00'],
          zone: 'UTC',
          deliveredUpTo: upTo,
          nextDue: now,
          created: 0,
        })),
      );
      figures.push(await measure(file, subscribers, filters));
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A filter for each number, all different: people's names, each with a topic where there are not enough. */
function filterOf(
  number: number,
  topics: string[],
  people: string[],
): { topics: string[]; people: string[] } {
  const round = Math.floor(number / people.length);
  return { people: [people[number % people.length]!], topics: round === 0 ? [] : [topics[round - 1]!] };
}

async function measure(file: string, subscribers: number, filters: number): Promise<DigestFigures> {
  const library = openLibrary(file);
  let lookups = 0;
  const counting = {
    ...library,
    news: {
      ...library.news,
      stories: (asked: Parameters<typeof library.news.stories>[0]) => {
        lookups += 1;
        return library.news.stories(asked);
      },
    },
  };
  const before = { memory: process.memoryUsage().rss, disk: size(file) };
  let highest = before.memory;
  const watching = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss);
  }, 20);
  const blocking = monitorEventLoopDelay({ resolution: 5 });
  blocking.enable();
  await pause(20);
  const english = loadMessages();
  const started = performance.now();
  const planned = await planDue(
    {
      library: counting,
      libraryFor: () => counting,
      messagesOf: async () => english,
      log: createLog('silent'),
      encoders: {
        chat: buttonEncoder('bot'),
        channel: linkEncoder('bot'),
      },
    },
    now,
    { stopping: () => false, onPlanned: () => {} },
  );
  const seconds = (performance.now() - started) / 1000;
  await pause(20);
  blocking.disable();
  clearInterval(watching);
  if (planned.subscriptions !== subscribers) throw new Error(`${planned.subscriptions} were planned`);
  library.close();
  const { messages, different } = inLine(file);
  return {
    subscribers,
    filters,
    lookups,
    messages,
    different,
    seconds,
    each: (seconds / subscribers) * 1e6,
    memory: (Math.max(highest, process.memoryUsage().rss) - before.memory) / megabyte,
    disk: (size(file) - before.disk) / megabyte,
    blocked: blocking.max / 1e6,
  };
}

function inLine(file: string): { messages: number; different: number } {
  const database = openDatabase(deliveriesPath(file), deliveriesSchema);
  const counted = database.prepare(
    'select count(*) as messages, count(distinct body_id) as different from outbox',
  );
  const row = counted.get() as { messages: number; different: number };
  database.close();
  return row;
}

const size = (file: string) => statSync(file).size + statSync(deliveriesPath(file)).size;
