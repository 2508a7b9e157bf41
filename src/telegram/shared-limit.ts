import { type AdaptiveRate, createAdaptiveRate } from './adaptive-rate.ts';
import { close, createTokenBucket, type TokenBucket, waitFor } from './token-bucket.ts';

/** A refusal that may be meant for everyone: so long, in milliseconds, no chat is sent anything, then one tries. */
const probeAfter = 100;
/** After a probe was accepted, further refusals are the chats' own for this long, in milliseconds. */
const clearedFor = 500;

/** What is meant for everyone is over at one moment: two refusals agree if theirs differ by no more than this, in milliseconds. */
const sameEnd = 1500;

/** A chat was refused although little had been sent to it. All moments are milliseconds of the monotonic clock. */
type Suspicion = {
  probeFrom: number;
  /** A probe was refused for a time that ends at another moment: it may be the chat's own. */
  isDoubtful: boolean;
  /** The chat that tries, and until when it is waited for. */
  probe: { scope: string; until: number } | null;
  /** When the refusal is over, and the suspicion with it. */
  until: number;
};

/** The limit that all calls of a kind have in common. */
export type SharedLimit = {
  bucket: TokenBucket;
  rate: AdaptiveRate;
  suspicion: Suspicion | null;
  clearedUntil: number;
};

/**
 * A limit of `perSecond` calls a second for all chats together, `burst` of which may be made at once.
 * @param now monotonic milliseconds
 */
export function createSharedLimit(perSecond: number, burst: number, now: number): SharedLimit {
  return {
    bucket: createTokenBucket(burst, perSecond, 1, now),
    rate: createAdaptiveRate(perSecond),
    suspicion: null,
    clearedUntil: now,
  };
}

/** Milliseconds until the limit allows a call of any kind. */
export function waitForCall(limit: SharedLimit, now: number): number {
  limit.bucket.perSecond = limit.rate.at(now);
  return waitFor(limit.bucket, now);
}

/** Milliseconds until the limit allows a message: longer while a refusal may be meant for everyone. */
export function waitForMessage(limit: SharedLimit, now: number): number {
  const { suspicion } = limit;
  if (suspicion && now >= suspicion.until) limit.suspicion = null;
  if (!limit.suspicion) return 0;
  const { probe, probeFrom } = limit.suspicion;
  return Math.max(0, (probe?.until ?? probeFrom) - now);
}

/** Takes a message's share of the limit. `maxHold`: how long its answer is waited for, in milliseconds. */
export function beginMessage(limit: SharedLimit, scope: string, now: number, maxHold: number): void {
  if (limit.suspicion) limit.suspicion.probe = { scope, until: now + maxHold };
}

/** The probe's turn passed without an answer: another may try. */
export function endProbe(limit: SharedLimit, scope: string): void {
  if (limit.suspicion?.probe?.scope === scope) limit.suspicion.probe = null;
}

/** A message was answered with anything but 429. Only the probe's answer says that the others may go on. */
export function messageAnswered(limit: SharedLimit, scope: string, now: number): void {
  limit.rate.accepted(now);
  if (limit.suspicion?.probe?.scope !== scope) return;
  limit.suspicion = null;
  limit.clearedUntil = now + clearedFor;
}

/**
 * A message was refused with 429 in a chat that had been sent little. The first time that is a suspicion; if the
 * probe is refused until the same moment, or a second probe at all, the refusal is meant for everyone, and all calls
 * wait until it is over.
 */
export function messageRefused(limit: SharedLimit, scope: string, seconds: number, now: number): void {
  limit.rate.refused(now);
  const { suspicion } = limit;
  const until = now + seconds * 1000;
  const probeFrom = now + probeAfter;
  if (suspicion?.probe?.scope === scope) {
    const isForAll = suspicion.isDoubtful || Math.abs(until - suspicion.until) <= sameEnd;
    limit.suspicion = isForAll ? null : { probeFrom, isDoubtful: true, probe: null, until };
    if (isForAll) close(limit.bucket, seconds, now);
  } else if (now >= limit.clearedUntil)
    limit.suspicion ??= { probeFrom, isDoubtful: false, probe: null, until };
}
