import type { Transformer } from 'grammy';
import type { Clock } from '../clock.ts';

/** Who waits: somebody who asked goes before a digest. */
export type Priority = 'answer' | 'digest';

/**
 * How fast calls may go. Telegram's published guide: about 30 messages a second in all, one a second in a
 * chat with short bursts allowed, 20 a minute in a group (core.telegram.org/bots/faq#broadcasting-to-users).
 */
export type Pace = {
  /** Calls a second in all. */
  overall: number;
  /** Messages at once in a private chat before it is one a second. */
  chatBurst: number;
  chatPerSecond: number;
  /** Burst and minute's rate of a group: together no more than 20 in any minute. */
  groupBurst: number;
  groupPerMinute: number;
};

export const usualPace: Pace = {
  overall: 28,
  chatBurst: 3,
  chatPerSecond: 1,
  groupBurst: 4,
  groupPerMinute: 16,
};

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
  /** Telegram asked for a pause of so many seconds: in this chat, or overall where `chat` is null. */
  flooded(chat: number | string | null, seconds: number): void;
  /** A transformer for an Api, which makes each call wait its turn and makes it again after a 429. */
  transformer(priority: Priority): Transformer;
  stop(): void;
};

/** A bucket of calls that may be made at once; it fills again with time. */
type Bucket = { level: number; at: number; size: number; perMs: number; closedUntil: number };

/** Before the name of a method whose calls write to no chat. */
const aside = 'method ';

const writes = /^(send|edit|copy|forward|pin|stop)/i;

/** One for the whole program: every call to Telegram waits here for its turn. */
export function createPacer(clock: Clock, pace: Pace = usualPace): Pacer {
  type Waiting = { chat: string | null; priority: Priority; go: () => void; giveUp: (why: Stopped) => void };
  const waiting: Record<Priority, Waiting[]> = { answer: [], digest: [] };
  const buckets = new Map<string, Bucket>();
  const stopping = new AbortController();
  const overall = bucketOf(pace.overall / 4, pace.overall / 1000);
  let rest: AbortController | null = null;

  function bucketOf(size: number, perMs: number): Bucket {
    return { level: size, at: clock.now(), size, perMs, closedUntil: 0 };
  }

  function bucketFor(chat: string): Bucket {
    const known = buckets.get(chat);
    if (known) return known;
    // Telegram's ids of groups and channels are negative; a channel's name begins with @.
    const fresh = chat.startsWith(aside)
      ? bucketOf(pace.overall, pace.overall / 1000)
      : /^[-@]/.test(chat)
        ? bucketOf(pace.groupBurst, pace.groupPerMinute / 60_000)
        : bucketOf(pace.chatBurst, pace.chatPerSecond / 1000);
    buckets.set(chat, fresh);
    return fresh;
  }

  /** Milliseconds until the bucket gives a call, 0 for now. */
  function delayOf(bucket: Bucket): number {
    const now = clock.now();
    bucket.level = Math.min(bucket.size, bucket.level + Math.max(0, now - bucket.at) * bucket.perMs);
    bucket.at = now;
    const missing = bucket.level >= 1 - 1e-9 ? 0 : Math.ceil((1 - bucket.level) / bucket.perMs);
    return Math.max(missing, bucket.closedUntil - now, 0);
  }

  /** Lets go all that may go now; gives the milliseconds until the next may, or null if nobody waits. */
  function letGo(): number | null {
    let soonest: number | null = null;
    for (const priority of ['answer', 'digest'] as const) {
      // Within a chat nobody overtakes: once one of its calls must wait, so must those behind it.
      const held = new Set<string>();
      waiting[priority] = waiting[priority].filter(call => {
        if (call.chat !== null && held.has(call.chat)) return true;
        const bucket = call.chat === null ? null : bucketFor(call.chat);
        const delay = Math.max(delayOf(overall), bucket ? delayOf(bucket) : 0);
        if (delay > 0) {
          if (call.chat !== null) held.add(call.chat);
          soonest = Math.min(soonest ?? delay, delay);
          return true;
        }
        overall.level -= 1;
        if (bucket) bucket.level -= 1;
        call.go();
        return false;
      });
    }
    return soonest;
  }

  async function run(): Promise<void> {
    if (rest) return rest.abort();
    for (;;) {
      const pause = letGo();
      if (pause === null || stopping.signal.aborted) return forgetFull();
      rest = new AbortController();
      await clock.sleep(pause, AbortSignal.any([rest.signal, stopping.signal])).catch(() => {});
      rest = null;
    }
  }

  /** A bucket that is full says nothing: without this, one would be kept for every chat there ever was. */
  function forgetFull(): void {
    if (buckets.size < 1000) return;
    for (const [chat, bucket] of buckets) {
      if (delayOf(bucket) === 0 && bucket.level >= bucket.size) buckets.delete(chat);
    }
  }

  const pacer: Pacer = {
    turn: (chat, priority) =>
      new Promise((go, giveUp) => {
        if (stopping.signal.aborted) return giveUp(new Stopped());
        waiting[priority].push({ chat: chat === null ? null : String(chat), priority, go, giveUp });
        void run();
      }),
    flooded: (chat, seconds) => {
      const bucket = chat === null ? overall : bucketFor(String(chat));
      bucket.closedUntil = Math.max(bucket.closedUntil, clock.now() + seconds * 1000);
    },
    transformer: priority => async (call, method, payload, signal) => {
      // What writes to no chat has a place of its own: a pause asked of it must not hold the chats.
      const chat = (writes.test(method) ? chatOf(payload) : null) ?? `${aside}${method}`;
      for (;;) {
        await pacer.turn(chat, priority);
        const reply = await call(method, payload, signal);
        const seconds = reply.ok ? undefined : reply.parameters?.retry_after;
        if (reply.ok || reply.error_code !== 429 || seconds === undefined) return reply;
        pacer.flooded(chat, seconds);
      }
    },
    stop: () => {
      stopping.abort();
      for (const call of [...waiting.answer.splice(0), ...waiting.digest.splice(0)])
        call.giveUp(new Stopped());
    },
  };
  return pacer;
}

function chatOf(payload: object): number | string | null {
  const chat = (payload as { chat_id?: unknown }).chat_id;
  return typeof chat === 'number' || typeof chat === 'string' ? chat : null;
}
