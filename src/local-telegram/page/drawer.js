import { byId, el } from './dom.js';
import { act, store, watch } from './store.js';

const drawer = byId('drawer');
const troubles = {
  429: '429: slow down, 5 s',
  403: '403: blocked',
  500: '500',
  gateway: '502 with HTML',
  reset: 'Reset before',
  lost: 'Sent, reply lost',
};
let list;

function open() {
  drawer.hidden = false;
  list = el('ol');
  drawer.replaceChildren(
    el(
      'div',
      {},
      el('h2', {}, 'Calls and faults'),
      el('button', { type: 'button', className: 'icon', 'aria-label': 'Close', onclick: close }, '✕'),
    ),
    el('div', { className: 'troubles' }),
    list,
  );
  drawFaults();
  list.append(...store.calls.filter(worthShowing).slice(-100).map(line).reverse());
}

function close() {
  drawer.hidden = true;
  list = undefined;
}

function drawFaults() {
  if (drawer.hidden) return;
  const active = store.faults.map(fault =>
    el(
      'button',
      { type: 'button', 'aria-pressed': 'true', onclick: () => act({ act: 'mend', id: fault.id }) },
      `${fault.label} ✕`,
    ),
  );
  drawer
    .querySelector('.troubles')
    .replaceChildren(
      el('p', {}, 'Let the bot’s next message go wrong:'),
      ...Object.entries(troubles).map(([trouble, label]) =>
        el('button', { type: 'button', onclick: () => act({ act: 'fault', trouble }) }, label),
      ),
      ...active,
    );
}

/** Polls that went well come every few seconds and tell nothing. */
const worthShowing = ({ method, error, fault }) => method !== 'getUpdates' || error || fault;

function line(call) {
  const { method, parameters, error, fault, lost } = call;
  const shown = JSON.stringify(parameters, (_, value) =>
    typeof value === 'string' && value.length > 160 ? `${value.slice(0, 160)}…` : value,
  );
  return el(
    'li',
    { className: error || fault ? 'bad' : '' },
    el('b', {}, method),
    error && el('div', { className: 'problem' }, `${error.code} ${error.description}`),
    !error &&
      fault &&
      el('div', { className: 'problem' }, lost ? `carried out, reply lost (${fault})` : fault),
    el('div', { className: 'given' }, shown === '{}' ? '' : shown),
  );
}

byId('drawer-button').addEventListener('click', () => (drawer.hidden ? open() : close()));

watch((what, detail) => {
  if (drawer.hidden) return;
  if (what === 'calls' && worthShowing(detail)) list.prepend(line(detail));
  if (what === 'calls' || what === 'faults' || what === 'room') drawFaults();
});
