import { expect, test } from 'vitest';
import { scratchFolder } from '../../library/scratch.ts';
import type { Reply } from '../../sources/feed-server.ts';
import { stage } from './stage.ts';

const world = stage(scratchFolder());
const body = [
  'The regional court in Tarnby ordered the operator of the plant on Wednesday to pay the families of four workers.',
  '“This ruling says that a life in Tarnby is worth something,” said Halina Dvorska, who had represented them.',
  'The company, which employs about 900 people, had argued that the valve was the responsibility of a contractor.',
  'Judge Piet Aalbers wrote that the company had known about the valve since an inspection in the spring.',
];
const paragraphs = body.map(text => `<p>${text}</p>`).join('\n');
const headline = 'Court orders plant to pay families of workers';
const known = { title: headline, byline: 'Marta Lindner', day: '2031-03-14', text: body };
type Expected = { title?: string; byline?: string | null; day?: string | null; text?: string[] };

let pages = 0;
/** What is stored of a page that an operator sends the address of. */
async function readingOf(page: Reply) {
  const { ingest, library } = world.opened();
  const host = `page-${++pages}.example`;
  world.server.play(host, () => ({ headers: { 'content-type': 'text/html' }, ...page }));
  const read = await ingest.readPage(world.server.url(host, '/news/1'));
  if (!('id' in read)) return read;
  const { reading } = (await library.articles.get(read.id))!;
  const { title, byline, published, text, source } = reading;
  return { title, byline, day: published.date, text: text.split('\n\n'), source };
}

const html = (head: string, inside: string, lang = 'en') =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">${head}</head><body>${inside}</body></html>`;
const stamped = (stamp: string, more = '') =>
  html(`<title>${headline}</title>`, `<article><h1>${headline}</h1>${stamp}${paragraphs}${more}</article>`);
const data = (json: string, type = 'application/ld+json') => `<script type="${type}">${json}</script>`;
const article = {
  '@type': 'NewsArticle',
  headline,
  datePublished: known.day,
  author: { name: known.byline },
};

test.each<[string, string, Expected]>([
  ['German', stamped('<p>Von Marta Lindner · 14. März 2031, 16:20 Uhr</p>'), known],
  ['Italian', stamped('<div>di <span>Marta Lindner</span></div><div>14 Marzo 2031 alle 09:30</div>'), known],
  ['Czech', stamped('<span>14. března 2031 10:07</span><span>Autor: Marta Lindner</span>'), known],
  ['Portuguese', stamped('<p>Por <b>Marta Lindner</b> — Tarnby</p><p>14/03/2031 11h30</p>'), known],
  ['Ukrainian', stamped('<div>14 березня 2031, 12:40</div>'), { ...known, byline: null }],
  ['Japanese', stamped('<p>2031年3月14日 10時05分</p>'), { ...known, byline: null }],
  ['Hungarian', stamped('<p>2031. március 14.</p>'), { ...known, byline: null }],
  ['no month', stamped('<p>14 people 2031</p>'), { day: null }],
])('day and author are found as they are written: %s', async (_, page, expected) => {
  expect(await readingOf({ body: page })).toMatchObject(expected);
});

test.each<[string, string, Expected]>([
  [
    'the day of publication next to that of the update',
    stamped('<p>By Marta Lindner</p><p>Updated: March 16, 2031 18:22 | Published: March 14, 2031 09:05</p>'),
    known,
  ],
  [
    'the author who is named, not the office that the data name',
    html(
      `<title>${headline}</title><meta name="author" content="Tarnby Ledger Bureau">`,
      `<article><h1>${headline}</h1><div>By <a href="/author/x">Marta Lindner</a></div><p>14 March 2031</p>${paragraphs}</article>`,
    ),
    known,
  ],
  [
    'data with bare quote marks in them',
    html(
      data(
        JSON.stringify({ ...article, headline: '' }).replace(
          '"headline":""',
          '"headline":"Court "orders" it"',
        ),
      ),
      `<article><h1>${headline}</h1>${paragraphs}</article>`,
    ),
    known,
  ],
  [
    'data whose type has a charset, in a comment',
    html(
      data(`//<![CDATA[\n${JSON.stringify(article)}\n//]]>`, 'application/ld+json; charset=utf-8'),
      `<article><h1>${headline}</h1>${paragraphs}</article>`,
    ),
    known,
  ],
  [
    'the headline where the page is called by its office',
    html(
      '<title>Ministry of Labour - Press releases</title>',
      `<div><h2>${headline}</h2><p>Date: 14/03/2031</p>${paragraphs}</div>`,
    ),
    { title: headline, day: known.day, text: body },
  ],
  [
    'a title before a wide bar',
    html(`<title>${headline}｜小樽タイムス</title>`, `<h1>${headline}</h1>${paragraphs}`),
    { title: headline },
  ],
])('a page gives %s', async (_, page, expected) => {
  expect(await readingOf({ body: page })).toMatchObject(expected);
});

test('the outlet is called as its pages call it, else by its host', async () => {
  const named = html(
    '<meta property="og:site_name" content="The Tarnby Post">',
    `<h1>${headline}</h1>${paragraphs}`,
  );
  expect(await readingOf({ body: named })).toMatchObject({ source: 'The Tarnby Post' });
  expect(await readingOf({ body: stamped('') })).toMatchObject({ source: `page-${pages}.example` });
});

test('the text has nothing of what is around it', async () => {
  const box = (title: string, place: string) =>
    `<div class="item"><h1>${title}</h1>${paragraphs.replaceAll('Tarnby', place)}</div>`;
  const endless = `${box(headline, 'Tarnby')}${box('Mayor of Otherton resigns', 'Otherton')}`;
  const around = {
    endless: html(`<title>${headline}</title>`, `<div>${endless}</div>`),
    repeated: stamped('', '<blockquote>the company had known about the valve</blockquote>'),
    embedded: stamped(
      '',
      '<blockquote><a href="/p">View this post on Instagram</a><p>A post shared by Tarnby Fire (@fire)</p></blockquote>',
    ),
    contact: stamped(
      '',
      '<p><b>Media contact:</b></p><p>Press office, Ministry of Labour<br>Tel.: +48 22 555 01 23<br>press@labour.example</p>',
    ),
    newsletter: stamped('', '<p>You are receiving this email because you signed up at tarnby.example.</p>'),
    advertisement: stamped('<div>Anzeige</div>', '<div>Reklama</div>'),
    paywall: stamped(
      '',
      '<p>Il vous reste 72 % de cet article à lire. La suite est réservée aux abonnés.</p>',
    ),
  };
  for (const [name, page] of Object.entries(around))
    expect(await readingOf({ body: page }), name).toMatchObject({ title: headline, text: body });
});

test('a text without a charset is read in the code page that fits its letters', async () => {
  const polish =
    'Sąd nakazał władzom spółki wypłacić rodzinom odszkodowanie. Życie człowieka jest coś warte, powiedziała mecenas.';
  const latin2: Record<string, number> = { ą: 0xb1, ł: 0xb3, ó: 0xf3, ć: 0xe6, Ż: 0xaf, ś: 0xb6 };
  const western: Record<string, number> = { '’': 0x92, é: 0xe9, '¿': 0xbf, '³': 0xb3 };
  const inBytes = (text: string, page: Record<string, number>) =>
    Uint8Array.from(text, letter => page[letter] ?? letter.charCodeAt(0));
  const page = (text: string) => `<html><body><h1>A ruling</h1><p>${text}</p></body></html>`;
  const spanish = '¿Qué dijo el alcalde? Que hay 40 m³ de agua en el café. It’s all that he said about it.';
  for (const [text, bytes] of [
    [polish, latin2],
    [spanish, western],
  ] as const) {
    const read = await readingOf({ body: inBytes(page(text), bytes) });
    expect('text' in read && read.text.join(' ')).toContain(text.slice(0, 40));
  }
});

test('a page that wants its cookies accepted first is no article; one about cookies is', async () => {
  const wall =
    '<h1>Before you continue</h1><p>We and our 812 partners use cookies and similar technologies to store personal data on your device.</p><button>Accept all</button>';
  expect(await readingOf({ body: html('<title>Your privacy choices</title>', wall) })).toEqual({
    outcome: 'failed',
    cause: 'consent-wall',
  });
  const about = stamped('', '<p>Its cookies are another matter.</p><button>Accept all</button>');
  expect(await readingOf({ body: about })).toMatchObject({ title: headline });
});

test('a time and a colon do not end a sentence', async () => {
  const line = 'The court will announce its ruling at 6.05pm on Friday, its office said.';
  const read = await readingOf({ body: stamped('', `<p>${line}</p>`) });
  expect(read).toMatchObject({ text: [...body, line] });
});
