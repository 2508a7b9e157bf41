import { setImmediate as breath, setTimeout as pause } from 'node:timers/promises';
import { startApp } from '../../../src/app.ts';
import { type Clock, stillClock } from '../../../src/system/clock.ts';
import { createLog } from '../../../src/system/log.ts';
import { defaultRateLimit } from '../../../src/telegram/rate-limit.ts';
import { randomFrom } from '../../bench/invented.ts';
import type { Entry } from '../ledger.ts';
import { openStage } from '../stage.ts';
import { type Chat, createChats, idOf, idsOf } from './chats.ts';
import { type FaultFigures, faultFigures } from './figures.ts';
import { type Mishap, mishapFor } from './troubles.ts';

export type FaultOptions = {
  /** How many parts are to be delivered, about. */
  deliveries: number;
  seed: number;
  /** Seconds of the machine's time after which the bot gives a call up: much more than any call takes. */
  callTimeout: number;
  log?: string;
  onRound?(line: string): void;
};

export type FaultRun = FaultFigures & {
  rounds: number;
  mishaps: Map<string, number>;
  /** Chats without a mishap of their own which got theirs late. */
  harmed: number;
  /** Calls within the time of a retry_after. */
  early: number;
};

const minute = 60_000;
const day = 1440 * minute;
const time = '08:00';
const articlesARound = 4;
const most = 250;
const shareOfMishaps = 0.4;
/** The pauses of the pacer pass so many times as fast, which leaves calls the time that they take. */
const hurry = 6;
/** As long as the longest pause between two probes of an outage, which many chats in trouble may look like. */
const shortPause = 15_000;
/** A round ends when nothing has come for so long, in milliseconds of the machine's time. */
const silence = 15_000;

/** Sends digests day after day while calls go wrong in every way, and counts what came of it. */
export async function runFaults(options: FaultOptions): Promise<FaultRun> {
  const random = randomFrom(options.seed);
  const start = Date.UTC(2030, 0, 7, 5);
  const clock = stillClock(start);
  const flowing: Clock = {
    now: clock.now,
    monotonic: clock.monotonic,
    sleep: (ms, signal) => {
      const slept = clock.sleep(ms, signal);
      const due = clock.now() + ms;
      const pass = () => {
        if (due > clock.now() && !signal?.aborted) clock.turnTo(due);
      };
      if (ms <= shortPause) setTimeout(pass, ms / hurry);
      return slept;
    },
  };
  const stage = await openStage('faults', { clock, seed: options.seed });
  const { telegram, library, ledger } = stage;
  const count = Math.min(most, Math.ceil(options.deliveries / articlesARound / 3));
  const rounds = Math.ceil(options.deliveries / articlesARound / count);
  const firstDue = start + 3 * 60 * minute;
  const chats = await createChats(stage, { count, due: firstDue, time });
  const app = await startApp({
    token: telegram.token,
    apiRoot: telegram.apiRoot,
    library,
    clock: flowing,
    log: createLog(options.log ?? 'silent'),
    zone: 'UTC',
    callTimeout: options.callTimeout,
  });
  const mishaps = new Map<string, number>();
  let harmed = 0;

  const lacking = (chat: Chat) => {
    const ids = idsOf(chat);
    for (let item = 1; item <= stage.articles; item += 1)
      if (!ids.some(id => stage.wasTold(id, item))) return true;
    return false;
  };

  /** Until all of `wanted` have all; the clock is turned on beyond the pacer's pauses only where `turning`. */
  async function served(wanted: Chat[], turning: boolean): Promise<void> {
    let left = wanted;
    let since = Date.now();
    let calls = -1;
    while (Date.now() - since < silence) {
      await (turning ? pause(15) : breath());
      ledger.collect();
      if (ledger.entries.length !== calls) since = Date.now();
      else if (!turning) await pause(5);
      calls = ledger.entries.length;
      left = left.filter(lacking);
      if (left.length === 0) return;
      if (!turning) continue;
      clock.turnTo(clock.now() + 2000);
      await app.tick();
    }
  }

  /** The chats to which something happens this time, and what. */
  function strike(share: number): Map<Chat, Mishap> {
    const struck = new Map<Chat, Mishap>();
    // A digest has ten stories at most, so no chat is away twice in a row.
    for (const chat of chats)
      if (!behind.has(chat) && random() < share) struck.set(chat, mishapFor(telegram, chat, random));
    for (const { name } of struck.values()) mishaps.set(name, (mishaps.get(name) ?? 0) + 1);
    return struck;
  }

  async function round(number: number, share: number): Promise<void> {
    const due = firstDue + number * day;
    if (share > 0) await stage.publish(articlesARound);
    const struck = strike(share);
    const clean = chats.filter(chat => !struck.has(chat) && !behind.has(chat));
    for (const { before } of struck.values()) before?.();
    const first = ledger.entries.length;
    clock.turnTo(due);
    const ticked = app.tick();
    for (const { meanwhile } of struck.values()) {
      if (!meanwhile) continue;
      if (random() < 0.2) await pause(10);
      meanwhile();
    }
    await ticked;
    await served(clean, false);
    if (share > 0)
      harmed += clean.filter(chat => lacking(chat) || isLate(chat, ledger.entries.slice(first), due)).length;
    const awayNow = [...struck].filter(([, { away }]) => away).map(([chat]) => chat);
    await served(
      chats.filter(chat => !awayNow.includes(chat)),
      true,
    );
    for (const { after } of struck.values()) after?.();
    // Who is back must be known to be before the clock goes on to the next day.
    await telegram.idle();
    await app.idle();
    await app.tick();
    await app.idle();
    ledger.collect();
    behind = new Set(chats.filter(lacking));
    options.onRound?.(
      `${number + 1} of ${rounds}: ${struck.size} chats struck, ${ledger.entries.length} calls, ${behind.size} chats have yet to get something`,
    );
  }

  let behind = new Set<Chat>();
  try {
    // The first greetings are out before anything goes wrong.
    await telegram.idle();
    await app.idle();
    for (let number = 0; number < rounds; number += 1) await round(number, shareOfMishaps);
    await round(rounds, 0);
    await round(rounds + 1, 0);
    for (const chat of chats.filter(lacking))
      options.onRound?.(
        `chat ${idsOf(chat)} lacks something: ${JSON.stringify(await library.subscriptions.ofChat(idOf(chat)))}`,
      );
    for (const { slip, parameters } of telegram.slips)
      options.onRound?.(`slip: ${slip} in ${parameters.chat_id}`);
    return {
      ...faultFigures(chats, stage.articles, ledger.entries),
      rounds,
      mishaps,
      harmed,
      early: telegram.slips.filter(({ slip }) => slip.includes('retry_after')).length,
    };
  } finally {
    await app.stop();
    await stage.close();
  }
}

/** Whether a chat's last call came later than all calls of a digest's time take, or never. */
function isLate(chat: Chat, calls: Entry[], due: number): boolean {
  const allowed = due + (calls.length / defaultRateLimit.overall) * 1000 + 30_000;
  const last = calls.findLast(call => call.chat === idOf(chat));
  return !last || last.at > allowed;
}
