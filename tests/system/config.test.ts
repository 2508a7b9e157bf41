import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type ConfigError, misnamedSettings, readConfig } from '../../src/system/config.ts';

const token = `123456789:${'A'.repeat(35)}`;

function folder(env?: string): string {
  const path = mkdtempSync(join(tmpdir(), 'config-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  if (env !== undefined) writeFileSync(join(path, '.env'), env);
  return path;
}

test('what is not set has a default, an empty value counts as not set', () => {
  expect(readConfig({ BOT_TOKEN: '', PORT: ' ' }, folder())).toEqual({
    token: null,
    apiRoot: 'https://api.telegram.org',
    database: 'data/store/communique.db',
    admins: [],
    access: 'open',
    limits: { person: 30, group: 20 },
    mostSubscriptions: 10,
    zone: 'UTC',
    port: 8080,
    host: '127.0.0.1',
    readingLimits: { characters: 2_000_000, seconds: 20, megabytes: 300 },
    repeatUnknown: true,
    paidBroadcasts: false,
    watch: null,
    allowPrivate: false,
    logLevel: 'info',
  });
});

test('an empty value in the environment does not hide the file’s', () => {
  expect(readConfig({ BOT_TOKEN: '' }, folder(`BOT_TOKEN=${token}`)).token).toBe(token);
});

test('restricted access needs an operator who lets people in', () => {
  expect(() => readConfig({ ACCESS: 'list' }, folder())).toThrow(
    'ACCESS list needs an admin who lets people in',
  );
  expect(readConfig({ ACCESS: 'invite', ADMINS: '7' }, folder())).toMatchObject({ access: 'invite' });
});

test('the environment goes before the file', () => {
  const config = readConfig({ PORT: '81' }, folder(`PORT=80\nBOT_TOKEN=${token}\nADMINS="1, 2"\n`));
  expect(config).toMatchObject({ port: 81, token, admins: [1, 2] });
});

test('a file that Windows wrote is read, and quotes that Docker leaves around a value go', () => {
  for (const file of [
    Buffer.from(`\ufeffBOT_TOKEN=${token}\r\nADMINS=7\r\n`),
    Buffer.from(`\ufeffBOT_TOKEN=${token}\r\nADMINS=7\r\n`, 'utf16le'),
  ]) {
    const path = folder();
    writeFileSync(join(path, '.env'), file);
    expect(readConfig({}, path)).toMatchObject({ token, admins: [7] });
  }
  expect(readConfig({ BOT_TOKEN: `"${token}"`, ADMINS: "'7, 8' ", WATCH: ' ' }, folder())).toMatchObject({
    token,
    admins: [7, 8],
    watch: null,
  });
});

test('a setting under a name that isn’t its own is pointed out, unless it is given rightly as well', () => {
  const file = folder('ADMIN=7\nTZ=UTC\nPATH=/bin\n');
  expect(misnamedSettings({ TELEGRAM_TOKEN: token, acces: 'open', HOME: '/', PORTS: '1' }, file)).toEqual([
    'ADMIN is not a setting; did you mean ADMINS?',
    'TELEGRAM_TOKEN is not a setting; did you mean BOT_TOKEN?',
    'acces is not a setting; did you mean ACCESS?',
  ]);
  expect(misnamedSettings({ TOKEN: 'other', BOT_TOKEN: token, ADMINS: '7' }, file)).toEqual([]);
});

test('what one text may cost and where the port is opened can be set', () => {
  const set = { MAX_CHARACTERS: '1000', MAX_SECONDS: '5', MAX_MEGABYTES: '150', HOST: '0.0.0.0' };
  expect(readConfig(set, folder())).toMatchObject({
    readingLimits: { characters: 1000, seconds: 5, megabytes: 150 },
    host: '0.0.0.0',
  });
  for (const name of ['MAX_CHARACTERS', 'MAX_SECONDS', 'MAX_MEGABYTES'])
    for (const wrong of ['0', '-1', '1.5', 'much'])
      expect(() => readConfig({ [name]: wrong }, folder()), `${name}=${wrong}`).toThrow(`${name} must be`);
});

test('each wrong value has its line, and no token is shown', () => {
  const wrong = {
    BOT_TOKEN: 'secret-token',
    TELEGRAM_API_ROOT: 'ftp://x',
    ADMINS: '1,me',
    ACCESS: 'closed',
    TZ_DEFAULT: 'Kyiv',
    PORT: '70000',
    LOG_LEVEL: 'loud',
    LIMIT_PERSON: 'many',
    LIMIT_GROUP: '-1',
    HOST: 'everywhere',
  };
  let lines: string[] = [];
  try {
    readConfig(wrong, folder());
  } catch (error) {
    lines = (error as ConfigError).lines;
  }
  expect(lines.map(line => line.split(' ')[0]).sort()).toEqual(Object.keys(wrong).sort());
  expect(lines.join()).not.toContain('secret-token');
});
