import { type AdaptiveRate, createAdaptiveRate } from './adaptive-rate.ts';
import { close, createTokenBucket, type TokenBucket, waitFor } from './token-bucket.ts';

/** A refusal that may be meant for everyone: so long, in milliseconds, no chat is sent anything, then one tries. */
const probeAfter = 100;
/** After a probe was accepted, further refusals are the chats' own for this long, in milliseconds. */
const clearedFor = 500;

/** What is meant for everyone is over at one moment: two refusals agree if theirs differ by no more than this, in milliseconds. */
const sameEnd = 1500;
/** This many probes refused in a row are believed even if they don't agree. */
const probesBelieved = 3;

/** A chat was refused although little had been sent to it. All moments are milliseconds of the monotonic clock. */
type Suspicion = {
  probeFrom: number;
  /** Until when the chat was refused, then the probes: as these moments don't agree, each may be its chat's own. */
  ends: [number, ...number[]];
  /** The chat that tries, and until when it is waited for. */
  probe: { scope: string; until: number } | null;
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
  // Once the last refusal is over, so is the suspicion.
  if (suspicion && now >= suspicion.ends.at(-1)!) limit.suspicion = null;
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
 * A message was refused with 429 in a chat that had been sent little. The first time that is a suspicion; if a
 * probe is refused until the same moment as another chat, or `probesBelieved` of them are refused at all, the refusal
 * is meant for everyone, and all calls wait until it is over.
 */
export function messageRefused(limit: SharedLimit, scope: string, seconds: number, now: number): void {
  limit.rate.refused(now);
  const { suspicion } = limit;
  const until = now + seconds * 1000;
  const probeFrom = now + probeAfter;
  if (suspicion?.probe?.scope === scope) {
    const { ends } = suspicion;
    const isForAll = ends.length >= probesBelieved || ends.some(end => Math.abs(until - end) <= sameEnd);
    limit.suspicion = isForAll ? null : { probeFrom, ends: [...ends, until], probe: null };
    if (isForAll) close(limit.bucket, seconds, now);
  } else if (now >= limit.clearedUntil) limit.suspicion ??= { probeFrom, ends: [until], probe: null };
}
