import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { reread } from '../../../src/ingest/sources/reread.ts';
import { readerVersion } from '../../../src/reading/model/reading.ts';
import { storableReading } from '../../../src/reading/storable-reading.ts';
import { openLibrary } from '../../../src/store.ts';
import { scratchFolder, scratchLibrary } from '../../library/scratch.ts';
import { knowledge } from '../../reading/knowledge.ts';
import { sharedReaders } from '../shared-readers.ts';
import { storyAbout } from './stage.ts';

const folder = scratchFolder();

const later = Date.UTC(2031, 5, 1);

test('articles of an older reader are read again in their place, the others and their order stay', async () => {
  const library = scratchLibrary(folder);
  const readingOf = (id: string, place: string) =>
    storableReading(
      { id, text: '', html: storyAbout(place), publishedAt: '2031-05-05', source: 'Courier' },
      knowledge,
    );
  const old = { ...readingOf('old', 'Oden'), reader: '0', quotes: [], people: [] };
  await library.articles.add(old, { now: 1 });
  await library.articles.add(readingOf('new', 'Vale'), { now: 2 });
  const head = await library.news.head();
  const seen: number[] = [];
  const counts = await reread(library, sharedReaders, {
    all: false,
    now: later,
    onProgress: now => seen.push(now.reread),
  });
  expect(counts).toEqual({ reread: 1, refused: 0, total: 1 });
  expect(seen).toEqual([1]);
  const { reading, arrival } = (await library.articles.get('old'))!;
  expect(reading.reader).toBe(readerVersion);
  expect(reading.quotes.map(({ speaker }) => speaker?.name)).toContain('Ines Kolbe');
  expect(reading).toMatchObject({ published: { date: '2031-05-05', basis: 'given' }, source: 'Courier' });
  expect(arrival).toBe(1);
  expect(await library.news.head()).toBe(head);
  expect(await reread(library, sharedReaders, { all: false, now: later })).toMatchObject({ total: 0 });
  expect(await reread(library, sharedReaders, { all: true, now: later })).toMatchObject({
    total: 2,
    reread: 2,
  });
});

test('a damaged reading is named, and the others are read again', async () => {
  const file = join(folder, 'damaged.db');
  const library = openLibrary(file);
  onTestFinished(() => library.close());
  for (const [id, place] of [
    ['cut', 'Oden'],
    ['strange', 'Karst'],
    ['whole', 'Vale'],
  ] as const) {
    const article = { id, text: '', html: storyAbout(place), publishedAt: '2031-05-05' };
    await library.articles.add({ ...storableReading(article, knowledge), reader: '0' }, { now: 1 });
  }
  const raw = new Sqlite(file);
  const damage = raw.prepare(
    'update readings set json = ? where article = (select key from articles where id = ?)',
  );
  damage.run('{"text":"cut o', 'cut');
  damage.run('{"text":"no reading"}', 'strange');
  raw.close();
  const refused: string[] = [];
  const counts = await reread(library, sharedReaders, {
    all: false,
    now: later,
    onRefused: (id, reason) => refused.push(`${id}: ${reason}`),
  });
  expect(counts).toEqual({ reread: 1, refused: 2, total: 3 });
  expect(refused).toEqual([
    expect.stringMatching(/^cut: the stored reading of article cut is damaged: .*`remove article cut`/),
    expect.stringMatching(/^strange: the stored reading of article strange is damaged/),
  ]);
  expect((await library.articles.get('whole'))!.reading.reader).toBe(readerVersion);
});

test('old articles are found by their day, those without one by their arrival', async () => {
  const library = scratchLibrary(folder);
  const add = (id: string, publishedAt: string | undefined, now: number) =>
    library.articles.add(
      storableReading(
        { id, text: `The mill of ${id} burned down.`, ...(publishedAt ? { publishedAt } : {}) },
        knowledge,
      ),
      { now },
    );
  await add('Oden', '2030-01-01', Date.UTC(2031, 0, 1));
  await add('Vale', '2031-01-01', Date.UTC(2031, 0, 1));
  await add('Karst', undefined, Date.UTC(2030, 0, 1));
  await add('Abeln', undefined, Date.UTC(2031, 0, 1));
  expect(await library.maintenance.olderThan('2030-06-01', 10)).toEqual(['Oden', 'Karst']);
  for (const id of ['Oden', 'Karst']) await library.articles.remove(id);
  await library.maintenance.shrink();
  expect(await library.articles.count()).toBe(2);
});
