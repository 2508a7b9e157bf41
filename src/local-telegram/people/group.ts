import type { User } from '../model/types.ts';
import { botAsUser, type Room, type World } from '../model/world.ts';
import { addRoom, place, type RoomOptions } from '../rules/membership.ts';
import { type Viewed, viewed } from './viewed.ts';

/** A group, supergroup, forum or channel. */
export type Group = {
  id: number;
  title: string;
  /** All its messages, oldest first. */
  chat(): Viewed[];
  /** Deletes the chat for everyone. */
  vanishes(): void;
  room: Room;
};

export type GroupOptions = RoomOptions & {
  members?: { user: User }[];
  admins?: { user: User }[];
  /** The bot's status from the start, without an update about it: `absent` to add it later. */
  bot?: 'member' | 'administrator' | 'absent';
};

/** A new group or channel with its people; the first administrator is its creator. */
export function createGroup(world: World, title: string, options: GroupOptions): Group {
  const room = addRoom(world, title, options);
  for (const { user } of options.members ?? []) place(room, user, 'member');
  (options.admins ?? []).forEach(({ user }, index) => {
    place(room, user, index === 0 ? 'creator' : 'administrator');
  });
  const bot = options.bot ?? (options.kind === 'channel' ? 'administrator' : 'member');
  if (bot !== 'absent') place(room, botAsUser(world), bot);
  return groupOf(world, room);
}

export function groupOf(world: World, room: Room): Group {
  return {
    id: room.id,
    title: room.title!,
    chat: () => [...room.posts.values()].map(post => viewed(world, post)),
    vanishes: () => {
      room.deleted = true;
      world.changes.emit({ kind: 'room', chat: room.id });
    },
    room,
  };
}
