import { avatar, byId, el } from './dom.js';
import { act, answer, speakAs, store, watch } from './store.js';

const words = byId('words');
const suggestions = byId('suggestions');
const speakerButton = byId('speaker-button');
const speakerMenu = byId('speaker-menu');
let chosen = 0;

const speaker = () => store.room?.members.find(({ id }) => id === store.speaker);

function fitHeight() {
  words.style.height = 'auto';
  words.style.height = `${words.scrollHeight}px`;
  byId('send').disabled = words.value.trim() === '';
}

function send(text = words.value) {
  if (text.trim() === '' || !store.room) return;
  act({
    act: 'say',
    chat: store.room.id,
    thread: store.topic,
    text,
    ...(store.answering && { answers: store.answering.message_id }),
  });
  words.value = '';
  answer(undefined);
  fitHeight();
  suggest();
}

/** The bot's commands that begin with what is typed after the slash. */
function matching() {
  const typed = /^\/(\w*)$/.exec(words.value)?.[1];
  if (typed === undefined) return [];
  return (speaker()?.commands ?? []).filter(({ command }) => command.startsWith(typed.toLowerCase()));
}

/** In a group a command names the bot, so that no other bot answers it. */
const full = command => (store.room.kind === 'private' ? `/${command}` : `/${command}@${store.bot.username}`);

function suggest() {
  const found = matching();
  chosen = Math.min(chosen, Math.max(0, found.length - 1));
  suggestions.hidden = found.length === 0;
  suggestions.replaceChildren(
    ...found.map(({ command, description }, index) =>
      el(
        'button',
        {
          type: 'button',
          role: 'option',
          'aria-selected': String(index === chosen),
          onclick: () => pick(command),
        },
        el('b', {}, `/${command}`),
        el('span', {}, description),
      ),
    ),
  );
}

/** Takes a command into the line, so that a name can be added; a second Enter sends it. */
function pick(command) {
  words.value = `${full(command)} `;
  words.focus();
  fitHeight();
  suggest();
}

words.addEventListener('input', () => {
  chosen = 0;
  fitHeight();
  suggest();
});

words.addEventListener('keydown', event => {
  const found = matching();
  if (found.length > 0 && ['ArrowDown', 'ArrowUp'].includes(event.key)) {
    event.preventDefault();
    chosen = (chosen + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length;
    return suggest();
  }
  if (found.length > 0 && event.key === 'Tab') {
    event.preventDefault();
    return pick(found[chosen].command);
  }
  if (event.key === 'Escape') {
    suggestions.hidden = true;
    return answer(undefined);
  }
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    const exact = found.some(({ command }) => `/${command}` === words.value);
    if (found.length > 0 && !exact) pick(found[chosen].command);
    else send();
  }
});

byId('composer').addEventListener('submit', event => {
  event.preventDefault();
  send();
  words.focus();
});

byId('commands-button').addEventListener('click', () => {
  words.value = words.value === '/' ? '' : '/';
  words.focus();
  fitHeight();
  suggest();
});

byId('start-button').addEventListener('click', () => act({ act: 'start' }));

byId('answering')
  .querySelector('button')
  .addEventListener('click', () => answer(undefined));

function drawAnswering() {
  const post = store.answering;
  byId('answering').hidden = !post;
  if (!post) return;
  byId('answering').querySelector('b').textContent = post.author.name;
  byId('answering').querySelector('span').textContent = post.text ?? post.caption ?? '';
  words.focus();
}

/** In a group one may be any of its members in turn; administrators also without a name. */
function drawSpeaker() {
  const { room } = store;
  const group = room && room.kind !== 'private';
  speakerButton.hidden = !group;
  const current = speaker();
  const starting = room?.kind === 'private' && room.posts.length === 0;
  byId('start-button').hidden = !starting;
  byId('composer').hidden = Boolean(starting);
  if (!group || !current) return;
  const shown = name => (store.anonymous ? room.title : name);
  speakerButton.replaceChildren(avatar(shown(current.name), store.anonymous ? room.id : current.id, 'small'));
  words.placeholder = `Message as ${shown(current.name)}`;
  const choice = (member, anonymous, name, role) =>
    el(
      'button',
      {
        type: 'button',
        role: 'menuitemradio',
        'aria-checked': String(member.id === store.speaker && anonymous === store.anonymous),
        onclick: () => {
          speakAs(member.id, anonymous);
          speakerMenu.hidden = true;
          words.focus();
        },
      },
      avatar(name, anonymous ? room.id : member.id, 'small'),
      el('span', {}, name, ' ', el('small', {}, role)),
    );
  speakerMenu.replaceChildren(
    ...room.members
      .filter(({ status }) => !['left', 'kicked'].includes(status))
      .flatMap(member => {
        const administers = ['creator', 'administrator'].includes(member.status);
        if (room.kind === 'channel') return administers ? [choice(member, false, member.name, 'admin')] : [];
        const named = choice(member, false, member.name, administers ? 'admin' : '');
        return administers
          ? [named, choice(member, true, room.title, `${member.name}, anonymously`)]
          : [named];
      }),
  );
}

speakerButton.addEventListener('click', event => {
  event.stopPropagation();
  speakerMenu.hidden = !speakerMenu.hidden;
});
document.addEventListener('click', event => {
  if (!speakerMenu.contains(event.target)) speakerMenu.hidden = true;
});

/** The buttons that the bot has put below the writing line. */
function drawReplyKeyboard() {
  const rows = store.room?.keyboard ?? [];
  byId('reply-keyboard').hidden = rows.length === 0;
  byId('reply-keyboard').replaceChildren(
    ...rows.flatMap((row, r) =>
      row.map((text, c) =>
        el(
          'button',
          { type: 'button', onclick: () => act({ act: 'tap', chat: store.room.id, row: r, column: c }) },
          text,
        ),
      ),
    ),
  );
}

watch(what => {
  if (what === 'room' || what === 'rooms') drawReplyKeyboard();
  if (what === 'room' || what === 'speaker') {
    drawSpeaker();
    suggest();
    drawAnswering();
  }
  if (what === 'room' && store.room?.kind === 'private') words.placeholder = 'Message';
  if (what === 'answering') drawAnswering();
});
fitHeight();
