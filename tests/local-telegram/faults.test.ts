import { expect, test } from 'vitest';
import { call, startEchoBot, telegramForTest } from './echo-bot.ts';

async function started() {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  ann.starts();
  const send = (text = 'hi') => call(telegram, 'sendMessage', { chat_id: ann.chat_id, text });
  return { telegram, ann, send };
}

test('an answer of Telegram’s is made up, so many times, for one chat', async () => {
  const { telegram, ann, send } = await started();
  const bob = telegram.person('Bob');
  bob.starts();
  telegram.fails({
    method: 'sendmessage',
    chat: ann.chat_id,
    times: 2,
    with: { code: 429, description: 'Too Many Requests: retry after 30', retry_after: 30 },
  });
  expect(await call(telegram, 'sendMessage', { chat_id: bob.chat_id, text: 'hi' })).toMatchObject({
    ok: true,
  });
  expect(await send()).toEqual({
    status: 429,
    ok: false,
    error_code: 429,
    description: 'Too Many Requests: retry after 30',
    parameters: { retry_after: 30 },
  });
  expect(await send()).toMatchObject({ error_code: 429 });
  expect(await send()).toMatchObject({ ok: true });
  expect(telegram.accepted()).toEqual([]);
});

test('a 429 carries a Retry-After header', async () => {
  const { telegram } = await started();
  telegram.fails({ with: { code: 429, description: 'Too Many Requests: retry after 7', retry_after: 7 } });
  const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/getMe`);
  expect(response.headers.get('retry-after')).toBe('7');
});

test('a connection that dies before the call is looked at leaves nothing behind', async () => {
  const { telegram, ann, send } = await started();
  telegram.fails({ times: 1, with: 'reset-before' });
  await expect(send()).rejects.toThrow();
  expect(ann.unread()).toEqual([]);
  expect(telegram.accepted()).toEqual([]);
});

for (const trouble of ['reset-after', 'truncated'] as const) {
  test(`${trouble}: the message is sent, and the bot doesn't learn of it`, async () => {
    const { telegram, ann, send } = await started();
    telegram.fails({ method: 'sendMessage', times: 1, with: trouble });
    await expect(send()).rejects.toThrow();
    expect(ann.unread().map(({ text }) => text)).toEqual(['hi']);
    expect(telegram.accepted()).toMatchObject([
      { method: 'sendMessage', lost: true, answer: { text: 'hi' } },
    ]);
  });
}

test('502 comes with a page of HTML', async () => {
  const { telegram, ann } = await started();
  telegram.fails({ with: 'bad-gateway' });
  const response = await fetch(
    `${telegram.apiRoot}/bot${telegram.token}/sendMessage?chat_id=${ann.chat_id}&text=hi`,
  );
  expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html']);
  expect(await response.text()).toContain('<html>');
  expect(ann.unread()).toEqual([]);
});

test('a stalled call ends when the bot hangs up', async () => {
  const { telegram, ann } = await started();
  telegram.fails({ times: 1, with: 'stall' });
  const url = `${telegram.apiRoot}/bot${telegram.token}/sendMessage?chat_id=${ann.chat_id}&text=hi`;
  const hangUp = new AbortController();
  const stalled = fetch(url, { signal: hangUp.signal });
  const other = await fetch(url);
  expect(other.status).toBe(200);
  hangUp.abort();
  await expect(stalled).rejects.toThrow();
  expect(ann.unread()).toHaveLength(1);
});

test('faults spare polling unless they name it, wait for their turn, and can be taken back', async () => {
  const { telegram, ann, send } = await started();
  await startEchoBot(telegram);
  await ann.reads();
  const { undo } = telegram.fails({
    after: 1,
    with: { code: 500, description: 'Internal Server Error: restart' },
  });
  expect(await send()).toMatchObject({ ok: true });
  expect(await send()).toMatchObject({ status: 500, description: 'Internal Server Error: restart' });
  ann.says('still there?');
  await telegram.idle();
  undo();
  expect(await send()).toMatchObject({ ok: true });
  expect(telegram.callsOf('getUpdates').every(({ fault }) => fault === undefined)).toBe(true);
});

test('faults by chance come alike with the same seed', async () => {
  const run = async () => {
    const { telegram, send } = await started();
    telegram.fails({ chance: 0.5, with: { code: 500, description: 'Internal Server Error: restart' } });
    const answers: boolean[] = [];
    for (let number = 0; number < 12; number++) answers.push((await send()).ok);
    return answers;
  };
  const answers = await run();
  expect(new Set(answers).size).toBe(2);
  expect(await run()).toEqual(answers);
});
