import { expect, test } from 'vitest';
import { call, telegramForTest } from '../echo-bot.ts';

const keyboard = (...buttons: unknown[]) => ({ reply_markup: { inline_keyboard: [buttons] } });

const refusals: [what: string, parameters: Record<string, unknown>, description: string][] = [
  [
    'callback data of 65 bytes',
    keyboard({ text: 'a', callback_data: `${'é'.repeat(32)}a` }),
    'Bad Request: BUTTON_DATA_INVALID',
  ],
  ['empty callback data', keyboard({ text: 'a', callback_data: '' }), 'Bad Request: BUTTON_DATA_INVALID'],
  [
    'a button without words',
    keyboard({ text: ' ', callback_data: 'a' }),
    'Bad Request: inline keyboard button text must be non-empty',
  ],
  [
    'a button that does nothing',
    keyboard({ text: 'a' }),
    "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  ],
  [
    'a button to this machine',
    keyboard({ text: 'a', url: 'http://localhost:8080/' }),
    "Bad Request: inline keyboard button URL 'http://localhost:8080/' is invalid: Wrong HTTP URL",
  ],
  [
    'a keyboard without end',
    keyboard(...Array.from({ length: 101 }, () => ({ text: 'a', callback_data: 'a' }))),
    'Bad Request: reply markup is too long',
  ],
  ['a keyboard that is a list', { reply_markup: '3' }, 'Bad Request: object expected as reply markup'],
  [
    'a keyboard that is no JSON',
    { reply_markup: '{' },
    "Bad Request: can't parse reply keyboard markup JSON object",
  ],
  [
    'an answer to a message that is not there',
    { reply_parameters: { message_id: 4711 } },
    'Bad Request: message to be replied not found',
  ],
  [
    'a quotation that the message does not have',
    { reply_parameters: { message_id: 1, quote: 'nobody said this' } },
    'Bad Request: QUOTE_TEXT_INVALID',
  ],
  ['a topic in a private chat', { message_thread_id: 7 }, 'Bad Request: message thread not found'],
];

for (const [what, parameters, description] of refusals) {
  test(`sendMessage refuses ${what}`, async () => {
    const telegram = await telegramForTest();
    const ann = telegram.person('Ann');
    ann.starts();
    const answer = await call(telegram, 'sendMessage', { chat_id: ann.chat_id, text: 'hi', ...parameters });
    expect(answer).toEqual({ status: 400, ok: false, error_code: 400, description });
    expect(ann.unread()).toEqual([]);
  });
}

test('a button that opens a web app is allowed in private chats only', async () => {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  ann.starts();
  const button = keyboard({ text: 'Open', web_app: { url: 'https://example.com' } });
  const send = (chat_id: number) => call(telegram, 'sendMessage', { chat_id, text: 'hi', ...button });
  expect((await send(ann.chat_id)).ok).toBe(true);
  expect(await send(telegram.group('Debate').id)).toMatchObject({
    status: 400,
    description: 'Bad Request: BUTTON_TYPE_INVALID',
  });
});

async function withMessage(extra: Record<string, unknown> = {}) {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  const said = ann.starts();
  const { result } = await call(telegram, 'sendMessage', { chat_id: ann.chat_id, text: 'hi', ...extra });
  const here = { chat_id: ann.chat_id, message_id: result.message_id };
  return { telegram, ann, said, here };
}

test('callback data of 64 bytes is let through', async () => {
  const { ann } = await withMessage(keyboard({ text: 'a', callback_data: 'é'.repeat(32) }));
  expect(ann.unread()[0]?.buttons).toEqual([['a']]);
});

test('an edit without a change is refused and recorded', async () => {
  const { telegram, here } = await withMessage(keyboard({ text: 'a', callback_data: 'b' }));
  const same = { ...here, text: 'hi', ...keyboard({ text: 'a', callback_data: 'b' }) };
  expect(await call(telegram, 'editMessageText', same)).toMatchObject({
    error_code: 400,
    description:
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  });
  expect(telegram.slips).toMatchObject([{ slip: 'edit without a change' }]);
  expect(await call(telegram, 'editMessageText', { ...here, text: 'hi' })).toMatchObject({ ok: true });
});

test('an edit without a keyboard takes the keyboard away', async () => {
  const { telegram, ann, here } = await withMessage(keyboard({ text: 'a', callback_data: 'b' }));
  await call(telegram, 'editMessageText', { ...here, text: 'new' });
  expect(await ann.sees('new')).toMatchObject({ buttons: [], edited: true });
});

test('the keyboard alone is edited', async () => {
  const { telegram, ann, here } = await withMessage();
  await call(telegram, 'editMessageReplyMarkup', { ...here, ...keyboard({ text: 'x', callback_data: 'y' }) });
  expect((await ann.reads()).buttons).toEqual([['x']]);
});

const editing: [method: string, messageId: 'unknown' | 'hers' | 'own', description: string][] = [
  ['editMessageText', 'unknown', 'Bad Request: message to edit not found'],
  ['editMessageText', 'hers', "Bad Request: message can't be edited"],
  ['editMessageReplyMarkup', 'unknown', 'Bad Request: message to edit not found'],
  ['editMessageCaption', 'own', 'Bad Request: there is no caption in the message to edit'],
  ['deleteMessage', 'unknown', 'Bad Request: message to delete not found'],
];

for (const [method, which, description] of editing) {
  test(`${method} of a message that is ${which}: ${description}`, async () => {
    const { telegram, said, here } = await withMessage();
    const id = { unknown: 4711, hers: said.message_id, own: here.message_id }[which];
    const answer = await call(telegram, method, { ...here, message_id: id, text: 'new', caption: 'new' });
    expect(answer).toMatchObject({ status: 400, description });
  });
}

test('a message older than 48 hours stays', async () => {
  const { telegram, ann, here } = await withMessage();
  telegram.turnTo(ann.chat()[0]!.at + 48 * 3600_000 + 1000);
  expect(await call(telegram, 'deleteMessage', here)).toMatchObject({
    description: "Bad Request: message can't be deleted",
  });
});

test('a deleted message is gone', async () => {
  const { telegram, ann, here } = await withMessage();
  expect(
    await call(telegram, 'deleteMessages', { chat_id: ann.chat_id, message_ids: [here.message_id, 4711] }),
  ).toMatchObject({ result: true });
  expect(ann.unread()).toEqual([]);
});

test('in a group the bot deletes its own messages, and those of others only with the right to', async () => {
  const telegram = await telegramForTest();
  const [ann, bob] = [telegram.person('Ann'), telegram.person('Bob')];
  const group = telegram.group('Debate', { members: [ann], admins: [bob] });
  const { message_id } = ann.in(group).says('hello');
  const wish = { chat_id: group.id, message_id };
  expect(await call(telegram, 'deleteMessage', wish)).toMatchObject({
    description: "Bad Request: message can't be deleted",
  });
  bob.in(group).promotes('bot', { can_delete_messages: true });
  expect(await call(telegram, 'deleteMessage', wish)).toMatchObject({ result: true });
});

test('a press is answered once, in time, in 200 characters', async () => {
  const { telegram, ann } = await withMessage(keyboard({ text: 'a', callback_data: 'b' }));
  const pressed = ann.presses('a');
  const { result } = await call(telegram, 'getUpdates', { offset: -1 });
  const { id } = result[0].callback_query;
  const answer = (parameters: object) =>
    call(telegram, 'answerCallbackQuery', { callback_query_id: id, ...parameters });
  expect(await answer({ text: 'x'.repeat(201) })).toMatchObject({
    description: 'Bad Request: MESSAGE_TOO_LONG',
  });
  expect(await answer({ text: 'x'.repeat(200), show_alert: true })).toMatchObject({ result: true });
  expect(await pressed).toEqual({ text: 'x'.repeat(200), show_alert: true });
  await answer({});
  expect(telegram.slips).toMatchObject([{ slip: 'a button press was answered twice' }]);
});

test('the answer to a press may open this bot by a link that starts it, and no other address', async () => {
  const { telegram, ann } = await withMessage(keyboard({ text: 'a', callback_data: 'b' }));
  const pressed = ann.presses('a');
  const { result } = await call(telegram, 'getUpdates', { offset: -1 });
  const { id } = result[0].callback_query;
  const open = (url: string) => call(telegram, 'answerCallbackQuery', { callback_query_id: id, url });
  const ours = `https://t.me/${telegram.username}?start`;
  for (const url of [
    'https://example.org/',
    'https://t.me/another_bot?start=1',
    `https://t.me/${telegram.username}`,
    `t.me/${telegram.username}?start=1`,
    `${ours}=${'x'.repeat(65)}`,
    `${ours}=a.b`,
    `${ours}group=1`,
  ])
    expect(await open(url), url).toMatchObject({
      error_code: 400,
      description: 'Bad Request: URL_INVALID',
    });
  expect(await open(`${ours}=a-B_1`)).toMatchObject({ result: true });
  expect(await pressed).toEqual({ url: `${ours}=a-B_1` });
  expect((await ann.sees('/start a-B_1')).from).toBe('Ann');
});

test('a press that is too old, or never was, is refused', async () => {
  const { telegram, ann } = await withMessage(keyboard({ text: 'a', callback_data: 'b' }));
  ann.presses('a').catch(() => {});
  const { result } = await call(telegram, 'getUpdates', { offset: -1 });
  telegram.turnTo(ann.chat()[0]!.at + 3600_000);
  for (const callback_query_id of [result[0].callback_query.id, '123']) {
    expect(await call(telegram, 'answerCallbackQuery', { callback_query_id })).toMatchObject({
      error_code: 400,
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    });
  }
});
