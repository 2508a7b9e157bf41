import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolvePeriod } from '../../src/answers/page/relative-period.ts';
import { diary, parley } from './collections.ts';
import { libraryOf, type MadeUp, twoArticles } from './made-up.ts';

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

test('of days that weigh the same, those with something that happened come before someone’s words', async () => {
  const news = Array.from({ length: 12 }, (_, i): MadeUp => {
    const day = `2031-03-${String(i + 1).padStart(2, '0')}`;
    const sentence =
      i % 4 === 0
        ? `“We wait for boat number ${i},” a man of the island said on March ${i + 1}.`
        : `The council of Tarn sold mill number ${i} on March ${i + 1}.`;
    return {
      id: day,
      title: `News number ${i}`,
      day,
      paragraphs: [sentence],
      people: [],
      quotes: [],
      events: [{ date: day, sentence }],
    };
  });
  const own = await libraryOf(...news, {
    ...news[0]!,
    id: 'later',
    day: '2032-03-01',
    paragraphs: ['All is quiet.'],
    events: [],
  });
  const lines = (await own.read('/timeline')).match(/^• .*$/gm) ?? [];
  expect(lines.length).toBe(10);
  expect(lines.filter(line => line.includes('mill'))).toHaveLength(9);
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

test('what many articles report is a key date; days long before the library’s own time come only on request', async () => {
  const opening = 'The dam of Quorra burst on Tuesday, August 5, and flooded eleven villages.';
  const own = await libraryOf(
    ...['North', 'South', 'East'].map(
      (name, i): MadeUp => ({
        id: `dam-${i}`,
        title: `Dam of Quorra bursts, ${name} paper reports`,
        day: '2031-08-06',
        source: name,
        paragraphs: [
          i === 0
            ? opening
            : `Eleven villages were flooded when the Quorra dam burst, the ${name} paper wrote.`,
          `A baker in ${name} sold bread on August 4.`,
        ],
        people: [],
        quotes: [],
        events: [
          {
            date: '2031-08-05',
            sentence:
              i === 0
                ? opening
                : `Eleven villages were flooded when the Quorra dam burst, the ${name} paper wrote.`,
          },
          { date: '2031-08-04', sentence: `A baker in ${name} sold bread on August 4.` },
        ],
      }),
    ),
    {
      id: 'old',
      title: 'A banquet long ago',
      day: '2031-08-07',
      paragraphs: ['The first banquet of Quorra was held on May 1, 1908.'],
      people: [],
      quotes: [],
      events: [{ date: '1908-05-01', sentence: 'The first banquet of Quorra was held on May 1, 1908.' }],
    },
  );
  const [best] = (await own.library.timeline.keyDates({}, 1)).items;
  expect(best).toMatchObject({ date: '2031-08-05', text: expect.stringContaining('Quorra'), articles: 3 });
  expect(await own.read('/timeline')).not.toContain('1908');
  expect(await own.read('/timeline --all')).not.toContain('1908');
  expect(await own.read('/timeline --earliest')).toMatch(/^Timeline\n\n1 May 1908/);
  expect(await own.read('/timeline 1908')).toMatch(/^Timeline · 1908 · key dates\n\n1 May 1908/);
  own.close();
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

test('key dates are in order, what was planned among what happened', async () => {
  const sentences = [
    'The storm is expected to reach Vale on Monday.',
    'The storm tore the roof off the market on Thursday.',
  ];
  const own = await libraryOf({
    id: 'storm',
    title: 'A storm over Vale',
    day: '2031-05-09',
    paragraphs: [sentences.join(' ')],
    people: [],
    quotes: [],
    events: [
      { date: '2031-05-05', sentence: sentences[0]!, planned: true },
      { date: '2031-05-08', sentence: sentences[1]! },
    ],
  });
  const text = await own.read('/timeline storm');
  own.close();
  expect(text).toMatch(/5 May 2031\n• planned: The storm is expected(?:.|\n)*8 May 2031\n• The storm tore/);
});

test('of minor days, one that two articles report is shown, one that a single one reports is not', async () => {
  const words =
    'oak elm ash yew fir beech maple birch cedar alder hazel rowan larch aspen lime plum pear cherry'.split(
      ' ',
    );
  const report = (sentence: string, date: string, day: string, n: number): MadeUp => ({
    id: `${date}-${n}`,
    title: `The ${words[n % words.length]} of ${date}`,
    day,
    paragraphs: [
      sentence,
      `The ${words[n % words.length]} was felled ${n + 2} years ago, an old ${words[(n + 5) % words.length]} keeper of ${date} said.`,
    ],
    people: [],
    quotes: [],
    events: [{ date, sentence }],
  });
  const reports = (sentence: string, date: string, days: string[]) =>
    days.map((day, n) => report(sentence, date, day, n));
  const fresh = (date: string, count: number) => Array.from({ length: count }, () => date);
  const own = await libraryOf(
    { ...report('', '', '2030-06-01', 17), id: 'oldest', events: [] },
    ...reports('The dam of Tarn broke on March 2.', '2031-03-02', fresh('2031-03-02', 4)),
    ...reports('The ferry of Ostby sank on March 4.', '2031-03-04', fresh('2031-03-04', 4)),
    ...reports('The tower of Belmar burned on March 6.', '2031-03-06', fresh('2031-03-06', 4)),
    ...reports('The council of Sund resigned on March 8.', '2031-03-08', ['2031-03-18', '2031-03-19']),
    ...reports('The bridge of Holm reopened on March 10.', '2031-03-10', fresh('2031-03-10', 1)),
    { ...report('', '', '2032-06-01', 16), id: 'newest', events: [] },
  );
  const text = await own.read('/timeline');
  expect(text.match(/^\d+ Mar 2031$/gm)).toEqual(['2 Mar 2031', '4 Mar 2031', '6 Mar 2031', '8 Mar 2031']);
  own.close();
});
