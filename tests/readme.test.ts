import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withTables } from '../scripts/readme.ts';
import { ownPath } from '../src/commands/cli/open.ts';
import { commands } from '../src/commands/table.ts';
import { readConfig } from '../src/system/config.ts';
import { communique, scratch } from './commands/cli.ts';

const readme = readFileSync(ownPath('README.md'), 'utf8');
const scripts: Record<string, string> = JSON.parse(readFileSync(ownPath('package.json'), 'utf8')).scripts;

test('the two commands that it shows first are the ones that CI runs', () => {
  expect(readme).toContain('npm ci && npm start');
  expect(readme).toContain('npm ci && npm test');
  const ci = readFileSync(ownPath('.ci/run'), 'utf8');
  for (const command of ['npm ci\n', 'npm run check\n', 'npm test']) expect(ci).toContain(command);
});

test('every script and command that it names is there', async () => {
  const named = [...readme.matchAll(/npm run (?:-s )?([a-z]+)/g)].map(([, script]) => script!);
  expect(named.length).toBeGreaterThan(3);
  for (const script of named) expect(Object.keys(scripts)).toContain(script);
  const { out } = await communique(scratch(), ['help']);
  const known = [...out.matchAll(/^ {2}(\w+)/gm)].map(([, command]) => command!);
  for (const [, command] of readme.matchAll(/communique -- ([a-z]+)/g)) expect(known).toContain(command);
  expect(known).toEqual(Object.keys(commands));
});

test('the image is built on an exact version, and opens its port to the container’s network', () => {
  const dockerfile = readFileSync(ownPath('Dockerfile'), 'utf8');
  const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image!);
  expect(bases).toHaveLength(2);
  for (const base of bases) expect(base).toMatch(/^node:\d+\.\d+\.\d+-slim$/);
  expect(dockerfile).toMatch(/^ENV .*\bHOST=0\.0\.0\.0$/m);
  expect(JSON.parse(/^CMD (.+)$/m.exec(dockerfile)![1]!)).toEqual(scripts.start!.split(' '));
  expect(dockerfile).toMatch(/^COPY bin /m);
});

test('every setting that it names exists, with the default that it gives', () => {
  const rows = [...readme.matchAll(/^\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \|.*\|\s*([^|]*?)\s*\|$/gm)].flatMap(
    ([, names = '', values = '']) => {
      const defaults = values.split(', ');
      return names.split(', ').map((name, i) => [code(name), code(defaults[i] ?? '')] as const);
    },
  );
  expect(rows.map(([name]) => name).sort()).toEqual(
    [
      'ACCESS',
      'ALLOW_PRIVATE',
      'ADMINS',
      'BOT_TOKEN',
      'DATABASE',
      'HOST',
      'LIMIT_GROUP',
      'LIMIT_PERSON',
      'LOG_LEVEL',
      'MAX_CHARACTERS',
      'MAX_MEGABYTES',
      'MAX_SECONDS',
      'PORT',
      'REPEAT_UNKNOWN',
      'PAID_BROADCASTS',
      'SUBSCRIPTIONS_PER_CHAT',
      'TELEGRAM_API_ROOT',
      'TZ_DEFAULT',
      'WATCH',
    ].sort(),
  );
  const defaults = readConfig({}, scratch());
  expect(Object.fromEntries(rows)).toMatchObject({
    LIMIT_PERSON: String(defaults.limits.person),
    LIMIT_GROUP: String(defaults.limits.group),
    DATABASE: defaults.database,
    PORT: String(defaults.port),
    HOST: defaults.host,
    MAX_CHARACTERS: String(defaults.readingLimits.characters),
    MAX_SECONDS: String(defaults.readingLimits.seconds),
    MAX_MEGABYTES: String(defaults.readingLimits.megabytes),
    SUBSCRIPTIONS_PER_CHAT: String(defaults.mostSubscriptions),
    TZ_DEFAULT: defaults.zone,
    LOG_LEVEL: defaults.logLevel,
    ACCESS: defaults.access,
    REPEAT_UNKNOWN: defaults.repeatUnknown ? 'yes' : 'no',
    PAID_BROADCASTS: defaults.paidBroadcasts ? 'yes' : 'no',
  });
});

const code = (cell: string) => /^`(.*)`$/.exec(cell.trim())?.[1] ?? cell.trim();

test('every file that it points at is there', () => {
  for (const [, path] of readme.matchAll(/(?:\]\(|src="|srcset=")((?:docs|seeds|src|data)\/[^)"]+)/g))
    expect(existsSync(ownPath(path!)), path).toBe(true);
});

test('its table of questions is the one that `node scripts/readme.ts` writes', () => {
  expect(withTables(readme)).toBe(readme);
});
