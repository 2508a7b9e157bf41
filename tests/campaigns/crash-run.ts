import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { nextStrike } from '../../src/digests/schedule.ts';
import { openDatabase } from '../../src/library/database.ts';
import { openLibrary } from '../../src/library/library.ts';
import { startLocalTelegram } from '../../src/local-telegram/index.ts';
import { randomFrom } from '../bench/invented.ts';
import { article, itemsIn, topicOf } from './articles.ts';
import { type CrashFigures, crashFigures, type Life } from './crash-figures.ts';
import {
  createSubscribers,
  goThroughGuide,
  type Subscriber,
  slots,
  type Typed,
  typeCommand,
  wordsTyped,
} from './crash-people.ts';
import { createLedger } from './ledger.ts';
import { type BotProcess, startProcess } from './process.ts';
import { swiftClock } from './swift-clock.ts';

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
/** Milliseconds of the machine's time. */
const longest = 2500;
/** A life of the process ends after so many calls at the most. */
const mostCalls = 100;
/** People wait for their answers before they type more. */
const unansweredAtOnce = 40;
const beat = 25;
const settling = 60;
const patience = 600_000;
/** Nothing has come for so long: nothing will. */
const silence = 25_000;
const articlesARound = 2;
const guidesAtOnce = 8;

/** Kills the bot again and again while digests go out and people type, and counts what came of it. */
export async function runCrash(options: CrashOptions): Promise<CrashFigures> {
  const random = randomFrom(options.seed);
  const folder = mkdtempSync(join(tmpdir(), 'crash-'));
  const file = join(folder, 'communique.db');
  const clock = swiftClock({ base: start, since: Date.now(), speed, ahead: 0 });
  const telegram = await startLocalTelegram({
    clock,
    seed: options.seed,
    patience,
    queryLife: 10_000 * hour,
  });
  const library = openLibrary(file);
  const database = openDatabase(file);
  const beingSent = database.prepare(`SELECT chat_id AS chat, body FROM outbox WHERE state = 'sending'`);
  const told = new Set<string>();
  const answered = new Set<string>();
  const ledger = createLedger(telegram, ({ chat, items, message, text }) => {
    if (message === null) return;
    for (const item of items) told.add(`${chat}:${item}`);
    for (const [word] of text.matchAll(wordsTyped)) answered.add(word);
  });
  const { subscribed, guided } = await createSubscribers(telegram, library, {
    count: options.subscribers,
    now: clock.now(),
    firstDue: time =>
      nextStrike({ weekdays: [1, 2, 3, 4, 5, 6, 7], times: [time], zone: 'UTC' }, clock.now()),
  });
  const everybody = [...subscribed, ...guided];
  const typed: Typed[] = [];
  const lives: Life[] = [];
  const pick = <Item>(from: Item[]) => from[Math.floor(random() * from.length)]!;
  let articles = 0;
  let bot: BotProcess;
  let conversations = 0;
  let open = 0;
  const failed: unknown[] = [];
  const underWay = new Set<Subscriber>();

  const spawn = () => {
    bot = startProcess({
      token: telegram.token,
      apiRoot: telegram.apiRoot,
      database: file,
      pace: clock.pace,
      log: options.log ?? 'silent',
    });
  };

  /** To shortly after the next time of day at which digests are due; `fresh` articles come before it. */
  async function nextRound(fresh: number): Promise<void> {
    for (let i = 0; i < fresh; i += 1) {
      articles += 1;
      await library.articles.add(article(articles), { now: clock.now() });
    }
    const times = slots.map(time =>
      nextStrike({ weekdays: [1, 2, 3, 4, 5, 6, 7], times: [time], zone: 'UTC' }, clock.now()),
    );
    const ahead = clock.pace.ahead + Math.min(...times) - clock.now() + 1000;
    clock.leapTo(ahead);
    bot.leap({ ahead });
  }

  /** How many of the articles that must have been told by now have not been; counted from the calls alone. */
  function backlog(): number {
    let missing = 0;
    for (const { place, topic, from } of everybody) {
      // What came within the last day may not have been due yet.
      const dueTo = articles - articlesARound * slots.length;
      for (let item = from ?? articles; item <= dueTo; item += 1)
        if ((topic === null || topicOf(item) === topic) && !told.has(`${place.chat_id}:${item}`))
          missing += 1;
    }
    return missing;
  }

  function act(): void {
    ledger.collect();
    if (random() < 0.35 && typed.length - answered.size < unansweredAtOnce)
      typed.push(typeCommand(pick(everybody), typed.length, random));
    const share = lives.length / Math.max(1, options.kills);
    const wanted = Math.ceil(Math.min(1, share * 1.1) * guided.length);
    if (articles > 0 && conversations < wanted && open < guidesAtOnce) {
      const subscriber = guided[conversations]!;
      conversations += 1;
      open += 1;
      underWay.add(subscriber);
      goThroughGuide(subscriber, random)
        .then(() => {
          subscriber.from = articles + 1;
        })
        .catch(error => failed.push(error))
        .finally(() => {
          open -= 1;
          underWay.delete(subscriber);
        });
    }
  }

  /** Acts again and again for so long, or until `acting` gives false. */
  async function actFor(ms: number, acting: () => unknown = act): Promise<void> {
    for (const end = Date.now() + ms; Date.now() < end; ) {
      if (acting() === false) return;
      await pause(Math.min(beat, Math.max(0, end - Date.now())));
    }
  }

  async function kill(): Promise<void> {
    await bot.kill();
    const killed = Date.now();
    await pause(settling);
    ledger.collect();
    const rows = beingSent.all() as { chat: number; body: string }[];
    const sending = rows.flatMap(({ chat, body }) =>
      itemsIn((JSON.parse(body) as { text: string }).text).map(item => `${chat}:${item}`),
    );
    lives.push({ lastCall: ledger.last, killed, sending: new Set(sending) });
  }

  /** Lets the bot be until no more comes. */
  async function settle(): Promise<void> {
    let calls = -1;
    let since = Date.now();
    while (Date.now() - since < silence) {
      await actFor(200, () => ledger.collect());
      const done = answered.size === typed.length && open === 0 && telegram.pendingUpdates() === 0;
      if (ledger.entries.length !== calls) since = Date.now();
      calls = ledger.entries.length;
      if (done && Date.now() - since > 1500) return;
    }
  }

  try {
    for (const subscriber of subscribed) typed.push(typeCommand(subscriber, typed.length, random));
    spawn();
    await nextRound(articlesARound);
    while (answered.size < typed.length) await actFor(beat, ledger.collect);
    let sinceRound = 0;
    while (lives.length < options.kills) {
      if (random() >= 0.12) {
        let up = false;
        void bot!.started.then(() => {
          up = true;
        });
        while (!up) await actFor(beat);
        if (sinceRound >= 1 + Math.floor(random() * 3) && backlog() === 0) {
          await nextRound(articlesARound);
          sinceRound = 0;
        }
      }
      // Reckoned in calls, so that as much happens on a slow machine as on a fast one.
      const end = ledger.entries.length + Math.floor(random() * mostCalls);
      const ms = random() < 0.3 ? random() * longest : longest;
      await actFor(ms, () => {
        act();
        return ledger.entries.length < end;
      });
      await kill();
      sinceRound += 1;
      options.onLife?.(
        `kill ${lives.length}: ${articles} articles, ${ledger.entries.length} calls, ${lives.at(-1)!.sending.size} parts being sent, ${conversations} conversations, ${typed.length} commands`,
      );
      spawn();
    }
    await bot!.started;
    await settle();
    for (const _ of slots) {
      await nextRound(0);
      await settle();
    }
    for (const error of failed) options.onLife?.(String(error));
    for (const { place } of underWay)
      options.onLife?.(
        `unfinished:\n${place
          .chat()
          .map(({ from, text, buttons }) => `${from}: ${text.slice(0, 200)} ${buttons.flat().join(' | ')}`)
          .join('\n')}`,
      );
    return await crashFigures({
      library,
      subscribers: everybody.filter(({ from }) => from !== null),
      conversations,
      unfinished: failed.length + open,
      articles,
      typed,
      entries: ledger.entries,
      lives,
    });
  } finally {
    await bot!.kill();
    clock.stop();
    await telegram.close();
    library.close();
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
