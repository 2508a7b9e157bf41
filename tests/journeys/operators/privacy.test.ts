import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { privacyLineOf } from '../../../src/bot/features/privacy.ts';
import { deliveriesPath } from '../../../src/database/two-files.ts';
import { loadMessages, loadTranslations } from '../../../src/rendering/messages.ts';
import { createLog } from '../../../src/system/log.ts';
import { languages } from '../../languages.ts';
import { world } from '../world.ts';

type World = Awaited<ReturnType<typeof world>>;
type Person = ReturnType<World['telegram']['person']>;

test('/privacy says what is kept, with the ID that identifies the reader to others', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('/privacy');
  const told = (await ann.reads()).text;
  expect(told).toContain(String(ann.user.id));
  expect(told).toContain('/forget deletes it');
});

test('/export hands out all that is kept, /forget deletes it after one is sure', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  await subscribe(w, ann);
  ann.says('/filter');
  await ann.sees('Which topic?');
  ann.says('/export');
  const { post } = await ann.sees('Everything I store about this chat');
  const held = await downloaded(w, String(post.document?.file_id));
  expect(held).toMatchObject({
    chat: ann.user.id,
    subscriptions: [{ zone: 'UTC', times: ['08:00'] }],
    conversations: [{ state: expect.anything() }],
  });

  ann.says('/forget');
  const sure = await ann.sees('Delete everything I store about you?');
  expect(sure.text).toContain('Your subscription ends');
  await ann.presses('Keep it', sure);
  await ann.sees('Nothing was deleted');
  expect(await w.library.subscriptions.ofChat(ann.user.id)).toHaveLength(1);

  ann.says('/forget');
  await ann.presses('Delete everything');
  await ann.sees('Everything I stored about you is deleted');
  await w.quiet();
  expect(tracesOf(w, ann.user.id)).toEqual([]);
  await w.turnTo(w.clock.now() + 86_400_000);
  await w.quiet();
  expect(ann.chat().at(-1)!.text).toContain('Everything I stored about you is deleted');
  ann.says('/subscriptions');
  await ann.sees('No subscriptions here.');
});

test('a ban outlives being forgotten, an admission does not', async () => {
  let olga: Person;
  const w = await world({
    owner: telegram => {
      olga = telegram.person('Olga');
      return { admins: [olga.user.id], access: 'list' };
    },
  });
  const ann = w.telegram.person('Ann');
  olga!.says(`/allow ${ann.user.id}`);
  await olga!.sees('can use this bot now');
  ann.says('/forget');
  await ann.sees('You’ll need to be let in again');
  await ann.presses('Delete everything');
  await ann.sees('Everything I stored about you is deleted');
  ann.says('/latest');
  await ann.sees('The operator can let you in');
  olga!.says(`/ban ${ann.user.id}`);
  await olga!.sees('is banned');
  await w.library.personalData.erase(ann.user.id);
  expect(await w.library.accessList.state(ann.user.id)).toBe('banned');
});

test('/privacy explains every table with personal data, and says how long it is kept', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('/privacy');
  const { text } = await ann.sees('What I store about you');
  const messages = loadMessages();
  for (const table of [...(await w.library.personalData.tables()), 'stored_queries']) {
    const line = privacyLineOf[table];
    expect(line, table).toBeDefined();
    expect(text).toContain(messages.say(line!, { id: String(ann.user.id) }));
  }
  expect(text).toContain('which people, stories and topics this chat asked about'.replace('which', 'Which'));
});

/** How many days the line of a table names, in each language. */
function daysSaid(table: string): number[] {
  const translations = loadTranslations();
  return languages.codes.map(code => {
    const line = translations(code).say(privacyLineOf[table]!, { id: '1' });
    return Number(/\d+/.exec(line)![0]);
  });
}

test('what /privacy gives a number of days is deleted after them, and it says the same in every language', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('/who Lavrov');
  await ann.sees(/^Serge[iy] Lavrov/);
  ann.says('/filter');
  await ann.sees('Which topic?');
  await w.quiet();
  const now = w.clock.now();
  await w.library.storedQueries.keep(['a long question']);
  await w.library.notifications.add({ key: 'n', chatId: ann.chat_id, text: 'Hello' }, now);
  await w.library.notifications.settle({ key: 'n', chatId: ann.chat_id }, 'sent', now);
  const tables = {
    ...{ inbox: 14, sent_answers: 2, shown_answers: 2, conversations: 30 },
    ...{ read_markers: 180, stored_queries: 180, notifications: 30 },
  };
  const database = new Sqlite(deliveriesPath(w.file), { readonly: true });
  const rows = (table: string) => database.prepare(`select count(*) from ${table}`).pluck().get() as number;
  const goneOn: Record<string, number> = {};
  for (let day = 0; day <= 184; day += 1) {
    for (const table of Object.keys(tables)) if (rows(table) === 0) goneOn[table] ??= day;
    await w.turnTo(w.clock.now() + 86_400_000);
  }
  database.close();
  for (const [table, days] of Object.entries(tables)) {
    expect(new Set(daysSaid(table)), table).toEqual(new Set([days]));
    // Up to three days more: it must be certain that they have passed, whatever the clock shows.
    expect(goneOn[table], table).toBeGreaterThan(days);
    expect(goneOn[table], table).toBeLessThanOrEqual(days + 3);
  }
});

test('what is about one person is for their private chat: elsewhere a sentence leads there', async () => {
  const w = await world();
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  const group = w.telegram.group('Debate', { members: [ann], admins: [bob] });
  const before = await w.library.personalData.of(group.id);
  for (const person of [ann, bob])
    for (const command of ['privacy', 'export', 'forget']) {
      person.in(group).says(`/${command}@${w.telegram.username}`);
      const refused = await person.in(group).reads();
      expect(refused.text).toBe(`/${command} is personal, so it only works in a private chat with me.`);
      expect(refused.buttons).toEqual([['More in a private chat']]);
    }
  await ann.in(group).presses('More in a private chat');
  await ann.sees('What I store about you');
  const said = bob.in(group).chat().at(-1)!;
  expect((await bob.in(group).forges('c|f.yes', said).answered()).text).toContain(
    'only works in a private chat',
  );
  await w.quiet();
  expect(await w.library.personalData.of(group.id)).toEqual(before);
});

test('the log says neither who people are nor what they write, not even where something fails', async () => {
  const lines: string[] = [];
  const w = await world({
    owner: () => ({ log: createLog('debug', { write: line => void lines.push(line) }) }),
  });
  const ann = w.telegram.person('Wilhelmina');
  w.telegram.fails({
    method: 'sendMessage',
    times: 3,
    with: { code: 400, description: 'Bad Request: wrong file' },
  });
  ann.says('/search a very private matter');
  await w.quiet();
  w.telegram.fails({
    method: 'sendMessage',
    times: 1,
    with: { code: 403, description: 'Forbidden: bot was blocked by the user' },
  });
  ann.says('/latest');
  await w.quiet();
  const log = lines.join('');
  expect(log).toContain('could not be handled');
  expect(log).toContain('wrong file');
  expect(log).toContain('this chat cannot be answered');
  for (const secret of [String(ann.user.id), 'Wilhelmina', 'private matter'])
    expect(log).not.toContain(secret);
});

async function subscribe(w: World, person: Person) {
  person.says('/subscribe');
  await person.presses('All news ›');
  await person.presses('Every day 08:00');
  await person.presses('✓ Subscribe');
  await person.sees('subscribed.');
  await w.quiet();
}

async function downloaded(w: World, fileId: string): Promise<Record<string, unknown>> {
  const { apiRoot, token } = w.telegram;
  const asked = await fetch(`${apiRoot}/bot${token}/getFile?file_id=${encodeURIComponent(fileId)}`);
  const { result } = (await asked.json()) as { result: { file_path: string } };
  const file = await fetch(`${apiRoot}/file/bot${token}/${result.file_path}`);
  return file.json() as Promise<Record<string, unknown>>;
}

/** Every cell of the databases that has the number in it, as `table.column`. */
function tracesOf(w: World, id: number): string[] {
  return [w.file, deliveriesPath(w.file)].flatMap(file => tracesIn(file, id));
}

function tracesIn(file: string, id: number): string[] {
  const database = new Sqlite(file, { readonly: true });
  try {
    const columns = database
      .prepare(
        `SELECT tables.name AS "table", columns.name AS "column"
         FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
         WHERE tables.type = 'table' AND tables.sql NOT LIKE 'CREATE VIRTUAL%' AND tables.name NOT LIKE 'search%'`,
      )
      .all() as { table: string; column: string }[];
    return columns
      .filter(({ table, column }) =>
        database.prepare(`SELECT 1 FROM "${table}" WHERE instr("${column}", ?) > 0 LIMIT 1`).get(String(id)),
      )
      .map(({ table, column }) => `${table}.${column}`);
  } finally {
    database.close();
  }
}
