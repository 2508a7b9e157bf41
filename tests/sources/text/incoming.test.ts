import { expect, test } from 'vitest';
import { shapeOf } from '../../../src/sources/article-shape.ts';
import { articleFromLine, articleFromText } from '../../../src/sources/articles-from.ts';
import { incomingText } from '../../../src/sources/text/incoming.ts';

const json = (text: string) => incomingText(text, 'json');

test.each([
  'Plain news. The mayor said 5 < 6 and 7 > 6, AT&T paid $5 & left.',
  'The tag <b> makes words bold, he said. Write to <ann@vale.example> or see <https://vale.example>.',
  'How to write HTML:\n1. Open a paragraph with <p>.\n2. Write.\n3. Close it with </p>.\n4. A line ends with <br>\n5. or with <br/>.\nThat is all.\nReally.\nGoodbye.\nBye.\nSee you.\nNext week.\nThe end.',
  '# 1 in the charts * and a star *\n- one\n- two\n#breaking news',
  'f**k, n****rs and 2**8 = 256; __init__ and snake_case_names',
  'The footnote[1] (see below) says [sic].',
  '---\nA paragraph between rules\n---\nAnd more.',
  '> quoted mail\n    an indented line',
  'SÃO PAULO, NÃO, Åre, «Ã», “på Å” and the name Â',
  'Привет, мир. Росія і Сполучені Штати. Рік. РС-1 і С-300',
  'Ampersands: &c; R&D; &copy without its end; &unknown;',
  '',
])('leaves plain text unchanged: %j', text => {
  expect(json(text)).toEqual({ text });
  expect(incomingText(text, 'plain')).toEqual({ text });
});

test('decodes entities, those encoded twice too', () => {
  expect(json('&#8220;Hi,&#8221; said AT&amp;T&rsquo;s &lt;boss&gt;.')).toEqual({
    text: '“Hi,” said AT&T’s <boss>.',
    derived: true,
  });
  expect(incomingText('&amp;#8220;Hi&amp;#8221;', 'plain')).toEqual({ text: '“Hi”', derived: true });
  expect(json('&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;')).toEqual({
    text: '',
    html: '<p>One.</p><p>Two.</p>',
  });
});

test('has no characters that no one sees, and keeps the joiners of letters and emoji', () => {
  expect(json('\ufeffMayor Ko\u00adl\u200bbe\u200e said.')).toEqual({
    text: 'Mayor Kolbe said.',
    derived: true,
  });
  const joined = 'می\u200cخواهم 👩\u200d🚒';
  expect(json(joined)).toEqual({ text: joined });
});

test('undoes line breaks that were escaped once too often, and notes on how much was cut off', () => {
  for (const [given, text] of [
    [
      'The bridge is closed.\\n\\nIt is \\"old\\".\\r\\nMore soon.',
      'The bridge is closed.\n\nIt is "old".\nMore soon.',
    ],
    ['The bridge is closed for… [+2345 chars]', 'The bridge is closed for…'],
  ])
    expect(incomingText(given!, 'json')).toEqual({ text, derived: true });
  for (const kept of ['Open C:\\news and wait.', 'It ends.\\nNot\nso.'])
    expect(incomingText(kept, 'json')).toEqual({ text: kept });
});

test('drops the marks of footnotes that stick to a word or sentence', () => {
  for (const [given, text] of [
    ['“Steel is dear,”[4] said the mayor.[5][16]', '“Steel is dear,” said the mayor.'],
    ['She left in 2019.[note 2] He stayed.[citation needed]', 'She left in 2019. He stayed.'],
  ])
    expect(incomingText(given!, 'plain')).toEqual({ text, derived: true });
  const kept = 'He[r] report [3] says “[we] knew”.\n\n[1] The Vale Courier, 2019.';
  expect(incomingText(kept, 'plain')).toEqual({ text: kept });
});

test('takes HTML for a page, or takes single tags out of lines that stay', () => {
  expect(json('<p>One.</p>')).toEqual({ text: '', html: '<p>One.</p>' });
  expect(json('One <a href="/x">link</a> &amp; more.\n\nTwo <b>bold</b>.\nThree.')).toEqual({
    text: 'One link & more.\n\nTwo bold.\nThree.',
    derived: true,
  });
  expect(json('One.\n\n<blockquote>Two.</blockquote>\n\nThree.').html).toBe(
    'One.<br><br><blockquote>Two.</blockquote><br><br>Three.',
  );
});

test('takes the marks out of Markdown', () => {
  const markdown = [
    '# Harbour *wall*',
    '',
    'By [Nadia Perl](https://v.example/n "N"), **6 March**.',
    '![A wall](wall.jpg)',
    '',
    '> “We can’t wait,” the mayor said.',
    '',
    '## Costs',
    '',
    '* One &amp; two',
    '* [Three](/3)',
    '',
    '1. First',
    '2. Second',
    '',
    '| a | b |',
    '|---|---|',
    '| 1 | 2 |',
    '',
    'Line\nof it<br>and `code`. \\*Not this\\*',
  ].join('\n');
  const words = [
    'Harbour wall',
    'By Nadia Perl, 6 March.',
    '“We can’t wait,” the mayor said.',
    'Costs',
    '• One & two',
    '• Three',
    '1. First',
    '2. Second',
    '• a | b',
    '• 1 | 2',
  ];
  expect(incomingText(markdown, 'md')).toEqual({
    text: [...words, 'Line of it and code. *Not this*'].join('\n\n'),
    derived: true,
    facts: { title: 'Harbour wall' },
  });
  expect(json(markdown).text).toBe([...words, 'Line\nof it\nand code. *Not this*'].join('\n\n'));
  const plain = markdown.replace('&amp;', '+');
  expect(incomingText(plain, 'plain')).toEqual({ text: plain });
});

test('leaves a Markdown file without markup unchanged', () => {
  for (const text of ['First.', 'One\nline.\n\n\nTwo  blanks.\n'])
    expect(incomingText(text, 'md')).toEqual({ text });
});

test('takes what front matter says as facts', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const yaml =
    '---\ntitle: "A: \\"B\\""\ndate: Wed, 06 Mar 2024 09:00:00 +0100\nauthors:\n  - Ann Lee\n  - Bo Ray\ntags: [x, y]\nurl: https://v.example/a # home\n---\nText.\n';
  expect(articleFromText(bytes(yaml), '/x/n.md')).toEqual({
    article: {
      id: 'n',
      file: 'n.md',
      title: 'A: "B"',
      publishedAt: '2024-03-06T09:00:00+01:00',
      author: 'Ann Lee, Bo Ray',
      url: 'https://v.example/a',
      text: 'Text.',
      derived: true,
    },
    oddDay: { kind: 'other-form', value: 'Wed, 06 Mar 2024 09:00:00 +0100', day: '2024-03-06' },
  });
  expect(json('+++\ntitle = "T"\ndate = 2024-03-06\n+++\nText.')).toMatchObject({
    text: 'Text.',
    facts: { title: 'T', publishedAt: '2024-03-06' },
  });
});

test('takes lines above a text that name its facts, with no fence around them', () => {
  const story = 'The bridge is closed.\n\nMayor: We had no choice.';
  const service =
    'Title: A bridge\n\nURL Source: https://v.example/a\n\nPublished Time: 2024-03-06T09:00:00Z\n\nMarkdown Content:\n';
  expect(json(`${service}A bridge\n========\n\n${story}`)).toMatchObject({
    facts: { title: 'A bridge', url: 'https://v.example/a', publishedAt: '2024-03-06T09:00:00Z' },
  });
  expect(
    incomingText(`Titel: Brücke\nDatum: 6. März 2024\nAutor: Ann Lee\nThemen: Bau\n\n${story}`, 'plain'),
  ).toEqual({
    text: story,
    derived: true,
    facts: { title: 'Brücke', publishedAt: '6. März 2024', author: 'Ann Lee' },
  });
  const lone = `Title: A bridge\n\n${story}`;
  const spoken = `Title: A bridge\nThe mayor answers.\n\nMayor: We had no choice.`;
  for (const text of [lone, spoken]) expect(incomingText(text, 'plain')).toEqual({ text });
});

test('warns of a day in front matter that is none, unless the article gives another', () => {
  const text = '---\ntitle: T\ndate: someday soon\n---\nText.\n';
  expect(articleFromText(new TextEncoder().encode(text), '/x/n.md')).toMatchObject({
    warnings: [expect.stringContaining('"someday soon", which is no day')],
    oddDay: { kind: 'no-day', value: 'someday soon' },
  });
  expect(shapeOf({ text })).toMatchObject({ oddDay: { kind: 'no-day' } });
  expect(shapeOf({ text, publishedAt: '2024-03-06' })).toEqual({
    article: expect.objectContaining({ publishedAt: '2024-03-06' }),
  });
});

test.each([
  ['â€œHi,â€\u009d he said â€“ and leftâ€¦', '“Hi,” he said – and left…'],
  ['â€œHi,â€ he said. Itâ€™s rÃ©sumÃ© time', '“Hi,” he said. It’s résumé time'],
  ['GuantÃ¡namo, MÃ¼ller, 20Â°C', 'Guantánamo, Müller, 20°C'],
  ['ÐŸÑ€Ð¸Ð²ÐµÑ‚, Ð¼Ð¸Ñ€', 'Привет, мир'],
  ['РџСЂРёРІРµС‚, РјРёСЂ', 'Привет, мир'],
  ['\u0093We\u0092re ready,\u0094 she said \u0096 twice', '“We’re ready,” she said – twice'],
])('repairs %j', (broken, whole) => {
  expect(json(broken)).toEqual({ text: whole, derived: true });
  expect(json(whole)).toEqual({ text: whole });
});

test('takes a day in any of its forms, and warns of what is none', () => {
  const line = (publishedAt: unknown) => articleFromLine(JSON.stringify({ text: 'x', publishedAt }));
  const day = (publishedAt: unknown) => {
    const found = line(publishedAt);
    return 'article' in found ? [found.article.publishedAt, found.warnings?.length ?? 0] : found;
  };
  expect(day('2024-03-06T23:30:00-05:00')).toEqual(['2024-03-06T23:30:00-05:00', 0]);
  expect(day('Wed, 06 Mar 2024 23:30:00 -0500')).toEqual(['2024-03-06T23:30:00-05:00', 0]);
  expect(day('March 6, 2024')).toEqual(['2024-03-06', 0]);
  expect(day(1709767800)).toEqual(['2024-03-06T23:30:00Z', 0]);
  expect(day(null)).toEqual([undefined, 0]);
  for (const none of ['', 'unknown', 'N/A', '0000-00-00', '02/03/2024', '2024-02-30', 'soon', 7, {}])
    expect(day(none), JSON.stringify(none)).toEqual([undefined, 1]);
  expect(line('unknown')).toMatchObject({ warnings: ['its date is "unknown": taken as not given'] });
});

test.each<[string, object, object]>([
  [
    'Trafilatura',
    {
      text: 'x',
      title: 'T',
      author: 'A. Writer',
      date: '2024-03-06',
      sitename: 'The Vale',
      url: 'https://v.example/1',
    },
    {
      text: 'x',
      title: 'T',
      author: 'A. Writer',
      publishedAt: '2024-03-06',
      source: 'The Vale',
      url: 'https://v.example/1',
    },
  ],
  [
    'Newspaper',
    { text: 'x', title: 'T', authors: ['A. Writer', 'B. Writer'], publish_date: '2024-03-06 10:00:00' },
    { text: 'x', title: 'T', author: 'A. Writer, B. Writer', publishedAt: '2024-03-06 10:00:00' },
  ],
  [
    'news-please',
    { maintext: 'x', date_publish: '2024-03-06 10:00:00', source_domain: 'v.example', authors: [] },
    { text: 'x', publishedAt: '2024-03-06 10:00:00', source: 'v.example' },
  ],
  [
    'NewsAPI',
    {
      content: 'x',
      source: { id: null, name: 'The Vale' },
      publishedAt: '2024-03-06T10:00:00Z',
      author: null,
    },
    { text: 'x', source: 'The Vale', publishedAt: '2024-03-06T10:00:00Z' },
  ],
  [
    'JSON Feed',
    { content_html: '<p>x</p>', date_published: '2024-03-06T10:00:00Z', id: 7 },
    { text: '', html: '<p>x</p>', publishedAt: '2024-03-06T10:00:00Z', id: '7' },
  ],
  [
    'a collection',
    {
      Headline: 'T',
      Body: 'x',
      Date: 'March 6, 2024',
      publication: 'The Vale',
      published: true,
      n_versions: 2,
    },
    { title: 'T', text: 'x', publishedAt: '2024-03-06', source: 'The Vale' },
  ],
  [
    'WordPress',
    { title: { rendered: 'T' }, content: { rendered: 'x', protected: false }, date: '2024-03-06T10:00:00' },
    { title: 'T', text: 'x', publishedAt: '2024-03-06T10:00:00' },
  ],
  [
    'Fundus',
    {
      title: 'T',
      body: { summary: ['s'], sections: [{ headline: ['h'], paragraphs: ['x', 'y'] }] },
      publishing_date: '2024-03-06',
    },
    { title: 'T', text: 's\n\nh\n\nx\n\ny', publishedAt: '2024-03-06' },
  ],
  ['a list of paragraphs', { headline: 'T', text: ['x', '', 'y'] }, { title: 'T', text: 'x\n\ny' }],
  [
    'an editor of blocks',
    {
      title: 'T',
      content: [
        { type: 'paragraph', text: 'x' },
        { type: 'image', url: 'p.png' },
      ],
    },
    { title: 'T', text: 'x' },
  ],
])('takes an article as %s names its facts', (_scraper, given, article) => {
  expect(articleFromLine(JSON.stringify(given))).toMatchObject({ article });
  expect(shapeOf(given)).toHaveProperty('article', article);
});

test('takes our own names before any other, unless they are empty', () => {
  const facts = {
    text: 'ours',
    body: 'theirs',
    publishedAt: '2024-03-06',
    date: '2023-01-01',
    title: '',
    headline: 'T',
  };
  expect(shapeOf(facts)).toHaveProperty('article', { text: 'ours', publishedAt: '2024-03-06', title: 'T' });
  expect(shapeOf({ text: 'x', title: 5, headline: 'T' })).toMatchObject({
    reason: expect.stringContaining('"title"'),
  });
  expect(shapeOf({ body: 5, date: 'soon' })).toMatchObject({
    article: { text: '5' },
    oddDay: { value: 'soon' },
  });
  expect(shapeOf({ comments: 'x' })).toMatchObject({ reason: '"text": there is no text in it' });
});
