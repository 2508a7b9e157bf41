import { expect, test } from 'vitest';
import type { LocalTelegram } from '../../src/local-telegram/local-telegram.ts';
import { call, start, telegramForTest } from './echo-bot.ts';

/** Sends until it is refused; gives how many went through, and the refusal. */
async function sendAll(telegram: LocalTelegram, chats: number[], most = 100) {
  for (let sent = 0; sent < most; sent++) {
    const answer = await call(telegram, 'sendMessage', { chat_id: chats[sent % chats.length], text: 'hi' });
    if (!answer.ok) return { sent, answer };
  }
  return { sent: most, answer: undefined };
}

function people(telegram: LocalTelegram, count: number): number[] {
  return Array.from({ length: count }, (_, index) => {
    const person = telegram.person(`Person ${index}`);
    person.starts();
    return person.chat_id;
  });
}

test('one chat gets a few at once, then has to wait as long as Telegram says', async () => {
  const telegram = await telegramForTest({ flood: true });
  const [ann] = people(telegram, 1);
  const { sent, answer } = await sendAll(telegram, [ann!]);
  expect(sent).toBeGreaterThanOrEqual(4);
  expect(sent).toBeLessThanOrEqual(6);
  const wait = answer!.parameters!.retry_after!;
  expect(answer).toMatchObject({ status: 429, description: `Too Many Requests: retry after ${wait}` });
  telegram.turnTo(start + wait * 1000);
  expect((await sendAll(telegram, [ann!], 1)).sent).toBe(1);
  expect(telegram.slips).toEqual([]);
});

test('a call that comes too soon is refused and counted; others are answered', async () => {
  const telegram = await telegramForTest({ flood: true });
  const [ann, bob] = people(telegram, 2);
  await sendAll(telegram, [ann!]);
  expect((await sendAll(telegram, [ann!])).sent).toBe(0);
  expect(telegram.slips).toMatchObject([{ slip: 'called before the time that retry_after named' }]);
  expect((await sendAll(telegram, [bob!], 1)).sent).toBe(1);
});

test('a group gets about twenty a minute', async () => {
  const telegram = await telegramForTest({ flood: true });
  const group = telegram.group('Debate');
  const { sent } = await sendAll(telegram, [group.id]);
  expect(sent).toBeGreaterThanOrEqual(16);
  expect(sent).toBeLessThanOrEqual(24);
});

test('over all chats it is about thirty a second', async () => {
  const telegram = await telegramForTest({ flood: true });
  const chats = people(telegram, 60);
  const { sent } = await sendAll(telegram, chats);
  expect(sent).toBeGreaterThanOrEqual(24);
  expect(sent).toBeLessThanOrEqual(36);
  telegram.turnTo(start + 10_000);
  expect((await sendAll(telegram, chats.slice(40), 20)).sent).toBe(20);
});

test('long messages reach the limit sooner', async () => {
  const telegram = await telegramForTest({ flood: true });
  const [ann, bob] = people(telegram, 2);
  const long = async () => call(telegram, 'sendMessage', { chat_id: bob, text: 'a'.repeat(501) });
  const { sent } = await sendAll(telegram, [ann!]);
  let longSent = 0;
  while ((await long()).ok) longSent++;
  expect(longSent).toBeLessThan(sent);
});

test('the same seed gives the same limits, another seed others', async () => {
  const run = async (seed: number) => {
    const telegram = await telegramForTest({ flood: true, seed });
    const counts: number[] = [];
    for (const chat of people(telegram, 5)) counts.push((await sendAll(telegram, [chat])).sent);
    return counts.join();
  };
  expect(await run(3)).toBe(await run(3));
  expect(await run(3)).not.toBe(await run(4));
});

test('a wait that a fault named is kept in mind too, without limits', async () => {
  const telegram = await telegramForTest();
  const [ann] = people(telegram, 1);
  const with429 = { code: 429, description: 'Too Many Requests: retry after 30', retry_after: 30 };
  telegram.fails({ method: 'sendMessage', times: 1, with: with429 });
  await sendAll(telegram, [ann!], 1);
  expect((await sendAll(telegram, [ann!], 30)).sent).toBe(30);
  expect(telegram.slips).toHaveLength(30);
  telegram.turnTo(start + 30_000);
  await sendAll(telegram, [ann!], 1);
  expect(telegram.slips).toHaveLength(30);
});

for (const method of ['getMe', 'getUpdates']) {
  test(`${method} is limited too, apart from messages`, async () => {
    const telegram = await telegramForTest({ flood: true });
    const [ann] = people(telegram, 1);
    telegram.person('Bob').starts();
    let asked = 0;
    while ((await call(telegram, method)).ok) asked++;
    expect(asked).toBeGreaterThanOrEqual(48);
    expect(asked).toBeLessThanOrEqual(72);
    expect((await sendAll(telegram, [ann!], 1)).sent).toBe(1);
    const { parameters } = telegram.callsOf(method).at(-1)!.error as { parameters: { retry_after: number } };
    telegram.turnTo(start + parameters.retry_after * 1000);
    expect(await call(telegram, method)).toMatchObject({ ok: true });
  });
}

test('with 310 messages on their way into one chat the next stalls 3 s and has to wait a minute', async () => {
  const telegram = await telegramForTest({ flood: true });
  const [ann, bob] = people(telegram, 2);
  telegram.fails({ method: 'sendMessage', chat: ann!, times: 310, with: 'stall' });
  const hangUp = new AbortController();
  const url = `${telegram.apiRoot}/bot${telegram.token}/sendMessage?chat_id=${ann}&text=hi`;
  const stalled = Array.from({ length: 310 }, () => fetch(url, { signal: hangUp.signal }).catch(() => {}));
  await expect.poll(() => telegram.callsOf('sendMessage').length).toBe(310);
  const next = call(telegram, 'sendMessage', { chat_id: ann, text: 'one more' });
  await expect.poll(() => telegram.callsOf('sendMessage').length).toBe(311);
  expect(await call(telegram, 'sendMessage', { chat_id: bob, text: 'hi' })).toMatchObject({ ok: true });
  telegram.turnTo(start + 3000);
  expect(await next).toMatchObject({ status: 429, parameters: { retry_after: 60 } });
  hangUp.abort();
  await Promise.all(stalled);
});
