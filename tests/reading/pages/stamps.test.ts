import { describe, expect, test } from 'vitest';
import { read } from '../../../src/reading/read.ts';
import { knowledge } from '../knowledge.ts';

const body = [
  'The harbour of Osterby was closed on Monday after a crane fell into the water, the town said in a statement.',
  'Nobody was hurt, but three ships had to wait outside the port until the evening, and one of them turned back.',
  'The town council will meet to discuss the repairs, which are expected to cost more than two million crowns.',
]
  .map(text => `<p>${text}</p>`)
  .join('');

const page = (
  below: string,
  { head = '', url, end = '' }: { head?: string; url?: string; end?: string } = {},
) =>
  read(
    {
      text: '',
      html: `<html lang="en"><head>${head}</head><body><article><h1>Crane falls into harbour</h1>${below}${body}${end}</article></body></html>`,
      ...(url && { url }),
    },
    knowledge,
  );

describe('an author is named without', () => {
  test.each<[string, string]>([
    ['the outlet behind the name', '<p class="byline">Marta Lindqvist, OBC NEWS</p>'],
    [
      'a job that stands next to it',
      '<p class="author"><b>Marta Lindqvist</b> <span>Senior Ostland Correspondent</span></p>',
    ],
    ['a job alone', '<div class="byline"><a rel="author">Marta Lindqvist</a> <i>Reporter</i></div>'],
    [
      'an account',
      '<p class="byline">By <a href="/users/m">Marta Lindqvist</a> <a href="https://x.com/m">@mlindqvist</a></p>',
    ],
    ['a weekday behind the name', '<p class="byline">By Marta Lindqvist Tuesday, May 6, 2031</p>'],
    ['an address to write to', '<p class="byline">By Marta Lindqvist marta@osterby.no</p>'],
  ])('%s', (_, below) => {
    expect(page(below).byline).toBe('Marta Lindqvist');
  });

  test('the outlet, in data too', () => {
    const head =
      '<meta name="author" content="Marta Lindqvist, Osterby Post"><meta property="og:site_name" content="Osterby Post">';
    expect(page('', { head }).byline).toBe('Marta Lindqvist');
  });
});

describe('an author is not', () => {
  test.each<[string, string, string]>([
    ['a site', '', '<meta name="author" content="osterbypost.no">'],
    [
      'who publishes it',
      '',
      '<meta name="author" content="Osterby Editions"><meta name="DC.publisher" content="Osterby Editions">',
    ],
    [
      'who is in the picture',
      '<p>Marta Lindqvist, 5 May 2031 in Osterby (Photo Ola Nes)</p><p>5 May 2031</p>',
      '',
    ],
    ['the rest of a time', '<p class="publishedDate author">9:39AM BST 05 Oct 2031</p>', ''],
  ])('%s', (_, below, head) => {
    expect(page(below, { head }).byline).toBeNull();
  });
});

test('several authors are named where each has a page', () => {
  const link = (name: string) => `<a rel="author" href="/author/${name.length}">${name}</a>`;
  const below = `<div>${link('Marta Lindqvist')} / ${link('Anna Berg')} <span>Osterby</span></div>`;
  expect(page(below).byline).toBe('Marta Lindqvist, Anna Berg');
});

describe('the day of publication is known from', () => {
  test.each<[string, string, Parameters<typeof page>[1]?]>([
    ['a year of two digits, by the zone', '<p class="byline">By Marta Lindqvist 10/ 5/31 09:19 PM ET</p>'],
    ['a year of two digits, by the zone, next to the name', '<p>Marta Lindqvist | 10/5/31 7:15 AM EDT</p>'],
    [
      'a stamp below the article',
      '',
      { end: '<div>Publié le 5 octobre 2031<br><em>Mis à jour le 7 octobre 2031</em></div>' },
    ],
    ['a labelled stamp below the article', '', { end: `${body}<p>Published: 5 October 2031</p>` }],
    [
      'an address with short numbers, where the data have it in UTC',
      '',
      {
        head: '<meta property="article:published_time" content="2031-10-06T03:42:00Z">',
        url: 'https://osterby.no/2031/10/5/83579/crane',
      },
    ],
  ])('%s', (_, below, more) => {
    expect(page(below, more).published.date).toBe('2031-10-05');
  });

  test('a year of two digits where the day can be no month', () => {
    expect(page('<p>Marta Lindqvist 8/17/31 11:04am</p>').published.date).toBe('2031-08-17');
  });

  test.each([
    ['a year of two digits that may be either day', '<p>Marta Lindqvist 8/7/31 11:04am</p>'],
    ['a day of history', '<ul><li>The harbour was opened on 14 August 1935</li></ul>'],
    ['figures without a time', '<p>Version 8/17/31</p>'],
  ])('but not %s', (_, below) => {
    expect(page(below).published.date).toBeNull();
  });

  test('but not the stamps of several articles', () => {
    const end = '<ul><li>Published 3 May 2031</li><li>Published 4 May 2031</li></ul>';
    expect(page('', { end }).published.date).toBeNull();
  });
});

describe('a title is the headline where names stand behind it', () => {
  test.each([
    'Crane falls into harbour - Your Town Today - Your Life',
    'Crane falls into harbour | Ports and harbours of the northern coast',
    'Crane falls into harbour : Ostland : osterby.no',
    'Crane falls into harbour — Osterby blogs about its own port',
  ])('%s', title => {
    expect(page('', { head: `<title>${title}</title>` }).title).toBe('Crane falls into harbour');
  });

  test('and not where its words go on', () => {
    const title = 'Crane falls into harbour-side café in Osterby';
    expect(page('', { head: `<meta property="og:title" content="${title}">` }).title).toBe(title);
  });
});
