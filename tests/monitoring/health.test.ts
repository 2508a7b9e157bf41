import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serveHealth } from '../../src/monitoring/health.ts';
import { openLibrary } from '../../src/store.ts';
import { stillClock } from '../../src/system/clock.ts';
import { scratch } from '../commands/cli.ts';
import { putInLine } from '../library/in-line.ts';

const hour = 3_600_000;
const start = Date.UTC(2030, 0, 7, 8);

/** The pages on a library with one subscription, due for an hour. */
async function serving(lastTick: number | null = start) {
  const library = openLibrary(join(scratch(), 'library.db'));
  const clock = stillClock(start);
  const health = await serveHealth(0, {
    library,
    clock,
    lastTick: () => (lastTick === null ? null : { wall: lastTick, monotonic: lastTick - start }),
  });
  onTestFinished(async () => {
    await health.close();
    library.close();
  });
  await library.subscriptions.add({
    origin: 'test',
    chatId: 7,
    threadId: null,
    userId: 7,
    topics: [],
    people: [],
    weekdays: [1],
    times: ['07:00'],
    zone: 'UTC',
    nextDue: start - hour,
    created: 0,
  });
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${health.port}${path}`);
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  };
  return { library, clock, get, port: health.port };
}

/** The samples by name and labels. */
function samples(text: string): Record<string, number> {
  const lines = text.split('\n').filter(line => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map(line => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
  );
}

test('the figures stand there as Prometheus reads them', async () => {
  const { library, get } = await serving();
  await putInLine(library, 1, { due: start - hour, texts: ['{}', '{}'], now: start - 60_000 });
  await library.outbox.sent((await library.outbox.next(7, start))!.id, 1, start);
  const { status, type, text } = await get('/metrics');
  expect(status).toBe(200);
  expect(type).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(samples(text)).toMatchObject({
    communique_articles: 0,
    'communique_subscriptions{state="active"}': 1,
    'communique_messages{state="waiting"}': 1,
    'communique_messages{state="unknown"}': 0,
    communique_messages_waiting_seconds: 60,
    communique_messages_sent_last_day: 1,
    communique_digests_due: 0,
    communique_last_tick_timestamp_seconds: start / 1000,
  });
  // Each metric is explained once, before its samples; each line has the form that the format asks for.
  const named = [...text.matchAll(/^# TYPE (\w+) gauge$/gm)].map(([, name]) => name);
  expect(new Set(named).size).toBe(named.length);
  for (const name of Object.keys(samples(text))) expect(named).toContain(name.replace(/\{.*/, ''));
  for (const line of text.trimEnd().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="\w+"\})? \d+(\.\d+)?(e[+-]?\d+)?)$/);
});

test('a digest that is never composed is noticed', async () => {
  const { get } = await serving();
  expect(samples((await get('/metrics')).text)).toMatchObject({
    communique_digests_due: 1,
    communique_digests_overdue_seconds: 3600,
  });
});

test('it is well while the scheduler keeps up, and before the first', async () => {
  const { clock, get } = await serving();
  expect(await get('/healthz')).toMatchObject({ status: 200, text: '{"ok":true,"articles":0}' });
  clock.turnTo(start + 11 * 60_000);
  expect(await get('/healthz')).toMatchObject({
    status: 503,
    text: expect.stringContaining('for 11 minutes'),
  });
  expect((await get('/elsewhere')).status).toBe(404);
  const unbegun = await serving(null);
  unbegun.clock.turnTo(start + hour);
  expect((await unbegun.get('/healthz')).status).toBe(200);
});

test('it is not well when the database does not answer', async () => {
  const { library, get } = await serving();
  library.close();
  expect((await get('/healthz')).status).toBe(503);
  expect((await get('/metrics')).status).toBe(503);
});

test('only this machine can reach it unless another address is named', async () => {
  // To a server on all addresses, this is one of them.
  const elsewhere = (port: number) => fetch(`http://127.0.0.2:${port}/healthz`).then(({ status }) => status);
  const { port, library, clock } = await serving();
  await expect(elsewhere(port)).rejects.toThrow('fetch failed');
  const open = await serveHealth(0, { library, clock, lastTick: () => null, host: '0.0.0.0' });
  expect(await elsewhere(open.port)).toBe(200);
  await open.close();
});
