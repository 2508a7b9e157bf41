import { describe, expect, test } from 'vitest';
import { read } from '../../../src/reading/read.ts';
import { knowledge } from '../knowledge.ts';

const body = [
  'The harbour of Osterby was closed on Monday after a crane fell into the water, the town said in a statement.',
  'Nobody was hurt, but three ships had to wait outside the port until the evening, and one of them turned back.',
  'The town council will meet to discuss the repairs, which are expected to cost more than two million crowns.',
  'Harbour master Ines Dahl said that the crane had been looked at in the spring, and that nothing was found.',
];
const paragraphs = body.map(text => `<p>${text}</p>`).join('\n');

const readHtml = (html: string) => read({ text: '', html }, knowledge);
const page = (head: string, inside = `<article><h1>Crane falls into harbour</h1>${paragraphs}</article>`) =>
  readHtml(`<!doctype html><html><head>${head}</head><body>${inside}</body></html>`);
const json = (data: unknown) =>
  `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;
const facts = (head: string) => {
  const { title, byline, published, source } = page(head);
  return { title, byline, day: published.date, source };
};
const article = {
  '@type': 'NewsArticle',
  headline: 'Crane falls into harbour',
  datePublished: '2021-06-16T08:00:00+02:00',
  author: { '@type': 'Person', name: 'Marta Lindqvist' },
  publisher: { '@type': 'Organization', name: 'Nordkyst' },
};
const known = {
  title: 'Crane falls into harbour',
  byline: 'Marta Lindqvist',
  day: '2021-06-16',
  source: 'Nordkyst',
};

describe('title, author, day and outlet of a page are given by', () => {
  const { author, publisher, ...rest } = article;
  test.each<[string, string]>([
    ['a single object', json({ '@context': 'https://schema.org', ...article })],
    ['a list', json([{ '@type': 'BreadcrumbList' }, article])],
    [
      'a graph whose author and publisher are pointed at',
      json({
        '@graph': [
          { '@type': 'WebPage', '@id': '#page' },
          { ...rest, author: { '@id': '#marta' }, publisher: { '@id': '#site' } },
          { '@type': 'Person', '@id': '#marta', name: author.name },
          { '@type': 'Organization', '@id': '#site', name: publisher.name },
        ],
      }),
    ],
    ['an object inside another', json({ '@type': 'WebPage', mainEntity: article })],
    [
      'a type of several, written out',
      json({ ...article, '@type': ['CreativeWork', 'http://schema.org/NewsArticle'] }),
    ],
    ['a second script behind one that is no JSON', `${json('{"@type": "NewsArticle",')}${json(article)}`],
    [
      'one with a comma too many and a line broken in a string',
      json(
        `{"@type":"NewsArticle","headline":"Crane falls\ninto harbour","datePublished":"2021-06-16","author":"Marta Lindqvist","publisher":{"name":"Nordkyst",},}`,
      ),
    ],
    ['one wrapped as a script', json(`//<![CDATA[\n${JSON.stringify(article)}\n//]]>`)],
    [
      'OpenGraph',
      '<meta property="og:title" content="Crane falls into harbour"><meta property="article:published_time" content="2021-06-16T06:00:00Z"><meta name="author" content="By Marta Lindqvist"><meta property="og:site_name" content="Nordkyst">',
    ],
  ])('%s', (_, head) => {
    expect(facts(head)).toEqual(known);
  });

  test('the data of the page’s own article where there are those of others', () => {
    const other = { ...article, headline: 'Bridge closed', datePublished: '2020-01-01', author: 'Jan Vik' };
    const here = '<link rel="canonical" href="https://www.nordkyst.example/crane/">';
    const own = { ...article, url: 'http://nordkyst.example/crane?from=home' };
    expect(facts(`${here}${json([other, own])}`)).toEqual(known);
    expect(facts(json([other, article]))).toEqual(known);
  });

  test('none of several strangers', () => {
    const others = [1, 2].map(day => ({
      ...article,
      headline: `Bridge closed ${day}`,
      datePublished: `2020-01-0${day}`,
    }));
    expect(facts(json(others))).toMatchObject({ byline: null, day: null });
  });

  test('names, not addresses, and with the marks that are meant', () => {
    expect(
      facts(
        `<meta property="article:author" content="https://social.example/marta">${json({ ...article, author: undefined, headline: 'Crane &#8216;falls&#8217; &amp; sinks' })}`,
      ),
    ).toMatchObject({ title: 'Crane ‘falls’ & sinks', byline: null });
  });

  test.each<[unknown, string | null]>([
    ['Wed, 16 Jun 2021 06:00:00 GMT', '2021-06-16'],
    ['June 16, 2021', '2021-06-16'],
    ['16 June 2021, 08:00', '2021-06-16'],
    ['2021/06/16 08:00', '2021-06-16'],
    ['20210616', '2021-06-16'],
    [1_623_823_200_000, '2021-06-16'],
    ['1623823200', '2021-06-16'],
    ['2021-06-31', null],
    ['06/07/2021', null],
    ['yesterday', null],
    [17, null],
  ])('of the day %j as %s', (datePublished, day) => {
    expect(facts(json({ ...article, datePublished })).day).toBe(day);
  });

  test.each([
    ['the outlet', json({ ...article, author: { '@type': 'Organization', name: 'Nordkyst' } })],
    ['labels run together', '<meta name="x" content="y">'],
  ])('no author where there is only %s', (_, head) => {
    const labels = '<div class="author">Harbour NewsJust InShipping</div>';
    expect(
      page(head, `<article><h1>Crane falls into harbour</h1>${labels}${paragraphs}</article>`).byline,
    ).toBeNull();
  });

  test('a day that is marked once, or near the headline, and none where several are in a list', () => {
    const marked = (day: string) => `<time itemprop="datePublished" datetime="${day}">then</time>`;
    const inside = `<article><h1>Crane falls into harbour</h1>${marked('2021-06-16')}${paragraphs}</article>`;
    expect(page('', inside).published.date).toBe('2021-06-16');
    expect(page('', `${inside}${marked('2020-01-01')}`).published.date).toBe('2021-06-16');
    const list = `<p>${marked('2020-01-01')}</p><p>Ferry</p><p>${marked('2020-02-02')}</p>`;
    expect(page('', `${list}<h1>Crane falls into harbour</h1>${paragraphs}`).published.date).toBeNull();
  });
});

const inside = (html: string) =>
  page('', `<article>${paragraphs}${html}<p>The port will open again on Friday.</p></article>`);
const told = (html: string) => inside(html).text.split('\n\n');
const last = 'The port will open again on Friday.';

describe('the text of a page', () => {
  test('has a table’s rows, each on a line', () => {
    const table =
      '<table><tr><th>Damage</th><th>Crowns</th></tr><tr><td>Crane</td><td>1,200,000</td></tr><tr><td>Quay</td><td>800,000</td></tr></table>';
    expect(told(table)).toEqual([
      ...body,
      '• Damage | Crowns',
      '• Crane | 1,200,000',
      '• Quay | 800,000',
      last,
    ]);
  });

  test('has a table’s paragraphs where it only lays the page out', () => {
    const laidOut = page('', `<table><tr><td><a href="/">Home</a></td><td>${paragraphs}</td></tr></table>`);
    expect(laidOut.text.split('\n\n')).toEqual(body);
  });

  test('has a list’s items, also those with paragraphs in them', () => {
    const list =
      '<ul><li><p>The crane was built in the seventies.</p></li><li>It weighed <b>forty</b> tonnes.</li></ul>';
    expect(told(list)).toEqual([
      ...body,
      '• The crane was built in the seventies.',
      '• It weighed forty tonnes.',
      last,
    ]);
  });

  test('has no caption, and says that it had one', () => {
    const figure =
      '<figure><img src="a.jpg"><figcaption>The crane was lying in the water when they came. <span>Jan Vik</span></figcaption></figure>';
    const found = inside(figure);
    expect(found.text.split('\n\n')).toEqual([...body, last]);
    const removed = found.removed.filter(({ kind }) => kind === 'caption');
    expect(removed.map(({ start, end }) => found.input!.slice(start, end))).toEqual([
      'The crane was lying in the water when they came. Jan Vik',
    ]);
  });

  test('has nothing of scripts, templates, hidden parts and words pulled out to be seen', () => {
    const unseen = 'This is a sentence that nobody who opened the page would ever have seen there.';
    const parts = `<script type="text/template"><p>${unseen}</p></script><template><p>${unseen}</p></template><div style="display: none"><p>${unseen}</p></div><p hidden>${unseen}</p><textarea>${unseen}</textarea><blockquote class="pull-quote">${body[3]}</blockquote>`;
    expect(told(parts)).toEqual([...body, last]);
    expect(page('', parts).text).toBe('');
  });

  test('has no characters that no one sees, and no entities that were encoded twice', () => {
    const odd =
      '<p>The har&shy;bour\u200bmaster, Ines\u200e Ko&shy;l\u2060be, called it &amp;#8220;a miracle&amp;#8221;\ufeff.</p>';
    expect(told(odd)).toEqual([...body, 'The harbourmaster, Ines Kolbe, called it “a miracle”.', last]);
  });

  test.each([
    'Read the full article on our website',
    'The post Crane falls appeared first on Harbour Mail.',
    'after newsletter promotion',
    'Читайте також: Яворів отримає новий парк',
    'Lesen Sie auch: Kran fällt in den Hafen',
    'Подписывайтесь на наш канал',
  ])('has no reference to another article or place: “%s”', line => {
    expect(page('', `<article>${paragraphs}<p>${line}</p></article>`).text.split('\n\n')).toEqual(body);
  });

  test.each(['Other posts you may enjoy', 'More stories you might like', 'Share your story'])(
    'ends before “%s”',
    heading => {
      const links = ['Ferry fares go up', 'New bridge opens'].map(
        title => `<li><a href="/x">${title}</a></li>`,
      );
      const { text } = page(
        '',
        `<article>${paragraphs}<p>${heading}</p><ul>${links.join('')}</ul></article>`,
      );
      expect(text.endsWith(body.at(-1)!)).toBe(true);
    },
  );

  test.each([
    ['plain', body.join('\n\n')],
    ['markup', paragraphs],
    ['encoded', body.join('\n').replaceAll(',', '&#44;')],
  ])('is there of a page that scripts fill, from its data: %s', (_, articleBody) => {
    const data = json({ '@graph': [{ '@type': 'WebSite' }, { ...article, articleBody }] });
    expect(page(data, '<div id="root"></div>').text.split('\n\n')).toEqual(body);
    // What the page shows is more than its data.
    expect(page(json({ ...article, articleBody: 'Read it here.' })).text.split('\n\n')).toEqual(body);
  });

  test('is there of a page nested deeper than any parser goes, without its code', () => {
    const code = '<script>var sold = "Nobody who reads this was to see it, said the script.";</script>';
    const style = '<STYLE media="all">p { color: red }</STYLE >';
    const deep = page('', `${'<div>'.repeat(400)}${code}${paragraphs}${style}<p>It is over now.</p>`);
    expect(deep.text.split('\n\n')).toEqual([...body, 'It is over now.']);
    const open = page('', `${'<div>'.repeat(400)}${paragraphs}<script>`);
    expect(open.text.split('\n\n')).toEqual(body);
  });

  test('is there of a page of any size', () => {
    const large = page(
      '',
      `<article>${paragraphs}<p>${'<i></i>'.repeat(21_000)}It is over now.</p></article>`,
    );
    expect(large.text.split('\n\n')).toEqual([...body, 'It is over now.']);
  });
});

describe('what is around the text of a page', () => {
  test('has neither the next article of a page without end, nor boxes that ask for an address', () => {
    const next = `<article><h1>Snow closes pass</h1><p>${'The pass was closed by snow on Friday. '.repeat(9)}</p></article>`;
    const both = `<div><article><h1>Crane falls into harbour</h1>${paragraphs}</article><div>Up next</div>${next}</div>`;
    expect(page('<title>Crane falls into harbour</title>', both).text.split('\n\n')).toEqual(body);
    const box =
      '<div><b>Get the Harbour Letter</b><p>Sent at six, read by seven.</p><form><input><button>Go</button></form></div>';
    expect(told(box)).toEqual([...body, last]);
  });

  test('has no quotation that is pulled out of a longer one, and keeps one that is not', () => {
    const quoted = '<p>“We looked at it in the spring and nothing was found,” said Dahl.</p>';
    const [pulled, own] = ['“We looked at it in the spring”', '“Nobody will be allowed near the quay”'];
    expect(told(`${quoted}<p>${pulled}</p><p>${own}</p>`)).not.toContain(pulled);
    expect(told(`${quoted}<p>${pulled}</p><p>${own}</p>`)).toContain(own);
  });

  test('has its headline as the title where the page is called otherwise', () => {
    const inside = `<article><h1>Who let it fall?</h1>${paragraphs}</article>`;
    const found = page('<meta property="og:title" content="Crane falls into harbour">', inside);
    expect(found.title).toBe('Crane falls into harbour');
    expect(found.text.split('\n\n')).toEqual(body);
  });

  test('goes on below an advertisement, and no further than the article', () => {
    const short = '<p>It will take a month.</p>';
    const ad = '<div>Advertisement</div>';
    const end = (html: string) =>
      page('', `<article><h1>Crane falls into harbour</h1>${paragraphs}${html}</article>`)
        .text.split('\n\n')
        .slice(4);
    expect(end(`${ad}<p>It will take until Friday to lift it.</p>`)).toEqual([
      'It will take until Friday to lift it.',
    ]);
    expect(end(`${ad}<p>Ferry fares</p>`)).toEqual([]);
    expect(end(`<p>Related stories</p><p>It will take until Friday to lift it.</p>${short}`)).toEqual([]);
  });

  test('keeps the paragraph above a picture credit', () => {
    const sentence = 'She came from the capital by ship and slept for two days.';
    expect(told(`<p>${sentence}</p><p>Photo: Jan Vik</p>`)).toContain(sentence);
  });
});
