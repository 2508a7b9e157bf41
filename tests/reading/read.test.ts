import { describe, expect, test } from 'vitest';
import type { Reading } from '../../src/reading/model/reading.ts';
import { readerVersion } from '../../src/reading/model/reading.ts';
import { read } from '../../src/reading/read.ts';
import { readAnyText } from './fuzz/any-text.ts';
import { knowledge } from './knowledge.ts';
import { flawsOf } from './valid.ts';

const article =
  'Crane falls into Osterby harbour\n\n' +
  'The harbour of Osterby was closed on Monday after a crane fell into the water, the ship owners of the town said in a statement.\n\n' +
  'Nobody was hurt, but three ships had to wait outside the port until the evening, and one of them turned back to sea.\n\n' +
  'She said that the crane was built in 1987 and was to be replaced in November. “We are glad that all are well today,” she said.\n\n' +
  'The town council will meet on Friday to discuss the repairs of the harbour, which are expected to cost two million crowns.\n\n' +
  'It has been the safest harbour of the coast since 1950.';

const reading = read(
  { text: article, publishedAt: '2021-06-16', url: 'https://example.org/1', source: 'NK' },
  knowledge,
);

const expectValid = (of: Reading, input: string) => expect(flawsOf(of, input)).toEqual([]);

describe('a reading', () => {
  test('keeps what was handed in', () => {
    expect(reading).toMatchObject({
      url: 'https://example.org/1',
      source: 'NK',
      language: 'en',
      reader: readerVersion,
    });
    expect(reading.published).toEqual({ date: '2021-06-16', basis: 'given' });
    expect(read({ id: 'n1', text: article }, knowledge).id).toBe('n1');
  });

  test('is named after its text where no name was given', () => {
    expect(reading.id).toMatch(/^[0-9a-f]{16}$/);
    expect(read({ text: article }, knowledge).id).toBe(reading.id);
    expect(read({ text: `${article} ` }, knowledge).id).not.toBe(reading.id);
  });

  test('points into the text', () => expectValid(reading, article));

  test('is the same whatever was read before', () => {
    read({ text: 'Zxqv-7 said, “Crane harbour Osterbywith.” AAA 12:30 p.m. y. can’t' }, knowledge);
    expect(
      read(
        { text: article, publishedAt: '2021-06-16', url: 'https://example.org/1', source: 'NK' },
        knowledge,
      ),
    ).toEqual(reading);
  });

  test('finds events: what happened and what will', () => {
    expect(reading.events.map(({ date, precision }) => [date, precision])).toEqual([
      ['2021-06-14', 'day'],
      ['2021-11', 'month'],
      ['2021-06-18', 'day'],
    ]);
  });

  test('sums the article up without sentences that hang on others', () => {
    const texts = reading.summary.map(({ text }) => text);
    expect(texts.length).toBeGreaterThanOrEqual(2);
    expect(texts[0]).toContain('The harbour of Osterby was closed');
    expect(texts.join(' ')).not.toMatch(/She said|It has been|We are glad/);
    expect(reading.summary.map(({ start }) => start)).toEqual(
      reading.summary.map(({ start }) => start).sort((a, b) => a - b),
    );
  });
});

describe('topics', () => {
  const topicsOf = (text: string) => read({ text }, knowledge).topics.map(({ id }) => id);

  test('are known by several of their words', () => {
    expect(
      topicsOf(
        'The central bank raised interest rates again to fight inflation. Economists fear a recession, and unemployment has risen. The budget deficit grew.',
      )[0],
    ).toBe('economy');
    expect(
      topicsOf(
        'Voters went to polling stations for the presidential election. The candidate won the ballot in a runoff. Turnout was high.',
      )[0],
    ).toBe('elections');
  });

  test('are none where a word is only mentioned', () => {
    expect(
      topicsOf(
        'The cat sat by the river and looked at an election poster. It was warm, and the afternoon was long and quiet.',
      ),
    ).toEqual([]);
  });
});

describe('a page', () => {
  const html = `<!doctype html><html><head><title>NK: crane</title><meta property="og:site_name" content="Nordkyst">
    <script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","headline":"Crane falls into harbour",
    "datePublished":"2021-06-16T08:00:00+02:00","author":[{"@type":"Person","name":"Marta Lindqvist"}]}]}</script></head>
    <body><nav><a href="/">Home</a><a href="/news">News</a></nav><article><h1>Crane falls into harbour</h1>
    ${article
      .split('\n\n')
      .slice(1)
      .map(text => `<p>${text.replace('harbour', '<b>harbour</b>')}</p>`)
      .join('\n')}</article>
    <footer>Copyright</footer></body></html>`;
  const page = read({ text: '', html }, knowledge);

  test('gives its article, title, author and day', () => {
    expect(page).toMatchObject({
      title: 'Crane falls into harbour',
      byline: 'Marta Lindqvist',
      source: 'Nordkyst',
    });
    expect(page.published).toEqual({ date: '2021-06-16', basis: 'text' });
    expect(page.text).toBe(article.split('\n\n').slice(1).join('\n\n'));
  });

  test('has its text next to the offsets into it', () => expectValid(page, page.input!));

  test.each([
    '',
    '<',
    '<div>'.repeat(5_000),
    '<p>a<p>b',
    '\u0000<b>',
    'no page at all',
    '<script>x</script>',
  ])('may be %j', odd => {
    const found = read({ text: '', html: odd }, knowledge);
    expectValid(found, found.input!);
  });
});

describe('any text', () => {
  test.each([
    '',
    ' \n\t\r\n ',
    '\u0000',
    '\ud800\udc00\ud800',
    '"',
    '“”',
    '—',
    'a',
    '. . .',
    'Mr.',
    '\u200f\u202eשלום',
    '%PDF-1.4 \u0001\u0002',
  ])('gives a reading: %j', text => expectValid(read({ text }, knowledge), text));

  test('gives a valid reading, whose offsets give their text', () => readAnyText(250, 7));
});

test('the source is the outlet given, else the page’s own, else the host of its address, else the file', () => {
  const sourceOf = (more: object) =>
    read({ text: 'Rain fell on Vale.', file: 'vale.txt', ...more }, knowledge).source;
  expect(sourceOf({ source: 'The Vale Post', url: 'https://www.vale.example/1' })).toBe('The Vale Post');
  const html =
    '<html><head><meta property="og:site_name" content="Vale Daily"></head><body><p>Rain fell on Vale.</p></body></html>';
  expect(sourceOf({ text: '', html, url: 'https://www.vale.example/1' })).toBe('Vale Daily');
  expect(sourceOf({ url: 'https://www.vale.example/1' })).toBe('vale.example');
  expect(sourceOf({})).toBe('vale.txt');
});

test.each([
  ['The page at velmora-bank.example.org asks for passwords.'],
  ['Write to help@velmora-bank.example.org or visit www.velmora.gov.uk for news.'],
  ['It was sold at city-shop.com for two crowns.'],
  ['The figures are at https://health.help.example/water/report.html today.'],
  ['He named the site “red-cross.help.info” on Monday.'],
  ['They have read the doctrine.he said it again.', 'They have read the doctrine. he said it again.'],
  ['The town wants a new bridge.they said no.', 'The town wants a new bridge. they said no.'],
])('an address stays whole, a lost space between sentences comes back: %s', (line, expected = line) => {
  expect(read({ id: 'a', text: `Bank warns of a page\n\n${line}` }, knowledge).text).toContain(expected);
});

test.each([
  ['The rowers of Osterby won. 🚣 Their town rang its bells.', '🚣'],
  ['The pool is open again!🏊‍♀️ Guests came at dawn.', '🏊‍♀️'],
])('a symbol behind a sentence belongs to it: %s', (line, symbol) => {
  const text = `News of the town\n\n${line}`;
  const [first, second] = read({ id: 'a', text }, knowledge).sentences.map(({ start, end }) =>
    text.slice(start, end),
  );
  expect(first).toContain(symbol);
  expect(second).toMatch(/^(?:Their|Guests)/);
});
