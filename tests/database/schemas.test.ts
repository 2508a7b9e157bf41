import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase, schemaOf } from '../../src/database/database.ts';
import { deliveriesSchema } from '../../src/database/migrations/deliveries/index.ts';
import { takeOver } from '../../src/database/migrations/deliveries/take-over.ts';
import { newestVersion } from '../../src/database/migrations/migration.ts';
import { newsSchema, singleFileSchema } from '../../src/database/migrations/news/index.ts';
import { deliveriesPath } from '../../src/database/two-files.ts';
import { openLibrary } from '../../src/store.ts';
import { countsOf, fromDump } from '../library/dump.ts';
import { scratchFolder } from '../library/scratch.ts';

const folder = scratchFolder();
const fixtures = new URL('./fixtures/', import.meta.url);
const rooms = { news: newsSchema, deliveries: deliveriesSchema };
const kept = (room: string) =>
  readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .flatMap(name => new RegExp(`^${room}/schema-(\\d+)\\.sql$`).exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
const singleFile = newestVersion(singleFileSchema);

/** What a table of the news or of the single file is called now. */
const renamed: Record<string, string> = {
  happenings: 'events',
  casts: 'appearances',
  figures: 'identities',
  tellings: 'event_reports',
  happening_marks: 'event_tags',
  ...Object.fromEntries(takeOver.map(({ table, select }) => [/from old\.(\w+)/.exec(select)![1]!, table])),
};

/** A database of an earlier schema in a file, and what its tables held. */
function earlier(version: number, use: string) {
  const path = join(folder, `${use}-${version}.db`);
  const raw = fromDump(path, readFileSync(new URL(`news/schema-${version}.sql`, fixtures), 'utf8'));
  const counts = countsOf(raw);
  raw.close();
  return { path, counts };
}

test.each(Object.entries(rooms))(
  'there is a database of each earlier schema of the %s to try',
  (room, schema) => {
    const wanted = schema.steps
      .map(({ version }) => version)
      .filter(version => version < newestVersion(schema));
    const missing = wanted.filter(version => !kept(room).includes(version));
    expect(
      missing,
      `run: ${missing.map(version => `node scripts/fixture.ts ${room} ${version}`).join(' && ')}`,
    ).toEqual([]);
  },
);

test.each(kept('news'))('schema %i is opened and keeps its data', version => {
  const { path, counts } = earlier(version, 'kept');
  for (const [table, count] of Object.entries(counts))
    expect({ table, empty: count === 0 }).toEqual({ table, empty: false });
  openLibrary(path).close();
  const news = openDatabase(path, newsSchema);
  const deliveries = openDatabase(deliveriesPath(path), deliveriesSchema);
  expect(schemaOf(news)).toBe(newestVersion(newsSchema));
  const now = { ...countsOf(news), ...countsOf(deliveries) };
  for (const [table, count] of Object.entries(counts))
    expect({ table, count: now[renamed[table] ?? table] }).toEqual({ table, count });
  for (const database of [news, deliveries]) {
    expect(database.pragma('foreign_key_check')).toEqual([]);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.close();
  }
  if (version === newestVersion(newsSchema)) return;
  // What was there before is kept next to it, as it was.
  const copy = openDatabase(`${path}.schema-${version}.backup`, {
    ...newsSchema,
    steps: newsSchema.steps.filter(step => step.version <= version),
  });
  expect(countsOf(copy)).toEqual(counts);
  copy.close();
});

test.each(kept('deliveries'))('schema %i of the deliveries is opened and keeps its data', version => {
  const path = join(folder, `deliveries-${version}.db`);
  const raw = fromDump(path, readFileSync(new URL(`deliveries/schema-${version}.sql`, fixtures), 'utf8'));
  const counts = countsOf(raw);
  raw.close();
  const database = openDatabase(path, deliveriesSchema);
  expect(schemaOf(database)).toBe(newestVersion(deliveriesSchema));
  expect(countsOf(database)).toMatchObject(counts);
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
});

test.each(kept('news').filter(version => version <= singleFile))(
  'on schema %i the program goes on where it was',
  async version => {
    const { path } = earlier(version, 'used');
    const library = openLibrary(path);
    const now = Date.UTC(2030, 0, 7, 12);
    const { fits } = await library.people.find('Calloway');
    expect(fits.map(({ name }) => name)).toEqual(['Ines Calloway']);
    expect((await library.search.articles('crane', { limit: 5, offset: 0 })).total).toBeGreaterThan(0);
    if (version >= 2) {
      const [subscription] = await library.subscriptions.ofChat(501);
      expect(subscription).toMatchObject({
        topics: ['sanctions'],
        people: ['p1'],
        weekdays: [1, 2, 3, 4, 5],
        times: ['08:00'],
        zone: 'Europe/Kyiv',
        state: 'active',
        deliveredUpTo: 2,
      });
      expect(await library.inbox.waiting()).toMatchObject([{ updateId: 11, queue: 'chat 501' }]);
      expect(await library.inbox.conversation('chat -502 topic 7')).toBe('{"version":1}');
      expect(await library.storedQueries.get('0123456789abcdef')).toBe('who Ines Calloway');
      expect(await library.owner.get()).toBe(123456789);
      await library.outbox.recover(now);
      const next = await library.outbox.next(501, now);
      expect(next).toMatchObject({ state: 'unknown', body: '{"text":"unknown","entities":[]}' });
      expect(await library.outbox.chats(now)).toEqual({ chats: [501], last: null });
      expect(await library.subscriptions.isSuspended(503)).toBe(true);
      await library.subscriptions.reactivate(503);
      expect((await library.outbox.next(503, now))?.body).toBe('{"text":"held","entities":[]}');
    }
    library.close();
  },
);
