import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { startApp } from '../../../src/app.ts';
import type { Access, ChatType, Role } from '../../../src/bot/core/rights-table.ts';
import { withReaders } from '../../../src/commands/cli/open.ts';
import { deliveriesPath } from '../../../src/database/two-files.ts';
import { loadPaths } from '../../../src/ingest/load.ts';
import {
  type Person,
  type PlaceInGroup,
  type Seen,
  startLocalTelegram,
} from '../../../src/local-telegram/local-telegram.ts';
import { type Library, openLibrary } from '../../../src/store.ts';
import { type Clock, stillClock } from '../../../src/system/clock.ts';
import { createLog } from '../../../src/system/log.ts';
import { startFeedServer } from '../../sources/feed-server.ts';
import { article } from '../articles.ts';
import { everyDay } from '../stage.ts';
import { openSideDoor } from './side-door.ts';

export const attackers = [
  'owner',
  'admin',
  'member',
  'stranger',
  'banned',
] as const satisfies readonly Role[];
export type Attacker = (typeof attackers)[number];

/** Where an attacker acts, and a message of the bot's to tap on there. */
export type Spot = {
  chat: ChatType;
  role: Attacker;
  /** The attacker's ID, which is also that of their private chat. */
  person: number;
  place: Person | PlaceInGroup;
  on: Seen;
};

const start = Date.UTC(2030, 0, 7, 5);
/** Pauses of the pacer: an attack doesn't wait for them. */
const shortPause = 5_000;
/** How many sources are asked again and again. */
const livingSources = 2;
/** No digest is due during an attack. */
const farAhead = start + 300 * 86_400_000;

export type Scene = Awaited<ReturnType<typeof openScene>>;

/** A bot with articles and subscriptions, and every role in every type of chat. */
export async function openScene(seed: number, access: Access) {
  const folder = mkdtempSync(join(tmpdir(), 'attack-'));
  const file = join(folder, 'communique.db');
  const clock = stillClock(start);
  let wrongBy = 0;
  const flowing: Clock = {
    now: () => clock.now() + wrongBy,
    monotonic: clock.monotonic,
    sleep: (ms, signal) => {
      const slept = clock.sleep(ms, signal);
      if (ms <= shortPause) setImmediate(() => clock.turnTo(clock.now() + ms));
      return slept;
    },
  };
  const telegram = await startLocalTelegram({ clock, seed });
  const library = openLibrary(file);
  const logged: string[] = [];
  const operator = telegram.person('Olga');
  const door = await openSideDoor(telegram.apiRoot);
  const sites = await startFeedServer(clock);
  for (const number of [1, 2, 3]) await library.articles.add(article(number), { now: start });
  const app = await startApp({
    token: telegram.token,
    apiRoot: door.apiRoot,
    library,
    clock: flowing,
    log: createLog('debug', { write: line => void logged.push(line) }),
    zone: 'UTC',
    admins: [operator.user.id],
    access,
    limits: { person: 30, group: 20 },
    ingest: { fetch: { resolve: sites.resolve, isAllowed: sites.isAllowed, isOnline: () => true } },
  });
  const quiet = async () => {
    await telegram.idle();
    await app.idle();
    await telegram.idle();
  };

  const people = Object.fromEntries(attackers.map(role => [role, telegram.person(role)])) as Record<
    Attacker,
    Person
  >;
  const { owner, admin, member, stranger, banned } = people;
  const chats = { members: [member, stranger, banned], admins: [operator, owner, admin] };
  const group = telegram.group('Group', chats);
  const forum = telegram.group('Forum', { ...chats, forum: true });
  const channel = telegram.group('Channel', { ...chats, kind: 'channel' });
  const topic = owner.in(forum).opensTopic('Topic');
  for (const person of [operator, ...Object.values(people)]) person.starts();
  await quiet();
  for (const person of [owner, admin, member]) await library.accessList.admit(person.user.id, start);
  await library.accessList.ban(banned.user.id, start);
  for (const [at, chatId] of [owner.user.id, group.id, forum.id, channel.id].entries())
    await library.subscriptions.add({
      origin: `attack:${at}`,
      chatId,
      threadId: null,
      userId: owner.user.id,
      topics: [],
      people: [],
      weekdays: everyDay,
      times: ['08:00'],
      zone: 'UTC',
      nextDue: farAhead,
      created: start,
      channel: chatId === channel.id ? 'Channel' : null,
    });

  const spotAt = async (chat: ChatType, role: Attacker, place: Person | PlaceInGroup, thread?: number) => {
    const id = await postTo(telegram, place.chat_id, thread);
    const person = people[role].user.id;
    return { chat, role, person, place, on: place.chat().find(({ message_id }) => message_id === id)! };
  };
  const spots: Spot[] = [];
  for (const role of attackers)
    spots.push(
      await spotAt('private', role, people[role]),
      await spotAt('group', role, people[role].in(group)),
      await spotAt('topic', role, people[role].in(forum, topic), topic.id),
      await spotAt('channel', role, people[role].in(channel)),
    );

  return {
    telegram,
    operator,
    sites,
    /** Hands updates to the bot that no one on this Telegram can cause, and waits until they are handled. */
    async brings(...updates: object[]) {
      await door.brings(...updates);
      await quiet();
    },
    calls: door.calls,
    spots,
    logged,
    quiet,
    /** The bot's messages by chat. */
    posts: () =>
      new Map(
        [operator, ...Object.values(people), group, forum, channel].map(place => [
          'chat_id' in place ? place.chat_id : place.id,
          place.chat().filter(({ from }) => from === 'bot').length,
        ]),
      ),
    /** What only someone entitled may change, row by row, and what the operators are notified of. */
    rows: () => rowsOf(deliveriesPath(file), ['subscriptions', 'access_list', 'invitations', 'owner']),
    alerts: () => alertsIn(deliveriesPath(file)),
    articles: () => library.articles.count(),
    pausesSources: () => pauseOlderSources(library),
    load: (path: string) =>
      withReaders({}, readers =>
        loadPaths(library, readers, [path], { now: clock.now(), archive: true, onRefused: () => {} }),
      ),
    /** Sets the bot's wall time wrong by `ms` milliseconds and lets a minute pass. */
    async jump(ms: number) {
      wrongBy = ms;
      clock.turnTo(clock.now() + 60_000);
      await app.tick();
    },
    async passes(ms: number) {
      clock.turnTo(clock.now() + ms);
      await quiet();
    },
    async close() {
      await app.stop();
      await door.close();
      await telegram.close();
      await sites.close();
      library.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Pauses all sources but the newest: hundreds of hostile ones, asked after each jump, would take hours. */
async function pauseOlderSources({ sources }: Library): Promise<void> {
  const newestFirst = (await sources.list()).toSorted((a, b) => b.id - a.id);
  for (const { id } of newestFirst.slice(livingSources)) await sources.change(id, { paused: true });
}

/** Posts as the bot; gives the message's ID. */
async function postTo(
  { apiRoot, token }: { apiRoot: string; token: string },
  chat: number,
  thread?: number,
): Promise<number> {
  const parameters = { chat_id: chat, text: 'a post', ...(thread && { message_thread_id: thread }) };
  const answer = await fetch(`${apiRoot}/bot${token}/sendMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(parameters),
  });
  return ((await answer.json()) as { result: { message_id: number } }).result.message_id;
}

/** What the operators are notified of, but for what becomes of the sources that they have added. */
function alertsIn(file: string): string[] {
  return rowsOf(file, ['notifications']).filter(row => !row.startsWith('notifications ["sources '));
}

function rowsOf(file: string, tables: string[]): string[] {
  const database = new Sqlite(file, { readonly: true });
  try {
    return tables.flatMap(table =>
      (database.prepare(`select * from ${table}`).raw().all() as unknown[]).map(
        row => `${table} ${JSON.stringify(row)}`,
      ),
    );
  } finally {
    database.close();
  }
}
