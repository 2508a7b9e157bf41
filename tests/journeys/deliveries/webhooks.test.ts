import { expect, test } from 'vitest';
import type { Log } from '../../../src/system/log.ts';
import { call } from '../../local-telegram/echo-bot.ts';
import { here, hour } from '../subscribers.ts';
import { world } from '../world.ts';

const url = 'https://old.example/bot/secret-path';

/** A bot whose warnings are kept, and what they say. */
async function watched() {
  const warnings: string[] = [];
  const log: Log = {
    debug: () => {},
    info: () => {},
    warn: (_facts: unknown, line?: string) => void warnings.push(line ?? ''),
    error: (_facts: unknown, line?: string) => void warnings.push(line ?? ''),
  };
  const w = await world({ owner: () => ({ log }) });
  return { w, warnings, removals: () => w.telegram.callsOf('deleteWebhook') };
}

test('a webhook left behind is named and removed at the start, and what waited for it is answered', async () => {
  const { w, warnings, removals } = await watched();
  const ann = await here(w, 'Ann');
  await w.restart(async () => {
    await call(w.telegram, 'setWebhook', { url });
    ann.says('/help');
    await expect.poll(() => w.telegram.pendingUpdates()).toBe(1);
  });
  await ann.sees('/who');
  await w.quiet();
  expect(warnings.filter(line => line.includes('webhook'))).toEqual([
    'a webhook at old.example was receiving the updates: it is removed, and 1 pending update is answered here',
  ]);
  expect(removals()).toMatchObject([{ parameters: { drop_pending_updates: expect.anything() } }]);
  expect((await call(w.telegram, 'getWebhookInfo')).result.url).toBe('');
});

test('a bot with no webhook removes none and says nothing', async () => {
  const { w, warnings, removals } = await watched();
  await w.quiet();
  expect(removals()).toEqual([]);
  expect(warnings).toEqual([]);
});

test('a webhook set while the bot runs is named as the cause, and removed', async () => {
  const { w, warnings } = await watched();
  const ann = await here(w, 'Ann');
  await w.quiet();
  await call(w.telegram, 'setWebhook', { url });
  ann.says('/help');
  await ann.sees('/who');
  await w.quiet();
  expect(warnings).toEqual([
    'a webhook is set, so updates cannot be fetched: it will be removed',
    expect.stringMatching(/^a webhook at old\.example was receiving the updates/),
  ]);
});

test('another program that fetches updates is named as the cause, and no webhook is removed', async () => {
  const { w, warnings, removals } = await watched();
  await w.quiet();
  const other = call(w.telegram, 'getUpdates', { timeout: 30 });
  await expect
    .poll(() => warnings)
    .toEqual(['another program fetches updates with this token: stop it, or give it a token of its own']);
  await w.quiet();
  w.clock.turnTo(w.clock.now() + 3_000);
  expect((await other).ok).toBe(false);
  expect(removals()).toEqual([]);
});

test('against a program that sets its webhook again and again, the bot slows down and says so once', async () => {
  const { w, warnings, removals } = await watched();
  const begun = w.clock.now();
  while (w.clock.now() < begun + hour) {
    const before = removals().length;
    const { ok } = await call(w.telegram, 'setWebhook', { url });
    expect(ok).toBe(true);
    while (removals().length === before) {
      w.clock.turnTo(w.clock.now() + 5_000);
      await new Promise(resolve => setImmediate(resolve));
      await call(w.telegram, 'getMe');
    }
    await w.quiet();
    w.clock.turnTo(w.clock.now() + 1_000);
  }
  expect(removals().length).toBeGreaterThan(5);
  expect(removals().length).toBeLessThan(25);
  expect(warnings.filter(line => line.includes('was set again'))).toHaveLength(1);
  expect(warnings.length).toBeLessThanOrEqual(4);
});
