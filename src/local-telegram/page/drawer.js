import { byId, el } from './dom.js';
import { act, store, watch } from './store.js';

const drawer = byId('drawer');
const troubles = {
  429: '429: too many requests',
  500: '500: internal error',
  gateway: '502 with HTML',
  reset: 'Connection dies before',
  lost: 'Sent, reply lost',
  403: '403: blocked',
  topic: '400: topic gone',
};
const frequencies = { once: 'once', thrice: 'three times', chance: 'half of the time', always: 'every time' };
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
    chooser(),
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

const choice = (name, label, words) =>
  el(
    'select',
    { name, 'aria-label': label },
    ...Object.entries(words).map(([value, shown]) => el('option', { value }, shown)),
  );

function chooser() {
  const trouble = choice('trouble', 'What goes wrong', troubles);
  const often = choice('often', 'How often', frequencies);
  const seconds = el('input', { type: 'number', min: '1', max: '86400', value: '5', required: true });
  const wait = el('label', {}, 'Seconds', seconds);
  const showWait = () => {
    wait.hidden = trouble.value !== '429';
    seconds.disabled = wait.hidden;
  };
  trouble.value = '429';
  trouble.addEventListener('change', showWait);
  showWait();
  const switchOn = event => {
    event.preventDefault();
    act({ act: 'fault', trouble: trouble.value, often: often.value, seconds: Number(seconds.value) });
  };
  return el(
    'form',
    { className: 'chooser', onsubmit: switchOn },
    el('p', {}, 'Let the bot’s next messages go wrong:'),
    trouble,
    often,
    wait,
    el('button', { type: 'submit' }, 'Switch on'),
  );
}

const timesLeft = ({ left, chance }) =>
  left !== undefined ? `${left}×` : chance !== undefined ? 'half of the time' : 'every time';

function drawFaults() {
  if (drawer.hidden) return;
  const active = store.faults.map(fault =>
    el(
      'button',
      { type: 'button', 'aria-pressed': 'true', onclick: () => act({ act: 'mend', id: fault.id }) },
      `${fault.label}, ${timesLeft(fault)} ✕`,
    ),
  );
  drawer.querySelector('.troubles').replaceChildren(...active);
}

/** Polls that went well come every few seconds and tell nothing. */
const worthShowing = ({ method, error, fault }) => method !== 'getUpdates' || error || fault;

/** What happened to the connection instead of an answer. */
const onTheWire = {
  'reset-before': 'the connection died before it was carried out',
  'reset-after': 'carried out, then the connection died',
  truncated: 'carried out, then the reply broke off',
  'bad-gateway': '502 with a page of HTML',
  stall: 'no reply at all',
};

function line(call) {
  const { method, parameters, error, fault } = call;
  const problem = onTheWire[fault] ?? (error && `${error.code} ${error.description}`);
  const shown = JSON.stringify(parameters, (_, value) =>
    typeof value === 'string' && value.length > 160 ? `${value.slice(0, 160)}…` : value,
  );
  return el(
    'li',
    { className: error || fault ? 'bad' : '' },
    el('b', {}, method),
    problem && el('div', { className: 'problem' }, problem),
    el('div', { className: 'given' }, shown === '{}' ? '' : shown),
  );
}

byId('drawer-button').addEventListener('click', () => (drawer.hidden ? open() : close()));

watch((what, detail) => {
  if (drawer.hidden) return;
  if (what === 'calls' && worthShowing(detail)) list.prepend(line(detail));
  if (what === 'calls' || what === 'faults' || what === 'room') drawFaults();
});
