import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { NewSubscription, Subscription } from '../../../src/deliveries/subscriptions/subscriptions.ts';
import { awaitingNews, nextRun, startOfDay } from '../../../src/digests/schedule.ts';
import type { Person } from '../../../src/local-telegram/local-telegram.ts';
import { world } from '../world.ts';
import { monthOfNews } from './month-news.ts';

const start = Date.UTC(2030, 0, 7);
const hour = 3_600_000;
type World = Awaited<ReturnType<typeof world>>;

const everyDay = [1, 2, 3, 4, 5, 6, 7];
type Wish = Pick<NewSubscription, 'weekdays' | 'times' | 'zone'> & Partial<NewSubscription>;

/** Five who want different things, at different times. `Ines Calloway` is looked up when she is known. */
const wishes: Record<string, Wish> = {
  everything: { weekdays: everyDay, times: ['08:00'], zone: 'UTC' },
  topics: {
    weekdays: [1, 3, 5],
    times: ['07:30', '18:00'],
    zone: 'America/New_York',
    topics: ['harbours', 'railways'],
  },
  person: { weekdays: everyDay, times: ['21:00'], zone: 'Asia/Kathmandu', words: ['"ines calloway"'] },
  words: {
    weekdays: everyDay,
    times: ['23:15'],
    zone: 'Europe/Berlin',
    quiet: { from: '22:00', to: '06:30' },
    words: ['strike', '"northern light"'],
    without: ['football'],
  },
  atOnce: {
    weekdays: everyDay,
    times: ['08:00'],
    zone: 'UTC',
    topics: ['orchards'],
    withoutSources: ['The Lantern'],
    atOnce: 3,
  },
};

test('a month of news: no one gets anything twice, and nothing that matched is missing', async () => {
  const w = await world({ start, seeds: false });
  const chats = new Map<string, { person: Person; id: number }>();
  for (const [name, wish] of Object.entries(wishes)) {
    const person = w.telegram.person(name);
    person.starts();
    await person.reads();
    const told = wish.atOnce ? { deliveredUpTo: 0, since: 0 } : {};
    const { id } = await w.library.subscriptions.add({
      origin: `month:${name}`,
      chatId: person.chat_id,
      threadId: null,
      userId: person.user.id,
      topics: [],
      people: [],
      length: 'full',
      most: 100,
      nextDue: wish.atOnce ? awaitingNews : nextRun(wish, start),
      created: start,
      ...wish,
      ...told,
    });
    chats.set(name, { person, id });
  }

  const articles = monthOfNews(7);
  const arrivals = [2, 9, 14, 22].flatMap((time, quarter) =>
    Array.from({ length: 30 }, (_, day) => ({
      moment: start + (day * 24 + time) * hour,
      readings: articles.filter((each, i) => each.day === day && i % 4 === quarter),
    })),
  );
  arrivals.sort((a, b) => a.moment - b.moment);
  for (const { moment, readings } of [...arrivals, { moment: start + 31 * 24 * hour, readings: [] }]) {
    for (let due = await w.library.subscriptions.soonest(); due !== null && due < moment; ) {
      await w.turnTo(Math.max(due, w.clock.now()));
      await w.quiet();
      due = await w.library.subscriptions.soonest();
    }
    w.clock.turnTo(Math.max(moment, w.clock.now()));
    for (const { reading } of readings)
      expect((await w.library.articles.add(reading, { now: moment })).outcome).toBe('loaded');
    await w.turnTo(w.clock.now());
    await w.quiet();
  }

  for (const [name, { person, id }] of chats) {
    const subscription = (await w.library.subscriptions.get(id))!;
    const told = factsIn(person);
    expect(told.length, name).toBe(new Set(told).size);
    expect(told.toSorted(), name).toEqual(await factsWanted(w, name, subscription));
    expect(told.length, name).toBeGreaterThan(20);
  }
  const atOnce = chats.get('atOnce')!;
  const days = Map.groupBy(
    digestsOf(atOnce.person).filter(({ text }) => !/\([2-9]\/\d+\)/.test(text)),
    ({ at }) => startOfDay('UTC', at),
  );
  expect(Math.max(...[...days.values()].map(list => list.length))).toBe(3);
});

function digestsOf(person: Person) {
  return person.chat().filter(({ from, text }) => from === 'bot' && text.includes('News'));
}

/** The facts that somebody was told in digests, by number, as often as they were. */
function factsIn(person: Person): number[] {
  return digestsOf(person).flatMap(({ text }) =>
    [...text.matchAll(/\bF(\d+)f/g)].map(([, number]) => Number(number)),
  );
}

/**
 * The facts of the articles that a subscription asks for, counted straight from the tables and the texts,
 * as far as they arrived before its last digest.
 */
async function factsWanted(w: World, name: string, subscription: Subscription): Promise<number[]> {
  const database = new Sqlite(w.file, { readonly: true });
  const rows = database
    .prepare(
      'SELECT articles.key, source, json FROM articles JOIN readings ON readings.article = articles.key',
    )
    .all() as { key: number; source: string; json: string }[];
  database.close();
  const wish = wishes[name]!;
  const found = new Set<number>();
  for (const { key, source, json } of rows) {
    const { text, topics } = JSON.parse(json) as { text: string; topics: { id: string }[] };
    const has = (words: string) => text.toLowerCase().includes(words.replaceAll('"', ''));
    const open = !wish.topics && !wish.words;
    const fits =
      open || topics.some(({ id }) => wish.topics?.includes(id)) || wish.words?.some(words => has(words));
    if (!fits || wish.without?.some(has) || wish.withoutSources?.includes(source)) continue;
    if (key > (subscription.deliveredUpTo ?? 0)) continue;
    for (const [, number] of text.matchAll(/\bF(\d+)f/g)) found.add(Number(number));
  }
  return [...found].sort();
}
