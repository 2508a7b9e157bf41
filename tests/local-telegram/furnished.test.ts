import { expect, test } from 'vitest';
import { stillClock } from '../../src/system/clock.ts';
import { call, start, telegramForTest } from './echo-bot.ts';

async function chats(moment: number) {
  const telegram = await telegramForTest({ clock: stillClock(moment), furnished: true });
  const { result } = await call(telegram, 'getUpdates');
  return {
    telegram,
    updateIds: result.map(({ update_id }: { update_id: number }) => update_id),
    groups: result.flatMap(
      ({ my_chat_member }: { my_chat_member?: { chat: { id: number } } }) => my_chat_member?.chat.id ?? [],
    ),
  };
}

test('a bot that goes on after a restart finds the same token and chats, and update ids it has not seen', async () => {
  const first = await chats(start);
  const second = await chats(start + 60_000);
  expect(second.telegram.token).toBe(first.telegram.token);
  expect(second.groups).toEqual(first.groups);
  expect(first.groups).toHaveLength(3);
  expect(second.updateIds.filter((id: number) => first.updateIds.includes(id))).toEqual([]);
  for (const chat_id of [...first.groups, 5_200_000_001]) {
    expect(await call(second.telegram, 'sendMessage', { chat_id, text: 'still here' })).toMatchObject({
      ok: true,
    });
  }
});
