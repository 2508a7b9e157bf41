/** A store of calls that may be made at once; it fills again with time. */
export type Bucket = {
  /** How many calls there are, as of `at`; below zero after one that weighed more than was there. */
  level: number;
  /** Milliseconds of the monotonic clock, as all moments here. */
  at: number;
  size: number;
  perSecond: number;
  /** What `perSecond` is again once it is full. */
  usual: number;
  /** Telegram has asked for a pause until then. */
  closedUntil: number;
};

export function bucketOf(size: number, perSecond: number, level: number, now: number): Bucket {
  return { level: Math.min(size, level), at: now, size, perSecond, usual: perSecond, closedUntil: now };
}

/** Lets time fill it. */
export function refill(bucket: Bucket, now: number): void {
  const passed = Math.max(0, now - bucket.at) / 1000;
  bucket.level = Math.min(bucket.size, bucket.level + passed * bucket.perSecond);
  bucket.at = now;
  if (bucket.level === bucket.size) bucket.perSecond = bucket.usual;
}

/** Milliseconds until it gives a call, 0 for now. */
export function delayOf(bucket: Bucket, now: number): number {
  refill(bucket, now);
  // The sum of many small steps may stay a hair below the whole.
  const missing = bucket.level >= 1 - 1e-9 ? 0 : Math.ceil(((1 - bucket.level) / bucket.perSecond) * 1000);
  return Math.max(missing, bucket.closedUntil - now, 0);
}

/** Takes more from it, but not so much that the next call would have to wait for longer than `seconds`. */
export function weigh(bucket: Bucket, more: number, seconds: number): void {
  bucket.level = Math.max(bucket.level - more, Math.min(bucket.level, 1 - seconds * bucket.perSecond));
}
