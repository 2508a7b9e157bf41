import { el } from './dom.js';
import { now } from './store.js';

const blocks = new Set(['blockquote', 'expandable_blockquote', 'pre']);

/**
 * Formatted text as nodes. Offsets are UTF-16 code units, as in JavaScript's own strings. `does` has what a
 * tap on a command or a link does.
 */
export function formatted(text, entities, does) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return span(text, sorted, 0, text.length, does);
}

function span(text, entities, from, to, does) {
  const nodes = [];
  let at = from;
  let index = 0;
  const plain = end => {
    if (end > at) nodes.push(text.slice(at, end));
  };
  while (index < entities.length) {
    const entity = entities[index];
    const end = Math.min(to, entity.offset + entity.length);
    const inner = [];
    while (++index < entities.length && entities[index].offset < end) inner.push(entities[index]);
    if (entity.offset < at || end <= entity.offset) continue;
    const block = blocks.has(entity.type);
    plain(block && text[entity.offset - 1] === '\n' ? entity.offset - 1 : entity.offset);
    nodes.push(
      wrap(entity, text.slice(entity.offset, end), span(text, inner, entity.offset, end, does), does),
    );
    at = block && text[end] === '\n' ? end + 1 : end;
  }
  plain(to);
  return nodes;
}

const tags = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', pre: 'pre' };

function wrap(entity, covered, children, does) {
  switch (entity.type) {
    case 'text_link':
      return link(entity.url, children, does);
    case 'url':
      return link(/^[a-z]+:\/\//i.test(covered) ? covered : `http://${covered}`, children, does);
    case 'email':
      return el('a', { href: `mailto:${covered}` }, ...children);
    case 'code':
      return el('code', { title: 'Copy', onclick: () => does.copy(covered) }, ...children);
    case 'bot_command':
      return el(
        'button',
        { type: 'button', className: 'command', onclick: () => does.command(covered) },
        ...children,
      );
    case 'mention':
    case 'text_mention':
    case 'hashtag':
    case 'cashtag':
      return el('span', { className: 'tag' }, ...children);
    case 'spoiler':
      return el(
        'span',
        {
          className: 'spoiler',
          role: 'button',
          tabindex: '0',
          'aria-label': 'Hidden text',
          onclick: open,
          onkeydown: open,
        },
        ...children,
      );
    case 'blockquote':
      return el('blockquote', {}, ...children);
    case 'expandable_blockquote':
      return foldable(children);
    case 'date_time':
      return el('time', { title: new Date(entity.unix_time * 1000).toLocaleString() }, ...children);
    default:
      return el(tags[entity.type] ?? 'span', {}, ...children);
  }
}

function open(event) {
  if (event.type === 'keydown' && event.key !== 'Enter') return;
  event.currentTarget.classList.add('open');
  event.currentTarget.removeAttribute('aria-label');
}

function foldable(children) {
  const quote = el(
    'blockquote',
    { className: 'folded closed' },
    el('div', { className: 'inner' }, ...children),
  );
  quote.addEventListener('click', event => {
    if (!event.target.closest('a, .command, .spoiler')) quote.classList.toggle('closed');
  });
  return quote;
}

/** Only addresses of the web and of Telegram become links. */
function link(address, children, does) {
  if (!/^(https?|tg):/i.test(address)) return el('span', {}, ...children);
  return el(
    'a',
    {
      href: address,
      target: '_blank',
      rel: 'noopener noreferrer',
      title: address,
      onclick: event => does.link(address, event),
    },
    ...children,
  );
}

export const timeOf = seconds =>
  new Date(seconds * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });

export function dayOf(seconds) {
  const day = new Date(seconds * 1000);
  const sameYear = day.getFullYear() === new Date(now()).getFullYear();
  return day.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(!sameYear && { year: 'numeric' }),
  });
}
