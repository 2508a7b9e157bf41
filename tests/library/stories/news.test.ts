import { expect, test } from 'vitest';
import type { NewsFilter } from '../../../src/library/model/types.ts';
import { readingOf } from '../reading-of.ts';
import { scratchFolder, scratchLibrary } from '../scratch.ts';

const folder = scratchFolder();
const nothing: NewsFilter = { topics: [], people: [], words: [], without: [], withoutSources: [] };
const everything = { filter: nothing, limit: 10 };

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

test('the sentence under a headline says what the headline does', async () => {
  const library = scratchLibrary(folder);
  await library.articles.add(mill, { now: 1 });
  await library.articles.add({ ...inquest, title: 'Ledgers of the Marlowe mill seized' }, { now: 2 });
  const [story] = (await library.news.stories({ after: 0, upTo: await library.news.head(), ...everything }))
    .items;
  expect(story!.story.title).toBe('Ledgers of the Marlowe mill seized');
  expect(story!.lead?.text).toMatch(/^Prosecutors seized ledgers/);
});

test('gives what arrived since a place, story by story', async () => {
  const library = scratchLibrary(folder);
  expect(await library.news.head()).toBe(0);
  await library.articles.add(mill, { now: 1 });
  const after = await library.news.head();
  await library.articles.add(race, { now: 2 });
  await library.articles.add(inquest, { now: 3 });
  await library.articles.add({ ...race, id: 'copy' }, { now: 4 });
  const upTo = await library.news.head();

  const whole = await library.news.stories({ after: 0, upTo, ...everything });
  expect(whole.items.map(item => item.fresh.map(one => one.id))).toEqual([
    ['mill', 'inquest'],
    ['race', 'copy'],
  ]);
  expect(whole.items[0]!.quotes.map(quote => quote.text)).toEqual(['We mourn with Oden.']);
  expect(whole.items[0]!.summary[0]!.article.id).toBe('mill');

  const since = await library.news.stories({ after, upTo, ...everything });
  expect(since.items.map(item => item.fresh.map(one => one.id))).toEqual([['race', 'copy'], ['inquest']]);
  expect(since.items.map(({ update }) => update)).toEqual([false, true]);
  expect(since.items[1]!.summary.map(({ article }) => article.id)).toEqual(['inquest', 'inquest']);
  expect(since.items[1]!.story.articles.map(one => one.id)).toEqual(['mill', 'inquest']);
  expect((await library.news.stories({ after: upTo, upTo, ...everything })).total).toBe(0);

  const sport = await library.news.stories({
    after: 0,
    upTo,
    filter: { ...nothing, topics: ['sport'] },
    limit: 10,
  });
  expect(sport.items.map(item => item.fresh.map(one => one.id))).toEqual([['race', 'copy']]);
  const { id } = (await library.people.find('Kolbe')).fits[0]!;
  const either = await library.news.stories({
    after: 0,
    upTo,
    filter: { ...nothing, topics: ['sport'], people: [id] },
    limit: 1,
  });
  expect([either.items.length, either.total]).toEqual([1, 2]);
});

test('never gives archived articles', async () => {
  const library = scratchLibrary(folder);
  await library.articles.add(mill, { now: 1, archive: true });
  expect((await library.news.stories({ after: 0, upTo: 99, ...everything })).total).toBe(0);
});

const blaze = (id: string, text: string, source: string, published = '2031-02-02') =>
  readingOf({ id, text, published, source, title: 'Blaze guts the Marlowe textile mill in Oden' });

test('a story given before is given again only with what is new in it', async () => {
  const library = scratchLibrary(folder);
  await library.articles.add(mill, { now: 1 });
  const after = await library.news.head();
  await library.articles.add(
    blaze(
      'same',
      'A blaze gutted the Marlowe textile mill in Oden and killed four weavers behind a locked staircase.',
      'The Oden Post',
    ),
    { now: 2 },
  );
  const seen = await library.news.head();
  expect((await library.news.stories({ after, upTo: seen, ...everything })).items).toEqual([]);
  await library.articles.add(
    blaze(
      'toll',
      'A blaze gutted the Marlowe textile mill in Oden, killing 11 weavers behind a locked staircase. The owner of the Marlowe textile mill in Oden was arrested at the border.',
      'The Oden Post',
    ),
    { now: 3 },
  );
  const upTo = await library.news.head();
  const { items } = await library.news.stories({ after: seen, upTo, ...everything });
  expect(items.map(({ update, summary }) => [update, summary.map(({ text }) => text)])).toEqual([
    [
      true,
      [
        'A blaze gutted the Marlowe textile mill in Oden, killing 11 weavers behind a locked staircase.',
        'The owner of the Marlowe textile mill in Oden was arrested at the border.',
      ],
    ],
  ]);
  // What was told before `since` was told for another wish: it does not count.
  const anew = await library.news.stories({ since: seen, after: seen, upTo, ...everything });
  expect(anew.items.map(({ update }) => update)).toEqual([false]);
});

test('words are enough or too much, as phrases too, and a source can be left out', async () => {
  const library = scratchLibrary(folder);
  await library.articles.add(mill, { now: 1 });
  await library.articles.add(race, { now: 2 });
  await library.articles.add({ ...inquest, source: 'The Órgano' }, { now: 3 });
  const ids = async (filter: Partial<NewsFilter>) => {
    const found = await library.news.stories({
      after: 0,
      upTo: 99,
      filter: { ...nothing, ...filter },
      limit: 10,
    });
    return found.items.flatMap(({ fresh }) => fresh.map(({ id }) => id)).sort();
  };
  expect(await ids({ words: ['yachts'] })).toEqual(['race']);
  expect(await ids({ words: ['Oden ledgers', 'GANNET'] })).toEqual(['inquest', 'race']);
  expect(await ids({ words: ['"textile mill"'] })).toEqual(['inquest', 'mill']);
  expect(await ids({ words: ['“mill textile”'] })).toEqual([]);
  expect(await ids({ without: ['textile mill'] })).toEqual(['race']);
  expect(await ids({ without: ['"mill textile"', 'NOT', '*'] })).toEqual(['inquest', 'mill', 'race']);
  expect(await ids({ withoutSources: ['the organo'] })).toEqual(['mill', 'race']);
});

test('what many outlets tell comes first, then what fits better', async () => {
  const library = scratchLibrary(folder);
  const flood = (id: string, source: string) =>
    readingOf({
      id,
      source,
      published: '2031-02-02',
      title: 'Flood in Karst',
      topics: ['weather'],
      text: 'The river Vell broke its banks at Karst and carried away the wooden bridge beside the brewery.',
    });
  await library.articles.add(flood('f1', 'One'), { now: 1 });
  await library.articles.add(flood('f2', 'Two'), { now: 2 });
  await library.articles.add(flood('f3', 'Two'), { now: 3 });
  await library.articles.add(race, { now: 4 });
  const { items } = await library.news.stories({ after: 0, upTo: 9, ...everything });
  expect(items.map(({ sources, fresh }) => [sources, fresh.length])).toEqual([
    [2, 3],
    [1, 1],
  ]);
  const { id } = (await library.people.find('Kolbe')).fits[0]!;
  const fitting = await library.news.stories({
    after: 0,
    upTo: 9,
    filter: { ...nothing, topics: ['sport', 'weather'], people: [id] },
    limit: 10,
  });
  expect(fitting.items[0]).toMatchObject({ met: { topics: ['sport'], people: [id] } });
});

test('what is weeks old does not come first for having been in more papers', async () => {
  const library = scratchLibrary(scratchFolder());
  const fire =
    'A blaze gutted the Marlowe textile mill in Oden, killing four weavers behind a locked staircase.';
  await library.articles.add({ ...article('old', fire, '2031-01-02'), source: 'Oden Post' }, { now: 1 });
  await library.articles.add(
    {
      ...article('older', `${fire} Prosecutors seized its ledgers in the town.`, '2031-01-02'),
      source: 'Vale Echo',
    },
    { now: 2 },
  );
  await library.articles.add(race, { now: 3 });
  await library.articles.add(
    article('bread', 'Bakers of Lorvik won a prize for rye bread at a fair of their guild.', '2031-02-09'),
    { now: 4 },
  );
  const { items } = await library.news.stories({ after: 0, upTo: await library.news.head(), ...everything });
  expect(items.map(({ story }) => story.title)).toEqual(['About bread', 'About race', expect.any(String)]);
});
