import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fetcher } from '../../../src/sources/fetch/fetcher.ts';
import { type KnownItem, matchItems } from '../../../src/sources/items/match.ts';
import { createParser } from '../../../src/sources/parsing/parser.ts';
import { after } from '../../../src/sources/polling/after.ts';
import { pollFeed } from '../../../src/sources/polling/poll.ts';
import { newSource, type SourceState } from '../../../src/sources/polling/state.ts';
import { stillClock } from '../../../src/system/clock.ts';
import { allTitles, behaviours, day, days, hour, start } from '../behaviours.ts';
import { type FeedServer, fetcherFrom, startFeedServer } from '../feed-server.ts';

const clock = stillClock(start);
const parser = createParser();
let server: FeedServer;
let fetcher: Fetcher;
beforeAll(async () => {
  server = await startFeedServer(clock);
  fetcher = fetcherFrom(server, clock);
});
afterAll(() => Promise.all([fetcher.close(), parser.close(), server.close()]));

type Source = {
  name: string;
  host: string;
  state: SourceState;
  known: KnownItem[];
  taken: string[];
  events: string[];
};

test('takes every item once from each of forty kinds of servers, for weeks, and asks none too often', async () => {
  const played = behaviours();
  const sources = Object.entries(played).map(
    ([name, { handler, host = `${name}.example`, path }]): Source => {
      server.play(host, handler);
      return {
        name,
        host,
        state: newSource(server.url(host, path), start),
        known: [],
        taken: [],
        events: [],
      };
    },
  );
  const until = start + days * day;
  for (;;) {
    const due = Math.min(...sources.map(({ state }) => state.dueAt));
    if (due >= until) break;
    if (due > clock.now()) clock.turnTo(due);
    await Promise.all(
      sources.filter(({ state }) => state.dueAt <= due).map(source => ask(source, clock.now())),
    );
  }
  for (const source of sources) {
    const { titles = allTitles, events = [], closed = [] } = played[source.name]!;
    expect(source.taken.toSorted(), source.name).toEqual(titles.toSorted());
    expect(source.events, source.name).toEqual(events);
    const asked = server.seen
      .filter(({ host, path }) => host === source.host && path === '/feed')
      .map(({ at }) => at);
    const waits = asked.slice(1).map((at, n) => at - asked[n]!);
    expect(Math.min(...waits, day), source.name).toBeGreaterThanOrEqual(10 * 60_000);
    expect(Math.max(...waits, 0), source.name).toBeLessThanOrEqual(7 * day);
    for (const { from, to } of closed)
      expect(
        asked.filter(at => at > from && at < to),
        source.name,
      ).toEqual([]);
  }
  const asked = (host: string, path: string) =>
    server.seen.filter(seen => seen.host === host && seen.path === path).length;
  expect(asked('moved-301.example', '/feed')).toBe(3);
  expect(asked('moved-308.example', '/feed')).toBe(3);
  expect(asked('moved-302.example', '/feed')).toBeGreaterThan(50);
  expect(asked('moved-to-login.example', '/feed')).toBeGreaterThan(50);
  expect(Math.max(...server.mostAtOnce.values())).toBe(1);
});

async function ask(source: Source, now: number): Promise<void> {
  const { attempt, feed } = await pollFeed(source.state, { fetcher, parser }, now);
  const next = after(source.state, attempt, now, source.name);
  source.state = next.state;
  source.events.push(...next.events);
  if (!feed) return;
  const matched = matchItems(feed.items, source.known);
  const keys = new Set(matched.map(({ known }) => known.key));
  source.known = [...source.known.filter(({ key }) => !keys.has(key)), ...matched.map(({ known }) => known)];
  source.taken.push(...matched.filter(({ change }) => change !== 'same').map(({ item }) => item.title!));
}

test('asks as often as there is something new, between ten minutes and a day', () => {
  const now = start;
  const every = (gap: number, count = 20) => Array.from({ length: count }, (_, n) => now - n * gap);
  const waits = (published: number[], more = {}) =>
    after(
      newSource('https://a.example/', now),
      {
        kind: 'fetched',
        validators: null,
        movedTo: null,
        freshUntil: null,
        ttlMinutes: null,
        published,
        fingerprint: 'x',
        ...more,
      },
      now,
      'seed',
    ).state.dueAt - now;
  const about = (wait: number) => ({ least: wait, most: wait * 1.1 });
  for (const [published, { least, most }] of [
    [every(60_000), about(10 * 60_000)],
    [every(2 * hour), about(hour)],
    [every(30 * day), { least: 0.9 * day, most: day }],
    [[], about(hour)],
    [[now + 90 * day, now + 91 * day], about(hour)],
  ] as const) {
    expect(waits([...published])).toBeGreaterThanOrEqual(least);
    expect(waits([...published])).toBeLessThanOrEqual(most);
  }
  expect(waits(every(2 * hour), { ttlMinutes: 180 })).toBeGreaterThanOrEqual(3 * hour);
  expect(waits(every(2 * hour), { freshUntil: now + 5 * hour })).toBeGreaterThanOrEqual(5 * hour);
  // A list of ten hours' items is asked for within five, whatever it says.
  expect(waits(every(hour, 11), { freshUntil: now + 300 * day })).toBeLessThanOrEqual(5.5 * hour);
});

test('asks less and less often while it fails, never stops, and marks what has been missing for 90 days', () => {
  let state = newSource('https://a.example/', start);
  const events: string[] = [];
  const waits: number[] = [];
  for (let now = start; now < start + 200 * day; now = state.dueAt) {
    const next = after(state, { kind: 'failed', cause: 'missing', retryAt: null }, now, 'seed');
    waits.push(next.state.dueAt - now);
    events.push(...next.events.map(event => `${event} ${Math.floor((now - start) / day)}`));
    state = next.state;
  }
  expect(events).toEqual([expect.stringMatching(/^failing [1-3]$/), expect.stringMatching(/^missing 9\d$/)]);
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(10 * 60_000);
  expect(Math.max(...waits)).toBeLessThanOrEqual(7 * day);
  expect(waits.at(-1)).toBeGreaterThan(6 * day);
  const back = after(
    state,
    { kind: 'unchanged', validators: null, movedTo: null, freshUntil: null },
    state.dueAt,
    'seed',
  );
  expect(back.events).toEqual(['came-back']);
  expect(back.state).toMatchObject({ failures: 0, failingSince: null, missingSince: null, reported: null });
});

test('blames no source while this machine is offline', () => {
  const state = newSource('https://a.example/', start);
  const next = after(state, { kind: 'failed', cause: 'offline', retryAt: null }, start, 'seed');
  expect(next).toEqual({ state: { ...state, dueAt: start + 10 * 60_000 }, events: [] });
});
