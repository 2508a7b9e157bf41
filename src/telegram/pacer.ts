import type { Transformer } from 'grammy';
import type { ApiResponse } from 'grammy/types';
import type { Clock } from '../system/clock.ts';
import { type Bucket, bucketOf, delayOf, weigh } from './bucket.ts';
import { type CommonRate, createCommonRate } from './common-rate.ts';
import { type Link, openLink } from './link.ts';
import { outcomeOf } from './outcome.ts';
import { type Pace, usualPace, weightOf } from './pace.ts';
import { createPlaces, isAside, type Place, placeOfCall, placeOfChat } from './places.ts';

/** Who waits: somebody who asked goes before a digest. */
export type Priority = 'answer' | 'digest';

/** The program is ending: not a failure of the call. */
export class Stopped extends Error {
  override name = 'Stopped';
}

export type Pacer = {
  /**
   * Resolves when a call may be made. Rejects with a `Stopped` once the pacer is stopped: what waits stays as
   * it is written down, for the next start.
   * @param chat the chat the call writes to, or null for one that writes to none
   */
  turn(chat: number | string | null, priority: Priority): Promise<void>;
  /** Telegram asked for a pause of so many seconds in this chat. */
  flooded(chat: number | string, seconds: number): void;
  /** A transformer for an Api whose calls have had their turn: learns from them how fast the next may go. */
  watch: Transformer;
  /**
   * A transformer for an Api: makes each call wait its turn, and makes it again after a 429 or where no
   * connection was made.
   */
  transformer(priority: Priority): Transformer;
  stop(): void;
};

/** What all calls of a kind share. */
type Common = { bucket: Bucket; rate: CommonRate };

/** A call that hangs holds up the next to its chat for no longer, in milliseconds. */
const patience = 2000;
/** However long its messages, a chat's next one waits no longer for them, in seconds. */
const longestPause = 4;
/** So many chats refused one after the other, and none served: it is the bot that is to wait, not a chat. */
const allRefused = 5;
/** A chat that runs into its own limit is served so much slower until it has been quiet. */
const slower = 0.8;

/**
 * One for the whole program: every call to Telegram waits here for its turn.
 * @param link while it is down, nobody has a turn
 */
export function createPacer(
  clock: Clock,
  pace: Pace = usualPace,
  link: Pick<Link, 'down' | 'onUp' | 'watch'> = openLink,
): Pacer {
  type Waiting = { place: string; go: () => void; giveUp: (why: Stopped) => void };
  const waiting: Record<Priority, Waiting[]> = { answer: [], digest: [] };
  const places = createPlaces(clock, pace);
  const free = commonOf(pace.overall, pace.overallBurst);
  const commons = { answer: free, digest: pace.paid === null ? free : commonOf(pace.paid, pace.paid / 10) };
  const refused = new Set<string>();
  let rest: AbortController | null = null;
  let stopped = false;

  function commonOf(perSecond: number, burst: number): Common {
    return { bucket: bucketOf(burst, perSecond, 1, clock.monotonic()), rate: createCommonRate(perSecond) };
  }

  /** Lets go all that may go now; gives the milliseconds until the next may, or null if nobody waits. */
  function letGo(): number | null {
    if (link.down) return null;
    const now = clock.monotonic();
    let soonest = Number.POSITIVE_INFINITY;
    for (const priority of ['answer', 'digest'] as const) {
      const { bucket: all, rate } = commons[priority];
      all.perSecond = rate.at(now);
      const line = waiting[priority];
      // Within a chat nobody overtakes: once one of its calls must wait, so must those behind it.
      const held = new Set<string>();
      for (let at = 0; at < line.length; ) {
        const { place: name, go } = line[at]!;
        const allWait = delayOf(all, now);
        if (allWait > 0) {
          soonest = Math.min(soonest, allWait);
          break;
        }
        const place = places.at(name);
        const wait = held.has(name)
          ? Number.POSITIVE_INFINITY
          : Math.max(delayOf(place.bucket, now), (place.heldUntil ?? now) - now);
        if (wait > 0) {
          held.add(name);
          soonest = Math.min(soonest, wait);
          at += 1;
          continue;
        }
        line.splice(at, 1);
        all.level -= 1;
        place.bucket.level -= 1;
        if (!isAside(name)) hold(place);
        go();
      }
    }
    return Number.isFinite(soonest) ? soonest : null;
  }

  /** One call at a time in a chat: from its turn to its answer, where one is made at all. */
  function hold(place: Place): void {
    place.heldUntil = clock.monotonic() + patience;
    setImmediate(() => release(place));
  }

  function release(place: Place): void {
    if (place.calls > 0 || place.heldUntil === null) return;
    place.heldUntil = null;
    void run();
  }

  async function run(): Promise<void> {
    if (rest) return rest.abort();
    for (;;) {
      const pause = letGo();
      if (pause === null || stopped) return places.forgetFull();
      rest = new AbortController();
      await clock.sleep(pause, rest.signal).catch(() => {}); // woken: somebody has come, or an answer
      rest = null;
    }
  }

  function close(bucket: Bucket, seconds: number): void {
    bucket.closedUntil = Math.max(bucket.closedUntil, clock.monotonic() + seconds * 1000);
  }

  /** What an answer tells about the limits. */
  function learn(name: string, common: Common, reply: ApiResponse<unknown>): void {
    if (reply.ok || reply.error_code !== 429) {
      refused.clear();
      return;
    }
    const seconds = reply.parameters?.retry_after ?? 1;
    const { bucket } = places.at(name);
    close(bucket, seconds);
    if (isAside(name)) return;
    // A chat that had little sent to it did not reach its own limit.
    if (bucket.level >= bucket.size / 2) common.rate.refused(clock.monotonic());
    else bucket.perSecond = Math.max(bucket.usual / 2, bucket.perSecond * slower);
    refused.add(name);
    if (refused.size < allRefused) return;
    close(common.bucket, seconds);
    refused.clear();
  }

  const watchFor =
    (priority: Priority): Transformer =>
    async (call, method, payload, signal) => {
      const name = placeOfCall(method, payload);
      const place = places.at(name);
      weigh(place.bucket, weightOf(payload) - 1, longestPause);
      place.calls += 1;
      try {
        const reply = await link.watch(call, method, payload, signal);
        learn(name, commons[priority], reply);
        return reply;
      } finally {
        place.calls -= 1;
        release(place);
      }
    };

  /** A call that never got out is made again when there is a way; other errors go to whoever called. */
  function ifUnsent(error: unknown): null {
    if (link.down && outcomeOf(error).means === 'unsent') return null;
    throw error;
  }

  link.onUp(() => void run());

  const turn: Pacer['turn'] = (chat, priority) =>
    new Promise((go, giveUp) => {
      if (stopped) return giveUp(new Stopped());
      waiting[priority].push({ place: placeOfChat(chat), go, giveUp });
      void run();
    });

  return {
    turn,
    flooded: (chat, seconds) => close(places.at(placeOfChat(chat)).bucket, seconds),
    watch: watchFor('digest'),
    transformer: priority => {
      const watch = watchFor(priority);
      return async (call, method, payload, signal) => {
        for (;;) {
          await turn(placeOfCall(method, payload), priority);
          const reply = await watch(call, method, payload, signal).catch(ifUnsent);
          if (reply && (reply.ok || reply.error_code !== 429)) return reply;
        }
      };
    },
    stop: () => {
      stopped = true;
      rest?.abort();
      for (const call of [...waiting.answer.splice(0), ...waiting.digest.splice(0)])
        call.giveUp(new Stopped());
    },
  };
}
