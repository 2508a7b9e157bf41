import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { ownPath } from '../../src/commands/cli/open.ts';
import { helpFor, usageOf } from '../../src/commands/help.ts';
import { commands } from '../../src/commands/table.ts';
import { storableReading } from '../../src/reading/storable-reading.ts';
import { openLibrary } from '../../src/store.ts';
import { knowledge } from '../reading/knowledge.ts';
import { communique, scratch, spawnCommunique } from './cli.ts';

test('help lists every command, and explains each with its usage, options and examples', async () => {
  const folder = scratch();
  const list = await spawnCommunique(folder, ['--help']);
  expect(list).toMatchObject({ code: 0, err: '' });
  expect((await communique(folder, ['help'])).out).toBe(list.out);
  for (const [name, { usage, options = {} }] of Object.entries(commands)) {
    expect(list.out).toMatch(new RegExp(`^  ${name} +\\w`, 'm'));
    const help = helpFor(name);
    for (const call of usage) expect(help).toContain(`communique ${name} ${call}`.trim());
    for (const option of Object.keys(options))
      expect(help).toMatch(new RegExp(`^  --${option}\\b.* \\S`, 'm'));
  }
  const one = await communique(folder, ['read', 'x.txt', '--help']);
  expect(one).toEqual({ code: 0, err: '', out: `${helpFor('read')}\n` });
  expect((await communique(folder, ['help', 'read'])).out).toBe(one.out);
  expect((await communique(folder, ['fly', '--help'])).code).toBe(64);
}, 120_000);

test('every option in a usage line is declared, and the other way round', () => {
  for (const { usage, options = {}, examples = [] } of Object.values(commands)) {
    const inUsage = [...usage.join(' ').matchAll(/--([\w-]+)/g)].map(([, option]) => option!);
    expect(new Set(inUsage)).toEqual(new Set(Object.keys(options)));
    for (const [args] of examples)
      for (const [, option] of args.matchAll(/--([\w-]+)/g)) expect(Object.keys(options)).toContain(option);
  }
});

test('the version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(ownPath('package.json'), 'utf8'));
  expect(await spawnCommunique(scratch(), ['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test('a wrong call is answered with what is wrong and the usage, on one line', async () => {
  const { err } = await communique(scratch(), ['export', 'people', '--limit', '0']);
  expect(err).toBe(
    `export: --limit must be a whole number, 1 or more. Usage: ${usageOf('export').join(' or ')}\n`,
  );
  const unknown = await communique(scratch(), ['load', '--fast', 'x']);
  expect(unknown.err).toBe("load: unknown option '--fast'. Usage: communique load PATH… [--archive]\n");
});

test.each([
  [[], 64],
  [['fly'], 64],
  [['load'], 64],
  [['load', '--fast', 'x'], 64],
  [['ask'], 64],
  [['ask', '/who X', '--chat', 'nowhere'], 64],
  [['digest'], 64],
  [['export', 'gossip'], 64],
  [['remove', 'everything'], 64],
  [['read', '--published', 'yesterday'], 64],
  [['remove', 'article', 'nothing'], 1],
  [['backup', 'copy.db'], 1],
  [['restore', 'nothing.db'], 1],
  [['read', 'nothing.txt'], 1],
])('%j ends with %i and one line that says what to do', async (args, wanted) => {
  const { code, out, err } = await communique(scratch(), args);
  expect(code).toBe(wanted);
  expect(out).toBe('');
  expect(err.trim()).not.toBe('');
  expect(err).not.toMatch(/\n\s+at /);
});

const article = (id: string, name: string) =>
  JSON.stringify({
    id,
    publishedAt: '2020-01-06',
    text: `A minister speaks\n\n“We have nothing to hide in this house,” said Minister ${name} Brandt on Monday.`,
  });

/** The same as read already: to load it no reader need be started. */
const processed = (id: string, name: string) =>
  JSON.stringify(storableReading(JSON.parse(article(id, name)), knowledge));

test('read --jsonl gives a reading a line, in order, and says which line is none', async () => {
  const input = [article('a', 'Oskar'), '{"id":"b"}', 'not JSON', '', article('c', 'Petra')].join('\n');
  const { code, out } = await spawnCommunique(scratch(), ['read', '--jsonl'], { input });
  const lines = out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  expect(code).toBe(2);
  expect(lines.map(({ id, line }) => [id, line])).toEqual([
    ['a', undefined],
    ['b', 2],
    [undefined, 3],
    ['c', undefined],
  ]);
  expect(lines[1].error).toContain('text');
  expect(lines[0].quotes[0].speaker.name).toBe('Oskar Brandt');
});

test('read takes one article and stores nothing', async () => {
  const folder = scratch();
  const { code, out } = await communique(folder, ['read', '-', '--published', '2020-01-06'], {
    input:
      'A minister speaks\n\n“We have nothing to hide in this house,” said Minister Oskar Brandt on Monday.',
  });
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    published: { date: '2020-01-06', basis: 'given' },
    dates: [{ value: '2020-01-06' }],
  });
  expect(existsSync(join(folder, 'data'))).toBe(false);
});

test('load keeps what is right, names what is refused and ends with 2', async () => {
  const folder = scratch();
  writeFileSync(
    join(folder, 'news.jsonl'),
    [article('a', 'Oskar'), '{"id":"b","text":', article('c', 'Petra')].join('\n'),
  );
  const { code, out, err } = await communique(folder, ['load', 'news.jsonl', 'missing.txt']);
  expect(code).toBe(2);
  expect(out).toBe('2 loaded, 0 already known, 2 refused\n');
  expect(err).toMatch(/news\.jsonl:2: /);
  expect(err).toMatch(/missing\.txt: /);
});

test('an article is taken out, a backup brings it back', async () => {
  const folder = scratch();
  writeFileSync(join(folder, 'news.jsonl'), [processed('a', 'Oskar'), processed('c', 'Petra')].join('\n'));
  await communique(folder, ['load', 'news.jsonl']);
  expect((await communique(folder, ['backup', 'copy.db'])).code).toBe(0);
  expect((await communique(folder, ['backup', 'copy.db'])).err).toContain('already exists');
  expect((await communique(folder, ['remove', 'article', 'a'])).out).toBe('1 article removed\n');
  expect((await communique(folder, ['ask', '/who Oskar Brandt'])).out).toContain(
    'I haven’t read anything about',
  );
  expect((await communique(folder, ['restore', 'copy.db'])).code).toBe(0);
  expect((await communique(folder, ['ask', '/who Oskar Brandt'])).out).toContain('1 article');
});

test('a database in use is not replaced, a damaged one is', async () => {
  const folder = scratch();
  writeFileSync(join(folder, 'news.jsonl'), processed('a', 'Oskar'));
  await communique(folder, ['load', 'news.jsonl']);
  await communique(folder, ['backup', 'copy.db']);
  const database = join(folder, 'data/store/communique.db');
  const library = openLibrary(database);
  const refused = await spawnCommunique(folder, ['restore', 'copy.db']);
  library.close();
  expect(refused).toMatchObject({
    code: 1,
    err: expect.stringContaining('in use by another process. Stop the bot'),
  });
  writeFileSync(database, 'overwritten by a careless hand '.repeat(100));
  expect((await communique(folder, ['restore', 'copy.db'])).code).toBe(0);
  expect((await communique(folder, ['ask', '/who Oskar Brandt'])).out).toContain('1 article');
});

test('a backup that can’t be written, and a folder in place of one, are refused with what to do', async () => {
  const folder = scratch();
  await communique(folder, ['load', '-'], { input: '{"text": "The council of Oden voted on Monday."}\n' });
  mkdirSync(join(folder, 'copies'));
  for (const [args, said] of [
    [['backup', 'nowhere/copy.db'], 'there is no folder nowhere: create it, or name another'],
    [['backup', 'copies'], 'copies already exists: choose another name'],
    [['backup', '/proc/copy.db'], '/proc/copy.db'],
    [['restore', 'copies'], 'copies is a folder: name a file that backup has written'],
  ] as const) {
    const { code, out, err } = await communique(folder, [...args]);
    expect([code, out], args.join(' ')).toEqual([1, '']);
    expect(err, args.join(' ')).toContain(said);
    expect(err.trim().split('\n'), args.join(' ')).toHaveLength(1);
  }
});

test('a file that is no backup is refused and changes nothing', async () => {
  const folder = scratch();
  writeFileSync(join(folder, 'news.jsonl'), processed('a', 'Oskar'));
  await communique(folder, ['load', 'news.jsonl']);
  writeFileSync(join(folder, 'letter.txt'), 'Dear reader, this is no database at all. '.repeat(50));
  const before = readFileSync(join(folder, 'data/store/communique.db'));
  const { code, err } = await communique(folder, ['restore', 'letter.txt']);
  expect(code).toBe(1);
  expect(err).toContain('letter.txt is not a database');
  expect(readFileSync(join(folder, 'data/store/communique.db')).equals(before)).toBe(true);
});

/** A folder whose library has two articles. */
async function twoArticles(): Promise<{ folder: string; database: string }> {
  const folder = scratch();
  writeFileSync(join(folder, 'news.jsonl'), [processed('a', 'Oskar'), processed('c', 'Petra')].join('\n'));
  await communique(folder, ['load', 'news.jsonl']);
  return { folder, database: join(folder, 'data/store/communique.db') };
}

test.each(['{"text":"cut o', '{"text":"A whole object, but not a reading"}', 'null'])(
  'a damaged reading (%s) is reported by its article, which can be removed',
  async json => {
    const { folder, database } = await twoArticles();
    const raw = new Sqlite(database);
    raw
      .prepare(`update readings set json = ? where article = (select key from articles where id = 'c')`)
      .run(json);
    raw.close();
    const asked = await communique(folder, ['topics', 'suggest']);
    expect(asked).toMatchObject({ code: 1, out: '' });
    expect(asked.err).toMatch(/^the stored reading of article c is damaged: .*`remove article c`.*\n$/);
    expect(await communique(folder, ['ask', '/article c'])).toEqual({ ...asked, err: asked.err });
    expect((await communique(folder, ['ask', '/who Oskar Brandt'])).out).toContain('1 article');
    expect((await communique(folder, ['remove', 'article', 'c'])).out).toBe('1 article removed\n');
    expect((await communique(folder, ['topics', 'suggest'])).code).toBe(0);
  },
);

test.each(['communique.db', 'communique.deliveries.db'])(
  'an emptied %s is refused, until a backup is put back',
  async name => {
    const { folder } = await twoArticles();
    await communique(folder, ['backup', 'copy.db']);
    writeFileSync(join(folder, 'data/store', name), '');
    for (const args of [['ask', '/latest'], ['load', 'news.jsonl'], ['doctor']]) {
      const { code, out, err } = await communique(folder, args);
      expect(code).toBe(1);
      expect(out + err).toMatch(new RegExp(`${name} is empty, though it held .*restore FILE.*delete `));
    }
    expect((await communique(folder, ['restore', 'copy.db'])).code).toBe(0);
    expect((await communique(folder, ['ask', '/who Oskar Brandt'])).out).toContain('1 article');
  },
);

test('a database behind a symbolic link is restored behind it', async () => {
  const { folder, database } = await twoArticles();
  await communique(folder, ['backup', 'copy.db']);
  await communique(folder, ['remove', 'article', 'a']);
  const real = join(folder, 'elsewhere.db');
  renameSync(database, real);
  symlinkSync(real, database);
  expect((await communique(folder, ['restore', 'copy.db'])).code).toBe(0);
  expect(lstatSync(database).isSymbolicLink()).toBe(true);
  expect(existsSync(`${real}.before-restore`)).toBe(true);
  expect((await communique(folder, ['ask', '/who Oskar Brandt'])).out).toContain('1 article');
});
