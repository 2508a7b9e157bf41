import { expect, test } from 'vitest';
import { article, covered, pageOf, telegram } from './pages.ts';

test('a quote is a quotation, its speaker and source behind it, the sources at the end', () => {
  const [message, ...more] = telegram(
    pageOf(
      { kind: 'heading', line: [{ text: 'Ada Lovelace' }] },
      {
        kind: 'quote',
        text: 'It can do  whatever we know how to order it',
        credit: [{ text: 'Ada Lovelace' }, { text: ' ' }, { source: 1 }],
      },
      { kind: 'sources', sources: [article('a')] },
    ),
  );
  expect(more).toEqual([]);
  expect(message!.text).toBe(
    'Ada Lovelace\n“It can do whatever we know how to order it”\n— Ada Lovelace [1]\n\nSources\n[1] The Outlet, Title of a, 23 Feb 2022',
  );
  expect(covered(message!)).toEqual([
    'bold: Ada Lovelace',
    'blockquote: “It can do whatever we know how to order it”',
    'bold: Sources',
  ]);
});

test('an excerpt differs from a whole quote', () => {
  const [message] = telegram(pageOf({ kind: 'quote', text: 'narrow path', credit: [], partial: true }));
  expect(message!.text).toBe('“… narrow path …”');
});

test('a long quote is folded', () => {
  const [short, long] = [400, 450].map(
    length => telegram(pageOf({ kind: 'quote', text: 'x'.repeat(length - 10), credit: [] }))[0]!,
  );
  expect(short!.entities[0]!.type).toBe('blockquote');
  expect(long!.entities[0]!.type).toBe('expandable_blockquote');
});

test('days and counts are written for people', () => {
  const [message] = telegram(
    pageOf(
      {
        kind: 'text',
        line: [{ day: '2022-02-22' }, { text: ', ' }, { day: '2022-03' }, { text: ', ' }, { day: '2022' }],
      },
      {
        kind: 'text',
        line: [
          { messageKey: 'articles', args: { count: 1 } },
          { text: ', ' },
          { messageKey: 'articles', args: { count: 4 } },
        ],
      },
      { kind: 'text', line: [{ day: '2022-02-31' }, { text: ' ' }, { day: '2022-02-21/2022-02-24' }] },
    ),
  );
  expect(message!.text).toBe(
    '22 Feb 2022, Mar 2022, 2022\n\n1 article, 4 articles\n\n2022-02-31 21 Feb 2022 – 24 Feb 2022',
  );
});

test('several events of a day stand under it', () => {
  const entry = (day: string, text: string) => ({ day, line: [{ text }] });
  const [message] = telegram(
    pageOf({
      kind: 'timeline',
      entries: [entry('2022-02-21', 'One.'), entry('2022-02-21', 'Two.'), entry('2022-03', 'Three.')],
    }),
  );
  expect(message!.text).toBe('21 Feb 2022\n• One.\n• Two.\n\nMar 2022\n• Three.');
  expect(covered(message!)).toEqual(['bold: 21 Feb 2022', 'bold: Mar 2022']);
});

test('only addresses of the web become links, of titles and of source numbers', () => {
  const link = (url: string) =>
    telegram(
      pageOf(
        { kind: 'text', line: [{ text: 'So it was. ' }, { source: 1 }] },
        { kind: 'sources', sources: [article('a', { url })] },
      ),
    )[0]!;
  expect(covered(link('https://example.org/a'))).toEqual([
    'https://example.org/a: [1]',
    'bold: Sources',
    'https://example.org/a: [1]',
    'https://example.org/a: Title of a',
  ]);
  for (const url of [
    'javascript:alert(1)',
    'tg://user?id=1',
    'https://me:secret@example.org/',
    'http://localhost/',
    'x',
  ]) {
    expect(covered(link(url))).toEqual(['bold: Sources']);
  }
});

test('no title reverses or breaks up what is next to it', () => {
  const title = 'Start\u202e reversed\u2066\u0000 \n\n end\u200b\ud800';
  const [message] = telegram(pageOf({ kind: 'sources', sources: [article('a', { title })] }));
  expect(message!.text).toBe('Sources\n[1] The Outlet, Start reversed end\ufffd, 23 Feb 2022');
});

test('words from right to left are closed off', () => {
  const [message] = telegram(pageOf({ kind: 'sources', sources: [article('a', { title: 'שלום עולם' })] }));
  expect(message!.text).toBe('Sources\n[1] The Outlet, \u2068שלום עולם\u2069, 23 Feb 2022');
});

test('articles as the answer itself are numbered and have a line of their own', () => {
  const [message] = telegram(
    pageOf({
      kind: 'articles',
      items: [
        { article: article('a', { url: 'https://example.org/a' }), line: [{ text: 'A sentence.' }] },
        { article: article('b', { title: null, source: null, published: null }), line: null },
      ],
    }),
  );
  expect(message!.text).toBe('[1] Title of a\nThe Outlet, 23 Feb 2022\nA sentence.\n\n[2] (untitled)');
  expect(covered(message!)).toContain('https://example.org/a: Title of a');
});

test('a page with nothing to be seen says so', () => {
  for (const text of ['', '  \n', '\u200b', '\u202e']) {
    expect(telegram(pageOf({ kind: 'text', line: [{ text }] }))[0]!.text).toBe('There’s nothing to show.');
  }
});

test('what does not fit one message goes on in the next, divided between blocks', () => {
  const texts = ['a', 'b', 'c'].map(letter => letter.repeat(1800));
  const parts = telegram({
    blocks: texts.map(text => ({ kind: 'text', line: [{ text }] })),
    buttons: [[{ label: [{ text: 'More' }], action: { kind: 'ask', question: { kind: 'latest' } } }]],
  });
  expect(parts.map(part => part.text)).toEqual([`${texts[0]}\n\n${texts[1]}`, texts[2]]);
  expect(parts.map(part => part.buttons.length)).toEqual([0, 1]);
});

test('a heading goes with what it heads', () => {
  const parts = telegram(
    pageOf(
      { kind: 'text', line: [{ text: 'a'.repeat(4080) }] },
      { kind: 'heading', line: [{ text: 'Heading' }] },
      { kind: 'text', line: [{ text: 'b'.repeat(20) }] },
    ),
  );
  expect(parts.map(part => part.text)).toEqual(['a'.repeat(4080), `Heading\n${'b'.repeat(20)}`]);
});

test('a block longer than a message is cut between words, its entities with it', () => {
  const words = Array.from({ length: 1200 }, (_, i) => `word${i}`).join(' ');
  const parts = telegram(pageOf({ kind: 'quote', text: words, credit: [{ text: 'Somebody' }] }));
  expect(parts.length).toBe(3);
  expect(parts.map(part => part.text).join(' ')).toBe(`“${words}”\n— Somebody`.replace('\n', '\n'));
  for (const part of parts) {
    const [quote] = part.entities;
    expect(quote!.type).toBe('expandable_blockquote');
    expect(part.text.slice(quote!.offset, quote!.offset + quote!.length)).toMatch(/^“?word\d+ .* word\d+”?$/);
  }
});

test('length is counted in code points, and no surrogate pair is cut', () => {
  const whole = telegram(pageOf({ kind: 'text', line: [{ text: '😀'.repeat(4096) }] }));
  expect(whole.length).toBe(1);
  const parts = telegram(pageOf({ kind: 'text', line: [{ text: '😀'.repeat(4097), style: 'bold' }] }));
  expect(parts.map(part => [...part.text].length)).toEqual([4096, 1]);
  expect(covered(parts[1]!)).toEqual(['bold: 😀']);
});

test('labels of buttons are short and never empty, buttons that open no web page are left out', () => {
  const [message] = telegram({
    blocks: [{ kind: 'text', line: [{ text: 'x' }] }],
    buttons: [
      [{ label: [{ text: 'long '.repeat(40) }], action: { kind: 'choose', data: 'a' } }],
      [{ label: [{ text: '\u200b' }], action: { kind: 'choose', data: 'b' } }],
      [{ label: [{ text: 'open' }], action: { kind: 'open', url: 'file:///etc/passwd' } }],
    ],
  });
  expect(message!.buttons.map(row => row.map(button => button.text))).toEqual([
    [`${'long '.repeat(11)}long…`],
    ['…'],
  ]);
  expect(message!.buttons[0]![0]).toMatchObject({ callback_data: '{"kind":"choose","data":"a"}' });
});
