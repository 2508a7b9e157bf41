import { byId, el } from './dom.js';

/** A short notice that goes by itself. */
export function toast(words) {
  const notice = el('div', { className: 'toast' }, words);
  byId('toasts').append(notice);
  setTimeout(() => notice.remove(), 2500 + words.length * 40);
}

/** A notice that stays until OK is pressed. */
export function alertBox(words) {
  const box = byId('alert');
  box.querySelector('p').textContent = words;
  box.showModal();
}
