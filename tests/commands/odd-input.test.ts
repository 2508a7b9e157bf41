import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownPath } from '../../src/commands/cli/open.ts';
import { storableReading } from '../../src/reading/storable-reading.ts';
import { articlesFrom } from '../../src/sources/articles-from.ts';
import { openLibrary } from '../../src/store.ts';
import { knowledge } from '../reading/knowledge.ts';
import { communique, type Ran, scratch, spawnCommunique } from './cli.ts';

const good = (name: string) =>
  `A bridge is opened\n\nThe mayor of the town opened the new bridge on Monday.\n\n“It was a long wait,” said Mayor ${name} Brandt.`;
/** A text as a reading in a line: to load it, no thread that reads need be started. */
const readAlready = (text: string) => JSON.stringify(storableReading({ id: 'read', text }, knowledge));
const cyrillic = 'Мэр открыл новый мост через реку. Жители пришли посмотреть на него.';
const utf16 = (text: string, swap: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return swap ? bytes.swap16() : bytes;
};
const windows1251 = Buffer.from(
  Array.from(cyrillic, letter => {
    const code = letter.charCodeAt(0);
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
  }),
);
/** A page in one of the encodings that only it can tell: its letters look like those of another. */
const koi8Page = Buffer.concat([
  Buffer.from(
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=KOI8-R"></head><body><p>',
  ),
  Buffer.from([
    0xed, 0xdc, 0xd2, 0x20, 0xcf, 0xd4, 0xcb, 0xd2, 0xd9, 0xcc, 0x20, 0xce, 0xcf, 0xd7, 0xd9, 0xca,
  ]),
  Buffer.from([
    0x20, 0xcd, 0xcf, 0xd3, 0xd4, 0x20, 0xde, 0xc5, 0xd2, 0xc5, 0xda, 0x20, 0xd2, 0xc5, 0xcb, 0xd5, 0x2e,
  ]),
  Buffer.from('</p></body></html>'),
]);
const menuPage = '<html><body><nav><a href="/">Home</a></nav><p>We use cookies. Accept all</p></body></html>';
const longLine = `${good('Long').replace(/\n+/g, ' ')} `.repeat(3_000).slice(0, 300_000);
const deep = '['.repeat(200_000);

/** What is read, by the names of the files, with a stretch that its text has. */
const readable: Record<string, [string | Buffer, string]> = {
  'utf16-be-mark.txt': [utf16(`\uFEFF${good('Anna')}`, true), 'Mayor Anna Brandt'],
  'utf16-be.txt': [utf16(good('Bert'), true), 'Mayor Bert Brandt'],
  'utf16-le-mark.txt': [utf16(`\uFEFF${good('Carl')}`, false), 'Mayor Carl Brandt'],
  'utf16-le.txt': [utf16(good('Dora'), false), 'Mayor Dora Brandt'],
  'windows-1251.txt': [windows1251, cyrillic],
  'koi8.html': [koi8Page, 'Мэр открыл новый мост через реку.'],
  'right-to-left.txt': [`ראש העיר פתח את הגשר החדש ביום שני.\n\n\u202e${good('Emil')}`, 'ראש העיר פתח'],
  'marks.txt': ['"'.repeat(300_000), '""""'],
  'late-nul.txt': [`${'All is well in the town. '.repeat(400)}\0 It stays so.`, '\0 It stays so.'],
  'one.json': [JSON.stringify({ text: good('Gerd') }), 'Mayor Gerd Brandt'],
};

/** What is not, with what is said of it. */
const unreadable: Record<string, [string | Buffer, RegExp]> = {
  'binary.txt': [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3, 4, 5, 6, 7, 0]), /no text/],
  'blank.txt': [' \n\t\r\n \u00a0\u2028 ', /no text in it/],
  'broken.json': ['{"text": "One.",,}', /not JSON/],
  'deep.json': [deep, /not JSON/],
  'empty.txt': ['', /no text in it/],
  'page.html': ['<html><body><script>x()</script></body></html>', /no text in it/],
  'menu.html': [menuPage, /no article on this page/],
  'utf32.txt': [Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0, 0x42, 0, 0, 0]), /no text/],
};

const lines: [string | Buffer, RegExp | null][] = [
  [JSON.stringify({ id: 'line-1', text: good('Hans') }), null],
  ['{"text":', /not JSON/],
  ['{"text":"a\u0000b"}', /no text/],
  ['{"title":"only a title"}', /"text"/],
  ['{"text":[7, {"a": "list"}]}', /"text"/],
  ['"a text"', /no object/],
  [`{"text":${deep}}`, /not JSON/],
  [`{"text":${deep}${']'.repeat(deep.length)}}`, /"text"/],
  ['{"reader":"1","id":"half-read","text":"x"}', /"title"/],
  [JSON.stringify({ id: 'lone', text: `${good('Ida')} \ud83d and \udc00` }), null],
  [JSON.stringify({ id: 'nul', text: `${good('Jan')} \0` }), null],
  [Buffer.concat([Buffer.from('{"id":"old","text":"'), windows1251, Buffer.from('"}')]), null],
  [JSON.stringify({ id: 'two\nlines\u202e', text: good('Karl') }), null],
];

function putTrouble(folder: string): void {
  for (const [name, [content]] of Object.entries({ ...readable, ...unreadable }))
    writeFileSync(join(folder, name), content);
  const joined = lines.flatMap(([line]) => [Buffer.from(line), Buffer.from('\n')]);
  writeFileSync(join(folder, 'lines.jsonl'), Buffer.concat(joined));
  symlinkSync('loop.txt', join(folder, 'loop.txt'));
  symlinkSync('nowhere.txt', join(folder, 'vanished.txt'));
  symlinkSync('/dev/zero', join(folder, 'zero.txt'));
  mkdirSync(join(folder, 'round'));
  symlinkSync('../round', join(folder, 'round', 'again'));
  writeFileSync(join(folder, 'round', 'ring.txt'), good('Lena'));
  execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
  mkdirSync(join(folder, 'named.txt'));
}

const noTrace = (ran: Ran) => expect(ran.err).not.toMatch(/\n\s+at /);

test('of a folder full of odd files each is loaded, or refused with a line that says which and why', async () => {
  const folder = scratch();
  mkdirSync(join(folder, 'odd'));
  putTrouble(join(folder, 'odd'));
  const ran = await spawnCommunique(folder, ['load', 'odd']);
  noTrace(ran);
  const said = ran.err.trim().split('\n');
  const wanted = new Map<string, RegExp>([
    ...Object.entries(unreadable).map(
      ([name, [, reason]]) => [name.endsWith('.html') ? name : `odd/${name}`, reason] as const,
    ),
    ...lines.flatMap(([, reason], at) => (reason ? [[`odd/lines.jsonl:${at + 1}`, reason] as const] : [])),
    ['odd/loop.txt', /leads back to itself/],
    ['odd/pipe.txt', /no file/],
    ['odd/vanished.txt', /no such file/],
    ['odd/zero.txt', /leads out/],
  ]);
  for (const [path, reason] of wanted)
    expect(said.find(line => line.startsWith(`${path}: `)) ?? `nothing on ${path}`).toMatch(reason);
  expect(said).toHaveLength(wanted.size);
  expect(ran.err).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
  const loaded = Object.keys(readable).length + lines.filter(([, reason]) => !reason).length + 1;
  expect(ran.out).toBe(`${loaded} loaded, 0 already known, ${wanted.size} refused\n`);
  expect(ran.code).toBe(2);

  const library = openLibrary(join(folder, 'data/store/communique.db'));
  const kept = new Map<string, string>();
  for await (const row of library.export('articles')) {
    const id = (row as { id: string }).id;
    const { reading } = (await library.articles.get(id))!;
    kept.set(id, reading.input!);
  }
  library.close();
  expect(kept.size).toBe(loaded);
  for (const [name, [, text]] of Object.entries(readable).filter(([name]) => name.endsWith('.txt')))
    expect(kept.get(name.replace('.txt', '')), name).toContain(text);
  expect(kept.get('lone')).toMatch(/\ud83d and \udc00$/);
  expect(kept.get('nul')).toMatch(/\0$/);
  expect(kept.get('old')).toBe(cyrillic);

  const again = await communique(folder, ['load', 'odd']);
  expect(again.out).toBe(`0 loaded, ${loaded} already known, ${wanted.size} refused\n`);
}, 300_000);

test('three hundred thousand characters in one line are read, and the article behind them', async () => {
  const folder = scratch();
  writeFileSync(join(folder, 'a.txt'), longLine);
  writeFileSync(join(folder, 'b.txt'), good('Mona'));
  writeFileSync(join(folder, 'c.txt'), 'x '.repeat(10_000_001));
  const ran = await communique(folder, ['load', 'a.txt', 'b.txt', 'c.txt']);
  expect(ran.err).toBe('c.txt: it is longer than 20 million characters: give its articles one by one\n');
  expect(ran.out).toBe('2 loaded, 0 already known, 1 refused\n');
}, 600_000);

test('read --jsonl reads the lines that can be read and says of the others what is wrong', async () => {
  const input = Buffer.concat(lines.flatMap(([line]) => [Buffer.from(line), Buffer.from('\n')]));
  const folder = scratch();
  writeFileSync(join(folder, 'lines.jsonl'), input);
  const ran = await communique(folder, ['read', '--jsonl', 'lines.jsonl']);
  noTrace(ran);
  expect(ran.code).toBe(2);
  const found = ran.out
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
  expect(found).toHaveLength(lines.length);
  for (const [at, [, reason]] of lines.entries()) {
    if (reason) expect(found[at]).toMatchObject({ line: at + 1, error: expect.stringMatching(reason) });
    else expect(found[at].sentences.length).toBeGreaterThan(0);
  }
  expect(found.find(({ id }) => id === 'old').text).toBe(cyrillic);
});

test.each([
  ['an empty file', 'empty.txt', ''],
  ['white space', 'blank.txt', ' \n '],
  ['no text', 'binary.txt', Buffer.from([1, 0, 2, 0, 3, 9, 0, 0])],
  ['a folder', 'folder', null],
  ['a link to itself', 'loop.txt', undefined],
])('read refuses %s with one line', async (_, name, content) => {
  const folder = scratch();
  const path = join(folder, name);
  if (content === null) mkdirSync(path);
  else if (content === undefined) symlinkSync(name, path);
  else writeFileSync(path, content);
  for (const args of [['read', name], ...(content ? [] : [['read', '--jsonl', name]])]) {
    const ran = await communique(folder, args);
    noTrace(ran);
    expect(ran.out).toBe('');
    if (args.length === 3 && content === '') continue; // no lines, nothing to say
    expect(ran.code).toBe(1);
    expect(ran.err.trim().split('\n')).toHaveLength(1);
    expect(ran.err).toContain(name);
  }
});

test('a file that vanishes after its folder was listed is refused, the rest is given', async () => {
  const folder = scratch();
  for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, `${name}.txt`), `Article ${name}.`);
  const found: unknown[] = [];
  for await (const each of articlesFrom([folder])) {
    found.push('refused' in each ? each.refused : 'article' in each && each.article.id);
    rmSync(join(folder, 'b.txt'), { force: true });
  }
  expect(found).toEqual([
    'a',
    { path: join(folder, 'b.txt'), reason: 'there is no such file', code: 'unreadable' },
    'c',
  ]);
});

/** Whoever runs this; where no permission stops them, without that power: another user may not reach this folder. */
function asSomebody(
  args: string[],
  folder: string,
): { code: number | null; out: string; err: string } | null {
  const command = [process.execPath, ownPath('bin/communique.js'), ...args];
  const isRoot = process.getuid?.() === 0;
  const powerless = '--bounding-set=-dac_override,-dac_read_search';
  const [program, ...rest] = isRoot ? ['setpriv', powerless, ...command] : command;
  if (isRoot && spawnSync('setpriv', [powerless, process.execPath, '--version']).status !== 0) return null;
  const { status, stdout, stderr } = spawnSync(program!, rest, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder },
  });
  return { code: status, out: stdout, err: stderr };
}

test('what this user may not read is refused, the rest is loaded', ({ skip }) => {
  const folder = scratch();
  chmodSync(folder, 0o777);
  for (const name of ['open', 'closed', 'unlisted'])
    mkdirSync(join(folder, 'news', name), { recursive: true });
  writeFileSync(join(folder, 'news/open/a.jsonl'), readAlready(good('Open')));
  for (const name of ['open/secret', 'closed/b', 'unlisted/c'])
    writeFileSync(join(folder, 'news', `${name}.txt`), good(name.replace('/', ' ')));
  chmodSync(join(folder, 'news/open/secret.txt'), 0);
  chmodSync(join(folder, 'news/closed'), 0);
  chmodSync(join(folder, 'news/unlisted'), 0o444);
  const ran = asSomebody(['load', 'news', 'news/closed'], folder);
  for (const name of ['closed', 'unlisted']) chmodSync(join(folder, 'news', name), 0o755);
  if (!ran)
    return skip('did not run: this is the user whom no permission stops, and that power cannot be laid down');
  expect(ran.err.trim().split('\n')).toEqual([
    'news/closed: there is no permission to read it',
    'news/open/secret.txt: there is no permission to read it',
    'news/unlisted/c.txt: there is no permission to read it',
    'news/closed: there is no permission to read it',
  ]);
  expect(ran.out).toBe('1 loaded, 0 already known, 4 refused\n');
  expect(ran.code).toBe(2);
});

test('a terminal gets no control characters from an article or a question', async () => {
  const folder = scratch();
  const wild = 'Harbour\u001b]0;owned\u0007 of\u009b2J Vale';
  const article = {
    id: 'a',
    title: wild,
    text: `${wild}\n\nMayor \u001b[31mInes Kolbe opened the harbour of Vale on Sunday.`,
  };
  writeFileSync(join(folder, 'news.jsonl'), JSON.stringify(article));
  const shown = [
    await communique(folder, ['load', 'news.jsonl']),
    await communique(folder, ['ask', '/latest']),
    await communique(folder, ['ask', '/search harbour', '--json']),
    await communique(folder, ['ask', '/who \u001b[2J']),
    await communique(folder, ['export', 'articles']),
    await communique(folder, ['digest', '--preview']),
    await communique(folder, ['read', 'no\u001b[2Jfile.txt']),
  ];
  for (const { out, err } of shown) expect(out + err).not.toMatch(/[\p{Cc}--[\t\n]]/v);
  expect(shown[1]!.out).toContain('Vale');
});

test('a text beyond the limits is refused by name, and the others are loaded', async () => {
  const folder = scratch();
  writeFileSync(join(folder, 'a.jsonl'), readAlready(good('a')));
  writeFileSync(join(folder, 'huge.txt'), `${good('b')} And more. `.repeat(100));
  const environment = { MAX_CHARACTERS: '1000' };
  const loaded = await communique(folder, ['load', 'a.jsonl', 'huge.txt'], { environment });
  expect(loaded).toMatchObject({ code: 2, out: '1 loaded, 0 already known, 1 refused\n' });
  expect(loaded.err).toMatch(/^huge\.txt: it has \d+ characters, more than the 1000 allowed\n$/);
  const read = await communique(folder, ['read', 'huge.txt'], { environment });
  expect(read).toMatchObject({ code: 1, out: '' });
  expect(read.err).toMatch(/^huge\.txt: it has \d+ characters, more than the 1000 allowed\n$/);
});
