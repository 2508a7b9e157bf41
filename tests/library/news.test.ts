import { expect, test } from 'vitest';
import { readingOf } from './reading-of.ts';
import { scratchFolder, scratchLibrary } from './scratch.ts';

const folder = scratchFolder();
const everything = { topics: [], people: [], limit: 10 };

const article = (id: string, text: string, published: string, topics: string[] = [], quote?: string) =>
  readingOf({
    id,
    text,
    published,
    title: `About ${id}`,
    topics,
    people: [{ name: 'Ines Kolbe' }],
    quotes: quote ? [{ text: quote, by: 'Ines Kolbe' }] : [],
  });
const mill = article(
  'mill',
  'A blaze gutted the Marlowe textile mill in Oden, killing four weavers behind a locked staircase. Ines Kolbe said: "We mourn with Oden."',
  '2031-02-01',
  ['accidents'],
  'We mourn with Oden.',
);
const inquest = article(
  'inquest',
  'Prosecutors seized ledgers of the Marlowe textile mill in Oden, where four weavers died behind a locked staircase.  Ines Kolbe watched.',
  '2031-02-03',
  ['justice'],
);
const race = article(
  'race',
  'Gales dismasted two yachts in the Gannet regatta off Cape Sorrow. Ines Kolbe clapped.',
  '2031-02-02',
  ['sport'],
);

test('tells what arrived since a place, story by story', async () => {
  const library = scratchLibrary(folder);
  expect(await library.news.head()).toBe(0);
  await library.articles.add(mill, { now: 1 });
  const after = await library.news.head();
  await library.articles.add(race, { now: 2 });
  await library.articles.add(inquest, { now: 3 });
  await library.articles.add({ ...race, id: 'copy' }, { now: 4 });
  const upTo = await library.news.head();

  const whole = await library.news.stories({ after: 0, upTo, ...everything });
  expect(whole.items.map(item => item.fresh.map(one => one.id))).toEqual([['mill', 'inquest'], ['race']]);
  expect(whole.items[0]!.quotes.map(quote => quote.text)).toEqual(['We mourn with Oden.']);
  expect(whole.items[0]!.summary[0]!.article.id).toBe('mill');

  const since = await library.news.stories({ after, upTo, ...everything });
  expect(since.items.map(item => item.fresh.map(one => one.id))).toEqual([['inquest'], ['race']]);
  expect(since.items[0]!.story.articles.map(one => one.id)).toEqual(['mill', 'inquest']);
  expect((await library.news.stories({ after: upTo, upTo, ...everything })).total).toBe(0);

  const sport = await library.news.stories({ after: 0, upTo, topics: ['sport'], people: [], limit: 10 });
  expect(sport.items.map(item => item.fresh.map(one => one.id))).toEqual([['race']]);
  const { id } = (await library.people.find('Kolbe')).fits[0]!;
  const either = await library.news.stories({ after: 0, upTo, topics: ['sport'], people: [id], limit: 1 });
  expect([either.items.length, either.total]).toEqual([1, 2]);
});

test('never tells archived articles', async () => {
  const library = scratchLibrary(folder);
  await library.articles.add(mill, { now: 1, archive: true });
  expect((await library.news.stories({ after: 0, upTo: 99, ...everything })).total).toBe(0);
});
