/** Each refusal makes it slower by this share; in a minute it grows back as much. */
const step = 0.05;
/** It never gets slower than this share of the usual rate. */
const least = 0.4;
/** So many refusals at the least rate show that the haste of all is not what they are about. */
const enough = 3;
/** For so long, in milliseconds, they are then taken for the chats' own. */
const deafness = 600_000;

export type CommonRate = {
  /** Calls a second that may be made at `now`, milliseconds of the monotonic clock. */
  at(now: number): number;
  /** A call was refused that its chat had given no reason for. */
  refused(now: number): void;
};

/**
 * How many calls a second may be made in all. Telegram publishes "about" a figure, and counts long messages for
 * more; where the limit really lies is found out: slower after each refusal, then bit by bit up to the usual
 * again. Where slowness does not help, the refusals have another cause, and nobody else is to suffer from them.
 */
export function createCommonRate(usual: number): CommonRate {
  let rate = usual;
  let asOf = Number.NEGATIVE_INFINITY;
  let vain = 0;
  let deafUntil = Number.NEGATIVE_INFINITY;

  function at(now: number): number {
    rate = Math.min(usual, rate + (Math.max(0, now - asOf) / 60_000) * step * usual);
    asOf = now;
    return rate;
  }

  return {
    at,
    refused: now => {
      if (now < deafUntil) return;
      rate = Math.max(usual * least, at(now) * (1 - step));
      vain = rate > usual * least ? 0 : vain + 1;
      if (vain < enough) return;
      rate = usual;
      vain = 0;
      deafUntil = now + deafness;
    },
  };
}
