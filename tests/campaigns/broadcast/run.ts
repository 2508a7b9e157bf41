import { startApp } from '../../../src/app.ts';
import type { Person } from '../../../src/local-telegram/local-telegram.ts';
import { createLog } from '../../../src/system/log.ts';
import { weightOf } from '../../../src/telegram/rate-limit.ts';
import { randomFrom } from '../../bench/invented.ts';
import type { Entry } from '../ledger.ts';
import { type Choice, openStage } from '../stage.ts';
import { passingClock } from './passing-clock.ts';

export type BroadcastOptions = {
  /** Private chats and groups; every fiftieth group is a forum with a digest in each of its topics. */
  people: number;
  groups: number;
  seed: number;
  /** Milliseconds that a call is on its way, there and back. */
  latency: number;
  /** Whether the owner pays for broadcasts. */
  paid?: boolean;
  log?: string;
};

export type BroadcastFigures = {
  digests: number;
  lost: number;
  /** Calls that were answered 429, and those made before the time that one of these named. */
  refused: number;
  early: number;
  /** Calls that the bot offered to pay for. */
  paid: number;
  /** Seconds of the clock: from the time at which all were due until the last has come, and what the limits need. */
  taken: number;
  needed: number;
  /** Messages a second that this Telegram takes in all. */
  limit: number;
  /** What was typed meanwhile, and how long the answers took, in milliseconds of the clock. */
  commands: number;
  unanswered: number;
  median: number;
  slowest: number;
};

const minute = 60_000;
const start = Date.UTC(2030, 0, 7, 5);
const due = start + 180 * minute;
const topicsAForum = 8;
const everyForum = 50;
/** Somebody types once in so many milliseconds, about. */
const typedEvery = 5000;

/** Telegram's published limits: 30 messages a second in all, one a second in a chat, 20 a minute in a group. */
const published = { overall: 30, chat: 1, group: 20 / 60 };

/** A morning on which everybody's digest is due at once, while people type. */
export async function runBroadcast(options: BroadcastOptions): Promise<BroadcastFigures> {
  const { people, groups, seed, latency } = options;
  const random = randomFrom(seed);
  const passing = passingClock(start);
  const answers = new Map<string, number>();
  const stage = await openStage('broadcast', {
    clock: passing.serverClock,
    seed,
    latency,
    flood: true,
    onEntry: ({ text, message, at }) => {
      const [word] = /qx\d+x/.exec(text) ?? [];
      if (word && message !== null && !answers.has(word)) answers.set(word, at);
    },
  });
  const { telegram, ledger } = stage;
  const persons: Person[] = [];
  const choices: Choice[] = [];
  const wants = (chatId: number, userId: number, threadId?: number) =>
    choices.push({
      chatId,
      userId,
      ...(threadId !== undefined && { threadId }),
      time: '08:00',
      nextDue: due,
      length: 'headlines',
    });
  for (let number = 0; number < people; number += 1) {
    const person = telegram.person(`Person ${number}`);
    person.starts();
    persons.push(person);
    wants(person.chat_id, person.user.id);
  }
  for (let number = 0; number < groups; number += 1) {
    const admin = persons[number % persons.length]!;
    const forum = number % everyForum === 0;
    const group = telegram.group(`Group ${number}`, {
      admins: [admin],
      ...(forum && { kind: 'supergroup', forum: true }),
    });
    if (!forum) wants(group.id, admin.user.id);
    else
      for (let topic = 0; topic < topicsAForum; topic += 1)
        wants(group.id, admin.user.id, admin.in(group).opensTopic(`Topic ${topic}`).id);
  }
  await stage.subscribe(shuffled(choices, random));
  await stage.publish(3);
  await passing.during(forgetUpdates(telegram));
  const app = await passing.during(
    startApp({
      token: telegram.token,
      apiRoot: telegram.apiRoot,
      library: stage.library,
      clock: passing.clock,
      log: createLog(options.log ?? 'silent'),
      zone: 'UTC',
      paidBroadcasts: options.paid ?? false,
    }),
  );
  try {
    await passing.during(passing.clock.sleep(due - passing.clock.now()));
    const typed = new Map<string, number>();
    const first = ledger.entries.length;
    let ended = false;
    const typing = (async () => {
      while (!ended) {
        await passing.clock.sleep(Math.round(2 * typedEvery * random()));
        if (ended) return;
        const word = `qx${typed.size}x`;
        typed.set(word, passing.clock.now());
        persons[Math.floor(random() * persons.length)]!.says(`/who ${word}`);
      }
    })();
    const lacking = new Set(choices.keys());
    let seen = first;
    let last = due;
    const byPlace = Map.groupBy(choices.keys(), at => placeOf(choices[at]!));
    const arrived = () => {
      ledger.collect();
      for (; seen < ledger.entries.length; seen += 1) {
        const { chat, thread, items, message, at } = ledger.entries[seen]!;
        if (message === null || items.length === 0) continue;
        for (const which of byPlace.get(`${chat}:${thread ?? ''}`) ?? []) lacking.delete(which);
        last = at;
      }
      return lacking.size === 0 || passing.clock.now() > due + 180 * minute;
    };
    void app.tick();
    await passing.pass(arrived);
    ended = true;
    await passing.during(typing);
    await passing.pass(() => {
      ledger.collect();
      return answers.size === typed.size || passing.clock.now() > last + 10 * minute;
    });
    const calls = ledger.entries.slice(first).filter(({ at }) => at <= last);
    const times = [...typed].map(([word, at]) => (answers.get(word) ?? Number.POSITIVE_INFINITY) - at);
    times.sort((a, b) => a - b);
    const limit = telegram.overallLimit();
    return {
      digests: choices.length,
      lost: lacking.size,
      refused: calls.filter(({ refused }) => refused === 429).length,
      early: telegram.slips.filter(({ slip }) => slip.includes('retry_after')).length,
      paid: calls.filter(({ paid }) => paid).length,
      taken: (last - due) / 1000,
      needed: neededFor(calls, limit),
      limit,
      commands: times.length,
      unanswered: times.filter(time => !Number.isFinite(time)).length,
      median: times[times.length >> 1] ?? 0,
      slowest: times.at(-1) ?? 0,
    };
  } finally {
    await passing.during(app.stop());
    passing.stop();
    await stage.close();
  }
}

/** In an order by chance, as people come. */
function shuffled<Item>(items: Item[], random: () => number): Item[] {
  const keyed = items.map(item => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

const placeOf = ({ chatId, threadId }: Choice) => `${chatId}:${threadId ?? ''}`;

/**
 * The seconds that the limits need for these calls, however they are made: each limit by itself, the slowest of
 * them. Telegram's limit in all is "about" 30: where this Telegram takes fewer, that counts.
 */
function neededFor(calls: Entry[], limit: number): number {
  const accepted = calls.filter(({ message }) => message !== null);
  const weight = (entries: Entry[]) => entries.reduce((sum, entry) => sum + weightOf(entry), 0);
  const overall = weight(accepted) / Math.min(published.overall, limit);
  const chats = [...Map.groupBy(accepted, ({ chat }) => chat)].map(([chat, entries]) =>
    chat < 0 ? (entries.length - 20) / published.group : (entries.length - 1) / published.chat,
  );
  return Math.max(overall, ...new Set(chats));
}

/** What was done before the bot was there is not told to it. */
async function forgetUpdates({ apiRoot, token }: { apiRoot: string; token: string }): Promise<void> {
  const ask = async (query: string) => {
    const answer = await fetch(`${apiRoot}/bot${token}/getUpdates?${query}`);
    return ((await answer.json()) as { result: { update_id: number }[] }).result;
  };
  const [newest] = await ask('offset=-1');
  if (newest) await ask(`offset=${newest.update_id + 1}&timeout=0`);
}
