import type { Clock } from '../system/clock.ts';
import { type Bucket, bucketOf, delayOf } from './bucket.ts';
import type { Pace } from './pace.ts';

/** A chat, or a method whose calls write to none. */
export type Place = {
  bucket: Bucket;
  /** Calls that have no answer yet. */
  calls: number;
  /**
   * Until then, on the monotonic clock, it waits for the call before: were that one told to wait, this one would
   * have come too soon. Null where it waits for none.
   */
  heldUntil: number | null;
};

/** Before the name of a method whose calls write to no chat. */
const aside = 'method ';
const writes = /^(send|edit|copy|forward|pin|stop)/i;
/** So many places are kept without a look at which of them say nothing. */
const plenty = 1000;

export const isAside = (place: string) => place.startsWith(aside);

/** Where a call belongs. What writes to no chat has a place of its own: a pause asked of it must not hold the chats. */
export function placeOfCall(method: string, payload: object): string {
  const chat = (payload as { chat_id?: unknown }).chat_id;
  const named = typeof chat === 'number' || typeof chat === 'string';
  return writes.test(method) && named ? String(chat) : `${aside}${method}`;
}

/** Where a call to `chat` belongs; to none where it is null. */
export const placeOfChat = (chat: number | string | null) => (chat === null ? aside : String(chat));

/** What is known of each chat's limits. */
export function createPlaces(clock: Clock, pace: Pace) {
  const places = new Map<string, Place>();
  const begun = clock.monotonic();

  function bucketFor(place: string): Bucket {
    const now = clock.monotonic();
    if (isAside(place)) return bucketOf(pace.overall, pace.overall, pace.overall, now);
    // Telegram's ids of groups and channels are negative; a channel's name begins with @.
    const [size, perSecond] = /^[-@]/.test(place)
      ? [pace.groupBurst, pace.groupPerMinute / 60]
      : [pace.chatBurst, pace.chatPerSecond];
    // Nobody knows what was sent before the start: a chat has half a burst then, and more as time goes by.
    return bucketOf(size, perSecond, size / 2 + ((now - begun) / 1000) * perSecond, now);
  }

  return {
    at(name: string): Place {
      const known = places.get(name);
      if (known) return known;
      const place = { bucket: bucketFor(name), calls: 0, heldUntil: null };
      places.set(name, place);
      return place;
    },
    /** A full bucket says nothing: without this, one would be kept for every chat there ever was. */
    forgetFull(): void {
      if (places.size < plenty) return;
      const now = clock.monotonic();
      for (const [name, { bucket, calls }] of places)
        if (calls === 0 && delayOf(bucket, now) === 0 && bucket.level >= bucket.size) places.delete(name);
    },
  };
}
