import { avatar, byId, el, hue } from './dom.js';
import { dayOf, formatted, timeOf } from './format.js';
import { alertBox, toast } from './notices.js';
import { act, answer, choose, isHere, lastRead, markRead, store, threadOf, unread, watch } from './store.js';

const list = byId('messages');
const scroller = byId('scroller');
const toEnd = byId('to-end');

const does = {
  command: words => {
    const named =
      store.room.kind === 'private' || words.includes('@') ? words : `${words}@${store.bot.username}`;
    return act({ act: 'say', chat: store.room.id, thread: store.topic, text: named });
  },
  copy: async words => {
    await navigator.clipboard.writeText(words);
    toast('Copied');
  },
  link: (address, event) => {
    if (!/^(https?:\/\/(t|telegram)\.me\/|tg:)/i.test(address)) return;
    event.preventDefault();
    follow({ act: 'link', url: address });
  },
};

/** Does what may lead to another chat, or out of the page. */
async function follow(wish) {
  const done = await act(wish);
  if (done?.chat !== undefined) choose(done.chat);
  else if (done?.open !== undefined && /^https?:/i.test(done.open))
    window.open(done.open, '_blank', 'noopener,noreferrer');
  return done;
}

function draw() {
  const { room } = store;
  list.replaceChildren();
  if (!room) return;
  const from = lastRead(room, store.topic);
  let marked = from === 0;
  let previous;
  for (const post of room.posts.filter(post => isHere(room, post))) {
    if (!marked && post.own && post.message_id > from) {
      list.append(el('li', { className: 'unread-line' }, 'New messages'));
      marked = true;
    }
    append(post, previous);
    previous = post;
  }
  if (!previous) list.append(welcome(room));
  const line = list.querySelector('.unread-line');
  if (line) line.scrollIntoView({ block: 'center' });
  else toBottom();
  seen();
}

function welcome(room) {
  const words =
    room.kind === 'private'
      ? store.bot.description || 'Press START to begin.'
      : 'Nothing was said here yet. Write as one of the members, below.';
  return el(
    'li',
    { className: 'welcome' },
    el('b', {}, room.kind === 'private' ? 'What can this bot do?' : room.title),
    el('p', {}, words),
  );
}

const grouped = (post, previous) =>
  previous !== undefined &&
  !isService(previous) &&
  previous.author.id === post.author.id &&
  previous.author.name === post.author.name &&
  post.date - previous.date < 600;

function append(post, previous) {
  if (!previous) list.replaceChildren();
  if (!previous || dayOf(previous.date) !== dayOf(post.date)) {
    list.append(el('li', { className: 'day' }, dayOf(post.date)));
  }
  if (grouped(post, previous)) list.querySelector('.message.last:last-child')?.classList.remove('last');
  list.append(view(post, grouped(post, previous)));
}

const isService = post => serviceWords(post) !== undefined;

function serviceWords(post) {
  const who = post.author.name;
  if (post.new_chat_members) {
    const names = post.new_chat_members.map(({ first_name }) => first_name).join(', ');
    return names === who ? `${who} joined` : `${who} added ${names}`;
  }
  if (post.left_chat_member) {
    const name = post.left_chat_member.first_name;
    return name === who ? `${who} left` : `${who} removed ${name}`;
  }
  if (post.forum_topic_created) return `${who} opened the topic “${post.forum_topic_created.name}”`;
  if (post.forum_topic_closed) return `${who} closed the topic`;
  if (post.forum_topic_reopened) return `${who} opened the topic again`;
  if (post.chat_shared) return `${who} picked ${post.chat_shared.title ?? 'a chat'}`;
  if (post.pinned_message) return `${who} pinned a message`;
  if (post.migrate_to_chat_id) return 'This group became a supergroup';
  if (post.migrate_from_chat_id) return 'The group became this supergroup';
  return undefined;
}

function view(post, joined) {
  const words = serviceWords(post);
  if (words !== undefined) return el('li', { className: 'service', 'data-id': post.message_id }, words);
  const { room } = store;
  const group = room.kind !== 'private';
  const mine =
    !post.own && (!group || post.author.id === store.speaker || (post.author.anonymous && store.anonymous));
  const names = ['message', 'last', !joined && 'first', mine && 'mine'].filter(Boolean).join(' ');
  const author = post.own || group;
  const bubble = el(
    'div',
    { className: 'bubble', ondblclick: () => answer(post) },
    author && group && !joined && !mine && authorLine(post),
    post.answers && quoted(post.answers),
    post.picture && el('img', { className: 'picture', src: `/page/file/${post.picture}`, alt: '' }),
    post.document && fileLink(post.document),
    el(
      'div',
      { className: 'text' },
      post.location && '📍 Location',
      ...formatted(post.text ?? post.caption ?? '', post.entities ?? post.caption_entities ?? [], does),
      el(
        'span',
        { className: 'meta' },
        `${post.edit_date ? 'edited ' : ''}${timeOf(post.edit_date ?? post.date)}`,
      ),
    ),
  );
  return el(
    'li',
    { className: names, 'data-id': post.message_id },
    group && !mine && avatar(post.author.name, post.author.anonymous ? room.id : post.author.id, 'small'),
    el('div', { className: 'body' }, bubble, post.reply_markup && keyboard(post)),
  );
}

function authorLine(post) {
  const member = store.room.members.find(({ id }) => id === post.author.id);
  const role =
    post.author.anonymous || ['creator', 'administrator'].includes(member?.status)
      ? 'admin'
      : post.own
        ? 'bot'
        : '';
  const line = el('div', { className: 'author' }, post.author.name, role && el('small', {}, role));
  line.style.setProperty('--hue', hue(post.author.id));
  return line;
}

function quoted({ id, name, text }) {
  return el(
    'div',
    { className: 'quoted', onclick: () => light(id) },
    el('b', {}, name),
    el('span', {}, text),
  );
}

function light(id) {
  const target = list.querySelector(`[data-id="${id}"]`);
  if (!target) return;
  target.scrollIntoView({ block: 'center', behavior: 'smooth' });
  target.classList.remove('lit');
  void target.offsetWidth;
  target.classList.add('lit');
}

function fileLink(file) {
  return el(
    'a',
    { className: 'file', href: `/page/file/${file.file_id}` },
    `📄 ${file.file_name ?? 'Document'}`,
  );
}

function keyboard(post) {
  return el(
    'div',
    { className: 'keyboard' },
    ...post.reply_markup.inline_keyboard.map((row, r) =>
      el('div', { className: 'row' }, ...row.map((button, c) => keyButton(post, button, r, c))),
    ),
  );
}

function keyButton(post, { text, url }, row, column) {
  const press = async ({ currentTarget: button }) => {
    button.setAttribute('aria-busy', 'true');
    const done = await follow({ act: 'press', chat: store.room.id, message: post.message_id, row, column });
    button.removeAttribute('aria-busy');
    if (done?.text) (done.show_alert ? alertBox : toast)(done.text);
  };
  return el('button', { type: 'button', className: url ? 'link' : '', onclick: press }, text);
}

const nearEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 120;

function toBottom() {
  scroller.scrollTop = scroller.scrollHeight;
}

/** A message of the bot's that is taller than the screen is shown from its beginning. */
function showNewest(post) {
  const newest = list.lastElementChild;
  if (post.own && newest.offsetHeight > scroller.clientHeight) newest.scrollIntoView({ block: 'start' });
  else toBottom();
}

/** What is on the screen counts as read once its end is reached. */
function seen() {
  const { room } = store;
  if (!room) return;
  const last = room.posts.findLast(post => isHere(room, post));
  if (last && nearEnd() && !document.hidden) markRead(room, store.topic, last.message_id);
  toEnd.hidden = nearEnd();
  const count = room.forum ? unread(room, store.topic) : unread(room);
  const badge = toEnd.querySelector('.badge');
  badge.hidden = count === 0;
  badge.textContent = count;
}

scroller.addEventListener('scroll', seen, { passive: true });
document.addEventListener('visibilitychange', seen);
toEnd.addEventListener('click', () => scroller.scrollTo({ top: scroller.scrollHeight, behavior: 'smooth' }));
new ResizeObserver(() => {
  if (wasNearEnd) toBottom();
}).observe(scroller);
let wasNearEnd = true;
scroller.addEventListener('scroll', () => (wasNearEnd = nearEnd()), { passive: true });

watch((what, detail) => {
  const here = detail?.room && detail.room === store.room;
  if (what === 'room' || what === 'speaker') draw();
  else if (what === 'posted' && here && (!store.room.forum || threadOf(detail.post) === store.topic)) {
    const stay = nearEnd() || !detail.post.own;
    const before = store.room.posts.filter(post => isHere(store.room, post)).at(-2);
    append(detail.post, before);
    if (stay) showNewest(detail.post);
    seen();
  } else if (what === 'edited' && here) {
    const old = list.querySelector(`[data-id="${detail.post.message_id}"]`);
    const stay = nearEnd();
    if (old) {
      const fresh = view(detail.post, !old.classList.contains('first'));
      fresh.classList.toggle('last', old.classList.contains('last'));
      old.replaceWith(fresh);
    }
    if (stay) toBottom();
  } else if (what === 'deleted' && here) list.querySelector(`[data-id="${detail.message}"]`)?.remove();
});
