import { expect, test } from 'vitest';
import { call, telegramForTest } from '../echo-bot.ts';

const one = (command: unknown, description: unknown = 'does it') => ({
  commands: [{ command, description }],
});

const refusals: [what: string, parameters: Record<string, unknown>, description: string][] = [
  ['a name of 33 letters', one('a'.repeat(33)), 'Bad Request: command length must not exceed 32'],
  ['an empty name', one('/'), 'Bad Request: command must be non-empty'],
  ['capitals', one('Who'), 'Bad Request: BOT_COMMAND_INVALID'],
  ['a hyphen', one('who-is'), 'Bad Request: BOT_COMMAND_INVALID'],
  ['an empty description', one('who', ' '), 'Bad Request: command description must be non-empty'],
  [
    'a description of 257',
    one('who', 'a'.repeat(257)),
    'Bad Request: command description length must not exceed 256',
  ],
  [
    '101 commands',
    { commands: Array.from({ length: 101 }, (_, index) => ({ command: `c${index}`, description: 'x' })) },
    'Bad Request: BOT_COMMANDS_TOO_MUCH',
  ],
  [
    'an unknown scope',
    { ...one('who'), scope: { type: 'moon' } },
    "Bad Request: can't parse BotCommandScope: Unsupported type specified",
  ],
  [
    'the scope of an unknown chat',
    { ...one('who'), scope: { type: 'chat', chat_id: 1 } },
    'Bad Request: chat not found',
  ],
  [
    'a language of three letters',
    { ...one('who'), language_code: 'eng' },
    'Bad Request: invalid language_code specified',
  ],
];

for (const [what, parameters, description] of refusals) {
  test(`setMyCommands refuses ${what}`, async () => {
    const telegram = await telegramForTest();
    expect(await call(telegram, 'setMyCommands', parameters)).toEqual({
      status: 400,
      ok: false,
      error_code: 400,
      description,
    });
  });
}

test('commands are kept by scope and language, and a leading slash is taken off', async () => {
  const telegram = await telegramForTest();
  await call(telegram, 'setMyCommands', one('/who', 'Wer ist es'));
  await call(telegram, 'setMyCommands', {
    ...one('quotes'),
    scope: { type: 'all_group_chats' },
    language_code: 'de',
  });
  const commands = async (parameters: object) =>
    (await call(telegram, 'getMyCommands', { ...parameters })).result.map(
      ({ command }: { command: string }) => command,
    );
  expect(await commands({})).toEqual(['who']);
  expect(await commands({ scope: { type: 'all_group_chats' }, language_code: 'de' })).toEqual(['quotes']);
  expect(await commands({ scope: { type: 'all_group_chats' } })).toEqual([]);
  await call(telegram, 'deleteMyCommands');
  expect(await commands({})).toEqual([]);
});

test('getMe says who the bot is, and the names it is given are kept', async () => {
  const telegram = await telegramForTest();
  await call(telegram, 'setMyDescription', { description: 'Has read the news', language_code: 'en' });
  await call(telegram, 'setMyShortDescription', { short_description: 'News' });
  await call(telegram, 'setMyName', { name: 'Herald' });
  const { result: me } = await call(telegram, 'getMe');
  expect(me).toMatchObject({ is_bot: true, first_name: 'Herald', can_read_all_group_messages: false });
  expect((await call(telegram, 'getMyDescription', { language_code: 'en' })).result.description).toBe(
    'Has read the news',
  );
  expect((await call(telegram, 'getMyDescription')).result.description).toBe('');
  expect(
    (await call(telegram, 'getMyShortDescription', { language_code: 'de' })).result.short_description,
  ).toBe('News');
});
