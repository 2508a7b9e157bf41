import { afterAll, beforeAll, expect, test } from 'vitest';
import { libraryOf, twoArticles } from './made-up.ts';

let two: Awaited<ReturnType<typeof libraryOf>>;

beforeAll(async () => {
  two = await libraryOf(...twoArticles);
});
afterAll(() => {
  two.close();
});

test('a story lists its articles, what happened, and what was said', async () => {
  const text = await two.read('/story harbour of Lindholm');
  expect(text).toMatch(/^Okoro opens the new harbour of Lindholm\n1 article · 4 May 2031\n/);
  expect(text).toContain('• Transport Minister Ines Okoro opened');
  expect(text).toContain('Quotes\n“This harbour will feed the island for a hundred years”');
  expect(await two.read('/story elephants')).toMatch(/^I couldn’t find a story matching “elephants”/);
});

test('topics with counts, and the articles on one', async () => {
  const text = await two.read('/topics');
  expect(text).toContain('• Shipping — 1 article');
  expect(text).toContain('→ Education: /topic #education');
  expect(await two.read('/topic #education')).toMatch(
    /^Education · 1 story\n\n\[1\] Teachers strike in all twelve provinces\nThe Provincial, 12 Jun 2031\nTeachers went on strike/,
  );
  expect(await two.read('/topic fishermen')).toMatch(
    /^“fishermen” isn’t one of my topics, but these stories mention it:\n\n\[1\] Okoro/,
  );
  expect(await two.read('/topic elephants')).toMatch(
    /^I don’t know the topic “elephants”.*→ Shipping: \/topic #shipping/s,
  );
});

test('the newest stories come first, of everything or about something', async () => {
  const text = await two.read('/latest');
  expect(text).toMatch(/^Latest news · 2 stories\n\n\[1\] Teachers strike/);
  expect(text).toContain('[2] Okoro opens the new harbour of Lindholm <https://example.org/harbour>');
  expect(await two.read('/latest fishermen')).toMatch(
    /^Latest news: fishermen · 1 story\n\n\[1\] Okoro opens/,
  );
  expect(await two.read('/latest Dora Brandt')).toMatch(
    /^Latest news: Dora Brandt · 1 story\n\n\[1\] Teachers/,
  );
  expect(await two.read('/latest elephants')).toBe('I have no news about “elephants”.');
  expect(text).toContain('→ [2] Okoro opens the new harbour of …: /story #1');
});

test('a search shows the sentence that fits, and who is named', async () => {
  const text = await two.read('/search fishermen');
  expect(text).toMatch(
    /^“fishermen” · 1 story\n\n\[1\] Okoro opens.*\nThe Outlet, 4 May 2031\nFishermen waved from their boats\./,
  );
  expect(await two.read('/search Okoro')).toMatch(/→ Who is Ines Okoro\?: \/who #/);
  expect(await two.read('/search elephants')).toMatch(/^No articles contain “elephants”/);
  expect(await two.read('/search fisherman boat')).toMatch(/^“fisher\w+ boat” · 1 story/);
});

test('a filter names its conditions and finds what meets all of them', async () => {
  const text = await two.read('/filter topic:shipping 2031-05');
  expect(text).toMatch(/^Shipping · May 2031 · 1 article\n\n\[1\] Okoro opens/);
  expect(await two.read('/filter topic:shipping 2031-06..')).toBe(
    'Shipping · since Jun 2031 · 0 articles\nNo articles match all of these.',
  );
  expect(await two.read('/filter')).toMatch(/^All articles · 2 articles/);
});
