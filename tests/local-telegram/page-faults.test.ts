import { expect, test } from 'vitest';
import type { LocalTelegram } from '../../src/local-telegram/local-telegram.ts';
import { call, telegramForTest } from './echo-bot.ts';

async function act(telegram: LocalTelegram, wish: object) {
  const response = await fetch(`${telegram.pageUrl}page/act`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wish),
  });
  return (await response.json()) as { problem?: string };
}

async function started() {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  ann.starts();
  const send = () =>
    call(telegram, 'sendMessage', { chat_id: ann.chat_id, text: 'hi' }).then(
      ({ ok, description }) => (ok ? 'sent' : description),
      error => (error instanceof SyntaxError ? 'no JSON' : 'no reply'),
    );
  return { telegram, ann, send };
}

const kinds: [trouble: string, more: object, met: string, arrived: number][] = [
  ['429', {}, 'Too Many Requests: retry after 5', 0],
  ['429', { seconds: 90 }, 'Too Many Requests: retry after 90', 0],
  ['500', {}, 'Internal Server Error: restart', 0],
  ['gateway', {}, 'no JSON', 0],
  ['reset', {}, 'no reply', 0],
  ['lost', {}, 'no reply', 1],
  ['403', {}, 'Forbidden: bot was blocked by the user', 0],
  ['topic', {}, 'Bad Request: message thread not found', 0],
];

for (const [trouble, more, met, arrived] of kinds) {
  test(`chosen on the page: ${trouble} ${JSON.stringify(more)}`, async () => {
    const { telegram, ann, send } = await started();
    await act(telegram, { act: 'fault', trouble, ...more });
    expect(await send()).toBe(met);
    expect(ann.unread()).toHaveLength(arrived);
    expect(await send()).toBe('sent');
  });
}

test('a 429 chosen on the page names its seconds for the program too', async () => {
  const { telegram, send } = await started();
  await act(telegram, { act: 'fault', trouble: '429', seconds: 90 });
  await send();
  expect(telegram.callsOf('sendMessage')[0]!.error).toMatchObject({ parameters: { retry_after: 90 } });
});

test('a fault comes once, three times, half of the time or every time', async () => {
  const counts: number[] = [];
  for (const often of ['once', 'thrice', 'chance', 'always']) {
    const { telegram, send } = await started();
    await act(telegram, { act: 'fault', trouble: '500', often });
    let failed = 0;
    for (let number = 0; number < 12; number++) if ((await send()) !== 'sent') failed++;
    counts.push(failed);
  }
  expect([counts[0], counts[1], counts[3]]).toEqual([1, 3, 12]);
  expect(counts[2]).toBeGreaterThan(0);
  expect(counts[2]).toBeLessThan(12);
});

test('what the page doesn’t offer is refused with words', async () => {
  const { telegram, send } = await started();
  for (const wish of [
    { trouble: 'flood' },
    { trouble: '500', often: 'weekly' },
    { trouble: '429', seconds: 0 },
  ]) {
    expect((await act(telegram, { act: 'fault', ...wish })).problem).toBeTruthy();
  }
  expect(await send()).toBe('sent');
});
