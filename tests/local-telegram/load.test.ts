import { expect, test } from 'vitest';
import { createCaller } from './caller.ts';
import { telegramForTest } from './echo-bot.ts';

test('10,000 messages go through, each once and in order', async () => {
  const telegram = await telegramForTest();
  const people = Array.from({ length: 10 }, (_, index) => telegram.person(`Person ${index}`));
  for (const person of people) for (let number = 0; number < 500; number++) person.says(`${number}`);
  const caller = createCaller(telegram);
  let offset = 0;
  for (;;) {
    const updates = (await caller.call('getUpdates', { offset })) as {
      update_id: number;
      message: { chat: { id: number }; text: string };
    }[];
    if (updates.length === 0) break;
    for (const { message } of updates) {
      await caller.call('sendMessage', { chat_id: message.chat.id, text: `heard ${message.text}` });
    }
    offset = updates.at(-1)!.update_id + 1;
  }
  await caller.close();
  const expected = Array.from({ length: 500 }, (_, number) => `heard ${number}`);
  for (const person of people) expect(person.unread().map(({ text }) => text)).toEqual(expected);
});
