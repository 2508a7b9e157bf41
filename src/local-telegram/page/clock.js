import { byId } from './dom.js';
import { act, now, watch } from './store.js';

const menu = byId('clock-menu');
const button = byId('clock-button');

function show() {
  const moment = new Date(now());
  byId('clock-day').textContent = moment.toLocaleDateString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  byId('clock-time').textContent = moment.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  byId('clock-time').dateTime = moment.toISOString();
}

/** The next 08:00 of this browser's zone. */
function nextMorning() {
  const morning = new Date(now());
  morning.setHours(8, 0, 0, 0);
  if (morning.getTime() <= now()) morning.setDate(morning.getDate() + 1);
  morning.setHours(8, 0, 0, 0);
  return morning.getTime();
}

function toggle(open) {
  menu.hidden = !open;
  button.setAttribute('aria-expanded', String(open));
}

function turn(to) {
  toggle(false);
  act({ act: 'turn', to });
}

button.addEventListener('click', event => {
  event.stopPropagation();
  toggle(menu.hidden);
});
document.addEventListener('click', event => {
  if (!menu.contains(event.target)) toggle(false);
});
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') toggle(false);
});
byId('next-morning').addEventListener('click', () => turn(nextMorning()));
byId('next-hour').addEventListener('click', () => turn(now() + 3_600_000));
byId('next-minute').addEventListener('click', () => turn(now() + 60_000));

watch(what => {
  if (what === 'clock' || what === 'room') show();
});
setInterval(show, 5000);
