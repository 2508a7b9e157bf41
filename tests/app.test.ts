import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type App, startApp } from '../src/app.ts';
import { startLocalTelegram } from '../src/local-telegram/local-telegram.ts';
import { openLibrary } from '../src/store.ts';
import { stillClock, systemClock } from '../src/system/clock.ts';
import { createLog } from '../src/system/log.ts';
import { putInLine } from './library/in-line.ts';
import { putEmptyLibrary } from './library/scratch.ts';

/** A Telegram, and bots that can be started on one library. */
async function stage() {
  const folder = mkdtempSync(join(tmpdir(), 'app-'));
  const file = join(folder, 'library.db');
  putEmptyLibrary(file);
  const telegram = await startLocalTelegram({ clock: stillClock(systemClock.now()) });
  const ends: (() => Promise<void> | void)[] = [];
  onTestFinished(async () => {
    for (const end of ends.reverse()) await end();
    await telegram.close();
    rmSync(folder, { recursive: true });
  });
  const start = async (): Promise<App> => {
    const library = openLibrary(file, { patience: Number.POSITIVE_INFINITY });
    ends.push(library.close);
    const app = await startApp({
      token: telegram.token,
      apiRoot: telegram.apiRoot,
      library,
      clock: systemClock,
      log: createLog('silent'),
      zone: 'UTC',
    });
    ends.push(app.stop);
    return app;
  };
  return { file, telegram, start };
}

test('a second bot on one library is refused, and may start when the first has ended', async () => {
  const { start } = await stage();
  const first = await start();
  await expect(start()).rejects.toMatchObject({
    kind: 'busy',
    message: expect.stringMatching(/library\.db is in use by another bot that is running$/),
    fix: expect.stringMatching(/^End that one first: .*\.$/),
  });
  await first.stop();
  await start();
});

test('the claim of a bot dies with its process', async () => {
  const { file, start } = await stage();
  const holder = fork(new URL('./library/holder.ts', import.meta.url), [file, 'claim']);
  await once(holder, 'message');
  await expect(start()).rejects.toMatchObject({ kind: 'busy' });
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  await start();
});

test('a lock that another process holds for long is waited for: the bot lives, and answers afterwards', async () => {
  const { file, telegram, start } = await stage();
  const ann = telegram.person('Ann');
  ann.starts();
  const app = await start();
  let ended = false;
  app.ended.finally(() => {
    ended = true;
  });
  await ann.reads();
  await app.idle();
  const holder = fork(new URL('./library/holder.ts', import.meta.url), [file, 'lock']);
  await once(holder, 'message');
  ann.says('/statue');
  // Long enough for a bot that does not wait to give up.
  await systemClock.sleep(500);
  expect(ended).toBe(false);
  expect(ann.chat().some(({ text }) => text.includes('/statue') && text.includes('command'))).toBe(false);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect((await ann.reads()).text).toContain('/statue');
});

test('a token that Telegram no longer takes ends the bot while it sends, and the message is kept', async () => {
  const { file, telegram, start } = await stage();
  const ann = telegram.person('Ann');
  ann.starts();
  const library = openLibrary(file);
  const now = systemClock.now();
  const more = {
    threadId: null,
    userId: 1,
    topics: [],
    people: [],
    weekdays: [1],
    times: ['08:00'],
    zone: 'UTC',
  };
  await library.subscriptions.add({
    origin: 'test',
    chatId: ann.chat_id,
    nextDue: now,
    created: now,
    ...more,
  });
  await putInLine(library, 1, { due: now, texts: [JSON.stringify({ text: 'The news', entities: [] })], now });
  const { undo } = telegram.fails({
    method: 'sendMessage',
    with: { code: 401, description: 'Unauthorized' },
  });
  const app = await start();
  await expect(app.ended).rejects.toMatchObject({ error_code: 401 });
  await app.stop();
  undo();
  expect(await library.outbox.counts()).toEqual({ planned: 1 });
  library.close();
  await start();
  expect((await ann.sees('The news')).text).toBe('The news');
});
