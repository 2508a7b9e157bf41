import { describe, expect, test } from 'vitest';
import { readingOf } from '../reading-of.ts';
import { addAll, exported, scratchFolder, scratchLibrary } from '../scratch.ts';
import { cases } from './story-cases.ts';

const folder = scratchFolder();

const sentences = {
  fire: 'A blaze gutted the Marlowe textile mill in Oden, killing four weavers trapped behind a locked staircase. Firefighters from Tarn and Vale hosed the smouldering looms until dawn. Owner Ruth Marlowe wept beside the ruined dye works.',
  inquest:
    'Ruth Marlowe, whose textile mill in Oden burned down, was questioned over the locked staircase that trapped four weavers. Prosecutors seized ledgers from the dye works. Firefighters testified about the blaze and the smouldering looms.',
  race: 'Ruth Marlowe steered her yacht Petrel to victory in the Gannet regatta off Cape Sorrow. Gales dismasted two rivals near the lighthouse. Spectators lined the pier with lanterns and brass bands.',
};
const told = (id: string, text: string, published: string | null, title = `About ${id}`) =>
  readingOf({ id, text, published, title, people: [{ name: 'Ruth Marlowe' }] });

const storiesOf = async (...readings: ReturnType<typeof readingOf>[]) => {
  const library = scratchLibrary(folder);
  await addAll(library, readings);
  const articles = await exported(library, 'articles');
  return Object.values(Object.groupBy(articles, article => String(article.story))).map(group =>
    group!.map(one => one.id),
  );
};

test('what followed belongs to its story; the same woman at another event does not', async () => {
  expect(
    await storiesOf(
      told('fire', sentences.fire, '2031-02-01'),
      told('race', sentences.race, '2031-02-02'),
      told('inquest', sentences.inquest, '2031-02-04'),
    ),
  ).toEqual([['fire', 'inquest'], ['race']]);
});

test('a round-up of several events makes no story of them', async () => {
  const day = '2031-02-01';
  const brief = (id: string, title: string, text: string, people: string[] = []) =>
    readingOf({ id, text, published: day, title, people: people.map(name => ({ name })) });
  const stories = await storiesOf(
    brief(
      'tram',
      'Tram jumps rails in Oden',
      'A tram jumped the rails in Oden near the Tarn bridge. Nine were bruised.',
    ),
    brief(
      'rails',
      'Nine bruised in Oden tram',
      'Nine were bruised when a tram jumped the rails at the Tarn bridge in Oden.',
    ),
    brief('levy', 'Minister Ilse Brandt drops levy', 'Minister Ilse Brandt drops the levy on salt.', [
      'Ilse Brandt',
    ]),
    brief('salt', 'No levy on salt, says Ilse Brandt', 'The levy on salt is dropped, Ilse Brandt said.', [
      'Ilse Brandt',
    ]),
    brief(
      'evening',
      'The evening in short: a tram, a levy and a swan',
      'A tram jumped the rails in Oden. Ilse Brandt drops the levy on salt. A swan stopped the traffic in Vale.',
      ['Ilse Brandt'],
    ),
  );
  const without = stories.map(ids => ids.filter(id => id !== 'evening')).filter(({ length }) => length > 0);
  expect(without).toEqual([
    ['tram', 'rails'],
    ['levy', 'salt'],
  ]);
});

test('months apart it is another story', async () => {
  expect(
    await storiesOf(
      told('fire', sentences.fire, '2031-02-01'),
      told('inquest', sentences.inquest, '2031-06-01'),
    ),
  ).toHaveLength(2);
});

test('the same articles in the same order always give the same stories', async () => {
  const all = () => [
    told('fire', sentences.fire, '2031-02-01'),
    told('inquest', sentences.inquest, '2031-02-04'),
    told('race', sentences.race, null),
  ];
  expect(await storiesOf(...all())).toEqual(await storiesOf(...all()));
});

test('copies stand under the first: whole, retitled or shortened', async () => {
  const library = scratchLibrary(folder);
  const long = `${sentences.fire} ${sentences.race.replaceAll('Ruth Marlowe', 'Her sister')}`;
  const outcomes = await addAll(library, [
    told('first', long, '2031-02-01'),
    told('retitled', `${long} `, '2031-02-02', 'Another headline'),
    told('shortened', sentences.fire, '2031-02-02'),
    told('other', sentences.inquest, '2031-02-03'),
  ]);
  expect(outcomes.map(one => (one.outcome === 'loaded' ? one.duplicateOf : one.outcome))).toEqual([
    null,
    'first',
    'first',
    null,
  ]);
  const story = await library.stories.of('shortened');
  expect(story?.articles.find(article => article.id === 'first')?.duplicates.map(one => one.id)).toEqual([
    'retitled',
    'shortened',
  ]);
  expect((await library.people.find('Ruth Marlowe')).fits[0]!.articles).toBe(2);
});

test('when the first goes, a copy takes its place', async () => {
  const library = scratchLibrary(folder);
  const onTopic = (reading: ReturnType<typeof told>) => ({
    ...reading,
    topics: [{ id: 'fires', label: 'Fires', score: 1 }],
  });
  await addAll(library, [
    onTopic(told('first', sentences.fire, '2031-02-01')),
    told('second', `${sentences.fire} `, '2031-02-02'),
    told('third', ` ${sentences.fire}  So it goes.`, '2031-02-02'),
  ]);
  await library.articles.remove('first');
  expect(await library.topics.all()).toEqual([]);
  expect((await library.articles.get('second'))?.duplicateOf).toBeNull();
  expect((await library.articles.get('third'))?.duplicateOf).toBe('second');
  expect((await library.articles.latest({ limit: 5, offset: 0 })).items.map(one => one.id)).toEqual([
    'second',
  ]);
  expect((await library.people.find('Ruth Marlowe')).fits[0]!.articles).toBe(1);
  expect((await library.stories.of('third'))?.title).toBe('About second');
});

test.each([
  'Who lit the fire at the mill?',
  'Exclusive: fire at the mill was lit, police believe',
  'What we know about the fire at the mill',
  'The woman behind the fire at the mill',
  '‘We lost everything’: the fire at the mill',
  'Takeaways from the fire at the mill',
  'Inquest to open ahead of the fire season at the mill',
])('a headline that says what happened names a story, not “%s”', async feature => {
  const library = scratchLibrary(folder);
  await addAll(library, [
    { ...told('feature', sentences.fire, '2031-02-01'), title: feature },
    { ...told('news', sentences.inquest, '2031-02-04'), title: 'Fire destroys the mill' },
  ]);
  expect((await library.stories.of('feature'))?.title).toBe('Fire destroys the mill');
});

test('a story has its days, and the newest of headlines that are equally central', async () => {
  const library = scratchLibrary(folder);
  await addAll(library, [
    told('inquest', sentences.inquest, '2031-02-04'),
    told('fire', sentences.fire, '2031-02-01'),
  ]);
  const story = await library.stories.of('inquest');
  expect(story).toMatchObject({ title: 'About inquest', first: '2031-02-01', last: '2031-02-04' });
  expect(story?.articles.map(article => article.id)).toEqual(['fire', 'inquest']);
  expect(
    (await library.stories.find('smouldering', { limit: 5, offset: 0 })).items.map(one => one.id),
  ).toEqual([story!.id]);
  expect((await library.stories.latest({ limit: 5, offset: 0 })).total).toBe(1);
  expect(await library.stories.get('999')).toBeNull();
});

test.each([
  ['Six dead as fire burns the mill', 'Eleven dead as fire burns the mill'],
  ['Storm heads for the coast', 'Storm hits the coast'],
  ['Trial of the mill owner begins', 'Mill owner sentenced to nine years'],
])('news move on: not “%s” but “%s” names a story', async (earlier, later) => {
  const library = scratchLibrary(folder);
  await addAll(library, [
    { ...told('inquest', sentences.inquest, '2031-02-04'), title: later },
    { ...told('fire', sentences.fire, '2031-02-01'), title: earlier },
  ]);
  expect((await library.stories.of('fire'))?.title).toBe(later);
});

describe('made-up news on ten events', () => {
  const readingsOf = (told: typeof cases) =>
    told.map(({ id, title, text, day }) => readingOf({ id, title, text, published: day }));
  const eventOf = new Map(cases.map(({ id, event }) => [id, event]));

  test.each([
    ['as they came', (told: typeof cases) => told],
    ['by their days', (told: typeof cases) => told.toSorted((a, b) => a.day.localeCompare(b.day))],
    ['the last first', (told: typeof cases) => told.toReversed()],
  ])('%s: one story an event, over outlets and days', async (_, order) => {
    const stories = await storiesOf(...readingsOf(order(cases)));
    const events = stories.map(ids => [...new Set(ids.map(id => eventOf.get(String(id))))]);
    expect(events.filter(one => one.length > 1)).toEqual([]);
    expect(events.flat().sort()).toEqual([...new Set(eventOf.values())].sort());
  });
});

describe('the same text', () => {
  const [first] = cases;
  const others = cases.slice(3).map(({ text }) => text);
  const body = [first!.text, others[0], others[2]].join('\n\n');
  const half = body.slice(0, body.indexOf('\n\n', body.length / 2));
  test.each([
    ['copied', body, true],
    ['under another headline and with a line of its own', `${body}\n\nThis is from our partner paper.`, true],
    ['its beginning alone', half, true],
    ['with other marks and white space', body.replaceAll('. ', '.  ').replaceAll("'", '’'), true],
    [
      'with every twentieth word another',
      body
        .split(' ')
        .map((word, at) => (at % 20 === 19 ? 'such' : word))
        .join(' '),
      true,
    ],
    ['behind another article', [...others.slice(3, 5), body].join('\n\n'), true],
    ['told in other words', cases[1]!.text, false],
    ['with the words in another order', body.split(' ').toReversed().join(' '), false],
    ['quoted in one sentence', `${others[4]} ${others[5]} ${body.split('. ')[0]}.`, false],
  ])('%s', async (_, text, isCopy) => {
    const library = scratchLibrary(folder);
    const outcomes = await addAll(library, [
      readingOf({ id: 'first', text: body, published: '2031-05-02', title: 'One', source: 'One' }),
      readingOf({ id: 'second', text, published: '2031-05-03', title: 'Two', source: 'Two' }),
    ]);
    expect(outcomes[1]).toMatchObject({ outcome: 'loaded', duplicateOf: isCopy ? 'first' : null });
    if (!isCopy) return;
    const [shown] = (await library.stories.of('second'))!.articles;
    expect([shown!.source, ...shown!.duplicates.map(one => one.source)]).toEqual(['One', 'Two']);
    expect((await library.articles.latest({ limit: 5, offset: 0 })).total).toBe(1);
  });
});

test('the latest stories: of one day those with the most articles first', async () => {
  const library = scratchLibrary(folder);
  await addAll(library, [
    told('fire', sentences.fire, '2031-02-03T08:00'),
    told('inquest', sentences.inquest, '2031-02-03T09:00'),
    told('race', sentences.race, '2031-02-03T20:00'),
  ]);
  const { items } = await library.stories.latest({ limit: 5, offset: 0 });
  expect(items.map(({ articles }) => articles.length)).toEqual([2, 1]);
});
