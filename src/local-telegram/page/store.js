import { toast } from './notices.js';

/** What the server sent, and which chat is open. Changed only here; `watch` is notified of every change. */
export const store = {
  bot: undefined,
  rooms: [],
  calls: [],
  faults: [],
  room: undefined,
  topic: 1,
  speaker: undefined,
  anonymous: false,
  answering: undefined,
  typing: new Map(),
};

const watchers = new Set();
let memory = { boot: '', read: {} };
/** How far the server's clock is ahead of this machine's, in milliseconds. */
let ahead = 0;

export const now = () => Date.now() + ahead;

export function watch(watcher) {
  watchers.add(watcher);
}

export function tell(what, detail) {
  for (const watcher of watchers) watcher(what, detail);
}

/** Does something on the server as the one who speaks; gives what came of it, or shows what went wrong. */
export async function act(wish) {
  try {
    const response = await fetch('/page/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: store.speaker, anonymous: store.anonymous, ...wish }),
    });
    const { done, problem } = await response.json();
    if (problem !== undefined) toast(problem);
    return done ?? undefined;
  } catch {
    toast('The server is not there.');
    return undefined;
  }
}

/** Changes that arrive while the whole state is being loaded are applied after it. */
let held;

export async function load() {
  if (held) return;
  held = [];
  try {
    await loadState();
  } finally {
    const changes = held;
    held = undefined;
    for (const change of changes) take(change);
  }
}

async function loadState() {
  const state = await (await fetch('/page/state')).json();
  try {
    memory = JSON.parse(localStorage.getItem('communique') ?? '') ?? memory;
  } catch {}
  if (memory.boot !== state.boot) memory = { boot: state.boot, read: {} };
  ahead = state.now - Date.now();
  Object.assign(store, { bot: state.bot, rooms: state.rooms, calls: state.calls, faults: state.faults });
  const room = find(awaited) ?? find(store.room?.id ?? memory.room) ?? store.rooms[0];
  choose(room?.id);
}

export const find = id => store.rooms.find(room => room.id === id);

/** The chat to open as soon as the server has sent it. */
let awaited;

/** Goes to another chat, or topic of it. */
export function choose(id, topic) {
  const room = find(id);
  awaited = room ? undefined : id;
  if (!room) return;
  const same = store.room?.id === id;
  store.room = room;
  store.topic = topic ?? (same ? store.topic : (memory.topic?.[id] ?? 1));
  if (!room.topics.some(({ id, state }) => id === store.topic && state !== 'deleted')) store.topic = 1;
  const silent = room.kind === 'channel' ? ['left', 'kicked', 'member', 'restricted'] : ['left', 'kicked'];
  const speakers = room.members.filter(({ status }) => !silent.includes(status));
  const kept = speakers.find(({ id }) => id === (same ? store.speaker : memory.speaker?.[room.id]));
  const first = store.rooms[0]?.person?.id;
  store.speaker = (kept ?? speakers.find(({ id }) => id === first) ?? room.members[0])?.id;
  if (!same) {
    store.anonymous = false;
    store.answering = undefined;
  }
  remember({ room: id, topic: { ...memory.topic, [id]: store.topic } });
  tell('room');
}

export function speakAs(id, anonymous) {
  Object.assign(store, { speaker: id, anonymous });
  remember({ speaker: { ...memory.speaker, [store.room.id]: id } });
  tell('speaker');
}

export function answer(post) {
  store.answering = post;
  tell('answering');
}

export const threadOf = post => post.message_thread_id ?? 1;

export const isHere = (room, post) => !room.forum || threadOf(post) === store.topic;

const key = (room, thread) => (room.forum ? `${room.id}:${thread}` : String(room.id));

export const lastRead = (room, thread) => memory.read[key(room, thread)] ?? 0;

export function markRead(room, thread, message) {
  if (message <= lastRead(room, thread)) return;
  memory.read[key(room, thread)] = message;
  remember({});
  tell('read');
}

export function unread(room, thread) {
  return room.posts.filter(
    post =>
      post.own &&
      (thread === undefined || threadOf(post) === thread) &&
      post.message_id > lastRead(room, threadOf(post)),
  ).length;
}

function remember(more) {
  Object.assign(memory, more);
  localStorage.setItem('communique', JSON.stringify(memory));
}

/** Listens to the server, and reads all that there is whenever the line to it is new. */
export function listen() {
  const source = new EventSource('/page/events');
  source.onopen = load;
  source.onerror = () => tell('offline');
  source.onmessage = ({ data }) => {
    const change = JSON.parse(data);
    if (held) held.push(change);
    else take(change);
  };
}

function take(change) {
  const room = find(change.chat);
  switch (change.kind) {
    case 'posted':
      if (!room) return load();
      if (room.posts.some(({ message_id }) => message_id === change.post.message_id)) return;
      room.posts.push(change.post);
      if (room.posts.length > 600) room.posts.splice(0, 300);
      store.typing.delete(room.id);
      return tell('posted', { room, post: change.post });
    case 'edited': {
      const at = room?.posts.findIndex(({ message_id }) => message_id === change.post.message_id) ?? -1;
      if (at >= 0) room.posts[at] = change.post;
      return tell('edited', { room, post: change.post });
    }
    case 'deleted':
      if (room) room.posts = room.posts.filter(({ message_id }) => message_id !== change.message);
      return tell('deleted', { room, message: change.message });
    case 'room': {
      const at = store.rooms.findIndex(({ id }) => id === change.room.id);
      if (at >= 0) store.rooms[at] = change.room;
      else store.rooms.push(change.room);
      if ([store.room?.id, awaited].includes(change.room.id)) return choose(change.room.id);
      return tell('rooms');
    }
    case 'action':
      store.typing.set(change.chat, Date.now());
      setTimeout(() => tell('typing'), 5100);
      return tell('typing');
    case 'clock':
      ahead = change.now - Date.now();
      return tell('clock');
    case 'call':
      store.calls.push(change.call);
      if (store.calls.length > 300) store.calls.splice(0, 100);
      store.faults = change.faults;
      return tell('calls', change.call);
    case 'faults':
      store.faults = change.faults;
      return tell('faults');
    case 'stale':
      return load();
  }
}
