import { expect, test } from 'vitest';
import type { LocalTelegram } from '../../src/local-telegram/local-telegram.ts';
import { call, start, telegramForTest } from './echo-bot.ts';

const article = (id: string, words = 'hello') => ({
  type: 'article',
  id,
  title: 'A title',
  input_message_content: { message_text: words },
});

/** The next question that reaches the bot, acknowledged. */
async function nextQuestion(telegram: LocalTelegram) {
  const { result } = await call(telegram, 'getUpdates', { timeout: 30 });
  await call(telegram, 'getUpdates', { offset: result[0].update_id + 1 });
  return result[0].inline_query;
}

async function answered(telegram: LocalTelegram, parameters: Record<string, unknown> = {}) {
  const { id } = await nextQuestion(telegram);
  return call(telegram, 'answerInlineQuery', { inline_query_id: id, results: [article('1')], ...parameters });
}

test('results are shown, one is sent by way of the bot, and the bot may see that', async () => {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  const group = telegram.group('Debate', { members: [ann] });
  const asked = ann.in(group).asksInline('lavrov');
  await answered(telegram, { next_offset: '2' });
  const { results, next_offset } = await asked;
  expect(next_offset).toBe('2');
  ann.in(group).picks(results[0]!);
  expect(group.chat()).toMatchObject([
    { from: 'Ann', text: 'hello', post: { via_bot: { id: telegram.botId } } },
  ]);
});

test('the same question within the time kept does not reach the bot again, no matter who asks', async () => {
  const telegram = await telegramForTest();
  const [ann, bob] = [telegram.person('Ann'), telegram.person('Bob')];
  const asked = ann.asksInline('lavrov');
  await answered(telegram);
  expect(await bob.asksInline('lavrov')).toBe(await asked);
  expect(telegram.pendingUpdates()).toBe(0);
  bob.asksInline('lavrov', '2').catch(() => {});
  expect(telegram.pendingUpdates()).toBe(1);
  telegram.turnTo(start + 300_000);
  ann.asksInline('lavrov').catch(() => {});
  expect(telegram.pendingUpdates()).toBe(2);
});

test('a personal answer is kept for that person only, and none is kept for no time', async () => {
  const telegram = await telegramForTest();
  const [ann, bob] = [telegram.person('Ann'), telegram.person('Bob')];
  const asked = ann.asksInline('mine');
  await answered(telegram, { is_personal: true });
  expect(await ann.asksInline('mine')).toBe(await asked);
  const his = bob.asksInline('mine');
  await answered(telegram, { cache_time: 0 });
  expect(await his).not.toBe(await asked);
  bob.asksInline('mine').catch(() => {});
  expect(telegram.pendingUpdates()).toBe(1);
});

const refusals: [what: string, parameters: Record<string, unknown>, description: string][] = [
  [
    '51 results',
    { results: Array.from({ length: 51 }, (_, index) => article(String(index))) },
    'Bad Request: too many inline query results specified',
  ],
  ['an id of 65 bytes', { results: [article('a'.repeat(65))] }, 'Bad Request: RESULT_ID_INVALID'],
  ['two of one id', { results: [article('1'), article('1')] }, 'Bad Request: RESULT_ID_DUPLICATE'],
  ['an offset of 65 bytes', { next_offset: 'a'.repeat(65) }, 'Bad Request: NEXT_OFFSET_INVALID'],
  [
    'an article without text',
    { results: [{ type: 'article', id: '1', title: 'A' }] },
    'Bad Request: can\'t parse inline query result: Can\'t find field "input_message_content"',
  ],
];

for (const [what, parameters, description] of refusals) {
  test(`answerInlineQuery refuses ${what}`, async () => {
    const telegram = await telegramForTest();
    telegram
      .person('Ann')
      .asksInline('x')
      .catch(() => {});
    expect(await answered(telegram, parameters)).toMatchObject({ status: 400, description });
  });
}

test('a question that is too old can’t be answered', async () => {
  const telegram = await telegramForTest({ queryLife: 10_000 });
  telegram
    .person('Ann')
    .asksInline('x')
    .catch(() => {});
  const { id } = await nextQuestion(telegram);
  telegram.turnTo(start + 10_001);
  expect(await call(telegram, 'answerInlineQuery', { inline_query_id: id, results: [] })).toMatchObject({
    description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
  });
});

const withButton = (words: string, label = 'More') => ({
  ...article('1', words),
  reply_markup: { inline_keyboard: [[{ text: label, callback_data: 'more' }]] },
});

/** Ann has sent a result with a button into a group and pressed it; the bot knows it by an id alone. */
async function pressed() {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  const group = telegram.group('Debate', { members: [ann] });
  const asked = ann.in(group).asksInline('lavrov');
  await answered(telegram, { results: [withButton('first')] });
  const picked = ann.in(group).picks((await asked).results[0]!);
  const answer = ann.in(group).presses('More');
  const { result } = await call(telegram, 'getUpdates', { offset: -1 });
  const { callback_query: query } = result[0];
  await call(telegram, 'answerCallbackQuery', { callback_query_id: query.id });
  await answer;
  return { telegram, group, picked, query };
}

test('a message sent by way of the bot is edited by the id that comes with a press', async () => {
  const { telegram, group, picked, query } = await pressed();
  expect(query).not.toHaveProperty('message');
  const { inline_message_id } = query;
  const edit = (more: object) => call(telegram, 'editMessageText', { inline_message_id, ...more });
  expect(await edit({ text: 'second' })).toMatchObject({ result: true });
  expect(group.chat().at(-1)).toMatchObject({
    message_id: picked.message_id,
    from: 'Ann',
    text: 'second',
    edited: true,
    buttons: [],
  });
  expect(await edit({ text: 'second' })).toMatchObject({
    description: expect.stringMatching(/^Bad Request: message is not modified/),
  });
});

test('an id that is none, and one of no message', async () => {
  const { telegram, query } = await pressed();
  const edit = (inline_message_id: string) =>
    call(telegram, 'editMessageText', { inline_message_id, text: 'new' });
  expect((await edit('none')).description).toBe('Bad Request: invalid inline message identifier specified');
  const other = query.inline_message_id.replace(/./, (first: string) => (first === 'a' ? 'b' : 'a'));
  expect((await edit(other)).description).toBe('Bad Request: MESSAGE_ID_INVALID');
});

test('the bot hears which result was sent, with an id only if it has buttons', async () => {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  const group = telegram.group('Debate', { members: [ann] });
  const asked = ann.in(group).asksInline('lavrov');
  await answered(telegram, { results: [article('plain'), { ...withButton('b'), id: 'buttons' }] });
  const { results } = await asked;
  for (const result of results) ann.in(group).picks(result);
  const { result } = await call(telegram, 'getUpdates');
  const chosen = result.flatMap((update: Record<string, unknown>) => update.chosen_inline_result ?? []);
  expect(chosen).toEqual([
    { result_id: 'plain', from: ann.user, query: 'lavrov' },
    { result_id: 'buttons', from: ann.user, query: 'lavrov', inline_message_id: expect.any(String) },
  ]);
});

test('a button above the results leads into the private chat', async () => {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  const asked = ann.asksInline('x');
  const button = { text: 'More', start_parameter: 'inline' };
  await answered(telegram, { results: [], button });
  expect((await asked).button).toEqual(button);
  ann.asksInline('y').catch(() => {});
  expect(await answered(telegram, { button: { text: 'More', start_parameter: 'two words' } })).toMatchObject({
    description: 'Bad Request: START_PARAM_INVALID',
  });
});

test('a bot that is named where it is not a member answers once, as a guest', async () => {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  const group = telegram.group('Elsewhere', { members: [ann], bot: 'absent' });
  ann.in(group).says('nothing for the bot');
  ann.in(group).says(`@${telegram.username} who is Lavrov`);
  const { result: updates } = await call(telegram, 'getUpdates');
  expect(updates).toHaveLength(1);
  const { guest_query_id, text, chat } = updates[0].guest_message;
  expect({ text, chat: chat.id }).toEqual({ text: `@${telegram.username} who is Lavrov`, chat: group.id });
  const answer = () =>
    call(telegram, 'answerGuestQuery', { guest_query_id, result: article('1', 'A minister') });
  expect(await answer()).toMatchObject({ result: { inline_message_id: expect.any(String) } });
  expect(group.chat().at(-1)).toMatchObject({
    text: 'A minister',
    post: { from: { id: telegram.botId }, guest_bot_caller_user: ann.user },
  });
  expect(await answer()).toMatchObject({
    description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
  });
});

test('a member is no guest', async () => {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  const group = telegram.group('Debate', { members: [ann] });
  ann.in(group).says(`@${telegram.username} who is Lavrov`);
  const { result: updates } = await call(telegram, 'getUpdates');
  expect(updates.map((update: object) => Object.keys(update)[1])).toEqual(['message']);
});
