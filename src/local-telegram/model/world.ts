import type { TurnableClock } from '../../system/clock.ts';
import { randomLetters, seededRandom } from './random.ts';
import { createSignal, type Signal } from './signal.ts';
import type {
  ChatKind,
  ChatStub,
  Command,
  Post,
  ReplyButton,
  Status,
  StoredFile,
  Update,
  User,
} from './types.ts';

export type Membership = { user: User; status: Status; title?: string; rights?: Record<string, boolean> };

export type Topic = { id: number; name: string; state: 'open' | 'closed' | 'deleted' };

/** A chat and all that is in it. */
export type Room = {
  id: number;
  kind: ChatKind;
  title?: string;
  username?: string;
  forum: boolean;
  /** Whose private chat with the bot this is. */
  person?: User;
  started: boolean;
  members: Map<number, Membership>;
  posts: Map<number, Post>;
  /** Which of the messages are the bot's. */
  own: Set<number>;
  topics: Map<number, Topic>;
  /** The ids of the messages that are pinned. */
  pinned: Set<number>;
  lastId: number;
  /** The buttons below the writing line; a group's are for everybody. */
  keyboard?: ReplyButton[][];
  migratedTo?: number;
  deleted: boolean;
};

/** A button press that waits for, or has got, the bot's answer. */
export type Query = {
  id: string;
  at: number;
  answer?: { text?: string; show_alert?: boolean; url?: string };
};

export type InlineAnswer = {
  results: Record<string, unknown>[];
  /** When it was given, in milliseconds. */
  at: number;
  /** In seconds. */
  cache_time: number;
  is_personal: boolean;
  next_offset?: string;
  /** Shown above the results; leads into the private chat with the bot. */
  button?: { text: string; start_parameter: string };
};

export type InlineQuestion = {
  id: string;
  at: number;
  from: User;
  query: string;
  offset: string;
  answer?: InlineAnswer;
};

/** A message that names the bot in a chat it is not in; it may answer once. */
export type GuestQuery = { id: string; at: number; chat: number; post: Post; answered: boolean };

export type Change =
  | { kind: 'posted' | 'edited'; chat: number; post: Post }
  | { kind: 'deleted'; chat: number; messageId: number }
  | { kind: 'room'; chat: number }
  | { kind: 'answered'; query: Query }
  | { kind: 'action'; chat: number; action: string; thread?: number }
  | { kind: 'commands' | 'updates' | 'calls' | 'inline' | 'clock' | 'faults' };

/** One call the bot made. `at` is in milliseconds. `lost`: accepted, but the reply never reached the bot. */
export type Call = {
  number: number;
  at: number;
  method: string;
  parameters: Record<string, unknown>;
  answer?: unknown;
  error?: { code: number; description: string; parameters?: object };
  lost?: true;
  fault?: string;
};

/** Something that Telegram forgives, or that a careful bot doesn't do. */
export type Violation = { method: string; slip: string; parameters: Record<string, unknown> };

type Mailbox = {
  pending: { update: Update; at: number }[];
  nextId: number;
  allowed: Set<string> | undefined;
  waiting?: { fail(reason: string): void };
  /** When the last update came, in milliseconds. */
  lastAt?: number;
  /** From when on a conflict is reported at once again. */
  nextConflict?: number;
  previous?: { offset: number; at: number };
};

type BotAccount = {
  token: string;
  user: User & Record<string, unknown>;
  commands: Map<string, Command[]>;
  texts: Map<string, string>;
  /** By private chat; the empty key is for all others. */
  menuButtons: Map<string, Record<string, unknown>>;
};

export type Webhook = {
  url: string;
  secret?: string;
  maxConnections: number;
  /** Milliseconds since the epoch. */
  setAt: number;
  /** `at` in seconds since the epoch. */
  lastError?: { at: number; message: string };
};

export type World = {
  clock: TurnableClock;
  random: () => number;
  bot: BotAccount;
  users: Map<number, User>;
  rooms: Map<number, Room>;
  queries: Map<string, Query>;
  inline: Map<string, InlineQuestion>;
  guests: Map<string, GuestQuery>;
  /** Messages that people sent by way of the bot and that it may edit, by `inline_message_id`. */
  inlinePosts: Map<string, { chat: number; message: number }>;
  files: Map<string, StoredFile>;
  mailbox: Mailbox;
  webhook?: Webhook;
  calls: Call[];
  callCount: number;
  /** Calls that came in and have no answer yet, waiting polls not counted. */
  answering: number;
  slips: Violation[];
  changes: Signal<Change>;
  /** How long a button press or inline query may be answered, in milliseconds. */
  queryLife: number;
  /** How long a call is on its way, there and back together, in milliseconds. */
  latency: number;
  lastPrivateId: number;
};

/** In whose name administrators of a group post anonymously. */
export const anonymousAdministrator: User = {
  id: 1087968824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};

/** A Telegram whose only user is a bot; the same for the same seed. */
export function createWorld(clock: TurnableClock, seed: number, queryLife: number, latency = 0): World {
  const random = seededRandom(seed);
  const botId = 7_000_000_000 + Math.floor(random() * 1_000_000);
  const user = {
    id: botId,
    is_bot: true,
    first_name: 'Communiqué',
    username: 'communique_local_bot',
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: true,
    supports_guest_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
  return {
    clock,
    random,
    bot: {
      token: `${botId}:AA${randomLetters(random, 33)}`,
      user,
      commands: new Map(),
      texts: new Map(),
      menuButtons: new Map(),
    },
    users: new Map<number, User>([[user.id, user]]),
    rooms: new Map(),
    queries: new Map(),
    inline: new Map(),
    guests: new Map(),
    inlinePosts: new Map(),
    files: new Map(),
    // Ids go on rising over a restart, so that a bot that remembers those it has handled takes none for old.
    mailbox: { pending: [], nextId: Math.floor(clock.now() / 1000), allowed: undefined },
    calls: [],
    callCount: 0,
    answering: 0,
    slips: [],
    changes: createSignal(),
    queryLife,
    latency,
    lastPrivateId: 0,
  };
}

/** The bot as other people's messages show it: without what only getMe returns. */
export function botAsUser(world: World): User {
  const { id, is_bot, first_name, username } = world.bot.user;
  return { id, is_bot, first_name, username };
}

/** A room as calls and updates name it. */
export function chatStub(room: Room): ChatStub {
  if (room.person) {
    const { id, first_name, last_name, username } = room.person;
    return {
      id,
      first_name,
      ...(last_name && { last_name }),
      ...(username && { username }),
      type: 'private',
    };
  }
  return {
    id: room.id,
    title: room.title,
    ...(room.username && { username: room.username }),
    type: room.kind,
    ...(room.forum && { is_forum: true as const }),
  };
}

/** Seconds since the epoch, as messages carry them. */
export function seconds(world: World): number {
  return Math.floor(world.clock.now() / 1000);
}

/** Private chats and basic groups share the bot's own count of messages; supergroups and channels count alone. */
function nextMessageId(world: World, room: Room): number {
  if (room.kind === 'private' || room.kind === 'group') return ++world.lastPrivateId;
  return ++room.lastId;
}

/** How many messages a chat keeps: older ones can be neither seen nor edited any more. */
const keptPosts = 5000;

/** A message shows the one it answers, but not the one that one answers. */
function withoutAnswered({ reply_to_message: _, ...rest }: Post): Post {
  return rest;
}

/** Puts a message into a chat and notifies the watchers. */
export function post(world: World, room: Room, fields: Partial<Post>, byBot = false): Post {
  const answered = fields.reply_to_message;
  const placed: Post = {
    message_id: nextMessageId(world, room),
    ...fields,
    ...(answered && { reply_to_message: withoutAnswered(answered) }),
    chat: chatStub(room),
    date: seconds(world),
  };
  room.posts.set(placed.message_id, placed);
  if (byBot) room.own.add(placed.message_id);
  const [oldest] = room.posts.keys();
  if (room.posts.size > keptPosts && oldest !== undefined) {
    room.posts.delete(oldest);
    room.own.delete(oldest);
  }
  world.changes.emit({ kind: 'posted', chat: room.id, post: placed });
  return placed;
}

const keptSlips = 10_000;

/** Records a call that a careful bot would not make: tests expect none. */
export function recordViolation(
  world: World,
  method: string,
  slip: string,
  parameters: Record<string, unknown>,
) {
  world.slips.push({ method, slip, parameters });
  if (world.slips.length > keptSlips) world.slips.shift();
}

/** What the bot is in a room; undefined if it has never been there. */
export function botMembership(world: World, room: Room): Membership | undefined {
  return room.members.get(world.bot.user.id);
}
