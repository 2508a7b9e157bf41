import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { UserFromGetMe } from 'grammy/types';
import { expect, onTestFinished, test } from 'vitest';
import { switchFindings } from '../../src/commands/bot-switches.ts';
import { newestVersion } from '../../src/database/migrations/migration.ts';
import { newsSchema } from '../../src/database/migrations/news/index.ts';
import { deliveriesPath } from '../../src/database/two-files.ts';
import { startLocalTelegram } from '../../src/local-telegram/local-telegram.ts';
import { stillClock } from '../../src/system/clock.ts';
import { putEmptyLibrary } from '../library/scratch.ts';
import { call } from '../local-telegram/echo-bot.ts';
import { communique, filesOf, launch, scratch } from './cli.ts';

async function telegram(seed: number) {
  const { environment } = await localTelegram(seed);
  return environment;
}

async function localTelegram(seed: number) {
  const local = await startLocalTelegram({ clock: stillClock(0), seed });
  onTestFinished(() => local.close());
  return { local, environment: { BOT_TOKEN: local.token, TELEGRAM_API_ROOT: local.apiRoot } };
}

test('all is well', async () => {
  const { code, out } = await communique(scratch(), ['doctor'], { environment: await telegram(1) });
  expect(code).toBe(0);
  expect(out).not.toContain('wrong');
  expect(out).toContain('ok     token: @');
  expect(out).toContain('ok     webhook: not set');
});

test('a mistyped setting is pointed out', async () => {
  const environment = { ...(await telegram(1)), TIMEZONE: 'Europe/Oslo' };
  const { code, out } = await communique(scratch(), ['doctor'], { environment });
  expect(code).toBe(1);
  expect(out).toContain('wrong  configuration: TIMEZONE is not a setting; did you mean TZ_DEFAULT?');
});

test('the switches at @BotFather are named, with what each changes here', async () => {
  const { local, environment } = await localTelegram(1);
  const { code, out } = await communique(scratch(), ['doctor'], { environment });
  expect(code).toBe(0);
  expect(out).toMatch(/^ok {5}privacy mode: on; in groups, only commands, mentions and replies/m);
  expect(out).toMatch(/^ok {5}inline mode: on; /m);
  expect(out).toMatch(/^ok {5}inline feedback: Telegram doesn’t say .*\/setinlinefeedback/m);
  expect(out).toMatch(/^ok {5}guest mode: on; /m);
  expect(local.callsOf('getMe')).toHaveLength(1);
});

test('a switch that keeps the bot from working as it should is named, with how to change it', () => {
  const me = { can_join_groups: false, can_read_all_group_messages: true, supports_inline_queries: false };
  const found = switchFindings({ ...me, supports_guest_queries: false } as unknown as UserFromGetMe);
  expect(found.map(({ what, change }) => [what.split(';')[0], change])).toEqual([
    ['privacy mode: off', expect.stringContaining('turn it on at @BotFather with /setprivacy')],
    ['groups: off', 'turn it on at @BotFather with /setjoingroups'],
    ['inline mode: off', 'turn it on at @BotFather with /setinline'],
    ['guest mode: off', expect.stringContaining('turn it on')],
  ]);
});

test('a webhook that takes the updates away is named by its host, with how many wait and what to do', async () => {
  const { local, environment } = await localTelegram(1);
  await call(local, 'setWebhook', { url: 'https://old.example/bot/secret-path' });
  const ann = local.person('Ann');
  ann.says('one');
  ann.says('two');
  const { code, out } = await communique(scratch(), ['doctor'], { environment });
  expect(code).toBe(1);
  expect(out).toMatch(
    /wrong {2}webhook: .*updates go to old\.example .*; 2 updates wait for it\. `start` removes it/,
  );
  expect(out).not.toContain('secret-path');
  expect(local.pendingUpdates()).toBe(2);
});

test('a wrong token is named, with what to do, and is not shown', async () => {
  const environment = { ...(await telegram(1)), BOT_TOKEN: `123456789:${'B'.repeat(35)}` };
  const { code, out, err } = await communique(scratch(), ['doctor'], { environment });
  expect(code).toBe(1);
  expect(out).toContain(
    'wrong  token: Telegram rejects BOT_TOKEN; copy the whole token from @BotFather again',
  );
  expect(out + err).not.toContain('BBBB');
});

test('a Telegram that doesn’t answer is not reported as a wrong token', async () => {
  const server = createServer((_, response) => response.end('<html>')).listen(0);
  onTestFinished(() => void server.close());
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  const environment = { ...(await telegram(1)), TELEGRAM_API_ROOT: `http://127.0.0.1:${port}` };
  const { code, out } = await communique(scratch(), ['doctor'], { environment });
  expect(code).toBe(1);
  expect(out).toContain('didn’t answer like Telegram');
});

test.runIf(process.getuid?.() !== 0)('a database that may not be written is named', async () => {
  const folder = scratch();
  mkdirSync(join(folder, 'shut'));
  chmodSync(join(folder, 'shut'), 0o500);
  const { code, out } = await communique(folder, ['doctor'], { environment: { DATABASE: 'shut/a.db' } });
  expect(code).toBe(1);
  expect(out).toMatch(/wrong {2}database .*is not a folder that this user can write to/);
});

test('the watched folder is named with how it is doing, and with what to do about it', async () => {
  const folder = scratch();
  writeFileSync(join(folder, 'file'), '');
  const found = async (watch: string) =>
    (await communique(folder, ['doctor'], { environment: { WATCH: watch } })).out
      .split('\n')
      .find(line => line.includes('watched folder'));
  expect(await found('incoming')).toMatch(/^ok .*doesn’t exist yet; `start` creates it$/);
  expect(await found('file')).toMatch(/^wrong .*that is a file, not a folder; correct WATCH$/);
  mkdirSync(join(folder, 'incoming', 'refused'), { recursive: true });
  writeFileSync(join(folder, 'incoming', 'refused', 'bad.png'), '');
  writeFileSync(join(folder, 'incoming', 'refused', 'bad.png.reason.txt'), 'not read\n');
  expect(await found('incoming')).toMatch(/^note .*1 refused in 7 days, .*bad\.png \(not read\)$/);
});

test('a place where no database can be is named, and a file that is none', async () => {
  const folder = scratch();
  writeFileSync(join(folder, 'file'), 'these are words, no database; '.repeat(100));
  const below = await communique(folder, ['doctor'], { environment: { DATABASE: 'file/a.db' } });
  expect(below.code).toBe(1);
  expect(below.out).toMatch(
    /wrong {2}database file\/a\.db: file is not a folder that this user can write to/,
  );
  const system = await communique(folder, ['doctor'], { environment: { DATABASE: '/proc/nothing/a.db' } });
  expect(system.out).toMatch(/wrong {2}database .*\/proc is not a folder that this user can write to/);
  const itself = await communique(folder, ['doctor'], { environment: { DATABASE: 'file' } });
  expect(itself.out).toMatch(/wrong {2}database file: .*is not a database\. Name another file/);
});

test('a database is only looked at: no file changes, and an older one is not converted', async () => {
  const folder = scratch();
  const database = join(folder, 'data/store/communique.db');
  putLibrary(database);
  const before = filesOf(folder);
  const { code, out } = await communique(folder, ['doctor'], {});
  expect([code, out]).toEqual([0, expect.stringMatching(/^ok {5}database .*: 0 articles$/m)]);
  expect(filesOf(folder)).toEqual(before);

  const own = new Sqlite(database);
  own.pragma(`user_version = ${newestVersion(newsSchema) - 1}`);
  own.close();
  const older = filesOf(folder);
  const found = await communique(folder, ['doctor'], {});
  expect(found.code).toBe(0);
  expect(found.out).toMatch(/^note {3}database .*: an older version .*`start` or `load` converts it/m);
  expect(filesOf(folder)).toMatchObject(older);
});

test('a database that another program is writing to is looked at without waiting for it', async () => {
  const folder = scratch();
  const database = join(folder, 'data/store/communique.db');
  putLibrary(database);
  const writers = [database, deliveriesPath(database)].map(file => new Sqlite(file));
  for (const writer of writers) writer.exec('begin immediate');
  const { code, out } = await communique(folder, ['doctor'], {});
  for (const writer of writers) writer.close();
  expect([code, out]).toEqual([0, expect.stringMatching(/^ok {5}database .*: 0 articles$/m)]);
});

test('a missing file of deliveries is named, and not made', async () => {
  const folder = scratch();
  const database = join(folder, 'data/store/communique.db');
  putLibrary(database);
  rmSync(deliveriesPath(database));
  const { code, out } = await communique(folder, ['doctor'], {});
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(/^note {3}.*deliveries\.db isn’t there; `start` makes it/m),
  ]);
  expect(existsSync(deliveriesPath(database))).toBe(false);
});

function putLibrary(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  putEmptyLibrary(file);
}

test('a wrong variable is named', async () => {
  const { code, out } = await communique(scratch(), ['doctor'], {
    environment: { TZ_DEFAULT: 'Kyiv', PORT: 'x' },
  });
  expect(code).toBe(1);
  expect(out).toContain('TZ_DEFAULT is not a valid time zone; use one like Europe/Berlin');
  expect(out).toContain('PORT must be a port');
});

test('the database of another bot is named, refused at the start, and taken over with --adopt', async () => {
  const folder = scratch();
  const [one, other] = [await telegram(1), await telegram(2)];
  await started(folder, ['start'], one);
  const { code, out } = await communique(folder, ['doctor'], { environment: other });
  expect(code).toBe(1);
  expect(out).toMatch(/wrong {2}database .*it belongs to another bot \(ID \d+\); set another DATABASE/);
  const refused = await communique(folder, ['start'], { environment: { ...other, PORT: '0' } });
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('this database belongs to another bot');
  await started(folder, ['start', '--adopt'], other);
  expect((await communique(folder, ['doctor'], { environment: other })).code).toBe(0);
});

/** Starts the bot, waits until it is running, and ends it as Docker does. */
async function started(folder: string, args: string[], environment: Record<string, string>): Promise<void> {
  const child = launch(folder, args, { ...environment, PORT: '0' });
  let err = '';
  child.stderr.on('data', piece => (err += piece));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', piece => String(piece).includes('is running') && resolve());
    child.on('close', code => reject(new Error(`ended with ${code}: ${err}`)));
  });
  const closed = new Promise<number | null>(resolve => child.on('close', resolve));
  child.kill('SIGTERM');
  expect(await closed).toBe(0);
}
