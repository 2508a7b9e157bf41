import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ownPath } from '../../src/commands/cli/open.ts';
import { startLocalTelegram } from '../../src/local-telegram/local-telegram.ts';
import { openLibrary } from '../../src/store.ts';
import { stillClock } from '../../src/system/clock.ts';
import { scratch } from './cli.ts';

/** Room that a file has beyond what the database takes at first, in kilobytes. */
const room = 60;
/** A question each: they are answered side by side. */
const people = 40;

/** The bot as a process none of whose files may grow beyond `most` kilobytes, as on a disk that becomes full. */
function startBot(folder: string, most: number | null, environment: Record<string, string>) {
  const limit = most === null ? '' : `ulimit -f ${most}; `;
  const child = spawn(
    'bash',
    ['-c', `${limit}exec "$0" "$@"`, process.execPath, ownPath('src/main.ts'), 'start'],
    {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder, ...environment },
    },
  );
  let err = '';
  child.stderr.on('data', piece => (err += piece));
  const closed = new Promise<number | null>(resolve => child.on('close', resolve));
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, closed, err: () => err };
}

test('a full disk ends the bot with one line, and no question is lost', async () => {
  const folder = scratch();
  const file = join(folder, 'library.db');
  openLibrary(file).close();
  const telegram = await startLocalTelegram({ clock: stillClock(Date.now()) });
  onTestFinished(() => telegram.close());
  const environment = {
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DATABASE: file,
    PORT: '0',
    LOG_LEVEL: 'silent',
  };
  const asking = Array.from({ length: people }, (_, number) => telegram.person(`Person ${number}`));
  for (const person of asking) person.says('/nothing');
  const full = startBot(folder, Math.ceil(statSync(file).size / 1024) + room, environment);
  expect(await full.closed).toBe(1);
  expect(full.err()).toMatch(/^\S+library\.(deliveries\.)?db cannot be .+\n$/);
  expect(full.err()).toContain('disk');
  const isAnswered = (person: (typeof asking)[number]) => person.chat().some(({ from }) => from === 'bot');
  expect(asking.filter(isAnswered).length).toBeLessThan(people);
  const after = startBot(folder, null, environment);
  for (const person of asking) await person.sees(({ from }) => from === 'bot');
  after.child.kill('SIGTERM');
  expect(await after.closed).toBe(0);
});
