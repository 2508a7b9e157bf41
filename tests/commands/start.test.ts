import { once } from 'node:events';
import { copyFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { ownPath } from '../../src/commands/cli/open.ts';
import { run } from '../../src/commands/run.ts';
import { newestVersion } from '../../src/database/migrations/migration.ts';
import { newsSchema } from '../../src/database/migrations/news/index.ts';
import { startLocalTelegram } from '../../src/local-telegram/local-telegram.ts';
import { storableReading } from '../../src/reading/storable-reading.ts';
import { runningClock, stillClock } from '../../src/system/clock.ts';
import { knowledge } from '../reading/knowledge.ts';
import { communique, filesOf, launch, scratch } from './cli.ts';
import { started, startedHere } from './started.ts';

test.each(['SIGTERM', 'SIGINT'] as const)(
  'the demo prints its address, serves the page and ends on %s',
  async signal => {
    const demo = started(scratch(), { PORT: '0' });
    await demo.says(/http:\/\/127\.0\.0\.1:\d+\//);
    const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(demo.said())!;
    expect(await (await fetch(address)).text()).toContain('<textarea');
    expect((await fetch(`${address}healthz`)).status).toBe(200);
    expect(demo.said()).toContain('5 sample articles');
    expect(await demo.ends(signal)).toBe(0);
  },
);

const ownArticle = {
  id: 'own',
  text: 'A harbour opens\n\nThe harbour of Lindholm was opened on Monday.\n\n“We are glad,” said Mayor Ines Kolbe.',
};

/** A folder with the owner's articles in its database. */
async function ownLibrary(environment: Record<string, string> = {}): Promise<string> {
  const folder = scratch();
  // Read already: a thread that reads takes a second to start.
  writeFileSync(join(folder, 'own.jsonl'), JSON.stringify(storableReading(ownArticle, knowledge)));
  expect((await communique(folder, ['load', 'own.jsonl'], { environment })).code).toBe(0);
  return folder;
}

test.each([
  ['the default database', {}, 'data/store/communique.db', 'wal'],
  // As a copy has it: to be written to, it would be changed first.
  ['a database of another name, without a log', { DATABASE: 'own.db' }, 'own.db', 'delete'],
])(
  'without a token, the owner’s own articles in %s are shown and nothing of theirs changes',
  async (_, settings, database, journal) => {
    const folder = await ownLibrary(settings);
    const own = new Sqlite(join(folder, database));
    own.pragma(`journal_mode = ${journal}`);
    own.close();
    const before = filesOf(folder);
    const demo = startedHere(folder, { ...settings, PORT: '0' });
    await demo.says('Ctrl-C');
    expect(demo.said()).toContain(`this is a demo with your 1 article from ${database}, which is only read.`);
    const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(demo.said())!;
    const page = async (path: string, body?: object) =>
      (
        await fetch(
          `${address}page/${path}`,
          body && {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          },
        )
      ).json();
    const { rooms } = (await page('state')) as { rooms: { id: number; person?: { id: number } }[] };
    const { id: chat, person } = rooms.find(room => room.person)!;
    const dialogs = () => {
      const state = new Sqlite(join(folder, 'data/store/demo.db'), { readonly: true });
      const count = state.prepare('select count(*) from conversations').pluck().get();
      state.close();
      return count;
    };
    for (const text of ['/who Kolbe', '/subscribe'])
      await page('act', { act: 'say', as: person!.id, chat, text });
    await expect.poll(async () => JSON.stringify(await page('state'))).toContain('Ines Kolbe');
    await expect.poll(dialogs).toBe(1);
    expect(await demo.ends()).toBe(0);
    const after = filesOf(folder);
    for (const [path, hash] of Object.entries(before)) expect([path, after[path]]).toEqual([path, hash]);
    const added = Object.keys(after).filter(path => !(path in before));
    expect(added.filter(path => !/^data\/store\/demo\.db/.test(path))).toEqual([]);
    const again = startedHere(folder, { ...settings, PORT: '0' });
    await again.says('Ctrl-C');
    expect(dialogs()).toBe(0);
    expect(await again.ends()).toBe(0);
    expect(added).toContain('data/store/demo.db');
  },
);

test('a database of an earlier version is not converted by a demo: it says what to do', async () => {
  const folder = await ownLibrary();
  const own = new Sqlite(join(folder, 'data/store/communique.db'));
  own.pragma(`user_version = ${newestVersion(newsSchema) - 1}`);
  own.close();
  const before = filesOf(folder);
  const { code, err } = await communique(folder, ['start'], { environment: { PORT: '0' } });
  expect(code).toBe(1);
  expect(err).toMatch(/communique\.db was written by an older version of this program\. .*run `load` once/);
  expect(filesOf(folder)).toMatchObject(before);
});

test('the samples are shown with --demo, and if there are no articles', async () => {
  const folder = await ownLibrary();
  const before = filesOf(folder);
  const asked = startedHere(folder, { PORT: '0' }, ['--demo']);
  await asked.says('Ctrl-C');
  expect(asked.said()).toContain('This is a demo with 5 sample articles.');
  expect(await asked.ends()).toBe(0);
  expect(filesOf(folder)).toMatchObject(before);
  await communique(folder, ['remove', 'article', 'own']);
  const empty = startedHere(folder, { PORT: '0' });
  await empty.says('this is a demo with 5 sample articles.');
  expect(await empty.ends()).toBe(0);
});

test('a demo from an earlier version does not get in the way', async () => {
  const folder = await ownLibrary();
  copyFileSync(join(folder, 'data/store/communique.db'), join(folder, 'data/store/demo.db'));
  const demo = startedHere(folder, { PORT: '0' });
  await demo.says('your 1 article');
  expect(await demo.ends()).toBe(0);
});

test('on a terminal, trouble with the network at the start is one plain line an attempt', async () => {
  const server = createServer(request => request.socket.destroy()).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  const [out, err] = [new PassThrough(), Object.assign(new PassThrough(), { isTTY: true })];
  let end = () => {};
  const interrupted = new Promise<void>(resolve => (end = resolve));
  const environment = {
    BOT_TOKEN: `123456789:${'A'.repeat(35)}`,
    TELEGRAM_API_ROOT: `http://127.0.0.1:${port}`,
    DATABASE: join(scratch(), 'own.db'),
    PORT: '0',
  };
  const ended = run(['start'], {
    environment,
    folder: scratch(),
    out,
    err,
    input: new PassThrough(),
    interrupted,
  });
  const lines: string[] = [];
  for await (const chunk of err) {
    lines.push(...String(chunk).trimEnd().split('\n'));
    if (lines.length >= 2) break;
  }
  end();
  expect(await ended).toBe(0);
  for (const line of lines)
    expect(line).toMatch(/^Telegram can’t be reached \([^{}]+\); next attempt in \d+ s$/);
});

test('a signal ends a start that still waits for Telegram', async () => {
  const server = createServer(request => request.socket.destroy()).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  const bot = started(scratch(), {
    BOT_TOKEN: `123456789:${'A'.repeat(35)}`,
    TELEGRAM_API_ROOT: `http://127.0.0.1:${port}`,
    PORT: '0',
  });
  await bot.says('Telegram cannot be reached; trying again');
  expect(bot.said()).not.toContain('AAAAAAA');
  expect(await bot.ends('SIGTERM')).toBe(0);
});

test('a port in use is reported in one line, before the bot starts', async () => {
  const taken = createSocketServer().listen(0);
  onTestFinished(() => void taken.close());
  await new Promise(resolve => taken.once('listening', resolve));
  const { port } = taken.address() as { port: number };
  const telegram = await startLocalTelegram({ clock: stillClock(0) });
  onTestFinished(() => telegram.close());
  const environment = { BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot, PORT: String(port) };
  const { code, err } = await communique(scratch(), ['start'], { environment });
  expect({ code, err }).toEqual({
    code: 1,
    err: expect.stringMatching(/^port \d+ is in use: set PORT to another one.*\n$/),
  });
  expect(telegram.calls).toEqual([]);
});

test('HOST and the limits of one text hold for the running bot', async () => {
  const telegram = await startLocalTelegram({ clock: runningClock() });
  onTestFinished(() => telegram.close());
  const olga = telegram.person('Olga');
  const bot = (settings: Record<string, string>) => {
    let end = () => {};
    const interrupted = new Promise<void>(resolve => (end = resolve));
    const out = new PassThrough();
    const environment = {
      BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DATABASE: join(scratch(), 'own.db'),
      ADMINS: String(olga.user.id),
      LOG_LEVEL: 'silent',
      ...settings,
    };
    const folder = scratch();
    const ended = run(['start'], {
      ...{ environment, folder, out, err: new PassThrough(), input: new PassThrough(), interrupted },
    });
    return { said: once(out, 'data'), stop: () => Promise.resolve(end()).then(() => ended) };
  };
  // To a server on all addresses, the second is one of them.
  const isOpen = (host: string, port: number) =>
    fetch(`http://${host}:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  const [near, far] = [await freePort(), await freePort()];
  const usual = bot({ PORT: String(near), MAX_CHARACTERS: '100' });
  await usual.said;
  expect([await isOpen('127.0.0.1', near), await isOpen('127.0.0.2', near)]).toEqual([true, false]);
  olga.attaches(
    'long.txt',
    `A harbour opens\n\n${'The harbour of Lindholm was opened on Monday. '.repeat(5)}`,
  );
  await olga.presses('Read its articles');
  expect((await olga.sees('0 read')).text).toContain('it’s too long');
  expect(await usual.stop()).toBe(0);
  const open = bot({ PORT: String(far), HOST: '0.0.0.0' });
  await open.said;
  expect([await isOpen('127.0.0.1', far), await isOpen('127.0.0.2', far)]).toEqual([true, true]);
  expect(await open.stop()).toBe(0);
});

async function freePort(): Promise<number> {
  const server = createSocketServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

test('the reader of the output may stop early', async () => {
  const folder = scratch();
  await communique(folder, ['load', ownPath('data/seeds.jsonl')]);
  const child = launch(folder, ['export', 'quotes']);
  let err = '';
  child.stderr.on('data', piece => (err += piece));
  child.stdout.destroy();
  const code = await new Promise(resolve => child.on('close', resolve));
  expect({ code, err }).toEqual({ code: 0, err: '' });
});
