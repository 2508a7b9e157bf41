import { until } from '../model/signal.ts';
import type { User } from '../model/types.ts';
import type { Topic, World } from '../model/world.ts';
import { forward, privateRoom, write } from '../rules/actions.ts';
import { openDeepLink, start } from '../rules/deep-links.ts';
import { documentStub, keep } from '../rules/files.ts';
import {
  changeStatus,
  openTopic,
  place,
  renameTopic,
  setBlocked,
  setTopicState,
  upgrade,
} from '../rules/membership.ts';
import { shareChat, shareLocation } from '../rules/reply-keyboards.ts';
import type { Group } from './group.ts';
import { createPlace, type Place } from './place.ts';
import { type Viewed, viewed } from './viewed.ts';

/** A person in a group: what members do, and what only administrators may (not checked here). */
export type PlaceInGroup = Place & {
  adds(who: Person | 'bot', as?: 'member' | 'administrator', rights?: Record<string, boolean>): void;
  removes(who: Person | 'bot'): void;
  promotes(who: Person | 'bot', rights?: Record<string, boolean>): void;
  demotes(who: Person | 'bot'): void;
  /** Takes away a person's right to write. */
  mutes(who: Person | 'bot'): void;
  leaves(): void;
  opensTopic(name: string): Topic;
  renames(topic: Topic, name: string): void;
  closes(topic: Topic): void;
  reopens(topic: Topic): void;
  deletes(topic: Topic): void;
  /** Turns a basic group into a supergroup; gives the id of the new chat. */
  upgrades(): Group;
};

/** A person with the bot's private chat open. */
export type Person = Place & {
  user: User;
  /** Presses START. */
  starts(): Viewed;
  /** Follows `https://t.me/<bot>?start=…`, or a payload alone. */
  opens(linkOrPayload: string): Viewed;
  blocks(): void;
  unblocks(): void;
  /** Sends where they are: degrees north and east. */
  sharesPlace(latitude: number, longitude: number): Viewed;
  /** Picks a chat with the button below the writing line that asks for one (waited for). */
  picksChat(group: Group): Promise<Viewed>;
  /** Forwards a message of a group or channel to the bot. */
  forwards(message: Viewed): Viewed;
  /** Sends a file to the bot. */
  attaches(name: string, content: string | Uint8Array): Viewed;
  /** They delete their account. */
  deactivates(): void;
  in(group: Group, topic?: Topic | number): PlaceInGroup;
  /** As an administrator who writes in the group's name. */
  anonymously: { in(group: Group, topic?: Topic | number): PlaceInGroup };
};

/** A person as tests and the chat page act for them. */
export function createPerson(
  world: World,
  user: User,
  patience: number,
  groupOf: (id: number) => Group,
): Person {
  const readIn = new Map<number, Set<number>>();
  const read = (chat: number) => {
    const ids = readIn.get(chat) ?? new Set<number>();
    readIn.set(chat, ids);
    return ids;
  };
  const own = privateRoom(world, user);

  const placeIn = (group: Group, topic: Topic | number | undefined, anonymous: boolean): PlaceInGroup => {
    const { room } = group;
    const thread = typeof topic === 'object' ? topic.id : topic;
    const account = (who: Person | 'bot') => (who === 'bot' ? world.bot.user : who.user);
    const change = (
      who: Person | 'bot',
      status: Parameters<typeof changeStatus>[4],
      rights?: Record<string, boolean>,
    ) => changeStatus(world, room, user, account(who), status, rights);
    return {
      ...createPlace(world, room, user, read(room.id), patience, { anonymous, ...(thread && { thread }) }),
      adds: (who, as = 'member', rights) => change(who, as, rights),
      removes: who => change(who, 'kicked'),
      promotes: (who, rights) => change(who, 'administrator', rights),
      demotes: who => change(who, 'member'),
      mutes: who => change(who, 'restricted', { can_send_messages: false }),
      leaves: () => changeStatus(world, room, user, user, 'left'),
      opensTopic: name => openTopic(world, room, user, name),
      renames: (topic, name) => renameTopic(world, room, user, topic, name),
      closes: closed => setTopicState(world, room, user, closed, 'closed'),
      reopens: closed => setTopicState(world, room, user, closed, 'open'),
      deletes: gone => setTopicState(world, room, user, gone, 'deleted'),
      upgrades: () => groupOf(upgrade(world, room, user).id),
    };
  };

  return {
    ...createPlace(world, own, user, read(own.id), patience),
    user,
    starts: () => viewed(world, start(world, user)),
    opens: link => {
      const opened = /^(https?|tg):/.test(link) ? openDeepLink(world, user, link) : start(world, user, link);
      if (!opened) throw new Error(`${link} does not lead to the bot @${world.bot.user.username}`);
      return viewed(world, opened);
    },
    blocks: () => setBlocked(world, own, true),
    unblocks: () => setBlocked(world, own, false),
    sharesPlace: (north, east) => viewed(world, shareLocation(world, own, user, north, east)),
    picksChat: async group => {
      await until(
        world.changes,
        () => own.keyboard?.flat().find(({ request_chat }) => request_chat !== undefined),
        patience,
        () => `${user.first_name} waited for a button that asks for a chat`,
      );
      return viewed(world, shareChat(world, own, user, group.room));
    },
    forwards: ({ chat_id, message_id }) => viewed(world, forward(world, user, chat_id, message_id)),
    attaches: (name, content) => {
      const upload = { name, type: 'application/octet-stream', bytes: Buffer.from(content) };
      return viewed(
        world,
        write(world, own, user, { document: documentStub(keep(world, 'document', upload)) }),
      );
    },
    deactivates: () => {
      place(own, user, 'left');
      world.changes.emit({ kind: 'room', chat: own.id });
    },
    in: (group, topic) => placeIn(group, topic, false),
    anonymously: { in: (group, topic) => placeIn(group, topic, true) },
  };
}
