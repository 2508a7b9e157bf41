import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/database/database.ts';
import { newsSchema } from '../../src/database/migrations/news/index.ts';
import { openLibrary } from '../../src/store.ts';
import { readingOf } from './reading-of.ts';
import { addAll, exported, scratchFolder, scratchLibrary } from './scratch.ts';

const folder = scratchFolder();

const harbour = readingOf({
  id: 'harbour',
  title: 'Harbour of Vale reopens',
  published: '2031-05-04',
  source: 'Vale Courier',
  text: `Mayor Ines Kolbe reopened the harbour of Vale on Sunday. "The ships are back," Kolbe told the dockers. Engineer Tomas Brandt had repaired the sluice since March.

The storm of January had torn both gates away.`,
  people: [
    { name: 'Ines Kolbe', variants: ['Kolbe'], roles: ['Mayor'] },
    { name: 'Tomas Brandt', roles: ['Engineer'] },
  ],
  quotes: [{ text: 'The ships are back,', by: 'Kolbe' }].map(quote => ({ ...quote, by: 'Ines Kolbe' })),
  events: [
    {
      text: 'Mayor Ines Kolbe reopened the harbour of Vale on Sunday.',
      date: '2031-05-04',
      people: ['Ines Kolbe'],
    },
  ],
  topics: ['shipping'],
});

test('keeps a reading as it came', async () => {
  const library = scratchLibrary(folder);
  const outcome = await library.articles.add(harbour, { now: 5 });
  expect(outcome).toMatchObject({ outcome: 'loaded', id: 'harbour', duplicateOf: null });
  expect((await library.articles.get('harbour'))?.reading).toEqual(harbour);
  expect(await library.articles.count()).toBe(1);
});

test('knows an article again, by its id or by its text, and refuses another text under its id', async () => {
  const library = scratchLibrary(folder);
  const nameless = { ...harbour, id: '' };
  const [first, again, without] = await addAll(library, [harbour, harbour, nameless]);
  expect([first!.outcome, again!.outcome, without!.outcome]).toEqual(['loaded', 'known', 'known']);
  expect(without!.id).toBe('harbour');
  const other = readingOf({ id: 'harbour', text: 'A wholly different text about the fair of Oden.' });
  const refused = await library.articles.add(other, { now: 0 });
  expect(refused).toMatchObject({ outcome: 'refused', id: 'harbour' });
  expect(refused.outcome === 'refused' && refused.reason).toMatch(/remove/);
  expect(await library.articles.count()).toBe(1);
});

test('gives an article without an id one that its text always gets', async () => {
  const nameless = { ...harbour, id: '' };
  const [one] = await addAll(scratchLibrary(folder), [nameless]);
  const [two] = await addAll(scratchLibrary(folder), [nameless]);
  expect(one!.id).toMatch(/^text-/);
  expect(two!.id).toBe(one!.id);
});

test.each([
  ['without its text', { ...harbour, input: undefined }, /input/],
  ['with offsets outside the text', { ...harbour, sentences: [{ start: 0, end: 90_000 }] }, /outside/],
  [
    'whose quote was altered',
    { ...harbour, quotes: harbour.quotes.map(quote => ({ ...quote, text: 'The ships are gone,' })) },
    /quote/,
  ],
])('refuses a reading %s and keeps nothing of it', async (_, reading, reason) => {
  const library = scratchLibrary(folder);
  const outcome = await library.articles.add(reading, { now: 0 });
  expect(outcome.outcome === 'refused' && outcome.reason).toMatch(reason);
  expect(await library.articles.count()).toBe(0);
  expect(await library.people.leading(5)).toEqual([]);
});

test('gives the sentence round a stretch with its neighbours', async () => {
  const library = scratchLibrary(folder);
  await library.articles.add(harbour, { now: 0 });
  const quote = harbour.quotes[0]!;
  const found = await library.articles.sentenceAt('harbour', quote.start, quote.end);
  expect(found?.sentence.text).toBe('"The ships are back," Kolbe told the dockers.');
  expect(found?.before?.text).toMatch(/^Mayor Ines Kolbe/);
  expect(found?.after?.text).toMatch(/^Engineer/);
  expect(await library.articles.sentenceAt('nowhere', 0, 1)).toBeNull();
});

test('lists the newest first, copies left out', async () => {
  const library = scratchLibrary(folder);
  const older = readingOf({
    id: 'older',
    published: '2031-05-01',
    text: 'The bakers of Oden met. They talked of flour prices.',
  });
  const undated = readingOf({ id: 'undated', text: 'A heron was seen at the mill pond of Tarn.' });
  const copy = { ...harbour, id: 'copy', title: 'Vale has its harbour back' };
  await addAll(library, [older, harbour, undated, copy]);
  const latest = await library.articles.latest({ limit: 10, offset: 0 });
  expect(latest.items.map(article => article.id)).toEqual(['harbour', 'older', 'undated']);
  expect(latest.total).toBe(3);
  expect((await library.articles.latest({ limit: 1, offset: 1 })).items.map(one => one.id)).toEqual([
    'older',
  ]);
});

test('removing an article takes away everything that rests on it', async () => {
  const library = scratchLibrary(folder);
  const kept = readingOf({
    id: 'kept',
    published: '2031-06-20',
    text: 'Mayor Ines Kolbe opened the library of Vale on 20 June.',
    people: [{ name: 'Ines Kolbe', roles: ['Mayor'] }],
  });
  await addAll(library, [kept]);
  const before = await Promise.all(
    (['articles', 'people', 'stories', 'quotes', 'timeline'] as const).map(kind => exported(library, kind)),
  );
  await addAll(library, [harbour]);
  expect((await library.people.find('Brandt')).fits).toHaveLength(1);
  expect(await library.articles.remove('harbour')).toBe(true);
  const after = await Promise.all(
    (['articles', 'people', 'stories', 'quotes', 'timeline'] as const).map(kind => exported(library, kind)),
  );
  expect(after).toEqual(before);
  expect((await library.people.find('Brandt')).fits).toEqual([]);
  expect((await library.people.find('Brand')).nearest).toEqual([]);
  expect((await library.search.articles('sluice', { limit: 5, offset: 0 })).total).toBe(0);
  expect(await library.topics.all()).toEqual([]);
  expect(await library.articles.remove('harbour')).toBe(false);
});

test('a library emptied article by article is as empty as a new one', async () => {
  const path = join(folder, 'emptied.db');
  const library = openLibrary(path);
  await addAll(library, [harbour, { ...harbour, id: 'copy' }]);
  expect(await library.articles.removeSource('Vale Courier', 5)).toBe(2);
  expect(await library.articles.count()).toBe(0);
  library.close();
  const database = openDatabase(path, newsSchema);
  const tables = database
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '%search_%'",
    )
    .pluck()
    .all() as string[];
  const filled = tables.filter(
    table => database.prepare(`select count(*) from ${table}`).pluck().get() !== 0,
  );
  // Subscriptions may still mean whoever was named.
  expect(filled.sort()).toEqual(['counters', 'gone_subjects']);
  expect(database.prepare('select sum(value) from counters').pluck().get()).toBe(0);
  database.close();
});

test('a place in the order of arrival is never given twice', async () => {
  const library = scratchLibrary(folder);
  await addAll(library, [harbour]);
  const head = await library.news.head();
  await library.articles.remove('harbour');
  await addAll(library, [{ ...harbour, id: 'again' }]);
  expect((await library.articles.get('again'))!.arrival).toBeGreaterThan(head);
});
