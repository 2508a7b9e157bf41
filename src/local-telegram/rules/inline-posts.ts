import { badRequest } from '../model/api-error.ts';
import { randomLetters } from '../model/random.ts';
import type { Post } from '../model/types.ts';
import type { Room, World } from '../model/world.ts';

const idLength = 28;

/** How many such messages are remembered. */
const kept = 5000;

/**
 * A message sent via the bot can be edited by it if it has buttons: only then does the bot ever get its ID.
 * @param isAnswer it is the bot's answer as a guest, whose ID it gets in any case
 */
export function keepInlinePost(
  world: World,
  { chat, message_id, reply_markup }: Post,
  isAnswer = false,
): string | undefined {
  if (!reply_markup && !isAnswer) return undefined;
  const id = randomLetters(world.random, idLength);
  world.inlinePosts.set(id, { chat: chat.id, message: message_id });
  const [oldest] = world.inlinePosts.keys();
  if (world.inlinePosts.size > kept && oldest !== undefined) world.inlinePosts.delete(oldest);
  return id;
}

/** The ID under which the bot knows a message sent via it. */
export function inlineIdOf(world: World, { chat, message_id, via_bot }: Post): string | undefined {
  if (via_bot?.id !== world.bot.user.id) return undefined;
  for (const [id, known] of world.inlinePosts) {
    if (known.chat === chat.id && known.message === message_id) return id;
  }
  return undefined;
}

/** The message behind an `inline_message_id`. Throws Telegram's refusals. */
export function findInlinePost(world: World, id: string): { room: Room; found: Post } {
  if (!/^[\w-]+$/.test(id) || id.length !== idLength) {
    throw badRequest('Invalid inline message identifier specified');
  }
  const known = world.inlinePosts.get(id);
  const room = known && world.rooms.get(known.chat);
  const found = known && room?.posts.get(known.message);
  if (!room || !found) throw badRequest('MESSAGE_ID_INVALID');
  return { room, found };
}
