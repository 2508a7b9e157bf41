import { afterAll, expect, test } from 'vitest';
import { createParser } from '../../../src/sources/parsing/parser.ts';

const parser = createParser();
afterAll(() => parser.close());

const bytes = (text: string) => Buffer.from(text);
const feed = (text: string, more: { charset?: string; url?: string } = {}) =>
  parser.feed({ bytes: bytes(text), ...more });
const rss = (items: string, channel = '<title>The Vale Courier</title><link>https://vale.example/</link>') =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${channel}${items}</channel></rss>`;
const items = async (text: string) => {
  const found = await feed(text);
  if (!('items' in found)) throw new Error(found.reason);
  return found.items;
};

test('reads an item of RSS 2.0 with its teaser and its full text', async () => {
  const found = await feed(
    rss(
      '<item><guid isPermaLink="false">n1</guid><link>/news/1</link><title>Mayor&amp;apos;s &lt;b&gt;plan&lt;/b&gt; &amp;amp; budget</title>' +
        '<pubDate>Tue, 06 Feb 24 09:30 EST</pubDate><dc:creator>Nadia Perl</dc:creator><description>A teaser &amp;#8220;so to say&amp;#8221;</description>' +
        '<content:encoded><![CDATA[<p>First.</p><ul><li>One</li><li>Two</li></ul><script>no()</script>]]></content:encoded></item>',
      '<title>The Vale Courier</title><link>https://vale.example/</link><ttl>30</ttl><language>en-GB</language>',
    ),
  );
  expect(found).toEqual({
    format: 'rss',
    title: 'The Vale Courier',
    home: 'https://vale.example/',
    language: 'en-GB',
    ttlMinutes: 30,
    salvaged: false,
    items: [
      {
        id: 'n1',
        url: 'https://vale.example/news/1',
        title: "Mayor's plan & budget",
        publishedAt: '2024-02-06T09:30:00-05:00',
        updatedAt: null,
        author: 'Nadia Perl',
        text: 'A teaser “so to say”',
        html: '<p>First.</p><ul><li>One</li><li>Two</li></ul><script>no()</script>',
      },
    ],
  });
});

test('reads Atom 1.0 with bases of its own, Atom 0.3 with base64, RDF, JSON Feed and RSS in JSON', async () => {
  const atom = await items(
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/b/"><title>A</title><entry xml:base="c/"><id>urn:1</id><title type="html">5 &amp;lt; 6</title>' +
      '<link rel="alternate" href="d.html"/><link rel="enclosure" href="x.mp3"/><published>2024-05-06T07:08:09+02:00</published><updated>2024-05-07T00:00:00Z</updated>' +
      '<author><name>Ada</name></author><author><name>Ben</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Q &amp; A</p></div></content></entry></feed>',
  );
  expect(atom).toMatchObject([
    { id: 'urn:1', url: 'https://a.example/b/c/d.html', title: '5 < 6', author: 'Ada, Ben', text: 'Q & A' },
  ]);
  expect(atom[0]).toMatchObject({
    publishedAt: '2024-05-06T07:08:09+02:00',
    updatedAt: '2024-05-07T00:00:00Z',
  });
  const old = await items(
    `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><id>o</id><title mode="base64">${btoa('Old news')}</title><issued>2003-12-31</issued></entry></feed>`,
  );
  expect(old).toMatchObject([{ id: 'o', title: 'Old news', publishedAt: '2003-12-31' }]);
  const rdf = await items(
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>R</title></channel><item rdf:about="https://r.example/1"><title>Rain</title><link>https://r.example/1</link><dc:date>2004-03</dc:date></item></rdf:RDF>',
  );
  expect(rdf).toMatchObject([{ id: 'https://r.example/1', title: 'Rain', publishedAt: '2004-03-01' }]);
  const json = await items(
    '{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","content_text":"a < b\\n\\nc","date_published":"2024-01-02T03:04:05Z","authors":[{"name":"Jo"}]}]}',
  );
  expect(json).toMatchObject([{ id: '1', text: 'a < b\n\nc', html: null, author: 'Jo' }]);
  expect(
    await items(
      '{"rss":{"channel":{"title":"S","item":[{"guid":{"#value":"7"},"title":"T","description":"D"}]}}}',
    ),
  ).toMatchObject([{ id: '7', title: 'T', text: 'D' }]);
});

test('reads whose an item is, what a film is about, and a sitemap of news', async () => {
  const others = '<source url="https://tarn.example">Tarn Tribune</source>';
  const own = '<source url="https://vale.example">The Vale Courier</source>';
  const [first, second] = await items(
    rss(`<item><title>A</title>${others}</item><item><title>B</title>${own}</item>`),
  );
  expect(first).toMatchObject({ outlet: 'Tarn Tribune' });
  expect(second).not.toHaveProperty('outlet');
  const film =
    '<media:group><media:title>Film</media:title><media:description>What it shows.</media:description></media:group>';
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><title>A</title><entry><id>1</id><title>Film</title><source><title>Oden TV</title></source>${film}</entry></feed>`;
  expect(await items(atom)).toMatchObject([{ text: 'What it shows.', outlet: 'Oden TV' }]);
  const named = '<media:content url="/1.mp4"><media:title>Seals</media:title></media:content>';
  for (const media of [named, `<media:group>${named}</media:group>`]) {
    const picture = `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>A</title><item><guid>1</guid>${media}</item></channel></rss>`;
    expect(await items(picture)).toMatchObject([{ title: 'Seals' }]);
  }
  const news = (title: string) =>
    `<url><loc>/${title}</loc><news:news><news:publication><news:name>Vale Courier</news:name><news:language>en</news:language></news:publication><news:publication_date>2024-02-06T09:30-05:00</news:publication_date><news:title>${title} &amp;amp; more</news:title></news:news></url>`;
  const sitemap = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${news('A')}<url><loc>/about</loc></url>${news('B')}</urlset>`;
  expect(await feed(sitemap, { url: 'https://vale.example/news.xml' })).toMatchObject({
    title: 'Vale Courier',
    home: 'https://vale.example/',
    language: 'en',
    items: [
      { url: 'https://vale.example/A', title: 'A & more', publishedAt: '2024-02-06T09:30:00-05:00' },
      { url: 'https://vale.example/B', title: 'B & more' },
    ],
  });
  expect(await feed('<urlset><url><loc>/about</loc></url></urlset>')).toEqual({ reason: 'not-a-feed' });
});

test('saves what is whole of a feed that is cut off or broken', async () => {
  const three = [1, 2, 3].map(n => `<item><guid>g${n}</guid><title>T${n}</title></item>`);
  const cut = await feed(rss(three.join('')).slice(0, -45));
  expect(cut).toMatchObject({
    salvaged: true,
    title: 'The Vale Courier',
    items: [{ id: 'g1' }, { id: 'g2' }],
  });
  const unclosed = three.with(1, '<item><guid>g2</guid><title>T2</item>');
  expect((await items(rss(unclosed.join('')))).map(({ id }) => id)).toEqual(
    expect.arrayContaining(['g1', 'g3']),
  );
  const section = three.with(1, '<item><guid>g2</guid><title><![CDATA[T2</title></item>');
  expect((await items(rss(section.join('')))).map(({ id }) => id)).toEqual(['g1', 'g3']);
  const reserved = three.with(
    0,
    '<item><guid>g1</guid><__proto__>x</__proto__><constructor/><title>T1</title></item>',
  );
  expect((await items(rss(reserved.join('')))).map(({ title }) => title)).toEqual(['T1', 'T2', 'T3']);
  const json = '{"title":"J","items":[{"id":"1","title":"a}]\\""},{"id":"2"},{"id":"3","ti';
  expect(await feed(json)).toMatchObject({ salvaged: true, items: [{ id: '1' }, { id: '2' }] });
});

test('reads a feed that says UTF-8 as that although some of its signs are broken, and one that only says so by its letters', async () => {
  const titled = (title: Buffer, head: string, charset?: string) =>
    parser.feed({
      bytes: Buffer.concat([
        Buffer.from(`${head}<rss version="2.0"><channel><title>V</title><item><title>`),
        title,
        Buffer.from('</title></item></channel></rss>'),
      ]),
      ...(charset && { charset }),
    });
  const said = '<?xml version="1.0" encoding="utf-8"?>';
  const broken = Buffer.concat([Buffer.from('Kraków, Łódź '), Buffer.from([0xff]), Buffer.from(' votes')]);
  for (const [head, charset] of [[said], ['', 'UTF-8']] as const)
    expect(await titled(broken, head, charset)).toMatchObject({
      items: [{ title: 'Kraków, Łódź \ufffd votes' }],
    });
  const western = Buffer.from('Málaga votes at the café', 'latin1');
  expect(await titled(western, said)).toMatchObject({ items: [{ title: 'Málaga votes at the café' }] });
});

test('takes the address of a page, however its link says that it is one', async () => {
  const entry = (links: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>1</id><title>T</title>${links}</entry></feed>`;
  const page = 'https://vale.example/1';
  for (const links of [
    `<link rel="Self" href="https://vale.example/feed/1"/><link rel="Alternate" href="${page}"/>`,
    `<link rel="self" href="/feed/1"/><link rel="http://www.iana.org/assignments/relation/alternate" href="${page}"/>`,
    `<link rel="edit" href="/edit/1"/><link rel="bookmark alternate" href="${page}"/>`,
    `<link rel="alternate" href="gemini://vale.example/1"/><link rel="alternate" type="text/html" href="${page}"/>`,
    `<link rel=" alternate " href="${page}"/><link rel="enclosure" href="/1.mp3"/>`,
    `<link href="#"/><link rel="" href="${page}"/>`,
  ])
    expect(await items(entry(links)), links).toMatchObject([{ url: page }]);
});

test('takes no word for an address that stands for a missing one', async () => {
  const linked = (link: string, guid = '') => rss(`<item><title>T</title><link>${link}</link>${guid}</item>`);
  for (const link of ['N/A', 'none', 'NULL', 'undefined', '#', '-', ' n/a '])
    expect(await feed(linked(link), { url: 'https://vale.example/feed' }), link).toMatchObject({
      items: [{ url: null }],
    });
  const guid = '<guid>https://vale.example/1</guid>';
  expect(await items(linked('N/A', guid))).toMatchObject([{ url: 'https://vale.example/1' }]);
  const json = '{"version":"https://jsonfeed.org/version/1","title":"J","items":[{"id":"1","url":"null"}]}';
  expect(await items(json)).toMatchObject([{ url: null }]);
});

test('reads JSON that a template wrote', async () => {
  const json = (item: string, end = '') =>
    feed(
      `{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1",${item}}${end}]${end}}`,
    );
  for (const [item, end] of [
    ['"content_text":"First.\n\nSecond."', ''],
    ['"content_text":"First.\r\n\r\nSecond.",', ','],
    ['"content_text":"First.\n\nSecond.", ', ' , '.trimEnd()],
  ] as const)
    expect(await json(item, end), item).toMatchObject({
      salvaged: false,
      items: [{ text: 'First.\n\nSecond.' }],
    });
  expect(await json('"title":"It\\\'s, ] a \\d"')).toMatchObject({ items: [{ title: "It's, ] a d" }] });
});

test('reads markup that was encoded twice, breaks in a title, and the day of a time that there is not', async () => {
  const twice =
    '&amp;lt;p&amp;gt;The mayor spoke.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;He left.&amp;lt;/p&amp;gt;';
  const odd = `<item><title><![CDATA[R&amp;D firm<br/>moves: 5 < 6]]></title><description>${twice}</description><pubDate>Wed, 03 Apr 2024 25:00:00 GMT</pubDate></item>`;
  expect(await items(rss(odd))).toMatchObject([
    {
      title: 'R&D firm moves: 5 < 6',
      text: 'The mayor spoke.\n\nHe left.',
      html: '<p>The mayor spoke.</p><p>He left.</p>',
      publishedAt: '2024-04-03',
    },
  ]);
  const aboutTags =
    '<item><title>T</title><description>Write &amp;lt;p&amp;gt; for a paragraph.</description></item>';
  expect(await items(rss(aboutTags))).toMatchObject([{ text: 'Write <p> for a paragraph.' }]);
});

test('says what is no feed', async () => {
  expect(await feed('')).toEqual({ reason: 'empty' });
  expect(await feed('<!DOCTYPE html><html><body><item>no</item></body></html>')).toEqual({
    reason: 'not-a-feed',
  });
  expect(await feed('Just a moment.')).toEqual({ reason: 'not-a-feed' });
  expect(await feed('[1, 2]')).toEqual({ reason: 'not-a-feed' });
  expect(await feed('<rss version="2.0"><channel><title>T')).toEqual({ reason: 'malformed' });
  expect(await parser.feed({ bytes: Buffer.from([137, 80, 78, 71, 0, 0, 0, 1, 2]) })).toEqual({
    reason: 'not-a-feed',
  });
});

test('reads any encoding, whatever HTTP or the declaration says', async () => {
  const text = rss('<item><title>Žluťoučký café</title></item>');
  const title = async (received: Parameters<typeof parser.feed>[0]) => {
    const found = await parser.feed(received);
    return 'items' in found ? found.items[0]?.title : found;
  };
  expect(await title({ bytes: Buffer.from(text), charset: 'iso-8859-1' })).toBe('Žluťoučký café');
  expect(await title({ bytes: Buffer.from(`\ufeff${text}`, 'utf16le') })).toBe('Žluťoučký café');
  const latin = Buffer.from(rss('<item><title>Müller café</title></item>'), 'latin1');
  expect(await title({ bytes: latin, charset: 'windows-1252' })).toBe('Müller café');
  expect(await title({ bytes: latin, charset: 'no-such-charset' })).toBe('Müller café');
  // Cut off within a letter.
  expect(await title({ bytes: Buffer.concat([Buffer.from(text), Buffer.from('é').subarray(0, 1)]) })).toBe(
    'Žluťoučký café',
  );
});

test('gives up on a text that takes too long or too much memory, and goes on with the next', async () => {
  const strict = createParser({ time: 300, memory: 64, bytes: 12_000_000 });
  const attributes = Array.from({ length: 400_000 }, (_, n) => `a${n}="x"`).join(' ');
  const hostile = rss(`<item ${attributes}><title>T</title></item>`);
  const [slow, next] = await Promise.all([
    strict.feed({ bytes: bytes(hostile) }),
    strict.feed({ bytes: bytes('') }),
  ]);
  expect(['too-slow', 'too-large']).toContain('reason' in slow ? slow.reason : slow);
  expect(next).toHaveProperty('reason');
  expect(await strict.feed({ bytes: Buffer.alloc(12_000_001) })).toEqual({ reason: 'too-large' });
  await strict.close();
});

test('drops references to signs that XML forbids, and completes a link without a scheme', async () => {
  const [first] = await items(rss('<item><title>A&#1;b &#x1F600;</title><link>//v.example/1</link></item>'));
  expect(first).toMatchObject({ title: 'Ab 😀', url: 'https://v.example/1' });
});

test('expands no entity that only means to fill the memory', async () => {
  const entities =
    '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const text = `${entities}${rss('<item><title>&a; &b; &x;</title></item>').replace('<?xml version="1.0"?>', '')}`;
  expect((await items(text))[0]?.title).toBe('aaaaaaaaaa &b; &x;');
});
