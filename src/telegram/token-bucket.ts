/** Calls that may be made at once; it refills with time. All moments are milliseconds of the monotonic clock. */
export type TokenBucket = {
  /** Tokens as of `at`; below zero after a call that was charged more than there were. */
  level: number;
  at: number;
  size: number;
  perSecond: number;
  /** What `perSecond` becomes again once the bucket is full. */
  usualPerSecond: number;
  /** Telegram has asked for a pause until then. */
  closedUntil: number;
};

/**
 * A bucket that holds `size` calls at most and gains `perSecond` of them a second.
 * @param level how many it holds at first
 * @param now monotonic milliseconds
 */
export function createTokenBucket(size: number, perSecond: number, level: number, now: number): TokenBucket {
  return {
    level: Math.min(size, level),
    at: now,
    size,
    perSecond,
    usualPerSecond: perSecond,
    closedUntil: now,
  };
}

function refill(bucket: TokenBucket, now: number): void {
  const passed = Math.max(0, now - bucket.at) / 1000;
  bucket.level = Math.min(bucket.size, bucket.level + passed * bucket.perSecond);
  bucket.at = now;
  if (bucket.level === bucket.size) bucket.perSecond = bucket.usualPerSecond;
}

/** Milliseconds until it has a token, 0 for now. */
export function waitFor(bucket: TokenBucket, now: number): number {
  refill(bucket, now);
  // Rounding may leave the sum of many small refills just below a whole token.
  const missing = bucket.level >= 1 - 1e-9 ? 0 : Math.ceil(((1 - bucket.level) / bucket.perSecond) * 1000);
  return Math.max(missing, bucket.closedUntil - now, 0);
}

/** Takes `more` tokens, but no more than makes the next call wait for `maxSeconds`. */
export function charge(bucket: TokenBucket, more: number, maxSeconds: number): void {
  bucket.level = Math.max(bucket.level - more, Math.min(bucket.level, 1 - maxSeconds * bucket.perSecond));
}

/** Nothing is let through for `seconds` from `now`. */
export function close(bucket: TokenBucket, seconds: number, now: number): void {
  bucket.closedUntil = Math.max(bucket.closedUntil, now + seconds * 1000);
}
