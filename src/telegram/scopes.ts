import type { Clock } from '../system/clock.ts';
import type { RateLimit } from './rate-limit.ts';
import { createTokenBucket, type TokenBucket, waitFor } from './token-bucket.ts';

/** What has a limit of its own: a chat, or a method whose calls post to no chat. */
export type Scope = {
  bucket: TokenBucket;
  /** Calls that have not been answered yet. */
  calls: number;
  /**
   * Until then, on the monotonic clock, the scope waits for the call before: if that one is asked to pause, the
   * next would have come too early. Null if it waits for none.
   */
  heldUntil: number | null;
};

/** Precedes the name of a method whose calls post to no chat. */
const methodPrefix = 'method ';
const posting = /^(send|edit|copy|forward|pin|stop)/i;
/** With fewer scopes than this, idle ones aren't looked for. */
const cleanUpFrom = 1000;

/** Whether a scope is that of a method, not of a chat. */
export const isMethodScope = (scope: string) => scope.startsWith(methodPrefix);

/** The scope of a call. Methods that post to no chat have their own: a pause asked of one must not hold the chats. */
export function scopeOfCall(method: string, payload: object): string {
  const chat = (payload as { chat_id?: unknown }).chat_id;
  const hasChat = typeof chat === 'number' || typeof chat === 'string';
  return posting.test(method) && hasChat ? String(chat) : `${methodPrefix}${method}`;
}

/** The scope of a call that posts to `chat`, or to none. */
export const scopeOfChat = (chat: number | string | null) => (chat === null ? methodPrefix : String(chat));

/** What is known about the limits of each scope. */
export function createScopes(clock: Clock, limit: RateLimit) {
  const scopes = new Map<string, Scope>();
  const started = clock.monotonic();

  function bucketFor(scope: string): TokenBucket {
    const now = clock.monotonic();
    if (isMethodScope(scope)) return createTokenBucket(limit.overall, limit.overall, limit.overall, now);
    // Telegram's IDs of groups and channels are negative; a channel's name begins with @.
    const [size, perSecond] = /^[-@]/.test(scope)
      ? [limit.groupBurst, limit.groupPerMinute / 60]
      : [limit.chatBurst, limit.chatPerSecond];
    // What was sent before the start is unknown: a chat begins with half a burst and gains more with time.
    return createTokenBucket(size, perSecond, size / 2 + ((now - started) / 1000) * perSecond, now);
  }

  return {
    at(name: string): Scope {
      const known = scopes.get(name);
      if (known) return known;
      const scope = { bucket: bucketFor(name), calls: 0, heldUntil: null };
      scopes.set(name, scope);
      return scope;
    },
    /** Drops scopes with a full bucket, which are as good as new: otherwise every chat ever seen would be kept. */
    dropIdle(): void {
      if (scopes.size < cleanUpFrom) return;
      const now = clock.monotonic();
      for (const [name, { bucket, calls }] of scopes)
        if (calls === 0 && waitFor(bucket, now) === 0 && bucket.level >= bucket.size) scopes.delete(name);
    },
  };
}
