import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { call, start, startEchoBot, telegramForTest } from './echo-bot.ts';
import { poll, texts, withThree } from './polls.ts';

test('limit gives the oldest; nonsense means a hundred', async () => {
  const { telegram } = await withThree();
  expect(texts(await poll(telegram, { limit: 1 }))).toEqual(['one']);
  expect(await poll(telegram, { limit: 0 })).toHaveLength(3);
});

test('a long poll is answered when something comes', async () => {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  const answer = poll(telegram, { timeout: 30 });
  await telegram.idle();
  ann.says('hello');
  expect(texts(await answer)).toEqual(['hello']);
});

test('a long poll ends by the clock that was handed in', async () => {
  const telegram = await telegramForTest();
  const answer = poll(telegram, { timeout: 30 });
  await telegram.idle();
  telegram.turnTo(start + 30_000);
  expect(await answer).toEqual([]);
});

test('of two pollers the older is turned away', async () => {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  const older = call(telegram, 'getUpdates', { timeout: 30 });
  await telegram.idle();
  const newer = poll(telegram, { timeout: 30 });
  expect(await older).toEqual({
    status: 409,
    ok: false,
    error_code: 409,
    description:
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  });
  ann.says('hello');
  expect(texts(await newer)).toEqual(['hello']);
});

test('a conflict that follows another within 3 seconds is reported 3 seconds later', async () => {
  const telegram = await telegramForTest();
  const waiting = async (timeout: number) => {
    const polling = call(telegram, 'getUpdates', { timeout });
    await telegram.idle();
    return { polling };
  };
  const first = await waiting(50);
  const second = await waiting(50);
  expect((await first.polling).status).toBe(409);
  let told = false;
  void second.polling.then(() => {
    told = true;
  });
  const third = await waiting(1);
  telegram.turnTo(start + 2999);
  await third.polling;
  await call(telegram, 'getMe');
  expect(told).toBe(false);
  telegram.turnTo(start + 3000);
  expect((await second.polling).status).toBe(409);
});

test('a poll lasts 50 seconds at most, and brings 100 updates at most', async () => {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  const answer = poll(telegram, { timeout: 600 });
  await telegram.idle();
  telegram.turnTo(start + 50_000);
  expect(await answer).toEqual([]);
  for (let number = 0; number < 101; number++) ann.says(String(number));
  expect(await poll(telegram, { limit: 1000 })).toHaveLength(100);
});

test('polling again within half a second with the same offset brings one update only', async () => {
  const { telegram } = await withThree();
  expect(await poll(telegram)).toHaveLength(3);
  telegram.turnTo(start + 400);
  expect(await poll(telegram)).toHaveLength(1);
  telegram.turnTo(start + 1000);
  expect(await poll(telegram)).toHaveLength(3);
});

test('a second bot ends the first one', async () => {
  const telegram = await telegramForTest();
  await startEchoBot(telegram);
  await telegram.idle();
  await startEchoBot(telegram);
  await telegram.idle();
  expect(telegram.callsOf('getUpdates').some(({ error }) => error?.code === 409)).toBe(true);
});

test('polling again at once with the same offset is slowed down', async () => {
  const { telegram } = await withThree();
  const last = (await poll(telegram)).at(-1).update_id;
  await poll(telegram, { offset: last + 1 });
  telegram.turnTo(start + 1000);
  const slowed = poll(telegram, { offset: last + 1 });
  await telegram.idle();
  telegram.turnTo(start + 4000);
  expect(await slowed).toEqual([]);
});

test('updates that were not fetched within a day are gone', async () => {
  const { telegram } = await withThree();
  telegram.turnTo(start + 24 * 3600_000 + 1);
  expect(await poll(telegram)).toEqual([]);
});

test('a bot killed in the middle gets its updates again', async () => {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  ann.says('one');
  const script = `fetch(process.argv[1]).then(r => r.json()).then(({ result }) => { console.log(result.length); setInterval(() => {}, 1e6); });`;
  const child = spawn(process.execPath, [
    '-e',
    script,
    `${telegram.apiRoot}/bot${telegram.token}/getUpdates?timeout=30`,
  ]);
  await new Promise(resolve => child.stdout.once('data', resolve));
  const gone = new Promise(resolve => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  expect(texts(await poll(telegram))).toEqual(['one']);
});

test('a poller that hangs up is in no one’s way', async () => {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  const hangUp = new AbortController();
  const url = `${telegram.apiRoot}/bot${telegram.token}/getUpdates?timeout=30`;
  const left = fetch(url, { signal: hangUp.signal });
  await telegram.idle();
  hangUp.abort();
  await expect(left).rejects.toThrow();
  ann.says('hello');
  expect(texts(await poll(telegram))).toEqual(['hello']);
});
