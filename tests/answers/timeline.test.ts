import { afterAll, beforeAll, expect, test } from 'vitest';
import { diary, parley } from './collections.ts';
import { libraryOf, twoArticles } from './made-up.ts';

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
    /^Timeline\n\n3 May 2031\n• .*harbour.*\[1\]\n\n11 Jun 2031\n• Teachers went on strike on June 11. \[2\]/,
  );
  expect(await two.read('/timeline Okoro')).toMatch(/^Timeline: Ines Okoro\n\n3 May 2031/);
  expect(await two.read('/timeline education')).toMatch(/^Timeline: Education\n\n11 Jun 2031/);
  const june = await two.read('/timeline 2031-06..');
  expect(june).toMatch(/^Timeline · since Jun 2031\n\n11 Jun 2031/);
  expect(june).not.toContain('harbour');
  expect(await two.read('/timeline 1999')).toBe(
    'I found no dated events for that.\n\n→ Full timeline: /timeline',
  );
});

test('what is told of one year stands under one heading', async () => {
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

test('a happening told with a pronoun is told with the sentence before it', async () => {
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

test('a group is told the newest of a long timeline', async () => {
  const text = await many.read('/timeline Verne', { chat: 'group' });
  expect(text).toMatch(/^Timeline: Odile Verne · newest 3 of 20\n\n18 Jul 2031\n/);
  expect(text).toContain('\n\n20 Jul 2031\n');
});

test('of somebody’s words in a timeline of a group, who says them is not cut off', async () => {
  const own = await libraryOf(...parley);
  const text = await own.read('/timeline', { chat: 'group' });
  own.close();
  expect(text).toMatch(
    /• “The ford is ours .* …” Ludmila Orlova told the herald of Meer on August 1\. \[1\]/,
  );
});

test('who somebody is offers a timeline only where it has a day; a line of credit is no verb', async () => {
  const own = await libraryOf(...parley);
  const [vantaa, orlova] = [await own.read('/who Vantaa'), await own.read('/who Orlova')];
  own.close();
  expect(vantaa).toMatch(/“Nobody’s it stays”\n— Anselm Vantaa \[\d\]/);
  expect(orlova).toContain('/timeline #');
  expect(vantaa).not.toContain('/timeline #');
});

test('what is planned, how long it lasts and how surely its day is known are told', async () => {
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
  const text = await own.read('/timeline');
  expect(text).toContain('≈ 2019\n• The old ferry was built in late 2019. [1]');
  expect(text).toContain('3 May 2031 – 5 May 2031\n• planned: The fair of Vale lasts');
  expect(text).toContain('2 Jun 2031\n• planned: The new ferry will sail on June 2. [1]');
  expect(await own.read('/timeline 2031-05-05')).toContain('The fair of Vale');
  expect(await own.read('/timeline 2031-05-06..')).not.toContain('The fair of Vale');
  own.close();
});
