import { randomDigits } from '../model/random.ts';
import type { Entity, ForwardOrigin, Post, User } from '../model/types.ts';
import { anonymousAdministrator, chatStub, post, type Query, type Room, type World } from '../model/world.ts';
import { settleText } from '../text/text.ts';
import { deliver } from './delivery.ts';
import { inlineIdOf } from './inline-posts.ts';
import { mail } from './mailbox.ts';

/** How a message is sent: in which topic, as a reply to what, and whether as an anonymous administrator. */
export type SendOptions = { thread?: number; answers?: Post; anonymous?: boolean; entities?: Entity[] };

export type PersonOptions = { lastName?: string; username?: string; language?: string };

/** Adds a user account, whose private chat with the bot is empty. */
export function addPerson(world: World, name: string, options: PersonOptions = {}): User {
  const id = 5_200_000_000 + world.users.size;
  const user: User = {
    id,
    is_bot: false,
    first_name: name,
    ...(options.lastName && { last_name: options.lastName }),
    ...(options.username && { username: options.username }),
    language_code: options.language ?? 'en',
  };
  world.users.set(id, user);
  return user;
}

/** The private chat of a person with the bot. */
export function privateRoom(world: World, person: User): Room {
  const existing = world.rooms.get(person.id);
  if (existing) return existing;
  const room: Room = {
    id: person.id,
    kind: 'private',
    forum: false,
    person,
    started: false,
    members: new Map([[person.id, { user: person, status: 'member' }]]),
    posts: new Map(),
    own: new Set(),
    topics: new Map(),
    pinned: new Set(),
    lastId: 0,
    deleted: false,
  };
  world.rooms.set(room.id, room);
  return room;
}

/** Writes a message as a person. Throws where Telegram's own apps wouldn't let them. */
export function say(world: World, room: Room, person: User, words: string, manner: SendOptions = {}): Post {
  const { text, entities } = settleText(words, manner.entities ?? [], 4096, 'message is too long');
  return write(world, room, person, { text, ...(entities.length > 0 && { entities }) }, manner);
}

/** Posts any content as a person, and sends the bot the update if it may see it. */
export function write(
  world: World,
  room: Room,
  person: User,
  content: Partial<Post>,
  manner: SendOptions = {},
): Post {
  checkMay(world, room, person, manner);
  if (room.kind === 'private') room.started = true;
  const thread =
    manner.thread ?? (manner.answers?.is_topic_message ? manner.answers.message_thread_id : undefined);
  // In a topic, what replies to nothing else replies to the message that opened it.
  const answered = manner.answers ?? (room.forum && thread ? room.posts.get(thread) : undefined);
  const written = post(world, room, {
    ...(thread && { message_thread_id: thread, ...(room.forum && { is_topic_message: true as const }) }),
    ...sender(room, person, manner.anonymous ?? false),
    ...(answered && { reply_to_message: answered }),
    ...content,
  });
  deliver(world, room, written);
  return written;
}

function sender(room: Room, person: User, anonymous: boolean): Partial<Post> {
  if (room.kind === 'channel') return { sender_chat: chatStub(room) };
  return anonymous ? { from: anonymousAdministrator, sender_chat: chatStub(room) } : { from: person };
}

function checkMay(world: World, room: Room, person: User, manner: SendOptions): void {
  const member = room.members.get(person.id);
  const where = room.title ?? 'the private chat';
  if (room.kind === 'private') {
    if (member?.status === 'kicked') throw new Error(`${person.first_name} has blocked the bot`);
    return;
  }
  if (room.deleted || room.migratedTo !== undefined) throw new Error(`${where} is no more`);
  if (!member || member.status === 'left' || member.status === 'kicked') {
    throw new Error(`${person.first_name} is not a member of ${where}`);
  }
  const administers = member.status === 'administrator' || member.status === 'creator';
  if ((manner.anonymous || room.kind === 'channel') && !administers) {
    throw new Error(`${person.first_name} is no administrator of ${where}`);
  }
  const topic = room.topics.get(manner.thread ?? 1);
  if (topic && topic.state !== 'open' && !administers) throw new Error(`${topic.name} is ${topic.state}`);
  if (manner.thread !== undefined && !topic) throw new Error(`${where} has no topic ${manner.thread}`);
  if (!world.users.has(person.id)) throw new Error(`${person.first_name} is not known`);
}

/** Forwards a message from a chat to the bot's private chat with a person. */
export function forward(world: World, person: User, chat: number, messageId: number): Post {
  const found = world.rooms.get(chat)?.posts.get(messageId);
  if (!found) throw new Error(`There is no message ${messageId} to forward`);
  const { text, entities } = found;
  return write(world, privateRoom(world, person), person, {
    ...(text !== undefined && { text }),
    ...(entities && { entities }),
    forward_origin: originOf(found),
  });
}

/** Where a forwarded message comes from; of one forwarded before, where it came from first. */
export function originOf({ forward_origin, date, sender_chat, chat, message_id, from }: Post): ForwardOrigin {
  if (forward_origin) return forward_origin;
  if (chat.type === 'channel') return { type: 'channel', date, chat, message_id };
  if (sender_chat) return { type: 'chat', date, sender_chat };
  return { type: 'user', date, sender_user: from! };
}

/** Changes what a person wrote; the bot hears of it as of a message. */
export function amend(world: World, room: Room, written: Post, words: string): Post {
  const { text, entities } = settleText(words, [], 4096, 'message is too long');
  const { entities: _, ...rest } = written;
  const edited: Post = {
    ...rest,
    text,
    ...(entities.length > 0 && { entities }),
    edit_date: Math.floor(world.clock.now() / 1000),
  };
  room.posts.set(written.message_id, edited);
  world.changes.emit({ kind: 'edited', chat: room.id, post: edited });
  deliver(world, room, edited, true);
  return edited;
}

/** Presses a button that calls back; the answer comes to the query given. */
export function press(world: World, room: Room, person: User, pressed: Post, data: string): Query {
  forgetOldQueries(world);
  const query: Query = { id: randomDigits(world.random, 18), at: world.clock.now() };
  world.queries.set(query.id, query);
  const inlineId = inlineIdOf(world, pressed);
  mail(world, 'callback_query', {
    id: query.id,
    from: person,
    ...(inlineId === undefined ? { message: pressed } : { inline_message_id: inlineId }),
    chat_instance: String(room.id * 7919),
    data,
  });
  return query;
}

function forgetOldQueries(world: World): void {
  for (const [id, { at }] of world.queries) {
    if (world.clock.now() <= at + world.queryLife) break;
    world.queries.delete(id);
  }
}
