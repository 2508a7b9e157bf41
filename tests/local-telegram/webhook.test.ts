import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { Person } from '../../src/local-telegram/local-telegram.ts';
import { call, start, telegramForTest } from './echo-bot.ts';

type Received = {
  update: { update_id: number; message: { text: string } };
  secret: string | undefined;
  reply: ServerResponse;
};

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A bot's webhook that answers what it is told to; `next` gives the next update to come. */
async function webhook() {
  const received: Received[] = [];
  const waiting: ((one: Received) => void)[] = [];
  const server = createServer(async (request: IncomingMessage, reply) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const one = {
      update: JSON.parse(body),
      secret: request.headers['x-telegram-bot-api-secret-token'] as string,
      reply,
    };
    const taker = waiting.shift();
    if (taker) taker(one);
    else received.push(one);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    next: () =>
      new Promise<Received>(resolve => {
        const one = received.shift();
        if (one) resolve(one);
        else waiting.push(resolve);
      }),
  };
}

/** Lets somebody else write twice: what the webhook gets then shows that nothing was on its way before. */
function nothingElse(hook: { next(): Promise<Received> }, other: Person) {
  return async (words: string) => {
    for (const text of [words, `still ${words}`]) {
      other.says(text);
      const one = await hook.next();
      expect(one.update.message.text).toBe(text);
      one.reply.end();
    }
  };
}

test('updates are posted with the secret, one chat’s in order, and a method in the reply is carried out', async () => {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  const bob = telegram.person('Bob');
  const hook = await webhook();
  const nothingButTheNext = nothingElse(hook, bob);
  await call(telegram, 'setWebhook', { url: hook.url, secret_token: 'quiet' });
  ann.says('one');
  ann.says('two');
  const one = await hook.next();
  expect(one.secret).toBe('quiet');
  expect(one.update.message.text).toBe('one');
  await nothingButTheNext('from somebody else');
  one.reply.setHeader('content-type', 'application/json');
  one.reply.end(JSON.stringify({ method: 'sendMessage', chat_id: ann.chat_id, text: 'by reply' }));
  const two = await hook.next();
  expect(two.update.message.text).toBe('two');
  expect((await ann.reads()).text).toBe('by reply');
  two.reply.end();
  await telegram.idle();
  expect(telegram.pendingUpdates()).toBe(0);
});

test('a chat whose update fails waits; the others go on; it comes again after 1 s, 2 s, or as asked', async () => {
  const telegram = await telegramForTest();
  const [ann, bob] = [telegram.person('Ann'), telegram.person('Bob')];
  const hook = await webhook();
  await call(telegram, 'setWebhook', { url: hook.url });
  const fail = async (headers: Record<string, string> = {}) => {
    const one = await hook.next();
    expect(one.update.message.text).toBe('from Ann');
    one.reply.writeHead(500, headers);
    one.reply.end();
    const info = async () => (await call(telegram, 'getWebhookInfo')).result.last_error_date;
    return info;
  };
  ann.says('from Ann');
  await fail();
  bob.says('from Bob');
  const bobs = await hook.next();
  expect(bobs.update.message.text).toBe('from Bob');
  bobs.reply.end();
  await expect
    .poll(async () => (await call(telegram, 'getWebhookInfo')).result.last_error_message)
    .toContain('500');
  const nothingButTheNext = nothingElse(hook, bob);
  telegram.turnTo(start + 999);
  await nothingButTheNext('before a second is over');
  telegram.turnTo(start + 1000);
  await fail({ 'retry-after': '120' });
  await expect
    .poll(async () => (await call(telegram, 'getWebhookInfo')).result.last_error_date)
    .toBe(start / 1000 + 1);
  telegram.turnTo(start + 120_999);
  await nothingButTheNext('before two minutes are over');
  telegram.turnTo(start + 121_000);
  (await hook.next()).reply.end();
});

test('the pauses double up to a minute, and after a day the update is given up', async () => {
  const telegram = await telegramForTest();
  const [ann, bob] = [telegram.person('Ann'), telegram.person('Bob')];
  const hook = await webhook();
  await call(telegram, 'setWebhook', { url: hook.url });
  ann.says('from Ann');
  let now = start;
  const failed = async () => {
    const one = await hook.next();
    expect(one.update.message.text).toBe('from Ann');
    one.reply.writeHead(500);
    one.reply.end();
    await expect
      .poll(async () => (await call(telegram, 'getWebhookInfo')).result.last_error_date)
      .toBe(Math.floor(now / 1000));
  };
  const nothingButTheNext = nothingElse(hook, bob);
  await failed();
  for (const pause of [1, 2, 4, 8, 16, 32, 60, 60]) {
    telegram.turnTo(now + pause * 1000 - 1);
    await nothingButTheNext(`before ${pause} s are over`);
    now += pause * 1000;
    telegram.turnTo(now);
    await failed();
  }
  telegram.turnTo(start + 24 * 3600_000 + 1);
  await nothingButTheNext('a day later');
  await telegram.idle();
  expect(telegram.pendingUpdates()).toBe(0);
});

test('polling and a webhook exclude each other', async () => {
  const telegram = await telegramForTest();
  const hook = await webhook();
  const polling = call(telegram, 'getUpdates', { timeout: 30 });
  await telegram.idle();
  await call(telegram, 'setWebhook', { url: hook.url });
  expect(await polling).toMatchObject({
    status: 409,
    description: 'Conflict: terminated by setWebhook request',
  });
  telegram.turnTo(start + 3000);
  expect(await call(telegram, 'getUpdates')).toMatchObject({
    status: 409,
    description:
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  });
  await call(telegram, 'setWebhook', { url: hook.url });
  expect(await call(telegram, 'setWebhook', { url: hook.url })).toMatchObject({
    status: 429,
    description: 'Too Many Requests: retry after 1',
    parameters: { retry_after: 1 },
  });
  await call(telegram, 'deleteWebhook');
  expect(await call(telegram, 'getUpdates')).toMatchObject({ ok: true });
});

test('a webhook set anew does not wait out the pause of the one before', async () => {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  const hook = await webhook();
  await call(telegram, 'setWebhook', { url: 'https://bot.example/hook' });
  ann.says('hello');
  await expect
    .poll(async () => (await call(telegram, 'getWebhookInfo')).result.last_error_message)
    .toContain('resolve host');
  await call(telegram, 'deleteWebhook');
  expect((await call(telegram, 'getWebhookInfo')).result).toMatchObject({ url: '', pending_update_count: 1 });
  await call(telegram, 'setWebhook', { url: hook.url });
  const one = await hook.next();
  expect(one.update.message.text).toBe('hello');
  one.reply.end();
});

const refusals: [what: string, parameters: object, description: string][] = [
  [
    'plain HTTP elsewhere',
    { url: 'http://bot.example/hook' },
    'Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
  ],
  ['a secret of 257', { secret_token: 'a'.repeat(257) }, 'Bad Request: secret token is too long'],
  [
    'a secret with a blank',
    { secret_token: 'a b' },
    'Bad Request: secret token contains unallowed characters',
  ],
];

for (const [what, parameters, description] of refusals) {
  test(`setWebhook refuses ${what}`, async () => {
    const telegram = await telegramForTest();
    expect(await call(telegram, 'setWebhook', { url: 'https://bot.example/', ...parameters })).toMatchObject({
      status: 400,
      description,
    });
  });
}

test('nothing is sent to another machine', async () => {
  const telegram = await telegramForTest();
  await call(telegram, 'setWebhook', { url: 'https://bot.example/hook' });
  telegram.person('Ann').says('hello');
  await expect
    .poll(async () => (await call(telegram, 'getWebhookInfo')).result)
    .toMatchObject({ pending_update_count: 1, last_error_message: expect.stringContaining('resolve host') });
});
