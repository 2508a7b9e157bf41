import { request } from 'node:http';
import { expect, test } from 'vitest';
import { call, telegramForTest } from '../echo-bot.ts';

test('a malformed token, and a wrong one', async () => {
  const telegram = await telegramForTest();
  const withToken = async (token: string) => {
    const response = await fetch(`${telegram.apiRoot}/bot${token}/getMe`);
    return { status: response.status, ...((await response.json()) as object) };
  };
  expect(await withToken('nonsense')).toEqual({
    status: 401,
    ok: false,
    error_code: 401,
    description: 'Unauthorized: invalid token specified',
  });
  expect(await withToken(`1${telegram.token}`)).toMatchObject({ status: 401, description: 'Unauthorized' });
});

test('a method that is none', async () => {
  const telegram = await telegramForTest();
  expect(await call(telegram, 'sendLetter')).toMatchObject({
    status: 404,
    error_code: 404,
    description: 'Not Found: method not found',
  });
});

test('methods in any case; parameters by query, form, JSON and multipart', async () => {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  ann.starts();
  const url = `${telegram.apiRoot}/bot${telegram.token}/SENDmessage`;
  const multipart = new FormData();
  multipart.set('chat_id', String(ann.chat_id));
  multipart.set('text', 'by multipart\r\nin two lines');
  multipart.set('reply_markup', JSON.stringify({ inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] }));
  await fetch(`${url}?chat_id=${ann.chat_id}&text=by%20query`);
  await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ chat_id: String(ann.chat_id), text: 'by form' }),
  });
  await call(telegram, 'sendmessage', { chat_id: String(ann.chat_id), text: 'by JSON' });
  await fetch(url, { method: 'POST', body: multipart });
  expect(ann.unread().map(({ text }) => text)).toEqual([
    'by query',
    'by form',
    'by JSON',
    'by multipart\nin two lines',
  ]);
  expect(ann.unread()[3]?.buttons).toEqual([['a']]);
});

test('a body that is no JSON', async () => {
  const telegram = await telegramForTest();
  const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/getMe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{',
  });
  expect(await response.json()).toMatchObject({ error_code: 400 });
});

const strangers: [what: string, headers: Record<string, string>][] = [
  ['another name for this machine', { host: 'rebound.example' }],
  ['the page of another site', { origin: 'https://elsewhere.example' }],
  ['a page without an origin of its own', { origin: 'null' }],
];

for (const [what, headers] of strangers) {
  test(`a request by ${what} gets nothing`, async () => {
    const telegram = await telegramForTest();
    for (const path of [`/bot${telegram.token}/getMe`, '/page/state', '/']) {
      const status = await new Promise(resolve => {
        request(`${telegram.apiRoot}${path}`, { headers }, response => {
          response.resume();
          resolve(response.statusCode);
        }).end();
      });
      expect(status).toBe(403);
    }
  });
}

test('a photo and a document are sent, edited and loaded down', async () => {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  ann.starts();
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );
  const upload = async (
    method: string,
    field: string,
    bytes: Buffer,
    name: string,
    more: Record<string, string> = {},
  ) => {
    const form = new FormData();
    for (const [key, value] of Object.entries({ chat_id: String(ann.chat_id), ...more }))
      form.set(key, value);
    form.set(more[field]?.startsWith('attach://') ? 'here' : field, new Blob([new Uint8Array(bytes)]), name);
    if (more[field]) form.set(field, more[field]);
    const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/${method}`, {
      method: 'POST',
      body: form,
    });
    // biome-ignore lint/suspicious/noExplicitAny: every method has a result of its own
    return (await response.json()) as { result: any; description?: string };
  };
  const photo = await upload('sendPhoto', 'photo', pixel, 'map.png', {
    caption: 'A map',
    photo: 'attach://here',
  });
  expect(photo.result).toMatchObject({ caption: 'A map', photo: [{ width: 1, height: 1 }] });
  const { result: file } = await call(telegram, 'getFile', { file_id: photo.result.photo[0].file_id });
  const loaded = await fetch(`${telegram.apiRoot}/file/bot${telegram.token}/${file.file_path}`);
  expect(Buffer.from(await loaded.arrayBuffer())).toEqual(pixel);
  await call(telegram, 'editMessageCaption', {
    chat_id: ann.chat_id,
    message_id: photo.result.message_id,
    caption: 'Another map',
  });
  expect(await ann.reads()).toMatchObject({ text: 'Another map', photo: true, edited: true });
  const again = await call(telegram, 'sendPhoto', {
    chat_id: ann.chat_id,
    photo: photo.result.photo[0].file_id,
  });
  expect(again.result.photo).toEqual(photo.result.photo);
  await upload('sendDocument', 'document', Buffer.from('a,b\n'), 'quotes.csv');
  expect(ann.unread().at(-1)).toMatchObject({ document: 'quotes.csv' });
  expect(telegram.slips).toEqual([]);

  expect((await upload('sendPhoto', 'photo', Buffer.from('no picture'), 'a.png')).description).toBe(
    'Bad Request: IMAGE_PROCESS_FAILED',
  );
  expect((await upload('sendDocument', 'document', Buffer.alloc(0), 'a.txt')).description).toBe(
    'Bad Request: file must be non-empty',
  );
  expect(
    (await upload('sendDocument', 'document', Buffer.from('a'), 'a.txt', { caption: 'a'.repeat(1025) }))
      .description,
  ).toBe('Bad Request: message caption is too long');
});

const fileRefusals: [method: string, parameters: object, description: string][] = [
  ['sendPhoto', {}, 'Bad Request: there is no photo in the request'],
  ['sendPhoto', { photo: 'AgACnone' }, 'Bad Request: wrong file identifier/HTTP URL specified'],
  ['getFile', {}, 'Bad Request: file_id not specified'],
  ['getFile', { file_id: 'none' }, 'Bad Request: invalid file_id'],
];

for (const [method, parameters, description] of fileRefusals) {
  test(`${method}: ${description}`, async () => {
    const telegram = await telegramForTest();
    const ann = telegram.person('Ann');
    ann.starts();
    expect(await call(telegram, method, { chat_id: ann.chat_id, ...parameters })).toMatchObject({
      description,
    });
  });
}
