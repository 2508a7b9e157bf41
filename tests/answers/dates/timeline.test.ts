import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolvePeriod } from '../../../src/answers/page/relative-period.ts';
import { diary, parley } from '../collections.ts';
import { libraryOf, twoArticles } from '../made-up.ts';

let two: Awaited<ReturnType<typeof libraryOf>>;
let many: Awaited<ReturnType<typeof libraryOf>>;

beforeAll(async () => {
  two = await libraryOf(...twoArticles);
  many = await libraryOf(...diary);
});
afterAll(() => {
  two.close();
  many.close();
});

test('a timeline is oldest first, of everything, a person, a topic, a period', async () => {
  const all = await two.read('/timeline');
  expect(all).toMatch(
    /^Timeline · key dates\n\n3 May 2031\n• .*harbour.*\[1\]\n\n11 Jun 2031\n• Teachers went on strike on June 11. \[2\]/,
  );
  expect(await two.read('/timeline Okoro')).toMatch(/^Timeline: Ines Okoro · key dates\n\n3 May 2031/);
  expect(await two.read('/timeline education')).toMatch(/^Timeline: Education · key dates\n\n11 Jun 2031/);
  const june = await two.read('/timeline 2031-06..');
  expect(june).toMatch(/^Timeline · since Jun 2031 · key dates\n\n11 Jun 2031/);
  expect(june).not.toContain('harbour');
  expect(await two.read('/timeline 1999')).toBe(
    'Timeline · 1999\nI found no dated events for that.\n\n→ Full timeline: /timeline',
  );
});

test('the days of one year are under one heading', async () => {
  const sentences = ['The mill burnt in 2030.', 'Around 2030 the ferry was sold.', 'The inn closed in 2030.'];
  const own = await libraryOf({
    id: 'years',
    title: 'A look back',
    day: '2031-08-02',
    paragraphs: sentences,
    people: [],
    quotes: [],
    events: sentences.map((sentence, i) => ({
      date: '2030',
      sentence,
      ...(i === 1 && { approximate: true as const }),
    })),
  });
  const text = await own.read('/timeline');
  expect(text.match(/^(≈ )?2030$/gm)).toEqual(['2030', '≈ 2030']);
  own.close();
});

test('an event reported with a pronoun is shown with the sentence before it', async () => {
  const vague = await libraryOf({
    id: 'vague',
    title: 'A dam breaks',
    day: '2031-08-02',
    paragraphs: ['Mila Torrance opened the gates of the dam. She did so on August 1. Nobody was hurt.'],
    people: [{ name: 'Mila Torrance' }],
    quotes: [],
    events: [{ date: '2031-08-01', sentence: 'She did so on August 1.' }],
  });
  expect(await vague.read('/timeline')).toContain(
    '1 Aug 2031\n• Mila Torrance opened the gates of the dam. She did so on August 1. [1]',
  );
  vague.close();
});

test.each([
  ['TARNMOUTH — A dam broke on August 1.', 'A dam broke on August 1.'],
  ['TARNMOUTH, Vale (NP) _ Two men drowned on August 1.', 'Two men drowned on August 1.'],
  [
    'TARN BAY, Aug 2 (Harbour News) – “We fled on August 1,” a man said.',
    '“We fled on August 1,” a man said.',
  ],
  ['TARN — The town’s mill — burnt on August 1.', 'TARN — The town’s mill — burnt on August 1.'],
  ['The dam - built in 1950 - broke on August 1.', 'The dam - built in 1950 - broke on August 1.'],
])('%j is shown as %j', async (sentence, shown) => {
  const own = await libraryOf({
    id: 'dam',
    title: 'A dam breaks',
    day: '2031-08-02',
    paragraphs: [sentence],
    people: [],
    quotes: [],
    events: [{ date: '2031-08-01', sentence }],
  });
  expect(await own.read('/timeline')).toContain(`1 Aug 2031\n• ${shown} [1]`);
  own.close();
});

test('a group gets the three most important days, and the newest of a list', async () => {
  const text = await many.read('/timeline Verne', { chat: 'group' });
  expect(text).toMatch(/^Timeline: Odile Verne · key dates\n\n/);
  expect(text.match(/^\d+ Jul 2031$/gm)).toHaveLength(3);
  const list = await many.read('/timeline Verne --all', { chat: 'group' });
  expect(list).toMatch(/^Timeline: Odile Verne · newest 3 of 20\n\n18 Jul 2031\n/);
});

test('the first page has ten key dates in order, and buttons for all, the latest and the earliest', async () => {
  const text = await many.read('/timeline Verne');
  const days = [...text.matchAll(/^(\d+) Jul 2031$/gm)].map(([, day]) => Number(day));
  expect(days).toHaveLength(10);
  expect(days).toEqual(days.toSorted((a, b) => a - b));
  const turns = (await many.ask('/timeline Verne')).buttons
    .flat()
    .flatMap(({ action }) => (action.kind === 'turn' ? [action.question] : []));
  expect(turns.map(question => 'list' in question && question.list)).toEqual(['all', 'latest', 'earliest']);
  expect(await many.read('/timeline Verne --latest')).toMatch(/^Timeline: Odile Verne\n\n20 Jul 2031\n/);
  expect(await many.read('/timeline Verne --earliest')).toMatch(/^Timeline: Odile Verne\n\n1 Jul 2031\n/);
});

test.each([
  ['yesterday', '2031-06-11', '2031-06-11'],
  ['this week', '2031-06-09', '2031-06-12'],
  ['last week', '2031-06-02', '2031-06-08'],
  ['this month', '2031-06', '2031-06'],
  ['last month', '2031-05', '2031-05'],
] as const)('%s is a period that ends with the newest article', (when, from, to) => {
  expect(resolvePeriod(when, '2031-06-12')).toEqual({ from, to });
});

test('relative periods are asked for by command and shown as days', async () => {
  expect(await two.read('/timeline yesterday')).toMatch(/^Timeline · 11 Jun 2031 · key dates\n\n11 Jun 2031/);
  expect(await two.read('/timeline Okoro last month')).toMatch(/^Timeline: Ines Okoro · May 2031/);
});

test('in a group’s timeline a quoted sentence is not cut off before its speaker', async () => {
  const own = await libraryOf(...parley);
  const text = await own.read('/timeline', { chat: 'group' });
  own.close();
  expect(text).toMatch(
    /• “The ford is ours .* …” Ludmila Orlova told the herald of Meer on August 1\. \[1\]/,
  );
});

test('/who offers a timeline only where it has a day; a credit line is no verb', async () => {
  const own = await libraryOf(...parley);
  const [vantaa, orlova] = [await own.read('/who Vantaa'), await own.read('/who Orlova')];
  own.close();
  expect(vantaa).toMatch(/“Nobody’s it stays”\n— Anselm Vantaa, 5 Aug 2031 \[\d\]/);
  expect(orlova).toContain('/timeline #');
  expect(vantaa).not.toContain('/timeline #');
});

test('a timeline says what is planned, how long it lasts and how surely its day is known', async () => {
  const sentences = [
    'The old ferry was built in late 2019.',
    'The fair of Vale lasts from May 3 to 5.',
    'The new ferry will sail on June 2.',
  ];
  const own = await libraryOf({
    id: 'ferry',
    title: 'A ferry for Vale',
    day: '2031-05-01',
    paragraphs: [sentences.join(' ')],
    people: [],
    quotes: [],
    events: [
      { date: '2019', sentence: sentences[0]!, approximate: true },
      { date: '2031-05-03', sentence: sentences[1]!, until: '2031-05-05', planned: true },
      { date: '2031-06-02', sentence: sentences[2]!, planned: true },
    ],
  });
  const text = await own.read('/timeline --earliest');
  expect(text).toContain('≈ 2019\n• The old ferry was built in late 2019. [1]');
  expect(text).toContain('≈ marks an approximate date.');
  expect(text).toContain('3 May 2031 – 5 May 2031\n• planned: The fair of Vale lasts');
  expect(text).toContain('2 Jun 2031\n• planned: The new ferry will sail on June 2. [1]');
  expect(await own.read('/timeline 2031-05-05')).toContain('The fair of Vale');
  expect(await own.read('/timeline 2031-05-06..')).not.toContain('The fair of Vale');
  own.close();
});

test('of what has no day, the news are a tap away', async () => {
  const own = await libraryOf({
    id: 'mill',
    title: 'A mill in Vale',
    day: '2031-05-09',
    paragraphs: ['Ines Okoro has bought the old mill of Vale.'],
    people: [{ name: 'Ines Okoro' }],
    quotes: [],
  });
  const text = await own.read('/timeline Okoro');
  own.close();
  expect(text).toMatch(
    /^Timeline: Ines Okoro\nI found no dated events for that\.\n\n→ Latest news: \/latest #\d+\n/,
  );
});
