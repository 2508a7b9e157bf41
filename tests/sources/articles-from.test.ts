import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { articleFromLine, articleFromText, articlesFrom } from '../../src/sources/articles-from.ts';

const root = mkdtempSync(join(tmpdir(), 'communique-sources-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function folderWith(name: string, files: Record<string, string | Uint8Array>): string {
  for (const [file, content] of Object.entries(files)) {
    const path = join(root, name, file);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
  }
  return join(root, name);
}
const all = (...paths: string[]) => Array.fromAsync(articlesFrom(paths));
const reading = {
  reader: '1',
  id: 'read-before',
  title: null,
  byline: null,
  language: 'en',
  published: { date: null, basis: 'unknown' },
  text: 'Short.',
  input: 'Short.',
  removed: [],
  rights: null,
  people: [],
  organizations: [],
  places: [],
  quotes: [],
  dates: [],
  events: [],
  topics: [],
  summary: [],
};

test('takes the files of a folder in order, those in its folders too, and leaves the rest', async () => {
  const folder = folderWith('mixed', {
    'b.txt': 'Second.',
    'a.md': 'First.',
    'inner/c.html': '<html><body>Third.</body></html>',
    '.hidden.txt': 'no',
    '.git/config.txt': 'no',
    NOTICE: 'no',
    'picture.png': 'no',
    'index.json': JSON.stringify([
      { file: 'b.txt', publishedAt: '2031-05-04', publishedBy: 'editor', url: 'https://a.example/b' },
    ]),
  });
  expect(await all(folder)).toEqual([
    { article: { id: 'a', text: 'First.', file: 'a.md' } },
    {
      article: {
        id: 'b',
        text: 'Second.',
        file: 'b.txt',
        publishedAt: '2031-05-04',
        url: 'https://a.example/b',
      },
    },
    { article: { id: 'c', text: '', html: '<html><body>Third.</body></html>', file: 'c.html' } },
  ]);
});

test('knows what an editor knows when a file is named by itself', async () => {
  const folder = folderWith('single', {
    'x.txt': 'Text.',
    'index.json': '[{"file":"x.txt","source":"Vale Courier","title":"X"}]',
  });
  expect(await all(join(folder, 'x.txt'))).toEqual([
    { article: { id: 'x', file: 'x.txt', text: 'Text.', source: 'Vale Courier', title: 'X' } },
  ]);
});

test('takes articles and readings from lines, and says which line is wrong and why', async () => {
  const folder = folderWith('lines', {
    'a.jsonl': [
      '\uFEFF{"id":"one","text":"First.","publishedAt":"2031-05-04"}',
      '',
      '{"text":',
      '{"title":"no text"}',
      '[1]',
      '{"id":7,"text":"Seven.","title":null,"extra":{"kept":false}}',
      '{"text":"x","publishedAt":"4 May 2031"}',
      '{"text":"x","publishedAt":"2031-02-30"}',
      JSON.stringify(reading),
      JSON.stringify({ ...reading, quotes: 3 }),
      '{"html":"<p>Page.</p>","source":"Vale Courier"}',
    ].join('\r\n'),
  });
  const path = join(folder, 'a.jsonl');
  const refused = (line: number, reason: RegExp) => ({
    refused: expect.objectContaining({ path, line, reason: expect.stringMatching(reason) }),
  });
  expect(await all(path)).toEqual([
    { article: { id: 'one', text: 'First.', publishedAt: '2031-05-04', file: 'a.jsonl' } },
    refused(3, /not JSON/),
    refused(4, /"text": there is no text/),
    refused(5, /object/),
    { article: { id: '7', text: 'Seven.', file: 'a.jsonl' } },
    {
      article: { text: 'x', publishedAt: '2031-05-04', file: 'a.jsonl' },
      oddDay: { kind: 'other-form', value: '4 May 2031', day: '2031-05-04' },
    },
    {
      article: { text: 'x', file: 'a.jsonl' },
      warnings: [expect.stringMatching(/"2031-02-30".*not given.*YYYY-MM-DD/)],
      oddDay: { kind: 'no-day', value: '2031-02-30' },
    },
    { reading: { ...reading, sentences: [] } },
    refused(10, /"quotes"/),
    { article: { html: '<p>Page.</p>', text: '', source: 'Vale Courier' } },
  ]);
});

test('takes one object or a list of them from a JSON file', async () => {
  const folder = folderWith('json', {
    'one.json': '{"text":"One."}',
    'some.json': '[{"text":"Two."},{"no":"text"},{"text":"Three."}]',
    'broken.json': '{"text": "One.",,}',
  });
  expect(await all(folder)).toEqual([
    {
      refused: {
        path: join(folder, 'broken.json'),
        reason: expect.stringMatching(/not JSON/),
        code: 'not-json',
        detail: expect.any(String),
      },
    },
    { article: { text: 'One.', file: 'one.json' } },
    { article: { text: 'Two.', file: 'some.json' } },
    {
      refused: expect.objectContaining({
        path: join(folder, 'some.json'),
        reason: expect.stringMatching(/^number 2: "text"/),
      }),
    },
    { article: { text: 'Three.', file: 'some.json' } },
  ]);
});

test('goes on after what cannot be read', async () => {
  const folder = folderWith('trouble', {
    'empty.txt': ' \n',
    'good.txt': 'Good.',
    'picture.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3, 4, 5, 6, 7, 0]),
    'index.json': '{"not":"a list"}',
  });
  symlinkSync(join(root, 'nowhere.txt'), join(folder, 'vanished.txt'));
  const reasons = (await all(join(root, 'missing'), folder, join(root, 'mixed', 'picture.png'))).map(found =>
    'refused' in found ? `${found.refused.path.slice(root.length)}: ${found.refused.reason}` : found,
  );
  expect(reasons).toEqual([
    '/missing: there is no such file',
    expect.stringMatching(/^\/trouble\/index\.json: /),
    '/trouble/empty.txt: there is no text in it',
    { article: { id: 'good', text: 'Good.', file: 'good.txt' } },
    '/trouble/picture.txt: this is no text',
    '/trouble/vanished.txt: there is no such file',
    expect.stringMatching(/^\/mixed\/picture\.png: files of this kind/),
  ]);
});

const cyrillic = 'Мэр открыл новый мост через реку. Жители пришли посмотреть.';
const western = 'Le maire a inauguré le pont à Besançon près de la forêt.';
const wide = (text: string, swap: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(swap ? bytes.swap16() : bytes);
};
const oneByte = (text: string, page: string) => {
  const letters = new TextDecoder(page).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from(text, letter => letters.indexOf(letter));
};

test.each([
  ['UTF-8', new TextEncoder().encode(cyrillic), cyrillic],
  ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${western}`), western],
  ['UTF-16 with a mark', wide(`\uFEFF${cyrillic}`, false), cyrillic],
  ['UTF-16 the other way round with a mark', wide(`\uFEFF${western}`, true), western],
  ['UTF-16 without a mark', wide(western, false), western],
  ['UTF-16 the other way round without a mark', wide(western, true), western],
  ['windows-1251', oneByte(cyrillic, 'windows-1251'), cyrillic],
  ['windows-1252', oneByte(western, 'windows-1252'), western],
])('reads %s', (_, bytes, text) => {
  expect(articleFromText(bytes, '/some/where/a.txt')).toEqual({
    article: { id: 'a', text, file: 'a.txt' },
  });
});

test('what comes on the standard input has no name, and is a page if it looks like one', () => {
  expect(articleFromText(Buffer.from('Text.'), null)).toEqual({ article: { text: 'Text.' } });
  expect(articleFromText(Buffer.from('<!DOCTYPE html><p>Page.'), null)).toEqual({
    article: { text: '', html: '<!DOCTYPE html><p>Page.' },
  });
});

test('a line gives an article, or what is wrong with the id it named', () => {
  expect(articleFromLine('{"id":"a","text":"Text."}')).toEqual({ article: { id: 'a', text: 'Text.' } });
  expect(articleFromLine('{"id":"a"}')).toEqual({ id: 'a', error: expect.stringMatching(/no text/) });
  expect(articleFromLine('nonsense')).toEqual({ error: expect.stringMatching(/not JSON/) });
  expect(articleFromLine(JSON.stringify(reading))).toMatchObject({
    id: 'read-before',
    error: expect.any(String),
  });
});

test('the five seeds come with the days that an editor knows', async () => {
  const seeds = await all('seeds');
  expect(
    seeds.map(found => 'article' in found && [found.article.id!.slice(0, 3), found.article.publishedAt]),
  ).toEqual([
    ['000', '2022-09-22'],
    ['001', '2022-04-20'],
    ['002', '2022-02-23T09:31'],
    ['003', '2022-03-23'],
    ['004', '2022-01-19'],
  ]);
});

test('a link that leads out of the folder is refused by name, one within it is followed', async () => {
  const outside = folderWith('outside', { 'secret.txt': 'A secret.' });
  const folder = folderWith('linked', { 'own.txt': 'Own.' });
  folderWith('linked-more', { 'near.txt': 'Near.' });
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'a.txt'));
  symlinkSync(join(folder, 'own.txt'), join(folder, 'b.txt'));
  symlinkSync('../linked-more/near.txt', join(folder, 'c.txt'));
  symlinkSync('../linked-more', join(folder, 'd'));
  symlinkSync('.', join(folder, 'e'));
  symlinkSync('nowhere', join(folder, 'f'));
  symlinkSync(folder, join(root, 'way-in'));
  const found = (await all(join(root, 'way-in'))).map(each =>
    'refused' in each ? `${each.refused.path.slice(root.length)}: ${each.refused.reason}` : each,
  );
  expect(found).toEqual([
    expect.stringMatching(/^\/way-in\/a\.txt: this link leads out of the folder/),
    { article: { id: 'b', text: 'Own.', file: 'b.txt' } },
    expect.stringMatching(/^\/way-in\/c\.txt: this link leads out of the folder/),
    expect.stringMatching(/^\/way-in\/d: this link leads out of the folder/),
    { article: { id: 'own', text: 'Own.', file: 'own.txt' } },
  ]);
  // Named by itself, it is meant.
  expect(await all(join(folder, 'a.txt'))).toEqual([
    { article: { id: 'a', text: 'A secret.', file: 'a.txt' } },
  ]);
});
