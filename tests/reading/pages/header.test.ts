import { describe, expect, test } from 'vitest';
import { read } from '../../../src/reading/read.ts';
import { knowledge } from '../knowledge.ts';

const prose = [
  'The harbour of Osterby was closed on Monday after a crane fell into the water, the town said in a statement.',
  'Nobody was hurt, but three ships had to wait outside the port until the evening, and one of them turned back.',
  'The town council will meet to discuss the repairs, which are expected to cost more than two million crowns.',
  'Harbour master Ines Dahl said that the crane had been inspected in the spring, and that nothing was found.',
];
const paragraphs = prose.map(text => `<p>${text}</p>`).join('\n');
const menu =
  '<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><div class="today">Friday, July 4, 2025</div>';
const teasers =
  '<section class="related"><h3>Ferry sold</h3><time datetime="2019-01-01">1 January 2019</time><p>By Olaf Brandt</p></section>';

const page = (inside: string, head = '', url?: string) =>
  read(
    { text: '', html: `<html><head>${head}</head><body>${inside}</body></html>`, ...(url && { url }) },
    knowledge,
  );
const withHeader = (below: string, above = '', head = '', url?: string) =>
  page(
    `${menu}${above}<h1>Crane falls into harbour</h1>${below}<article>${paragraphs}</article>${teasers}`,
    head,
    url,
  );

describe('the day of publication is read near the headline:', () => {
  test.each<[string, string, string?]>([
    ['in words', '<div>July 2, 2025</div>'],
    ['with a label', '<p>Published on 2 July 2025</p>'],
    ['under a label of its own', '<div>Posted</div><div>Jul. 2nd, 2025</div>'],
    ['in figures, the day first', '<span>02.07.2025</span>'],
    ['in figures, the year first', '<p class="meta">2025/7/2 · 5 min read</p>'],
    [
      'in a time element whose text is relative',
      '<time datetime="2025-07-02T08:00:00+02:00">yesterday</time>',
    ],
    ['next to the author', '<p>Marta Lindqvist | Senior Writer | July 2, 2025</p>'],
    ['above the headline', '', '<h2 class="date-header">Wednesday, July 2, 2025</h2>'],
    ['rather than that of an update', '<p>Published July 2, 2025</p><p>Updated August 9, 2025</p>'],
  ])('%s', (_, below, above) => {
    expect(withHeader(below, above).published.date).toBe('2025-07-02');
  });

  test.each<[string, string, string]>([
    ['in Portuguese', 'pt-BR', '<p>02/07/2025 18h42 <span>Atualizado há 2 horas</span></p>'],
    ['in British English', 'en-GB', '<p>02/07/2025</p>'],
  ])('with the day in front of the month, %s', (_, lang, below) => {
    const html = `<html lang="${lang}"><body><h1>A grúa cae</h1>${below}<article>${paragraphs}</article></body></html>`;
    expect(read({ text: '', html }, knowledge).published.date).toBe('2025-07-02');
  });

  test('with the day in front of the month on a page that does not say its language', () => {
    const spanish =
      '<p>La grúa cayó al agua el lunes y nadie resultó herido, dijo el ayuntamiento de la villa.</p>';
    const found = page(
      `<h1>La grúa cae al puerto</h1><p>ACTUALIDAD | 02/07/2025 - 20:15 h.</p>${spanish.repeat(3)}`,
    );
    expect(found.published.date).toBe('2025-07-02');
  });

  test.each(['2 يوليو، 2025', '2 ביולי 2025', '2 जुलाई 2025'])('in words of its language: %s', day => {
    expect(withHeader(`<div class="date">${day}</div>`).published.date).toBe('2025-07-02');
  });

  test('with no space around it, and with an update of which only the hour is told', () => {
    expect(
      withHeader('<div><a>Ida Moen</a><span>2 July 2025</span><span>6 min</span></div>').published.date,
    ).toBe('2025-07-02');
    expect(withHeader('<div>Jul 2, 2025 | Updated 3h ago</div>').published.date).toBe('2025-07-02');
  });

  test.each(['Von Marta Lindqvist und Jan Vik', 'Par Marta Lindqvist et Jan Vik, Nordkyst'])(
    'with another: %s',
    line => {
      expect(withHeader(`<p>${line}</p>`).byline).toMatch(/^Marta Lindqvist (?:und|et) Jan Vik/);
    },
  );

  test('under an h2, on a page that is one form', () => {
    const inside = `<form><input name="q"><div><span>Released 2 July 2025</span></div><h2>Crane falls into harbour</h2><div>${paragraphs}</div></form>`;
    expect(page(inside, '<title>Port Authority :: Releases</title>').published.date).toBe('2025-07-02');
  });

  test.each<[string, string, string?]>([
    ['of the teasers under the article', ''],
    ['that may be either of two', '<div>02/07/2025</div>'],
    ['of an update', '<p>Last updated: July 2, 2025</p>'],
    ['of an event', '<p>Registration starts July 2, 2025</p>'],
    ['of one in a list of articles', '', '<p>July 2, 2025</p><p>Ship sinks</p><p>July 1, 2025</p>'],
    ['in a paragraph', `<p>On July 2, 2025, ${prose[0]}</p>`],
  ])('but not one %s', (_, below, above) => {
    expect(withHeader(below, above).published.date).toBeNull();
  });

  test('in the address, also where the data have it in UTC', () => {
    const url = 'https://nordkyst.example/2025/07/02/crane-falls/';
    expect(withHeader('', '', '', url).published.date).toBe('2025-07-02');
    const head = '<meta property="article:published_time" content="2025-07-03T01:30:00Z">';
    expect(withHeader('', '', head, url).published.date).toBe('2025-07-02');
    const other = '<meta property="article:published_time" content="2025-03-30T01:30:00Z">';
    expect(withHeader('', '', other, url).published.date).toBe('2025-03-30');
  });

  test('and the day of the update is kept next to it', () => {
    expect(withHeader('<p>Published July 2, 2025</p><p>Updated August 9, 2025</p>').published).toEqual({
      date: '2025-07-02',
      basis: 'text',
      updated: '2025-08-09',
    });
  });
});

describe('the author is read near the headline:', () => {
  test.each<[string, string, string?]>([
    ['after By', '<p>By <a href="/m">Marta Lindqvist</a></p>'],
    ['under Written by', '<div><p>Written by</p><p>Marta Lindqvist</p></div>'],
    ['by the name of its class', '<span class="post-author">Marta Lindqvist</span>'],
    ['by a link to the author’s page', '<div><a href="/authors/marta-lindqvist">Marta Lindqvist</a></div>'],
    ['in front of the day', '<p>Marta Lindqvist | Senior Writer | July 2, 2025</p>'],
    [
      'after the day',
      '<p><time>July 2, 2025</time><span class="byline"> by <a>Marta Lindqvist</a></span></p>',
    ],
    ['after “Posted on”', '<div>Posted on 2 July 2025 by Marta Lindqvist in Harbour</div>'],
    [
      'in a footer under the headline',
      '<footer class="node__meta">Submitted by Marta Lindqvist on Wed, 07/02/2025 - 07:12</footer>',
    ],
    ['behind the day', '<div>July 2, 2025 · Marta Lindqvist</div>'],
    ['in the line above the day', '<div>Marta Lindqvist</div><div>July 2, 2025</div>'],
    [
      'with a colon in another language',
      '<div><time>02.07.2025</time><span>Von: Marta Lindqvist</span></div>',
    ],
    ['in front of the outlet’s name', '<p>Por Marta Lindqvist, K9 Norte — Vilar</p>'],
    [
      'under a label in another language',
      '<div><p>Фото:</p><p>А. Б.</p><p>Autorin:</p><p>Marta Lindqvist</p></div>',
    ],
    [
      'where the data have an address to write to, or an account',
      '<p>By Marta Lindqvist</p>',
      '<meta name="author" content="web.desk@nordkyst.example"><meta name="byl" content="Super User">',
    ],
    ['in capitals', '<div>MARTA LINDQVIST | OSTERBY | 2 July 2025</div>'],
    ['in capitals, with an agency', '<p class="byline">MARTA LINDQVIST Coastal Wire</p>'],
    ['between two bars', '<div>2 July 2025, 14:20 | Marta Lindqvist | Harbour</div>'],
    [
      'next to sections',
      '<div><h4>By</h4><a rel="tag">Harbour News</a><a rel="tag">Ships</a></div><div class="author">Marta Lindqvist</div>',
    ],
    ['run together with By', '<p><span>By</span><span class="author">Marta Lindqvist</span></p>'],
    [
      'by the labels of a card',
      '',
      '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Marta Lindqvist">',
    ],
    [
      'where the data only have the outlet',
      '<p class="byline">By Marta Lindqvist</p>',
      '<meta property="og:site_name" content="Nordkyst"><meta name="author" content="Nordkyst">',
    ],
    [
      'where the data only have the editors, in another language',
      '<p>Por: Marta Lindqvist</p>',
      '<meta name="author" content="Redacción">',
    ],
    [
      'where the data have an address',
      '<p class="byline">By Marta Lindqvist</p>',
      '<meta name="author" content="https://nordkyst.example/m">',
    ],
  ])('%s', (_, below, head) => {
    expect(withHeader(below, '', head).byline).toBe('Marta Lindqvist');
  });

  test.each(['ليلى الحمداني', 'मीरा जोशी', 'נועה ברק'])('in a script without capitals: %s', name => {
    expect(withHeader(`<div class="author">${name}</div>`).byline).toBe(name);
  });

  test('in the microformat below the text, if there is one only', () => {
    const below = (...names: string[]) => {
      const authors = names.map(
        name =>
          `<div class="post-footer"><span class="post-author vcard">Posted by <span class="fn">${name}</span></span></div>`,
      );
      return withHeader('', authors.join('')).byline;
    };
    expect(below('Marta Lindqvist')).toBe('Marta Lindqvist');
    expect(below('Marta Lindqvist', 'Jan Vik')).toBeNull();
  });

  test.each<[string, string]>([
    ['of another article', ''],
    ['who took the picture', '<p class="photo-author">Marta Lindqvist</p>'],
    ['that is a button', '<p class="author"><a href="/team/x">Read more</a></p>'],
    ['that is a topic next to the day', '<div>Harbour News</div><div>July 2, 2025</div>'],
    ['that is a sentence', '<p>By Monday the harbour will be open again, the town said.</p>'],
  ])('but not one %s', (_, below) => {
    expect(withHeader(below).byline).toBeNull();
  });
});

describe('the whole article is read', () => {
  const part = (number: number) =>
    prose
      .map(text => `<p>${text.replace('the', `the ${number}th`)} Part ${number} of it is here.</p>`)
      .join('');

  test('where it is spread over sections that look alike to no one', () => {
    const sections = [1, 2, 3, 4, 5].map(
      number => `<div><div><div class="s${number}">${part(number)}</div></div></div>`,
    );
    const { text } = page(`${menu}<main><h1>Crane</h1>${sections.join('<hr>')}</main>${teasers}`);
    for (const number of [1, 2, 3, 4, 5]) expect(text).toContain(`Part ${number} of it is here.`);
    expect(text).not.toContain('Ferry sold');
  });

  test('where a script was to move it into place', () => {
    const { text } = page(
      `${menu}<main><template id="B:0"></template></main><p>All rights reserved.</p><div hidden id="S:0"><main><h1>Crane</h1>${paragraphs}</main></div>`,
    );
    expect(text).toBe(prose.join('\n\n'));
  });

  test.each([
    ['<p><a href="/a">', '</a></p>'],
    ['<div class="x"><p><strong><a href="/a">', '</a></strong></p></div>'],
    ['<p><a href="/a"><em>', '</em></a></p>'],
    ['<div><a href="/a">', '</a></div>'],
  ])('where whole paragraphs are links: %s', (open, close) => {
    const linked = prose
      .slice(0, 2)
      .map(text => `${open}${text}${close}`)
      .join('');
    const { text } = page(
      `${menu}<article><h1>Crane</h1>${linked}${prose
        .slice(2)
        .map(one => `<p>${one}</p>`)
        .join('')}</article><ul><li><a href="/b">${prose[0]}</a></li></ul>`,
    );
    expect(text).toBe(prose.join('\n\n'));
  });

  test('once, where it is there for several screens', () => {
    const { text } = page(
      `<main><h1>Crane</h1><div>${paragraphs}</div><div class="mobile">${paragraphs}</div></main>`,
    );
    expect(text).toBe(prose.join('\n\n'));
  });
});
