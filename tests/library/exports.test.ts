import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { restoreBackup } from '../../src/database/backup.ts';
import { openDatabase } from '../../src/database/database.ts';
import { newsSchema } from '../../src/database/migrations/news/index.ts';
import { openLibrary } from '../../src/store.ts';
import { readingOf } from './reading-of.ts';
import { addAll, exported, scratchFolder, scratchLibrary } from './scratch.ts';

const folder = scratchFolder();
const opened = 'Mayor Ines Kolbe opened the sluice of Vale on May 4.';
const harbour = readingOf({
  id: 'harbour',
  title: 'Harbour of Vale reopens',
  published: '2031-05-04',
  source: 'Vale Courier',
  text: `${opened} "The ships are back," Kolbe told the dockers.`,
  people: [{ name: 'Ines Kolbe', variants: ['Kolbe'], roles: ['Mayor'] }],
  quotes: [{ text: 'The ships are back,', by: 'Ines Kolbe' }],
  events: [{ text: opened, date: '2031-05-04', people: ['Ines Kolbe'] }],
});
const fair = readingOf({ id: 'fair', text: 'Bakers won prizes at the fair of Oden.' });

test('gives out each kind in the shape that other programs rely on', async () => {
  const library = scratchLibrary(folder);
  await addAll(library, [harbour, fair]);
  const [person] = await exported(library, 'people');
  const [story] = await exported(library, 'stories');
  expect(await exported(library, 'articles')).toEqual([
    {
      id: 'harbour',
      title: 'Harbour of Vale reopens',
      published: '2031-05-04',
      story: story!.id,
      duplicateOf: null,
      source: 'Vale Courier',
      url: null,
    },
    {
      id: 'fair',
      title: null,
      published: null,
      story: expect.any(String),
      duplicateOf: null,
      source: null,
      url: null,
    },
  ]);
  expect(person).toEqual({
    id: expect.any(String),
    name: 'Ines Kolbe',
    variants: ['Kolbe'],
    roles: ['Mayor'],
    mentions: harbour.people[0]!.mentions.map(mention => ({ article: 'harbour', ...mention })),
  });
  expect(story).toEqual({
    id: expect.any(String),
    title: 'Harbour of Vale reopens',
    articles: ['harbour'],
    first: '2031-05-04',
    last: '2031-05-04',
  });
  const quote = harbour.quotes[0]!;
  expect(await exported(library, 'quotes')).toEqual([
    { article: 'harbour', ...quote, speaker: { ...quote.speaker, person: person!.id } },
  ]);
  expect(await exported(library, 'timeline')).toEqual([
    {
      date: '2031-05-04',
      precision: 'day',
      basis: 'explicit',
      text: opened,
      articles: ['harbour'],
      people: [person!.id],
    },
  ]);
});

test('gives out who cites a line by the id of the person, whatever the article calls them', async () => {
  const library = scratchLibrary(folder);
  const line = readingOf({
    id: 'line',
    text: 'Mayor Tilda Brekke ended with words of the poet Ines Kolbe: “All bridges lead home.”',
    people: [{ name: 'Ines Kolbe' }, { name: 'Tilda Brekke' }],
    quotes: [{ text: 'All bridges lead home.', by: 'Ines Kolbe' }],
  });
  const start = line.text.indexOf('Tilda Brekke');
  const citedBy = { name: 'Tilda Brekke', person: 'p2', text: 'Tilda Brekke', start, end: start + 12 };
  const quotes = line.quotes.map(quote => ({ ...quote, citedBy }));
  await addAll(library, [harbour, { ...line, quotes }]);
  const citer = (await exported(library, 'people')).find(person => person.name === 'Tilda Brekke')!;
  const [quote] = (await exported(library, 'quotes')).filter(({ article }) => article === 'line');
  expect(quote).toMatchObject({ citedBy: { ...citedBy, person: citer.id } });
  expect(citer.id).not.toBe('p2');
});

test('gives out only what is about a person or has the words, and no more than asked for', async () => {
  const library = scratchLibrary(folder);
  await addAll(library, [harbour, fair]);
  const ids = async (about: string) =>
    (await exported(library, 'articles', { about })).map(article => article.id);
  expect(await ids('kolbe')).toEqual(['harbour']);
  expect(await ids('bakers prizes')).toEqual(['fair']);
  expect(await exported(library, 'quotes', { about: 'Колбе' })).toHaveLength(1);
  expect(await exported(library, 'timeline', { about: 'bakers' })).toEqual([]);
  expect(await exported(library, 'people', { about: 'zeppelin' })).toEqual([]);
  expect(await exported(library, 'stories', { about: 'sluice' })).toHaveLength(1);
  expect(await exported(library, 'articles', { limit: 1 })).toHaveLength(1);
});

test('gives out more than one batch, each row once and in order', async () => {
  const library = scratchLibrary(folder);
  const text = (number: number) => `On that day gate ${number} of the sluice was opened.`;
  const events = (number: number) => [
    { text: text(number), date: `2031-${String((number % 12) + 1).padStart(2, '0')}-01` },
  ];
  const readings = Array.from({ length: 450 }, (_, number) =>
    readingOf({ id: `n${number}`, text: text(number), events: events(number) }),
  );
  await addAll(library, readings);
  expect((await exported(library, 'articles')).map(article => article.id)).toEqual(
    readings.map(reading => reading.id),
  );
  const dates = (await exported(library, 'timeline')).map(entry => entry.date as string);
  expect(dates).toEqual(dates.toSorted());
  expect(await exported(library, 'articles', { limit: 201 })).toHaveLength(201);
});

test('copies itself while it is open, and comes back from the copy', async () => {
  const path = join(folder, 'kept.db');
  const copy = join(folder, 'copy.db');
  const library = openLibrary(path);
  await addAll(library, [harbour]);
  const copying = library.backup(copy);
  await addAll(library, [fair]);
  await copying;
  library.close();
  await restoreBackup(copy, path);
  const restored = openLibrary(path);
  expect((await restored.articles.get('harbour'))?.reading).toEqual(harbour);
  restored.close();
  expect(existsSync(`${path}.before-restore`)).toBe(true);
});

test('does not restore what is no library', async () => {
  const path = join(folder, 'safe.db');
  openDatabase(path, newsSchema).close();
  const rubbish = join(folder, 'rubbish');
  writeFileSync(rubbish, 'no database at all, only words that go on for a while'.repeat(30));
  await expect(restoreBackup(rubbish, path)).rejects.toMatchObject({ kind: 'no-database' });
  openDatabase(path, newsSchema).close();
  expect(existsSync(`${path}.before-restore`)).toBe(false);
});
