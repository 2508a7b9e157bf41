import type { Command, Post, User } from '../model/types.ts';
import { anonymousAdministrator, type Call, type Change, type Room, type World } from '../model/world.ts';
import type { Faults } from '../rules/faults.ts';

/** How many of a chat's messages the page gets when it is opened. */
const shown = 300;
const shownCalls = 200;

/** Changes with each start of the server, so that a page knows that what it remembers is over. */
const boot = `${process.pid}-${Date.now()}`;

/** All that the page shows, as JSON. Times are in milliseconds. */
export function stateView(world: World, faults: Faults) {
  const { id, first_name: name, username } = world.bot.user;
  return {
    boot,
    now: world.clock.now(),
    bot: { id, name, username, description: world.bot.texts.get('description/') ?? '' },
    rooms: [...world.rooms.values()].filter(shows).map(room => roomView(world, room)),
    calls: world.calls.slice(-shownCalls).map(callView),
    faults: faultsView(faults),
  };
}

/** A private chat is shown once something was said in it, or if it is the first person's. */
function shows(room: Room, index: number): boolean {
  return room.kind !== 'private' || room.started || index === 0;
}

/** What a change in the world means to the page; nothing for what it doesn't show. */
export function changeView(world: World, faults: Faults, change: Change): object | undefined {
  switch (change.kind) {
    case 'posted':
    case 'edited': {
      const room = world.rooms.get(change.chat)!;
      const fresh = room.kind === 'private' && room.posts.size === 1;
      return fresh
        ? { kind: 'room', room: roomView(world, room) }
        : { kind: change.kind, chat: change.chat, post: postView(world, room, change.post) };
    }
    case 'deleted':
      return { kind: 'deleted', chat: change.chat, message: change.messageId };
    case 'room': {
      const room = world.rooms.get(change.chat)!;
      return { kind: 'room', room: roomView(world, room) };
    }
    case 'action':
      return { kind: 'action', chat: change.chat, thread: change.thread ?? 1 };
    case 'commands':
      return { kind: 'stale' };
    case 'clock':
      return { kind: 'clock', now: world.clock.now() };
    case 'calls':
      return { kind: 'call', call: callView(world.calls.at(-1)!), faults: faultsView(faults) };
    case 'faults':
      return { kind: 'faults', faults: faultsView(faults) };
    default:
      return undefined;
  }
}

function roomView(world: World, room: Room) {
  const members = [...room.members.values()].filter(({ user }) => !user.is_bot);
  return {
    id: room.id,
    kind: room.kind,
    title: room.title ?? world.bot.user.first_name,
    person: room.person && { id: room.person.id, name: room.person.first_name },
    forum: room.forum,
    started: room.started,
    gone: room.deleted || room.migratedTo !== undefined,
    topics: [...room.topics.values()],
    keyboard: (room.keyboard ?? []).map(row => row.map(({ text }) => text)),
    members: members.map(({ user, status }) => ({
      id: user.id,
      name: user.first_name,
      status,
      commands: commandsFor(world, room, user),
    })),
    botStatus: room.members.get(world.bot.user.id)?.status ?? (room.person ? 'member' : 'left'),
    posts: [...room.posts.values()].slice(-shown).map(post => postView(world, room, post)),
  };
}

function postView(world: World, room: Room, post: Post) {
  const { reply_to_message: answered, from, sender_chat, chat: _, photo, ...rest } = post;
  const own = room.own.has(post.message_id);
  return {
    ...rest,
    own,
    author: {
      id: own ? world.bot.user.id : (from?.id ?? 0),
      name: own ? world.bot.user.first_name : (sender_chat?.title ?? from?.first_name ?? ''),
      anonymous: from?.id === anonymousAdministrator.id,
    },
    ...(photo && { picture: photo.at(-1)!.file_id }),
    ...(answered && {
      answers: {
        id: answered.message_id,
        name: room.own.has(answered.message_id)
          ? world.bot.user.first_name
          : (answered.sender_chat?.title ?? answered.from?.first_name ?? ''),
        text: (answered.text ?? answered.caption ?? '').slice(0, 120),
      },
    }),
  };
}

function callView(call: Call) {
  return { ...call, answer: undefined, ok: call.error === undefined && call.fault !== 'stall' };
}

function faultsView(faults: Faults) {
  return faults.list().map(({ id, method, chat, times, chance, hits, with: trouble }) => ({
    id,
    method,
    chat,
    chance,
    left: times === undefined ? undefined : times - hits,
    label: typeof trouble === 'string' ? trouble : trouble.description,
  }));
}

/** The commands Telegram's apps offer a person in a chat: the narrowest scope that has any. */
function commandsFor(world: World, room: Room, person: User): Command[] {
  const status = room.members.get(person.id)?.status;
  const administers = status === 'administrator' || status === 'creator';
  const scopes = [
    `chat_member:${room.id}:${person.id}`,
    ...(administers ? [`chat_administrators:${room.id}`] : []),
    `chat:${room.id}`,
    ...(administers ? ['all_chat_administrators'] : []),
    room.kind === 'private' ? 'all_private_chats' : 'all_group_chats',
    'default',
  ];
  for (const scope of scopes) {
    for (const language of [person.language_code ?? '', '']) {
      const found = world.bot.commands.get(`${scope}/${language}`);
      if (found && found.length > 0) return found;
    }
  }
  return [];
}
