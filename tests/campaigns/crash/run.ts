import { setImmediate as breath, setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../../src/database/database.ts';
import { deliveriesSchema } from '../../../src/database/migrations/deliveries/index.ts';
import { deliveriesPath } from '../../../src/database/two-files.ts';
import { nextRun } from '../../../src/digests/schedule.ts';
import { randomFrom } from '../../bench/invented.ts';
import { itemsIn, topicOf } from '../articles.ts';
import { type BotProcess, standBy } from '../process.ts';
import { everyDay, openStage } from '../stage.ts';
import { swiftClock } from '../swift-clock.ts';
import { type CrashFigures, crashFigures, type Life } from './figures.ts';
import {
  createConversations,
  createSubscribers,
  type Subscriber,
  slots,
  type Typed,
  typeCommand,
  wordsTyped,
} from './people.ts';
import { createTrace } from './trace.ts';

export type CrashOptions = {
  kills: number;
  subscribers: number;
  seed: number;
  /** What the bot logs, as pino's levels; `silent` unless told. */
  log?: string;
  onLife?(line: string): void;
};

const start = Date.UTC(2030, 0, 7, 1);
const hour = 3_600_000;
const speed = 10;
/** A life of the process ends after so many calls, or milliseconds of the machine's time, at the most. */
const mostCalls = 60;
const longest = 1500;
/** So many lives in a hundred end before the start is over. */
const earlyDeaths = 12;
/** People wait for their answers before they type more. */
const unansweredAtOnce = 40;
const beat = 20;
/** So many rounds of the event loop without a call: the server has dealt with all that came before a kill. */
const settling = 50;
const patience = 600_000;
/** Nothing has come for so long: nothing will. */
const silence = 25_000;
/** What should not come has so long to come. */
const stillness = 500;
const articlesARound = 2;
/** How often new articles come and digests fall due, with 1 for once in each life. */
const roundsALife = 0.4;

const firstDue = (time: string, now: number) =>
  nextRun({ weekdays: everyDay, times: [time], zone: 'UTC' }, now);

/** Kills the bot again and again while digests go out and people type, and counts what came of it. */
export async function runCrash(options: CrashOptions): Promise<CrashFigures> {
  const random = randomFrom(options.seed);
  const clock = swiftClock({ base: start, since: Date.now(), speed, ahead: 0 });
  const answered = new Set<string>();
  const stage = await openStage('crash', {
    clock,
    seed: options.seed,
    patience,
    queryLife: 10_000 * hour,
    onEntry: ({ text, message }) => {
      if (message !== null) for (const [word] of text.matchAll(wordsTyped)) answered.add(word);
    },
  });
  const { telegram, library, ledger, file } = stage;
  const atKill = deathReader(file);
  const trace = createTrace(telegram, file);
  const { subscribed, guided } = await createSubscribers(stage, {
    count: options.subscribers,
    firstDue: time => firstDue(time, clock.now()),
  });
  const everybody = [...subscribed, ...guided];
  const typed: Typed[] = [];
  const lives: Life[] = [];
  const conversations = createConversations(stage, guided, random);

  const wake = (): BotProcess =>
    standBy({
      token: telegram.token,
      apiRoot: telegram.apiRoot,
      database: file,
      log: options.log ?? 'silent',
    });
  let bot = wake();
  let next = wake();

  /** To shortly after the next time of day at which digests are due; `fresh` articles come before it. */
  async function nextRound(fresh: number): Promise<void> {
    await stage.publish(fresh);
    const times = slots.map(time => firstDue(time, clock.now()));
    const ahead = clock.pace.ahead + Math.min(...times) - clock.now() + 1000;
    clock.leapTo(ahead);
    bot.leap(ahead);
  }

  const backlog = (last: number) => backlogOf(everybody, last, stage);

  function act(): void {
    ledger.collect();
    trace.collect();
    for (let hand = 0; hand < 3; hand += 1) {
      if (random() > 0.3 || typed.length - answered.size >= unansweredAtOnce) continue;
      const subscriber = everybody[Math.floor(random() * everybody.length)]!;
      typed.push(typeCommand(subscriber, typed.length, random));
    }
    const share = lives.length / Math.max(1, options.kills);
    const wanted = Math.ceil(Math.min(1, share * 1.1) * guided.length);
    if (stage.articles > 0) conversations.beginUpTo(wanted);
  }

  /** Starts the next process, and waits until it is up or, now and then, not. */
  async function rise(): Promise<void> {
    bot = next;
    next = wake();
    bot.begin(clock.pace);
    if (random() * 100 < earlyDeaths) return;
    let up = false;
    void bot.started.then(() => {
      up = true;
    });
    while (!up) await repeatFor(beat, act);
    // What came within the last day may not have been due yet.
    const late = backlog(stage.articles - articlesARound * slots.length) > 0;
    if (late || random() > roundsALife) return;
    await nextRound(articlesARound);
  }

  async function live(): Promise<void> {
    // Reckoned in calls, so that as much happens on a slow machine as on a fast one.
    const end = ledger.entries.length + Math.floor(random() * mostCalls);
    const ms = random() < 0.3 ? random() * longest : longest;
    await repeatFor(ms, () => {
      act();
      return ledger.entries.length < end;
    });
    await bot.kill();
    await callsHandled(ledger);
    trace.killed();
    lives.push({ lastCall: ledger.last, ...atKill.read() });
    options.onLife?.(
      `kill ${lives.length}: ${stage.articles} articles, ${ledger.entries.length} calls, ${lives.at(-1)!.sending.size} parts being sent, ${conversations.begun} conversations, ${typed.length} commands`,
    );
  }

  const settle = (done: () => boolean) => settled(ledger, done);

  try {
    for (const subscriber of subscribed) typed.push(typeCommand(subscriber, typed.length, random));
    bot.begin(clock.pace);
    await bot.started;
    await nextRound(articlesARound);
    while (answered.size < typed.length) await repeatFor(beat, ledger.collect);
    while (lives.length < options.kills) {
      await live();
      await rise();
    }
    await bot.started;
    const allAnswered = () => answered.size === typed.length && conversations.underWay.size === 0;
    await settle(() => allAnswered() && telegram.pendingUpdates() === 0);
    for (const _ of slots) {
      await nextRound(0);
      await settle(allAnswered);
    }
    await settle(() => allAnswered() && backlog(stage.articles) === 0);
    trace.collect();
    for (const { place } of conversations.underWay)
      options.onLife?.(
        [`unfinished: the conversation in ${place.chat_id}`, ...trace.of(place.chat_id)].join('\n  '),
      );
    for (const error of conversations.failed) options.onLife?.(String(error));
    return await crashFigures({
      library,
      subscribers: everybody.filter(({ from }) => from !== null),
      conversations: conversations.begun,
      unfinished: conversations.underWay.size,
      articles: stage.articles,
      typed,
      entries: ledger.entries,
      lives,
      onOdd: line => options.onLife?.(line),
    });
  } finally {
    await Promise.all([bot.kill(), next.kill()]);
    clock.stop();
    atKill.close();
    trace.close();
    await stage.close();
  }
}

type Stage = Awaited<ReturnType<typeof openStage>>;

/** How many articles up to `last` are still to be sent to subscribers; counted from the calls alone. */
function backlogOf(subscribers: Subscriber[], last: number, { wasTold }: Stage): number {
  let missing = 0;
  for (const { place, topic, from } of subscribers)
    for (let item = from ?? last + 1; item <= last; item += 1)
      if ((topic === null || topicOf(item) === topic) && !wasTold(place.chat_id, item)) missing += 1;
  return missing;
}

/** Does something again and again for `ms` milliseconds, or until it gives false. */
async function repeatFor(ms: number, doing: () => unknown): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end; await pause(beat)) if (doing() === false) return;
}

/** Waits until the server has dealt with all calls that came before a kill. */
async function callsHandled(ledger: Stage['ledger']): Promise<void> {
  for (let rounds = 0, last = -1; rounds < settling; rounds += 1) {
    await breath();
    ledger.collect();
    if (ledger.last !== last || ledger.waiting > 0) rounds = 0;
    last = ledger.last;
  }
}

/** Leaves the bot alone until `done`, or until no more calls come. */
async function settled(ledger: Stage['ledger'], done: () => boolean): Promise<void> {
  let calls = -1;
  for (let since = Date.now(); Date.now() - since < silence; ) {
    await repeatFor(100, ledger.collect);
    if (ledger.entries.length !== calls) since = Date.now();
    calls = ledger.entries.length;
    if (Date.now() - since > stillness && done()) return;
  }
}

/** What the database holds when the process is gone: which parts were being sent, which words have no kept answer. */
function deathReader(file: string) {
  const database = openDatabase(deliveriesPath(file), deliveriesSchema);
  const parts = database.prepare(
    `select chat_id as chat, (select text from message_bodies where message_bodies.id = body_id) as body
     from outbox where state = 'sending'`,
  );
  const updates = database.prepare(
    `select body from inbox where state = 'waiting'
       and not exists (select 1 from replies where replies.update_id = inbox.update_id)`,
  );
  return {
    read(): Pick<Life, 'sending' | 'unanswered'> {
      const rows = parts.all() as { chat: number; body: string }[];
      const words = (updates.pluck().all() as string[]).flatMap(body => body.match(wordsTyped) ?? []);
      return {
        sending: new Set(
          rows.flatMap(({ chat, body }) =>
            itemsIn((JSON.parse(body) as { text: string }).text).map(item => `${chat}:${item}`),
          ),
        ),
        unanswered: new Set(words),
      };
    },
    close: () => {
      database.close();
    },
  };
}
