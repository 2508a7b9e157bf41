import type { ChatKind, Post, Status, User } from '../model/types.ts';
import {
  botAsUser,
  chatStub,
  type Membership,
  post,
  type Room,
  seconds,
  type Topic,
  type World,
} from '../model/world.ts';
import { deliver, deliverOwnChange, memberObject } from './delivery.ts';
import { mail } from './mailbox.ts';

export type RoomOptions = {
  kind?: Exclude<ChatKind, 'private'>;
  forum?: boolean;
  username?: string;
};

/** Adds a group or channel without members. */
export function addRoom(
  world: World,
  title: string,
  { kind = 'supergroup', forum = false, username }: RoomOptions,
): Room {
  const count = world.rooms.size + 1;
  const id = kind === 'group' ? -4_500_000_000 - count : -1_002_200_000_000 - count;
  const room: Room = {
    id,
    kind,
    title,
    ...(username && { username }),
    forum,
    started: true,
    members: new Map(),
    posts: new Map(),
    own: new Set(),
    topics: new Map<number, Topic>(forum ? [[1, { id: 1, name: 'General', state: 'open' }]] : []),
    pinned: new Set(),
    // The first id is taken by the service message about the chat's creation, which bots don't see.
    lastId: 1,
    deleted: false,
  };
  world.rooms.set(id, room);
  world.changes.emit({ kind: 'room', chat: id });
  return room;
}

/** Makes a person a member of a chat without any update or message. */
export function place(room: Room, user: User, status: Status, rights?: Record<string, boolean>): Membership {
  const membership: Membership = { user, status, ...(rights && { rights }) };
  room.members.set(user.id, membership);
  return membership;
}

/**
 * Changes a person's status in a chat, with what Telegram sends about it: service messages for coming and
 * going, `my_chat_member` for the bot itself, `chat_member` for the others.
 */
export function changeStatus(
  world: World,
  room: Room,
  by: User,
  user: User,
  status: Status,
  rights?: Record<string, boolean>,
): void {
  const self = user.id === world.bot.user.id;
  const stub = self ? botAsUser(world) : user;
  const before = room.members.get(user.id)?.status ?? 'left';
  const old = memberObject(stub, before, room, room.members.get(user.id)?.rights);
  place(room, stub, status, rights);
  const was = present(before);
  const is = present(status);
  if (self) deliverOwnChange(world, room, by, before, status);
  else if (room.members.get(world.bot.user.id)?.status === 'administrator') {
    mail(world, 'chat_member', {
      chat: chatStub(room),
      from: by,
      date: seconds(world),
      old_chat_member: old,
      new_chat_member: memberObject(stub, status, room, rights),
    });
  }
  if (room.kind !== 'channel' && was !== is) {
    announce(world, room, by, is ? { new_chat_members: [stub] } : { left_chat_member: stub }, self && !is);
  }
  world.changes.emit({ kind: 'room', chat: room.id });
}

function present(status: Status): boolean {
  return status !== 'left' && status !== 'kicked';
}

/** A service message. In a basic group the bot still gets the message about its removal; a supergroup doesn't. */
function announce(world: World, room: Room, by: User, content: Partial<Post>, botLeft = false): void {
  const announced = post(world, room, { from: by, ...content });
  if (botLeft && room.kind === 'group') mail(world, 'message', announced);
  else deliver(world, room, announced);
}

/** Opens a topic in a forum; its ID is that of the service message about it. */
export function openTopic(world: World, room: Room, by: User, name: string): Topic {
  if (!room.forum) throw new Error(`${room.title} is no forum`);
  const id = room.lastId + 1;
  post(world, room, {
    from: by,
    message_thread_id: id,
    is_topic_message: true,
    forum_topic_created: { name, icon_color: 7322096 },
  });
  const topic: Topic = { id, name, state: 'open' };
  room.topics.set(id, topic);
  deliver(world, room, room.posts.get(id)!);
  world.changes.emit({ kind: 'room', chat: room.id });
  return topic;
}

/** Gives a topic another name. */
export function renameTopic(world: World, room: Room, by: User, topic: Topic, name: string): void {
  topic.name = name;
  announce(world, room, by, {
    ...(topic.id !== 1 && { message_thread_id: topic.id, is_topic_message: true as const }),
    forum_topic_edited: { name },
  });
  world.changes.emit({ kind: 'room', chat: room.id });
}

/** Opens, closes or deletes a forum topic; with a deleted one its posts go. */
export function setTopicState(world: World, room: Room, by: User, topic: Topic, state: Topic['state']): void {
  topic.state = state;
  if (state === 'deleted') {
    for (const { message_id, message_thread_id } of room.posts.values()) {
      if (message_thread_id === topic.id) room.posts.delete(message_id);
    }
  } else {
    announce(world, room, by, {
      ...(topic.id !== 1 && { message_thread_id: topic.id, is_topic_message: true as const }),
      ...(state === 'closed' ? { forum_topic_closed: {} } : { forum_topic_reopened: {} }),
    });
  }
  world.changes.emit({ kind: 'room', chat: room.id });
}

/** Turns a basic group into a supergroup with another id; the old one only points to it. */
export function upgrade(world: World, room: Room, by: User): Room {
  if (room.kind !== 'group') throw new Error(`${room.title} is not a basic group`);
  const next = addRoom(world, room.title!, { kind: 'supergroup' });
  next.members = new Map(room.members);
  announce(world, room, by, { migrate_to_chat_id: next.id });
  room.migratedTo = next.id;
  announce(world, next, by, { migrate_from_chat_id: room.id });
  world.changes.emit({ kind: 'room', chat: room.id });
  return next;
}

/** Blocks the bot in a person's private chat, or unblocks it; the bot gets the update. */
export function setBlocked(world: World, room: Room, blocked: boolean): void {
  const person = room.person!;
  const status: Status = blocked ? 'kicked' : 'member';
  const before = room.members.get(person.id)!.status;
  if (before === status) return;
  place(room, person, status);
  deliverOwnChange(world, room, person, before, status);
  world.changes.emit({ kind: 'room', chat: room.id });
}
