import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../../src/database/database.ts';
import { deliveriesSchema } from '../../../src/database/migrations/deliveries/index.ts';
import { newsSchema } from '../../../src/database/migrations/news/index.ts';
import { deliveriesPath } from '../../../src/database/two-files.ts';
import { openLibrary } from '../../../src/store.ts';
import { inventedReading, randomFrom } from '../../bench/invented.ts';
import { countsOf, fromDump } from '../../library/dump.ts';
import { addSubscriptions } from '../../library/many-subscriptions.ts';
import { itemsIn } from '../articles.ts';

/** `lost`, `doubled`: rows of the files, or articles in digests, that are missing or there more than once at the end. */
export type TwoFilesFigures = { work: string; kills: number; rounds: number; lost: number; doubled: number };

export type TwoFilesOptions = {
  kills: number;
  seed: number;
  sizes?: { chats: number; loaded: number; days: number };
  onKill?(line: string): void;
};

const child = new URL('./child.ts', import.meta.url);
const oldest = new URL('../../database/fixtures/news/schema-9.sql', import.meta.url);
const subscribers = 40;
/** How much there is to do in a round. */
const usualSizes = { chats: 1500, loaded: 120, days: 25 };
const start = Date.UTC(2030, 0, 7, 9);

/** Something that a process does to a library: what is there before, and what must be there once it is done. */
type Work = {
  name: 'open' | 'load' | 'plan';
  /** What the process is given besides the file. */
  more: string;
  prepare(file: string): Promise<void>;
  /** What the files hold, by name; each must be as after a round without a kill. */
  count(file: string): Record<string, number>;
};

/**
 * Kills processes at random moments while they take over an older database, load readings, and write news and digests
 * in turn, each again and again until one comes to its end; then compares what is there with a round without a kill.
 */
export async function runTwoFiles(options: TwoFilesOptions): Promise<TwoFilesFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'communique-two-files-'));
  const random = randomFrom(options.seed);
  try {
    const figures: TwoFilesFigures[] = [];
    for (const work of worksIn(folder, options.sizes ?? usualSizes))
      figures.push(await killed(work, { ...options, folder, random }));
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function killed(
  work: Work,
  { folder, random, kills: all, onKill }: TwoFilesOptions & { folder: string; random(): number },
): Promise<TwoFilesFigures> {
  const figures = { work: work.name, kills: 0, rounds: 0, lost: 0, doubled: 0 };
  const wanted = Math.ceil(all / 3);
  const whole = join(folder, `${work.name}-whole.db`);
  await work.prepare(whole);
  let { took } = await attempt(work, whole, Number.POSITIVE_INFINITY);
  const reference = work.count(whole);
  while (figures.kills < wanted) {
    figures.rounds += 1;
    const file = join(folder, `${work.name}-${figures.rounds}.db`);
    await work.prepare(file);
    for (let isWhole = true; ; isWhole = false) {
      // Most kills fall into a part of the work that the one before did not reach.
      const ms = figures.kills < wanted ? random() * took * 0.6 : Number.POSITIVE_INFINITY;
      const outcome = await attempt(work, file, ms);
      if (!outcome.ended) {
        figures.kills += 1;
        continue;
      }
      // Once its code is compiled, the work takes less than the first time.
      if (isWhole) took = Math.min(took, outcome.took);
      break;
    }
    const found = work.count(file);
    for (const name of new Set([...Object.keys(reference), ...Object.keys(found)])) {
      const difference = (found[name] ?? 0) - (reference[name] ?? 0);
      if (difference !== 0)
        onKill?.(`${work.name}, round ${figures.rounds}: ${name} differs by ${difference}`);
      figures.lost += Math.max(0, -difference);
      figures.doubled += Math.max(0, difference);
    }
    onKill?.(`${work.name}: ${figures.kills} kills in ${figures.rounds} rounds`);
  }
  return figures;
}

/** Runs a process for so many milliseconds of its work; whether it came to its end, and the milliseconds it had. */
async function attempt(
  { name, more }: Work,
  file: string,
  ms: number,
): Promise<{ ended: boolean; took: number }> {
  const process = fork(child, [name, file, more], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const exit = once(process, 'exit');
  await once(process, 'message');
  const began = performance.now();
  process.send('begin');
  await Promise.race([exit, ...(ms === Number.POSITIVE_INFINITY ? [] : [pause(ms)])]);
  process.kill('SIGKILL');
  const [code, signal] = await exit;
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`${name} ended by itself with ${code}`);
  return { ended: code === 0, took: performance.now() - began };
}

function worksIn(folder: string, { chats, loaded, days }: typeof usualSizes): Work[] {
  const readings = join(folder, 'readings.jsonl');
  const lines = Array.from({ length: loaded }, (_, at) => JSON.stringify(inventedReading(at)));
  writeFileSync(readings, lines.join('\n'));
  return [
    { name: 'open', more: '', prepare: async file => singleFile(file, chats), count: rowsOf },
    { name: 'load', more: readings, prepare: async file => openLibrary(file).close(), count: rowsOf },
    { name: 'plan', more: String(days), prepare: subscribed, count: deliveredOf },
  ];
}

/** A database of before there were two files, with many chats. */
function singleFile(file: string, chats: number): void {
  const raw = fromDump(file, readFileSync(oldest, 'utf8'));
  raw.exec(`
    with recursive numbers (n) as (select 1000 union all select n + 1 from numbers where n < ${999 + chats})
    insert into subscription (id, origin, chat_id, user_id, topics, people, weekdays, times, zone, state, next_due, created)
      select n, 'many:' || n, n, n, '[]', '[]', '[1]', '["08:00"]', 'UTC', 'active', 0, 0 from numbers`);
  raw.close();
}

async function subscribed(file: string): Promise<void> {
  openLibrary(file).close();
  await addSubscriptions(
    file,
    Array.from({ length: subscribers }, (_, at) => ({
      chatId: at + 1,
      threadId: null,
      userId: at + 1,
      topics: [],
      people: [],
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      times: ['08:00'],
      zone: 'UTC',
      deliveredUpTo: 0,
      nextDue: start,
      created: start,
    })),
  );
}

/** How many rows each table of both files has. */
function rowsOf(file: string): Record<string, number> {
  const news = openDatabase(file, newsSchema);
  const deliveries = openDatabase(deliveriesPath(file), deliveriesSchema);
  const counts = { ...countsOf(news), ...countsOf(deliveries) };
  news.close();
  deliveries.close();
  return Object.fromEntries(Object.entries(counts).filter(([table]) => !/search_/.test(table)));
}

/** In how many digests of a chat each article is. */
function deliveredOf(file: string): Record<string, number> {
  const deliveries = openDatabase(deliveriesPath(file), deliveriesSchema);
  const parts = deliveries
    .prepare('select chat_id as chat, text from outbox join message_bodies on message_bodies.id = body_id')
    .all() as { chat: number; text: string }[];
  deliveries.close();
  const counts: Record<string, number> = {};
  for (const { chat, text } of parts)
    for (const item of itemsIn((JSON.parse(text) as { text: string }).text))
      counts[`article ${item} to chat ${chat}`] = (counts[`article ${item} to chat ${chat}`] ?? 0) + 1;
  return counts;
}
