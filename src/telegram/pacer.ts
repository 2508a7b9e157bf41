import type { Transformer } from 'grammy';
import type { ApiResponse } from 'grammy/types';
import type { Clock } from '../system/clock.ts';
import { type Link, openLink } from './link.ts';
import { outcomeOf } from './outcome.ts';
import { defaultRateLimit, type RateLimit, weightOf } from './rate-limit.ts';
import { createScopes, isMethodScope, type Scope, scopeOfCall, scopeOfChat } from './scopes.ts';
import {
  beginMessage,
  createSharedLimit,
  endProbe,
  messageAnswered,
  messageRefused,
  type SharedLimit,
  waitForCall,
  waitForMessage,
} from './shared-limit.ts';
import { charge, close, waitFor } from './token-bucket.ts';

/** What a call is for: answers go before digests. */
export type Priority = 'answer' | 'digest';
/** Why a pause ends: given, as an error of its own would be made for each. */
const woken = 'woken';
const priorities: Priority[] = ['answer', 'digest'];

/** The program is ending: not a failure of the call. */
export class Stopped extends Error {
  override name = 'Stopped';
}

export type Pacer = {
  /**
   * Resolves when a call may be made. Rejects with a `Stopped` once the pacer is stopped: whatever was waiting is
   * still stored for the next start.
   * @param chat the chat the call posts to, or null for none
   */
  turn(chat: number | string | null, priority: Priority): Promise<void>;
  /** Telegram asked for a pause of `seconds` in this chat. */
  flooded(chat: number | string, seconds: number): void;
  /** A transformer for an Api whose calls have had their turn: learns from them how fast the next may go. */
  observe: Transformer;
  /**
   * A transformer for an Api: makes each call wait its turn, and repeats it after a 429 or if no connection was
   * made.
   */
  transformer(priority: Priority): Transformer;
  stop(): void;
};

/** A call that hangs holds up the next in its chat for at most this long, in milliseconds. */
const maxHold = 2000;
/** However long its messages, a chat's next one waits for at most this long because of them, in seconds. */
const maxChargeSeconds = 4;
/** A chat that reaches its own limit is served slower by this factor until it has been quiet. */
const slowDown = 0.8;

type Waiting = { scope: string; go: () => void; reject: (reason: Stopped) => void };

/**
 * One for the whole program: every call to Telegram waits here for its turn.
 * @param link while it is down, no call has its turn
 */
export function createPacer(
  clock: Clock,
  limit: RateLimit = defaultRateLimit,
  link: Pick<Link, 'down' | 'onUp' | 'observe'> = openLink,
): Pacer {
  const queues: Record<Priority, Waiting[]> = { answer: [], digest: [] };
  const scopes = createScopes(clock, limit);
  const limits = sharedLimits(limit, clock.monotonic());
  let sleeping: AbortController | null = null;
  let stopped = false;

  /** Lets all calls go that may go now; gives the milliseconds until the next may, or null if none is waiting. */
  function releaseDue(): number | null {
    if (link.down) return null;
    const waits = priorities.map(priority => releaseFrom(queues[priority], limits[priority]));
    const soonest = Math.min(...waits);
    return Number.isFinite(soonest) ? soonest : null;
  }

  /** The same for one queue; infinite if none is waiting, or only for an answer. */
  function releaseFrom(queue: Waiting[], shared: SharedLimit): number {
    const now = clock.monotonic();
    let soonest = Number.POSITIVE_INFINITY;
    // Within a chat, calls keep their order: once one has to wait, so do those after it.
    const held = new Set<string>();
    for (let at = 0; at < queue.length; ) {
      const sharedWait = waitForCall(shared, now);
      if (sharedWait > 0) return Math.min(soonest, sharedWait);
      const { scope, go } = queue[at]!;
      const wait = held.has(scope) ? Number.POSITIVE_INFINITY : waitOf(scope, shared, now);
      if (wait > 0) {
        held.add(scope);
        soonest = Math.min(soonest, wait);
        at += 1;
        continue;
      }
      queue.splice(at, 1);
      begin(scope, shared, now);
      go();
    }
    return soonest;
  }

  function waitOf(name: string, shared: SharedLimit, now: number): number {
    const { bucket, heldUntil } = scopes.at(name);
    const sharedWait = isMethodScope(name) ? 0 : waitForMessage(shared, now);
    return Math.max(waitFor(bucket, now), (heldUntil ?? now) - now, sharedWait);
  }

  function begin(name: string, shared: SharedLimit, now: number): void {
    const scope = scopes.at(name);
    shared.bucket.level -= 1;
    scope.bucket.level -= 1;
    if (isMethodScope(name)) return;
    beginMessage(shared, name, now, maxHold);
    // One call at a time in a chat: from its turn to its answer, if one is made at all.
    scope.heldUntil = now + maxHold;
    setImmediate(() => release(name, scope));
  }

  function release(name: string, scope: Scope): void {
    if (scope.calls > 0 || scope.heldUntil === null) return;
    scope.heldUntil = null;
    for (const priority of priorities) endProbe(limits[priority], name);
    void run();
  }

  async function run(): Promise<void> {
    if (sleeping) return sleeping.abort(woken);
    for (;;) {
      const ms = releaseDue();
      if (ms === null || stopped) return scopes.dropIdle();
      sleeping = new AbortController();
      await clock.sleep(ms, sleeping.signal).catch(() => {}); // woken by a new call or an answer
      sleeping = null;
    }
  }

  /** Learns about the limits from an answer. */
  function learn(name: string, shared: SharedLimit, reply: ApiResponse<unknown>): void {
    const now = clock.monotonic();
    if (reply.ok || reply.error_code !== 429) {
      if (!isMethodScope(name)) messageAnswered(shared, name, now);
      return;
    }
    const seconds = reply.parameters?.retry_after ?? 1;
    const { bucket } = scopes.at(name);
    close(bucket, seconds, now);
    if (isMethodScope(name)) return;
    // A chat that was sent little can't have reached its own limit.
    if (bucket.level >= bucket.size / 2) messageRefused(shared, name, seconds, now);
    else bucket.perSecond = Math.max(bucket.usualPerSecond / 2, bucket.perSecond * slowDown);
  }

  const observeAs =
    (priority: Priority): Transformer =>
    async (call, method, payload, signal) => {
      const name = scopeOfCall(method, payload);
      const scope = scopes.at(name);
      charge(scope.bucket, weightOf(payload) - 1, maxChargeSeconds);
      scope.calls += 1;
      try {
        const reply = await link.observe(call, method, payload, signal);
        learn(name, limits[priority], reply);
        return reply;
      } finally {
        scope.calls -= 1;
        release(name, scope);
      }
    };

  link.onUp(() => void run());

  const turn: Pacer['turn'] = (chat, priority) =>
    new Promise((go, reject) => {
      if (stopped) return reject(new Stopped());
      queues[priority].push({ scope: scopeOfChat(chat), go, reject });
      void run();
    });

  return {
    turn,
    flooded: (chat, seconds) => close(scopes.at(scopeOfChat(chat)).bucket, seconds, clock.monotonic()),
    observe: observeAs('digest'),
    transformer: priority => persistent(scope => turn(scope, priority), observeAs(priority), link),
    stop: () => {
      stopped = true;
      sleeping?.abort(woken);
      for (const { reject } of priorities.flatMap(priority => queues[priority].splice(0)))
        reject(new Stopped());
    },
  };
}

/** Makes a call when it is its turn, and again if it was refused with 429 or, with the link down, never sent. */
function persistent(
  turn: (scope: string) => Promise<void>,
  observe: Transformer,
  link: Pick<Link, 'down'>,
): Transformer {
  const nullIfUnsent = (error: unknown): null => {
    if (link.down && outcomeOf(error).means === 'unsent') return null;
    throw error;
  };
  return async (call, method, payload, signal) => {
    for (;;) {
      await turn(scopeOfCall(method, payload));
      const reply = await observe(call, method, payload, signal).catch(nullIfUnsent);
      if (reply && (reply.ok || reply.error_code !== 429)) return reply;
    }
  };
}

function sharedLimits({ overall, overallBurst, paid }: RateLimit, now: number) {
  const answer = createSharedLimit(overall, overallBurst, now);
  return { answer, digest: paid === null ? answer : createSharedLimit(paid, paid / 10, now) };
}
