import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase, schemaOf } from '../../src/database/database.ts';
import { migrations } from '../../src/database/migrations/index.ts';
import { openLibrary } from '../../src/store.ts';
import { countsOf, fromDump } from '../library/dump.ts';
import { scratchFolder } from '../library/scratch.ts';

const folder = scratchFolder();
const fixtures = new URL('./fixtures/', import.meta.url);
const newest = migrations.at(-1)!.version;
const kept = readdirSync(fixtures)
  .flatMap(name => /^schema-(\d+)\.sql$/.exec(name)?.[1] ?? [])
  .map(Number)
  .sort((a, b) => a - b);

/** A database of an earlier schema in a file, and what its tables held. */
function earlier(version: number, use: string) {
  const path = join(folder, `${use}-${version}.db`);
  const raw = fromDump(path, readFileSync(new URL(`schema-${version}.sql`, fixtures), 'utf8'));
  const counts = countsOf(raw);
  raw.close();
  return { path, counts };
}

test('there is a database of each earlier schema to try', () => {
  const wanted = migrations.map(({ version }) => version).filter(version => version < newest);
  const missing = wanted.filter(version => !kept.includes(version));
  expect(
    missing,
    `run: ${missing.map(version => `node scripts/fixture.ts ${version}`).join(' && ')}`,
  ).toEqual([]);
});

test.each(kept.filter(version => version <= newest))(
  'schema %i is opened and keeps its data',
  async version => {
    const { path, counts } = earlier(version, 'kept');
    for (const [table, count] of Object.entries(counts))
      expect({ table, empty: count === 0 }).toEqual({ table, empty: false });
    const database = openDatabase(path);
    expect(schemaOf(database)).toBe(newest);
    const now = countsOf(database);
    for (const [table, count] of Object.entries(counts))
      expect({ table, count: now[table] }).toEqual({ table, count });
    expect(database.pragma('foreign_key_check')).toEqual([]);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.close();
    if (version === newest) return;
    // What was there before is kept beside it, as it was.
    const copy = openDatabase(`${path}.schema-${version}.backup`, {
      steps: migrations.filter(step => step.version <= version),
    });
    expect(countsOf(copy)).toEqual(counts);
    copy.close();
  },
);

test.each(kept.filter(version => version <= newest))(
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
        told: 2,
      });
      expect(await library.inbox.waiting()).toMatchObject([{ updateId: 11, queue: 'chat 501' }]);
      expect(await library.inbox.conversation('chat -502 topic 7')).toBe('{"version":1}');
      expect(await library.keptQuestions.get('0123456789abcdef')).toBe('who Ines Calloway');
      expect(await library.owner.get()).toBe(123456789);
      await library.outbox.recover(now);
      const next = await library.outbox.next(501, now);
      expect(next).toMatchObject({ state: 'unknown', body: '{"text":"unknown","entities":[]}' });
      expect(await library.outbox.chats(now)).toEqual({ chats: [501], last: null });
      await library.subscriptions.wake(503);
      expect((await library.outbox.next(503, now))?.body).toBe('{"text":"held","entities":[]}');
    }
    library.close();
  },
);
