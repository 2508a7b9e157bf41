import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCharacter } from '../any-character.ts';
import { readingOf } from './reading-of.ts';
import { addAll, scratchFolder, scratchLibrary } from './scratch.ts';

const folder = scratchFolder();
const library = scratchLibrary(folder);
const all = { limit: 10, offset: 0 };

await addAll(library, [
  readingOf({
    id: 'bridge',
    published: '2031-05-04',
    title: 'Bridge of Vale closed',
    text: 'The weather was fine. Engineers closed the bridge of Vale because of cracks. Ferries carry the commuters’ bicycles. Łódź sent a pontoon.',
    people: [{ name: 'Łódź' }],
    topics: ['traffic'],
  }),
  readingOf({
    id: 'ferry',
    published: '2031-05-06',
    title: 'Ferry timetable',
    text: 'A ferry runs each hour. The bridge stays shut. Мэр Киева Кличко прислал плот.',
    people: [{ name: 'Кличко' }],
    topics: ['traffic', 'budget'],
  }),
  readingOf({
    id: 'fair',
    published: null,
    title: 'Fair of Oden',
    text: 'Bakers won prizes at the fair of Oden. Nothing else happened.',
  }),
]);
const found = async (words: string) =>
  (await library.search.articles(words, all)).items.map(item => item.article.id);

test('finds what has all the words, the last one as a beginning', async () => {
  expect(await found('bridge crac')).toEqual(['bridge']);
  expect((await found('bridge')).sort()).toEqual(['bridge', 'ferry']);
});

test('a whole word is no beginning of another one, but is found in its other forms', async () => {
  const other = scratchLibrary(scratchFolder());
  await addAll(other, [
    readingOf({ id: 'one', text: 'Miners began a strike. The striker of the miners’ team joined them.' }),
    readingOf({ id: 'more', text: 'Two strikes were called off.' }),
    readingOf({ id: 'game', text: 'A striker of United scored twice.' }),
    readingOf({ id: 'land', text: 'Bolivian miners and Bolivians abroad voted.' }),
    readingOf({ id: 'state', text: 'Bolivia has miners.' }),
  ]);
  const idsOf = async (asked: string) =>
    (await other.search.articles(asked, all)).items.map(({ article }) => article.id).sort();
  expect(await idsOf('strike')).toEqual(['more', 'one']);
  expect(await idsOf('strik')).toEqual(['game', 'more', 'one']);
  expect(await idsOf('united strike')).toEqual(['game']);
  expect(await idsOf('bolivia')).toEqual(['land', 'state']);
  const [first] = (await other.search.articles('miners strike', all)).items;
  expect(first!.passage.text).toBe('Miners began a strike.');
});

test('singular and plural are one word, though not where another word looks like either', async () => {
  const other = scratchLibrary(scratchFolder());
  await addAll(other, [
    readingOf({ id: 'one', text: 'The election in Ostrava was won by a woman.' }),
    readingOf({ id: 'two', text: 'Elections come and go; the policies stay, and women vote.' }),
    readingOf({ id: 'new', text: 'A new policy on goods. That is good.' }),
    readingOf({ id: 'news', text: 'Good news for the goods train.' }),
  ]);
  const idsOf = async (asked: string) =>
    (await other.search.articles(asked, all)).items.map(({ article }) => article.id).sort();
  expect(await idsOf('elections')).toEqual(['one', 'two']);
  expect(await idsOf('elections ostrava')).toEqual(['one']);
  expect(await idsOf('women elections')).toEqual(['one', 'two']);
  expect(await idsOf('policy')).toEqual(['new', 'two']);
  expect(await idsOf('policies')).toEqual(['new', 'two']);
  expect(await idsOf('news')).toEqual(['news']);
  expect(await idsOf('goods')).toEqual(['new', 'news']);
  expect(await idsOf('"elections"')).toEqual(['two']);
});

test.each([20, 400])('an unfinished word finds all of %d words that begin so', async count => {
  const other = scratchLibrary(scratchFolder());
  const words = Array.from({ length: count }, (_, at) => `sluice${at.toString(36)}`);
  await addAll(other, [
    readingOf({ id: 'first', text: `Repairs of ${words[0]} began.` }),
    readingOf({ id: 'all', text: `A list of ${words.slice(1, -1).join(' ')} was printed.` }),
    readingOf({ id: 'last', text: `Repairs of ${words.at(-1)} ended.` }),
    readingOf({ id: 'none', text: 'Repairs of slums and slurries went on, and of a sluic.' }),
  ]);
  const idsOf = async (asked: string) =>
    (await other.search.articles(asked, all)).items.map(({ article }) => article.id).sort();
  expect(await idsOf('sluice')).toEqual(['all', 'first', 'last']);
  expect(await idsOf('repairs sluice')).toEqual(['first', 'last']);
});

test('finds what has any of the words where nothing has all', async () => {
  expect((await found('bakers ferry')).sort()).toEqual(['bridge', 'fair', 'ferry']);
  expect(await found('zeppelin')).toEqual([]);
});

test('takes any script and any apostrophe', async () => {
  expect(await found('klichko')).toEqual(['ferry']);
  expect(await found('КЛИЧКО')).toEqual(['ferry']);
  expect(await found('Lodz')).toEqual(['bridge']);
  expect(await found("commuters' bicycles")).toEqual(['bridge']);
  expect(await found('vale’s bridge')).toEqual(['bridge']);
});

test('shows the sentence that fits best, as it is in the article', async () => {
  const { items } = await library.search.articles('cracks vale', all);
  expect(items[0]!.passage.text).toBe('Engineers closed the bridge of Vale because of cracks.');
  const { reading } = (await library.articles.get('bridge'))!;
  expect(reading.input!.slice(items[0]!.passage.start, items[0]!.passage.end)).toBe(items[0]!.passage.text);
});

test('nothing that is typed breaks the search', async () => {
  const typed = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 60 }),
    fc.constantFrom(
      '"',
      '*',
      '__proto__',
      'a OR b',
      'NEAR(a b)',
      'title:x',
      '-bridge',
      '^a',
      "'",
      '(',
      'bridge AND',
    ),
  );
  await fc.assert(
    fc.asyncProperty(typed, async words => {
      const articles = await library.search.articles(words, all);
      const filtered = await library.search.filtered({ words }, all);
      const stories = await library.stories.find(words, all);
      const events = await library.timeline.entries({ words }, all);
      expect(articles.total).toBeLessThanOrEqual(3);
      expect(filtered.total + stories.total + events.total).toBeLessThanOrEqual(6);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('filters by every condition at once, newest first', async () => {
  const ids = async (filter: Parameters<typeof library.search.filtered>[0]) =>
    (await library.search.filtered(filter, all)).items.map(article => article.id);
  const person = (await library.people.find('klichko')).fits[0]!.id;
  expect(await ids({ topic: 'traffic' })).toEqual(['ferry', 'bridge']);
  expect(await ids({ topic: 'traffic', words: 'cracks' })).toEqual(['bridge']);
  expect(await ids({ person })).toEqual(['ferry']);
  expect(await ids({ person, topic: 'budget', from: '2031-05', to: '2031-05' })).toEqual(['ferry']);
  expect(await ids({ from: '2031-05-05', to: '2031' })).toEqual(['ferry']);
  expect(await ids({ to: '2031-05-04' })).toEqual(['bridge']);
  expect(await ids({ from: '2032' })).toEqual([]);
  expect(await ids({ words: '?!' })).toEqual([]);
  expect(await ids({})).toEqual(['ferry', 'bridge', 'fair']);
});

test('knows topics by label, beginning and near spelling', async () => {
  expect((await library.topics.all()).map(topic => [topic.id, topic.articles])).toEqual([
    ['traffic', 2],
    ['budget', 1],
  ]);
  for (const words of ['traffic', 'Traffic', 'traf', 'trafic', 'TRAFFIC '])
    expect((await library.topics.find(words))?.id).toBe('traffic');
  expect(await library.topics.find('zeppelin')).toBeNull();
  expect(await library.topics.find('')).toBeNull();
});

test('a copy is found by what only it has, and shown once with its original', async () => {
  const copies = scratchLibrary(folder);
  const text =
    'A blaze gutted the Marlowe textile mill in Oden, killing four weavers trapped behind a locked staircase. Firefighters from Tarn hosed the smouldering looms until dawn.';
  await addAll(copies, [
    readingOf({ id: 'first', title: 'Blaze in mill', text, published: '2031-05-04' }),
    readingOf({ id: 'copy', title: 'Inferno', text: `${text} Our editor adds.`, published: '2031-05-05' }),
  ]);
  const ids = async (words: string) =>
    (await copies.search.articles(words, all)).items.map(({ article }) => article.id);
  expect(await ids('inferno')).toEqual(['copy']);
  expect(await ids('editor')).toEqual(['copy']);
  expect(await ids('weavers')).toEqual(['first']);
  const [story, ...others] = (await copies.stories.find('inferno', all)).items;
  expect(others).toEqual([]);
  expect(story!.articles.map(({ id, duplicates }) => [id, duplicates.map(one => one.id)])).toEqual([
    ['first', ['copy']],
  ]);
});

const signed = scratchLibrary(folder);
const lines: [id: string, sentence: string][] = [
  ['rd', 'The firm doubled its spending on R&D this year.'],
  ['r-and-d', 'Section R was closed and section D stayed open.'],
  ['sharp', 'Most of the program was written in C# by two students.'],
  ['plus', 'A compiler for C++ was presented in the hall.'],
  ['plain', 'Vitamin C was found in the berries.'],
  ['phone', 'AT&T raised its prices for calls abroad.'],
  ['jet', 'An F-16 landed on the road near the village.'],
  ['summit', 'Leaders of the G20 dined on a barge.'],
  ['truce', 'A ceasefire was agreed at midnight.'],
  ['truces', 'Another ceasefire collapsed by noon.'],
];
await addAll(
  signed,
  lines.map(([id, text]) => readingOf({ id, title: `About ${id.length}`, text, published: null })),
);
const signedBy = async (words: string) =>
  (await signed.search.articles(words, all)).items.map(({ article, passage }) => [article.id, passage.text]);

test.each([
  ['R&D', 'rd'],
  ['r&d', 'rd'],
  ['C#', 'sharp'],
  ['C++', 'plus'],
  ['AT&T', 'phone'],
  ['F-16', 'jet'],
  ['F16', 'jet'],
  ['G20', 'summit'],
  ['g-20', 'summit'],
  ['C# students', 'sharp'],
])('signs count: %s', async (words, id) => {
  expect(await signedBy(words)).toEqual([[id, lines.find(([own]) => own === id)![1]]]);
});

test.each(['F#', 'G+', 'R++'])('a sign that no article has finds nothing: %s', async words => {
  expect(await signedBy(words)).toEqual([]);
});

test('corrects what no article has to what is nearest, in the spelling of the articles', async () => {
  expect(await signed.search.corrected('ceasfire at midnight')).toBe('ceasefire at midnight');
  expect(await signed.search.corrected('ceasefire')).toBeNull();
  expect(await signed.search.corrected('xylophone')).toBeNull();
});

test('a story is found once, with the sentence of the article that has the words', async () => {
  const { items, total, isPartial } = await signed.stories.matching('ceasefire noon', all);
  expect([total, isPartial]).toEqual([1, false]);
  expect(items[0]!.passage.text).toBe('Another ceasefire collapsed by noon.');
  const some = await signed.stories.matching('ceasefire zeppelin', all);
  expect(some.isPartial).toBe(true);
});

const asked = scratchLibrary(folder);
const articles: [id: string, text: string][] = [
  ['quay', 'The stone bridge behind the quay was closed.'],
  ['mason', 'Masons rebuilt a bridge in stone beside the railway.'],
  ['crowd', 'Some 12,000 people watched the regatta of Tarn.'],
  ['crowds', 'About 4500 people watched the regatta of Oden.'],
  ['flood', 'A flood drowned the orchards of Tarn and a nurse waded home.'],
  ['blaze', 'A fire burned in a hay barn until noon.'],
  ['poet', 'The poet signed the letter as محمد البستاني in green ink.'],
];
await addAll(
  asked,
  articles.map(([id, text]) => readingOf({ id, title: 'Notes', text, published: null })),
);

test.each([
  ['words in quotation marks stand together', '"stone bridge"', 'quay'],
  ['next to others', 'closed “stone bridge”', 'quay'],
  ['a word in quotation marks is whole', '"rail"', ''],
  ['and otherwise may be unfinished', 'rail', 'mason'],
  ['a minus leaves out', 'regatta -Oden', 'crowd'],
  ['a word in any form', 'regatta -orchard -crowd', 'crowd crowds'],
  ['but a dash does not', 'regatta - Oden', 'crowds'],
  ['nothing is left out of nothing', '-regatta', 'crowd crowds'],
  ['thousands have no comma', '12000', 'crowd'],
  ['or one', '4,500 people', 'crowds'],
  ['what no article has is looked for in other forms', 'floods', 'flood'],
  ['each word of it', 'nurses flooding', 'flood'],
  ['a symbol is no word', '🔥', ''],
  ['vowel points are left out', 'مُحَمَّد', 'poet'],
])('%s: %s', async (_, words, ids) => {
  const { items } = await asked.search.articles(words, all);
  expect(items.map(({ article }) => article.id).sort()).toEqual(ids.split(' ').filter(Boolean));
});
