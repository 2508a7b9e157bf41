import './chat.js';
import './composer.js';
import './clock.js';
import './drawer.js';
import { avatar, byId, el, hue, initials } from './dom.js';
import { toast } from './notices.js';
import { choose, listen, store, unread, watch } from './store.js';

function drawRooms() {
  const first = store.rooms[0]?.person?.id;
  byId('rooms').replaceChildren(
    ...store.rooms
      .filter(({ gone }) => !gone)
      .map(room => {
        const count = unread(room);
        const last = room.posts.at(-1);
        const name =
          room.person && room.person.id !== first ? `${room.title} (${room.person.name})` : room.title;
        return el(
          'button',
          { type: 'button', 'aria-current': String(room === store.room), onclick: () => choose(room.id) },
          avatar(room.title, room.person ? store.bot.id : room.id),
          el(
            'span',
            { className: 'name' },
            name,
            el('span', { className: 'last' }, last?.text ?? last?.caption ?? ''),
          ),
          count > 0 && el('span', { className: 'badge', 'aria-label': `${count} unread` }, String(count)),
        );
      }),
  );
  byId('rooms')
    .querySelector('[aria-current="true"]')
    ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function drawHeader() {
  const { room } = store;
  if (!room) return;
  const mark = byId('room-avatar');
  mark.textContent = initials(room.title);
  mark.style.setProperty('--hue', hue(room.person ? store.bot.id : room.id));
  byId('room-title').textContent = room.title;
  const typing = Date.now() - (store.typing.get(room.id) ?? 0) < 5000;
  const members = room.members.length + (['left', 'kicked'].includes(room.botStatus) ? 0 : 1);
  const subtitle = byId('room-subtitle');
  subtitle.className = typing ? 'typing' : '';
  subtitle.textContent = typing ? 'typing…' : room.kind === 'private' ? 'bot' : `${members} members`;
  document.title = room.title;
}

function drawTopics() {
  const { room } = store;
  const strip = byId('topics');
  strip.hidden = !room?.forum;
  if (!room?.forum) return;
  strip.replaceChildren(
    ...room.topics
      .filter(({ state }) => state !== 'deleted')
      .map(topic => {
        const count = unread(room, topic.id);
        return el(
          'button',
          {
            type: 'button',
            'aria-current': String(topic.id === store.topic),
            onclick: () => choose(room.id, topic.id),
          },
          topic.state === 'closed' ? `${topic.name} (closed)` : topic.name,
          count > 0 && el('span', { className: 'badge' }, String(count)),
        );
      }),
  );
}

watch(what => {
  if (['room', 'rooms', 'posted', 'edited', 'read', 'deleted'].includes(what)) {
    drawRooms();
    drawTopics();
  }
  if (['room', 'rooms', 'typing', 'posted'].includes(what)) drawHeader();
  if (what === 'offline') toast('Connection lost. Trying again…');
});

listen();
