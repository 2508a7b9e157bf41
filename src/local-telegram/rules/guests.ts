import { badRequest } from '../model/api-error.ts';
import { randomDigits } from '../model/random.ts';
import type { Post } from '../model/types.ts';
import { botAsUser, botMembership, type GuestQuery, post, type Room, type World } from '../model/world.ts';
import { chosenContent } from './inline.ts';
import { keepInlinePost } from './inline-posts.ts';
import { mail } from './mailbox.ts';

/** Whether a message in a chat that the bot is not in names it, so that it may answer as a guest. */
export function isForGuest(world: World, room: Room, { text = '', entities = [] }: Post): boolean {
  if (room.kind === 'private' || room.kind === 'channel') return false;
  if (world.bot.user.supports_guest_queries !== true) return false;
  const status = botMembership(world, room)?.status;
  // One that was removed is not a guest.
  if (status !== undefined && status !== 'left') return false;
  const name = `@${String(world.bot.user.username).toLowerCase()}`;
  return entities.some(
    ({ type, offset, length }) =>
      type === 'mention' && text.slice(offset, offset + length).toLowerCase() === name,
  );
}

/** Sends the bot the message with the ID under which it may answer. */
export function summonGuest(world: World, room: Room, posted: Post): void {
  const now = world.clock.now();
  for (const [id, { at }] of world.guests) if (now > at + world.queryLife) world.guests.delete(id);
  const id = randomDigits(world.random, 18);
  world.guests.set(id, { id, at: now, chat: room.id, post: posted, answered: false });
  mail(world, 'guest_message', { ...posted, guest_query_id: id });
}

/** Puts the bot's answer into the chat, as a reply; gives the ID under which the bot may edit it. */
export function postAsGuest(world: World, query: GuestQuery, result: Record<string, unknown>): string {
  const room = world.rooms.get(query.chat);
  if (!room || room.deleted) throw badRequest('chat not found');
  const { from } = query.post;
  const placed = post(
    world,
    room,
    {
      ...chosenContent(world, result),
      from: botAsUser(world),
      reply_to_message: query.post,
      ...(query.post.message_thread_id !== undefined && {
        message_thread_id: query.post.message_thread_id,
        ...(room.forum && { is_topic_message: true as const }),
      }),
      ...(from && { guest_bot_caller_user: from }),
    },
    true,
  );
  return keepInlinePost(world, placed, true)!;
}
