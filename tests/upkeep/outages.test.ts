import { expect, test } from 'vitest';
import type { Person } from '../../src/local-telegram/local-telegram.ts';
import { due, hour, marked, subscribe } from '../journeys/subscribers.ts';
import { type PassingWorld, passingWorld } from './passing-world.ts';

const second = 1000;
const minute = 60 * second;

/** How Telegram goes away, and comes back when the function given back is called. */
const outages: Record<string, (w: PassingWorld) => Promise<() => Promise<void> | void>> = {
  'connections are refused': async w => (await w.telegram.refuses()).undo,
  'every call gets a 502': async w => w.telegram.fails({ method: '*', with: 'bad-gateway' }).undo,
  'every connection is cut': async w => w.telegram.fails({ method: '*', with: 'reset-before' }).undo,
};

const cases = Object.keys(outages).flatMap(name => [100 * second, 20 * minute].map(ms => ({ name, ms })));

test.each(cases)(
  '$name for $ms ms from 08:00: all is delivered within 30 s of the end',
  async ({ name, ms }) => {
    const w = await passingWorld(due - hour);
    const people: Person[] = [];
    for (let number = 0; number < 12; number += 1) {
      const person = await w.newcomer(`Person ${number}`);
      await subscribe(w, person.chat_id);
      people.push(person);
    }
    await w.pass(due - w.now() - second);
    const comesBack = await outages[name]!(w);
    await w.pass(2 * second);
    people[0]!.says('/who qx7x');
    await w.pass(ms - 2 * second);
    await comesBack();
    const back = w.now();
    const served = () =>
      people.every(person => person.chat().some(({ text }) => text.includes('Your first digest'))) &&
      people[0]!.chat().some(({ from, text }) => from === 'bot' && text.includes('qx7x'));
    await w.passUntil(served, 3 * hour);
    expect(served()).toBe(true);
    expect(w.now() - back).toBeLessThanOrEqual(30 * second);
  },
);

test('one alone: a bot with a single subscriber delivers as soon after an outage', async () => {
  const w = await passingWorld(due - hour);
  const person = await w.newcomer('Ann');
  await subscribe(w, person.chat_id);
  await w.pass(due - w.now() - second);
  const { undo } = w.telegram.fails({ method: '*', with: 'bad-gateway' });
  await w.pass(20 * minute);
  undo();
  const back = w.now();
  await w.passUntil(() => person.chat().some(({ text }) => text.includes('Your first digest')), 3 * hour);
  expect(w.now() - back).toBeLessThanOrEqual(30 * second);
});

test('a chat that fails by itself holds up no one, and its own pauses grow', async () => {
  const w = await passingWorld(due - hour);
  const ann = await w.newcomer('Ann');
  const bob = await w.newcomer('Bob');
  await subscribe(w, ann.chat_id);
  await subscribe(w, bob.chat_id);
  w.telegram.fails({ method: 'sendMessage', chat: ann.chat_id, with: 'bad-gateway' });
  await w.pass(due - w.now() + minute);
  const tries = () =>
    w.telegram.callsOf('sendMessage').filter(({ parameters, at }) => {
      return parameters.chat_id === ann.chat_id && at >= due;
    });
  expect(bob.chat().some(({ text }) => text.includes('Your first digest'))).toBe(true);
  await w.pass(20 * minute);
  const gaps = tries().map(({ at }, index, all) => at - (all[index - 1]?.at ?? at));
  expect(gaps.map(gap => Math.round(gap / second))).toEqual([0, 5, 60, 600]);
});

test('where every third chat fails by itself, the others are served within half a minute', async () => {
  const w = await passingWorld(due - hour);
  const well: Person[] = [];
  const failing: Person[] = [];
  for (let number = 0; number < 90; number += 1) {
    const person = await w.newcomer(`Person ${number}`);
    await subscribe(w, person.chat_id);
    (number % 6 < 2 ? failing : well).push(person);
  }
  for (const { chat_id } of failing)
    w.telegram.fails({ method: 'sendMessage', chat: chat_id, times: 3, with: 'bad-gateway' });
  await w.pass(due - w.now());
  const served = (people: Person[]) =>
    people.every(person => person.chat().some(({ text }) => text.includes('Your first digest')));
  await w.passUntil(() => served(well), hour);
  expect(w.now() - due).toBeLessThanOrEqual(30 * second);
  await w.passUntil(() => served(failing), hour);
  expect(served(failing)).toBe(true);
});

test('the program ends during an outage: after it all is delivered, once and unmarked', async () => {
  const w = await passingWorld(due - hour);
  const ann = await w.newcomer('Ann');
  await subscribe(w, ann.chat_id);
  await w.pass(due - w.now() - second);
  const { undo } = await w.telegram.refuses();
  await w.pass(5 * minute);
  await w.restart(undo);
  await w.pass(minute);
  const digests = ann.chat().filter(({ text }) => text.includes('Your first digest'));
  expect(digests.map(({ text }) => text.startsWith(marked))).toEqual([false]);
});

test('the program starts during an outage: it delivers within 30 s of the end', async () => {
  const w = await passingWorld(due - hour);
  const ann = await w.newcomer('Ann');
  await subscribe(w, ann.chat_id);
  const away = 10 * minute;
  let back = 0;
  await w.restart(async () => {
    const { undo } = await w.telegram.refuses();
    w.after(due + away - w.now(), async () => {
      await undo();
      back = w.now();
    });
  });
  await w.passUntil(() => ann.chat().some(({ text }) => text.includes('Your first digest')), hour);
  expect(back).toBeGreaterThanOrEqual(due + away);
  expect(w.now() - back).toBeLessThanOrEqual(30 * second);
});

test('while no message gets through for an hour but other calls do, none is given up', async () => {
  const w = await passingWorld(due - hour);
  const people: Person[] = [];
  for (let number = 0; number < 6; number += 1) {
    const person = await w.newcomer(`Person ${number}`);
    await subscribe(w, person.chat_id);
    people.push(person);
  }
  await w.pass(due - w.now() - second);
  const { undo } = w.telegram.fails({ method: 'sendMessage', with: 'bad-gateway' });
  await w.pass(hour);
  expect(await w.library.outbox.counts()).not.toHaveProperty('failed');
  undo();
  await w.pass(hour);
  for (const person of people)
    expect(person.chat().filter(({ text }) => text.includes('Your first digest'))).toHaveLength(1);
});
