import { afterAll, beforeAll, expect, test } from 'vitest';
import { parley } from './collections.ts';
import { libraryOf, twoArticles } from './made-up.ts';

let two: Awaited<ReturnType<typeof libraryOf>>;

beforeAll(async () => {
  two = await libraryOf(...twoArticles);
});
afterAll(() => {
  two.close();
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
  expect(text).toContain('1 longer quote is left out: the publisher limits reproduction.');
  const everywhere = await Promise.all(
    ['/article #strike', '/who Okoro', '/quotes Okoro', '/story strike'].map(command => two.read(command)),
  );
  expect(everywhere.join('\n')).not.toContain('before the winter comes');
  expect(everywhere[2]).toMatch(
    /A quote of 2\d words is not shown: the publisher limits reproduction. — Ines Okoro \(“she”\) · added, 12 Jun 2031 \[\d\]/,
  );
});

test('a short article is summed up in no more than half of it', async () => {
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
    'I couldn’t find an article matching “elephants”. /latest shows the newest ones.',
  );
});

test('an article is also found by how its id begins', async () => {
  expect(await two.read('/article #harb')).toMatch(/^Okoro opens the new harbour/);
  expect(await two.read('/article stri')).toMatch(/^Teachers strike/);
  expect(await two.read('/article #zzz')).toBe(
    'I have no article with the ID “#zzz” or one that starts with it. It may have been removed. /latest shows the newest articles, and /article WORDS finds one by its words.',
  );
  const own = await libraryOf(...parley.map((one, at) => ({ ...one, id: `0042-${at}` })));
  expect(await own.read('/article 0042')).toContain('/article #0042-0');
  own.close();
});

test('an article names people as the library knows them, and leads to them', async () => {
  const own = await libraryOf(...parley);
  const text = await own.read('/article #parley');
  own.close();
  expect(text).toContain('People: Anselm Vantaa, Ludmila Orlova');
  expect(text).toContain('— Anselm Vantaa · said [1]');
  expect(text).toMatch(/→ Anselm Vantaa: \/who #\d+/);
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

test('wherever the day of an article is shown whose date is doubted, the answer says so', async () => {
  const doubted = await libraryOf({
    id: 'import',
    title: 'Bridge of Lindholm opened',
    day: '1970-01-01',
    doubted: true,
    paragraphs: ['Mayor Ines Okoro opened the bridge. “It will last,” Okoro said.'],
    people: [{ name: 'Ines Okoro', variants: ['Okoro'] }],
    quotes: [{ text: 'It will last,', by: 'Ines Okoro', as: 'Okoro', cue: 'said' }],
  });
  for (const command of [
    '/article #import',
    '/latest',
    '/search bridge',
    '/who Okoro',
    '/quotes Okoro',
    '/story bridge',
  ]) {
    const text = await doubted.read(command);
    const days = text.match(/1 Jan 1970/g) ?? [];
    expect(days.length, command).toBeGreaterThan(0);
    expect(text.match(/1 Jan 1970 \(date doubtful\)/g), command).toHaveLength(days.length);
  }
  doubted.close();
});
