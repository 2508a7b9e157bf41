import Sqlite from 'better-sqlite3';
import { expect, onTestFinished } from 'vitest';
import {
  type Access,
  type ChatType,
  chatTypes,
  type RightsAction,
  type Role,
  type Verdict,
} from '../../../src/bot/core/rights-table.ts';
import { deliveriesPath } from '../../../src/database/two-files.ts';
import type { Person, PlaceInGroup, Seen } from '../../../src/local-telegram/local-telegram.ts';
import { dumpOf } from '../../library/dump.ts';
import { subscribe, type World } from '../subscribers.ts';
import { news, world } from '../world.ts';

/** A tap comes from a person: nobody taps anonymously. */
export const tappers = ['owner', 'admin', 'member', 'stranger', 'banned'] as const satisfies readonly Role[];
export type Tapper = (typeof tappers)[number];

/** What an allowed tap may write to, besides the inbox. */
export const writes: Partial<Record<RightsAction, string[]>> = {
  mute: ['subscriptions'],
  read: ['read_markers', 'stored_queries'],
  step: ['conversations'],
  change: ['subscriptions', 'conversations'],
  pause: ['subscriptions'],
  resume: ['subscriptions'],
  delete: ['subscriptions'],
  undo: ['subscriptions'],
  send: ['subscriptions', 'outbox', 'message_bodies', 'stored_queries'],
  share: ['stored_queries'],
  forget: ['subscriptions', 'conversations', 'read_markers', 'outbox', 'access_list', 'chat_languages'],
  language: ['chat_languages', 'conversations'],
};

export type Spot = { place: Person | PlaceInGroup; on: Seen };

/** The same five people in each kind of chat, with a message of the bot's to tap on. */
export async function scene(access: Access) {
  let olga: Person;
  const w = await world({
    seeds: false,
    owner: telegram => {
      olga = telegram.person('Olga');
      return { admins: [olga.user.id], access };
    },
  });
  await w.arrives(news.harbour);
  const people = Object.fromEntries(tappers.map(role => [role, w.telegram.person(role)])) as Record<
    Tapper,
    Person
  >;
  const { owner, admin, member, banned } = people;
  for (const role of tappers) people[role].starts();
  const chats = { members: [member, banned], admins: [olga!, owner, admin] };
  const group = w.telegram.group('Group', chats);
  const forum = w.telegram.group('Forum', { ...chats, forum: true });
  const channel = w.telegram.group('Channel', { ...chats, kind: 'channel' });
  const topic = owner.in(forum).opensTopic('Topic');
  await w.quiet();
  for (const role of ['owner', 'admin', 'member'] as const)
    await w.library.accessList.admit(people[role].user.id, w.clock.now());
  await w.library.accessList.ban(banned.user.id, w.clock.now());

  const at = async (place: Person | PlaceInGroup, thread?: number): Promise<Spot> => {
    const id = await said(w, place.chat_id, thread);
    return { place, on: place.chat().find(({ message_id }) => message_id === id)! };
  };
  const places = {} as Record<ChatType, Record<Tapper, Spot>>;
  for (const chat of chatTypes) places[chat] = {} as Record<Tapper, Spot>;
  for (const role of tappers) {
    places.private[role] = await at(people[role]);
    places.group[role] = await at(people[role].in(group));
    places.topic[role] = await at(people[role].in(forum, topic), topic.id);
    places.channel[role] = await at(people[role].in(channel));
  }

  let nth = 0;
  /** A new subscription of the chat; in private one's own for an owner, for the others that of the channel. */
  const subjectOf = async (chat: ChatType, role: Tapper, data: string): Promise<number> => {
    nth += 1;
    const isOwn = chat === 'private' && role === 'owner';
    const ofChannel = chat === 'channel' || (chat === 'private' && !isOwn);
    const chatId = { group: group.id, topic: forum.id, private: owner.user.id, channel: channel.id }[chat];
    const { id } = await subscribe(w, ofChannel ? channel.id : chatId, {
      origin: `walk:${nth}`,
      userId: owner.user.id,
      channel: ofChannel ? 'Channel' : null,
    });
    if (/^c\|s\.undo/.test(data)) await w.library.subscriptions.remove(id, w.clock.now());
    return id;
  };
  return { w, people, group, forum, topic, places, subjectOf };
}

/** Posts something as the bot; gives its id. */
async function said(w: World, chat: number, thread?: number): Promise<number> {
  const { apiRoot, token } = w.telegram;
  const asked = await fetch(`${apiRoot}/bot${token}/sendMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      chat_id: chat,
      text: '📌',
      ...(thread === undefined ? {} : { message_thread_id: thread }),
    }),
  });
  const { result } = (await asked.json()) as { result: { message_id: number } };
  return result.message_id;
}

const refusals: Record<Exclude<Verdict, 'yes' | 'link' | 'silent' | 'unknown'>, RegExp> = {
  administrators: /^Only (?:channel )?administrators /,
  private: /^\/forget .* only works in a private chat with me/,
  'way-in': /^You don’t have access yet/,
  expired: /^That button has expired/,
};

/** All at once; afterwards nothing may have changed, in the chat or in the database. */
export async function checkRefused(
  w: World,
  { place, on }: Spot,
  taps: { data: string; verdict: Exclude<Verdict, 'yes'> }[],
): Promise<void> {
  const posts = () => place.chat().map(({ text, buttons }) => [text, buttons]);
  const [postsBefore, rowsBefore] = [posts(), botDump(w)];
  const answers = w.telegram.callsOf('answerCallbackQuery').length;
  const sent = taps.map(tap => ({ ...tap, tap: place.forges(tap.data, on) }));
  for (const { data, verdict, tap } of sent) {
    const answer = await tap.answered();
    // The waiting mark ends; nothing is said.
    if (verdict === 'silent') expect(answer, data).toEqual({});
    else if (verdict === 'link')
      expect(answer.url, data).toMatch(/^https:\/\/t\.me\/\w+\?start=[A-Za-z0-9_-]{1,64}$/);
    else expect(answer.text, `${data} ${verdict}`).toMatch(refusals[verdict as keyof typeof refusals]);
  }
  await w.quiet();
  expect(w.telegram.callsOf('answerCallbackQuery')).toHaveLength(answers + taps.length);
  expect(posts()).toEqual(postsBefore);
  expect(changedRows(rowsBefore, botDump(w))).toEqual([]);
}

/**
 * Afterwards only that may have changed which such taps write, and of subscriptions only theirs.
 * @param before what the tables hold
 * @returns what they hold afterwards
 */
export async function checkAllowed(
  w: World,
  { place, on }: Spot,
  taps: { data: string; action: RightsAction; id: number }[],
  before: Set<string>,
): Promise<Set<string>> {
  const sent = taps.map(({ data }) => ({ data, tap: place.forges(data, on) }));
  for (const { data, tap } of sent) {
    const answer = await tap.answered();
    expect(answer.url, data).toBeUndefined();
    for (const refusal of [refusals.administrators, refusals.private, refusals['way-in']])
      expect(answer.text ?? '', data).not.toMatch(refusal);
  }
  await w.quiet();
  const after = botDump(w);
  const changed = changedRows(before, after);
  const data = taps.map(tap => tap.data).join();
  const actions = taps.map(({ action }) => action);
  const tables = new Set(actions.flatMap(action => writes[action] ?? []));
  const ids = new Set<unknown>(taps.map(({ id }) => id));
  const strange = changed.filter(row => {
    const [table, first] = JSON.parse(row) as [string, unknown];
    const isOther = !actions.includes('forget') && table === 'subscriptions' && !ids.has(first);
    return isOther || !tables.has(table);
  });
  expect(strange, data).toEqual([]);
  const lasting: RightsAction[] = ['pause', 'delete', 'undo', 'send'];
  if (actions.some(action => lasting.includes(action))) expect(changed, data).not.toEqual([]);
  return after;
}

/** What the bot writes for people, but for the inbox, in which every update leaves a mark, as does every answer in
 * `sent_answers` and `shown_answers`. */
const botsOwn = [
  'subscriptions',
  'conversations',
  'stored_queries',
  'outbox',
  'message_bodies',
  'read_markers',
  'access_list',
];
const botsOther = ['notifications', 'reachable_admins', 'invitations', 'owner'];

/** Dated anew in passing, in the last column: by every update, and by the minute's tick. */
const dated = ['conversations', 'stored_queries'];

/** Those tables row by row: `[table, ...values]` as JSON. */
export function botDump(w: World): Set<string> {
  return reading(
    deliveriesPath(w.file),
    database =>
      new Set(
        rowsOf(database).flatMap(([table, rows]) =>
          (rows.all() as unknown[][]).map(row =>
            JSON.stringify([table, ...(dated.includes(table) ? row.slice(0, -1) : row)]),
          ),
        ),
      ),
  );
}

const prepared = new WeakMap<Sqlite.Database, [table: string, rows: Sqlite.Statement][]>();

/** Statements that read those tables: a test looks at them hundreds of times. */
function rowsOf(database: Sqlite.Database): [table: string, rows: Sqlite.Statement][] {
  const known = prepared.get(database);
  if (known) return known;
  const made = [...botsOwn, ...botsOther].map((table): [string, Sqlite.Statement] => [
    table,
    database.prepare(`select * from ${table}`).raw(),
  ]);
  prepared.set(database, made);
  return made;
}

/** The news and the deliveries, row by row. */
export function wholeDump(w: World): Set<string> {
  const rows = (file: string) => reading(file, database => dumpOf(database).split(';\n'));
  return new Set([w.file, deliveriesPath(w.file)].flatMap(rows));
}

export function isBotsOwn(row: string): boolean {
  return [
    ...botsOwn,
    'inbox',
    'replies',
    'sent_answers',
    'shown_answers',
    'sqlite_sequence',
    'timekeeping',
  ].some(table => row.startsWith(`INSERT INTO ${table} `));
}

/** Connections that only read, by their files, while a test runs: opening one takes longer than reading through it. */
const connections = new Map<string, Sqlite.Database>();

function reading<Result>(file: string, look: (database: Sqlite.Database) => Result): Result {
  let database = connections.get(file);
  if (database === undefined) {
    const opened = new Sqlite(file, { readonly: true });
    database = opened;
    connections.set(file, opened);
    onTestFinished(() => {
      connections.delete(file);
      opened.close();
    });
  }
  return look(database);
}

export function changedRows(before: Set<string>, after: Set<string>): string[] {
  return [...[...before].filter(row => !after.has(row)), ...[...after].filter(row => !before.has(row))];
}
