import { expect, test } from 'vitest';
import { libraryOf, type MadeUp } from '../made-up.ts';

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
