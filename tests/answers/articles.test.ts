import { afterAll, beforeAll, expect, test } from 'vitest';
import { greetingPage, groupGreetingPage } from '../../src/answers/greeting.ts';
import { helpPage } from '../../src/answers/help.ts';
import { questionFrom } from '../../src/answers/question-text.ts';
import { renderPlain } from '../../src/rendering/plain.ts';
import { messages, telegram } from '../rendering/pages.ts';
import { libraryOf, type MadeUp, twoArticles } from './made-up.ts';

let two: Awaited<ReturnType<typeof libraryOf>>;
let many: Awaited<ReturnType<typeof libraryOf>>;

const nouns = [
  'anvil',
  'bridge',
  'canal',
  'dune',
  'engine',
  'forge',
  'garden',
  'harvest',
  'island',
  'jetty',
  'kiln',
  'lantern',
  'mill',
  'needle',
  'orchard',
  'plough',
  'quarry',
  'river',
  'saddle',
  'tower',
];
const diary: MadeUp[] = nouns.map((noun, i) => {
  const day = `2031-07-${String(i + 1).padStart(2, '0')}`;
  const first = `The ${noun} of province ${i + 1} was looked at by Odile Verne on July ${i + 1}, and ${`${noun}s `.repeat(30)}were counted.`;
  return {
    id: `d${i + 1}`,
    title: `A day for the ${noun}`,
    day,
    paragraphs: [first, `“Every ${noun} needs a ${nouns[(i + 7) % 20]} beside it,” Odile Verne said.`],
    people: [{ name: 'Odile Verne' }],
    quotes: [
      { text: `Every ${noun} needs a ${nouns[(i + 7) % 20]} beside it`, by: 'Odile Verne', cue: 'said' },
    ],
    events: [{ date: day, sentence: first, people: ['Odile Verne'] }],
    topics: ['Countryside'],
  };
});

beforeAll(async () => {
  two = await libraryOf(...twoArticles);
  many = await libraryOf(...diary);
});
afterAll(() => {
  two.close();
  many.close();
});

test('an article in short: summary, people, topics, quotes, link, never the whole text', async () => {
  const text = await two.read('/article #harbour');
  expect(text).toMatch(/^Okoro opens the new harbour of Lindholm\nThe Outlet · 4 May 2031\n\n/);
  expect(text).toContain('Transport Minister Ines Okoro opened the new harbour of Lindholm on May 3. [1]');
  expect(text).toContain('People: Ines Okoro, Pavel Brandt');
  expect(text).toContain('Topics: Shipping');
  expect(text).not.toContain('Fishermen waved');
  expect(text).toContain('→ Open the article: https://example.org/harbour');
});

test('where a notice limits reproduction, it is shown, and no quote longer than 25 words anywhere', async () => {
  const text = await two.read('/article #strike');
  expect(text).toContain(
    'Rights: No part of this text may be reproduced without the consent of The Provincial. [1]',
  );
  expect(text).toContain('“Whoever teaches our children must be paid”');
  expect(text).toContain('One longer quote is left out: the publisher limits reproduction.');
  const everywhere = await Promise.all(
    ['/article #strike', '/who Okoro', '/quotes Okoro', '/story strike'].map(command => two.read(command)),
  );
  expect(everywhere.join('\n')).not.toContain('before the winter comes');
  expect(everywhere[2]).toMatch(
    /A quote of 2\d words is not shown: the publisher limits reproduction. — Ines Okoro \(“she”\) · added \[\d\]/,
  );
});

test('of a short article no more than half is told in short', async () => {
  const short = await libraryOf({
    id: 'short',
    title: 'Rain over the hills',
    day: null,
    paragraphs: ['It rained all night. The river rose. Nobody was hurt.'],
    people: [],
    quotes: [],
    summary: 3,
  });
  for (const command of ['/article #short', '/story rain']) {
    const text = await short.read(command);
    expect(text).toContain('It rained all night. [1]');
    expect(text).not.toContain('The river rose');
  }
  short.close();
});

test('an article is also found by words of it', async () => {
  expect(await two.read('/article new harbour of Lindholm')).toMatch(/^Okoro opens the new harbour/);
  expect(await two.read('/article elephants')).toBe(
    'I have no article “elephants”. /latest shows the newest ones.',
  );
});

test('a story tells its articles, what happened, and what was said', async () => {
  const text = await two.read('/story harbour of Lindholm');
  expect(text).toMatch(/^Okoro opens the new harbour of Lindholm\n1 article · 4 May 2031\n/);
  expect(text).toContain('• Transport Minister Ines Okoro opened');
  expect(text).toContain('Said in it\n“This harbour will feed the island for a hundred years”');
  expect(await two.read('/story elephants')).toMatch(/^I have no story “elephants”/);
});

test('topics with counts, and the articles on one', async () => {
  const text = await two.read('/topics');
  expect(text).toContain('• Shipping — 1 article');
  expect(text).toContain('→ Education: /topic #education');
  expect(await two.read('/topic #education')).toMatch(
    /^Education · 1 article\n\n\[1\] Teachers strike in all twelve provinces\nThe Provincial, 12 Jun 2031\nTeachers went on strike/,
  );
  expect(await two.read('/topic elephants')).toMatch(
    /^I know no topic “elephants”.*→ Shipping: \/topic #shipping/s,
  );
});

test('the newest articles come first', async () => {
  const text = await two.read('/latest');
  expect(text).toMatch(/^Newest articles · 2 articles\n\n\[1\] Teachers strike/);
  expect(text).toContain('[2] Okoro opens the new harbour of Lindholm <https://example.org/harbour>');
  expect(text).toContain('→ [2] Okoro opens the new harbour of …: /article #harbour');
});

test('a search shows the sentence that fits, and who is named', async () => {
  const text = await two.read('/search fishermen');
  expect(text).toMatch(
    /^“fishermen” · 1 article\n\n\[1\] Okoro opens.*\nThe Outlet, 4 May 2031\nFishermen waved from their boats\./,
  );
  expect(await two.read('/search Okoro')).toMatch(/→ Who is Ines Okoro\?: \/who #/);
  expect(await two.read('/search elephants')).toMatch(/^Nothing that I have read has “elephants” in it/);
});

test('a filter names its conditions and finds what meets all of them', async () => {
  const text = await two.read('/filter topic:shipping 2031-05');
  expect(text).toMatch(/^Shipping · May 2031 · 1 article\n\n\[1\] Okoro opens/);
  expect(await two.read('/filter topic:shipping 2031-06..')).toBe(
    'Shipping · since Jun 2031 · 0 articles\nNo article that I have read meets all of this.',
  );
  expect(await two.read('/filter')).toMatch(/^All articles · 2 articles/);
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
    'No day is told for that in what I have read.\n\n→ The whole timeline: /timeline',
  );
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

test('long lists are turned page by page, and a page past the end is the last', async () => {
  const seen: string[] = [];
  for (let page = 1; page <= 3; page++) seen.push(await many.read('/timeline Verne', { page }));
  expect(new Set(seen.join('\n').match(/\d+ Jul 2031\n/g)).size).toBe(20);
  expect(await many.read('/timeline Verne', { page: 99 })).toBe(seen[2]);
  const turns = async (page: number) =>
    (await many.ask('/timeline Verne', { page })).buttons
      .flat()
      .flatMap(({ label, does }) =>
        does.kind === 'turn' ? [[(label[0] as { text: string }).text, does.page]] : [],
      );
  expect(await turns(1)).toEqual([
    ['1/3', 1],
    ['▶', 2],
  ]);
  expect(await turns(2)).toEqual([
    ['◀', 1],
    ['2/3', 2],
    ['▶', 3],
  ]);
  expect(await turns(99)).toEqual([
    ['◀', 2],
    ['3/3', 3],
  ]);
});

test('every page of every answer fits one message with room to spare', async () => {
  const commands = [
    '/who Verne',
    '/quotes Verne',
    '/timeline',
    '/topics',
    '/topic countryside',
    '/latest',
    '/story day for the anvil',
    '/article #d1',
    '/search province',
    '/filter',
  ];
  for (const command of commands) {
    const [message, ...more] = telegram(await many.ask(command));
    expect(more, command).toEqual([]);
    expect([...message!.text].length, command).toBeLessThan(3500);
  }
});

test('in a group answers are short, without pages to turn, with a way to a private chat', async () => {
  const commands = [
    '/who Verne',
    '/quotes Verne',
    '/timeline',
    '/topics',
    '/topic countryside',
    '/latest',
    '/story anvil',
    '/article #d1',
    '/search province',
    '/filter',
  ];
  for (const command of commands) {
    const page = await many.ask(command, { chat: 'group', page: 3 });
    const [message, ...more] = telegram(page);
    expect(more).toEqual([]);
    expect([...message!.text].length, command).toBeLessThan(1200);
    const kinds = page.buttons.flat().map(({ does }) => does.kind);
    expect(kinds, command).toEqual(['private']);
  }
});

test('a group is told the newest of a long timeline', async () => {
  const text = await many.read('/timeline Verne', { chat: 'group' });
  expect(text).toMatch(/^Timeline: Odile Verne · the newest 3 of 20\n\n18 Jul 2031\n/);
  expect(text).toContain('\n\n20 Jul 2031\n');
});

test('the greeting and the help show what can be asked with names of the library, and it works', async () => {
  const greeting = renderPlain(await greetingPage(two.library), messages);
  expect(greeting).toMatch(/^I have read 2 articles/);
  const commands = [...greeting.matchAll(/^→ .+: (\/.+)$/gm)].map(match => match[1]!);
  expect(commands).toContain('/who Okoro');
  for (const command of commands)
    expect(await two.read(command)).not.toMatch(/^(Nobody|Nothing|No |I have no|I know no)/);
  const help = renderPlain(await helpPage(two.library), messages);
  const shown = [...help.matchAll(/^• (\/.+?) — /gm)].map(match => match[1]!);
  expect(shown.length).toBe(9);
  for (const command of shown) expect(questionFrom(command), command).not.toBeNull();
  expect(renderPlain(await groupGreetingPage(two.library), messages)).toMatch(/\/who Okoro$/);
});

const parley: MadeUp[] = [
  {
    id: 'parley',
    title: 'Vantaa and Orlova meet',
    day: '2031-08-02',
    paragraphs: [
      'A. Vantaa met Consul Ludmila Orlova. “The ford belongs to nobody,” Vantaa said.',
      '“The ford is ours and was ours before any of those who now drink from it had so much as a name for the river. It will stay ours,” Ludmila Orlova told the herald of Meer on August 1.',
    ],
    people: [
      { name: 'A. Vantaa', variants: ['Vantaa'] },
      { name: 'Ludmila Orlova', role: 'Consul' },
    ],
    quotes: [
      { text: 'The ford belongs to nobody', by: 'A. Vantaa', as: 'Vantaa', cue: 'said' },
      {
        text: 'The ford is ours and was ours before any of those who now drink from it had so much as a name for the river. It will stay ours',
        by: 'Ludmila Orlova',
        cue: 'told',
      },
    ],
    events: [
      {
        date: '2031-08-01',
        sentence:
          '“The ford is ours and was ours before any of those who now drink from it had so much as a name for the river. It will stay ours,” Ludmila Orlova told the herald of Meer on August 1.',
        people: ['Ludmila Orlova'],
      },
    ],
  },
  {
    id: 'ford',
    title: 'A ford for all',
    day: '2031-08-05',
    paragraphs: [
      'Chancellor Anselm Vantaa spoke of the ford, as did President Ludmila Orlova. A. Vantaa is chancellor. “Nobody’s it stays,” he said.',
      'A quote from Anselm Vantaa, Chancellor',
    ],
    people: [
      { name: 'Anselm Vantaa', variants: ['A. Vantaa'], role: 'Chancellor' },
      { name: 'Ludmila Orlova', role: 'President' },
    ],
    quotes: [{ text: 'Nobody’s it stays', by: 'Anselm Vantaa', cue: 'A quote from' }],
  },
];

test('an article names people as the library knows them, and leads to them', async () => {
  const own = await libraryOf(...parley);
  const text = await own.read('/article #parley');
  own.close();
  expect(text).toContain('People: Anselm Vantaa, Ludmila Orlova');
  expect(text).toContain('— Anselm Vantaa · said [1]');
  expect(text).toMatch(/→ Anselm Vantaa: \/who #\d+/);
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

test('where quotes are left out, it is said once', async () => {
  const quotes = ['The mill stands', 'The mill turns', 'The mill grinds', 'The mill rests'];
  const long =
    'The mill is the oldest of all the mills that were ever built along this river and no other one has so many wheels, stones and sails as it has to this very day';
  const own = await libraryOf({
    id: 'mill',
    title: 'A mill',
    day: '2031-09-01',
    paragraphs: [...quotes, long].map(text => `“${text},” Odile Verne said.`),
    people: [{ name: 'Odile Verne' }],
    quotes: [...quotes, long].map(text => ({ text, by: 'Odile Verne' })),
    rights: 'No part of this text may be reproduced.',
  });
  expect(await own.read('/article #mill')).toContain('longer quote is left out');
  expect(await own.read('/article #mill', { page: 2 })).not.toContain('left out');
  own.close();
});
