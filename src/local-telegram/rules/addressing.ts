import { apiError, badRequest } from '../model/api-error.ts';
import { integer, type Parameters, text } from '../model/parameters.ts';
import type { Post } from '../model/types.ts';
import { botMembership, type Room, type World } from '../model/world.ts';

/** The chat a call names by id or public name. Throws if there is none the bot knows. */
export function findRoom(world: World, parameters: Parameters, name = 'chat_id'): Room {
  const given = text(parameters, name).trim();
  if (given === '') throw badRequest(`${name} is empty`);
  const room = given.startsWith('@')
    ? [...world.rooms.values()].find(
        ({ username }) => username?.toLowerCase() === given.slice(1).toLowerCase(),
      )
    : world.rooms.get(Number(given));
  if (!room) throw badRequest('chat not found');
  return room;
}

const groupNames = { group: 'group', supergroup: 'supergroup', channel: 'channel', private: '' };

/** Throws where the bot may not even look into a chat: gone, upgraded, thrown out, blocked. */
export function checkReachable(world: World, room: Room): void {
  if (room.kind === 'private') return;
  if (room.migratedTo !== undefined) {
    throw apiError(400, 'group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: room.migratedTo,
    });
  }
  if (room.deleted) throw apiError(403, `the ${groupNames[room.kind]} chat was deleted`);
  const status = botMembership(world, room)?.status ?? 'left';
  if (status === 'kicked') throw apiError(403, `bot was kicked from the ${groupNames[room.kind]} chat`);
  if (status === 'left') throw apiError(403, `bot is not a member of the ${groupNames[room.kind]} chat`);
}

/** Throws where the bot can't write into a chat. `what` is what it wants to send: "text messages", "photos". */
export function checkWritable(world: World, room: Room, what: string): void {
  checkReachable(world, room);
  if (room.person) {
    const person = room.members.get(room.person.id);
    if (person?.status === 'left') throw apiError(403, 'user is deactivated');
    if (person?.status === 'kicked') throw apiError(403, 'bot was blocked by the user');
    if (!room.started) throw apiError(403, "bot can't initiate conversation with a user");
    return;
  }
  const bot = botMembership(world, room)!;
  const mute = bot.status === 'restricted' && !bot.rights?.can_send_messages;
  const reader =
    room.kind === 'channel' && !(bot.status === 'administrator' && bot.rights?.can_post_messages !== false);
  if (reader) throw badRequest('need administrator rights in the channel chat');
  if (mute) throw badRequest(`not enough rights to send ${what} to the chat`);
}

export type Place = { thread?: number; answered?: Post; quote?: string };

/** Where in a chat a message goes: its topic, and the message it answers. Throws Telegram's refusals. */
export function findPlace(world: World, room: Room, parameters: Parameters, reply: unknown): Place {
  const wanted = integer(parameters, 'message_thread_id');
  const given = (reply ?? {}) as Record<string, unknown>;
  const messageId = integer(given, 'message_id', integer(parameters, 'reply_to_message_id'));
  const forgiving = [given, parameters].some(source => String(source.allow_sending_without_reply) === 'true');
  const answered = messageId === 0 ? undefined : room.posts.get(messageId);
  if (messageId !== 0 && !answered && !forgiving) throw badRequest('message to be replied not found');
  const quote = text(given, 'quote');
  if (quote !== '' && answered && !(answered.text ?? answered.caption ?? '').includes(quote)) {
    throw badRequest('QUOTE_TEXT_INVALID');
  }
  const thread = wanted || (answered?.is_topic_message ? answered.message_thread_id : undefined);
  checkTopic(world, room, thread);
  return { ...(thread && { thread }), ...(answered && { answered }), ...(quote && { quote }) };
}

/** Throws where a topic is unknown, closed to the bot or deleted. No thread is the General topic. */
export function checkTopic(world: World, room: Room, thread: number | undefined): void {
  const topic = room.topics.get(thread ?? 1);
  if (thread !== undefined && (!topic || thread === 1)) {
    const answersThread = room.kind === 'supergroup' && !room.forum && room.posts.has(thread);
    if (!answersThread) throw badRequest('message thread not found');
  }
  if (topic?.state === 'deleted') throw badRequest('TOPIC_DELETED');
  const manages = botMembership(world, room)?.rights?.can_manage_topics === true;
  if (topic?.state === 'closed' && !manages) throw badRequest('TOPIC_CLOSED');
}
