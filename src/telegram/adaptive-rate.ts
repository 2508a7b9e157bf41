/** Each refusal reduces the rate by this share. */
const decrease = 0.05;
/** In a minute it grows back by this share of the usual rate. */
const increase = 0.05;
/** Throughput is averaged over this many seconds; over fewer, Telegram's bursts would be taken for its rate. */
const averagedOver = 10;
/** Before messages have been sent for this many seconds, it can't be measured, and the rate stays. */
const measuredAfter = 4;
/** Seconds that are remembered. */
const remembered = 60;
/** The rate never falls below this share of the throughput. */
const floorShare = 0.92;

export type AdaptiveRate = {
  /** Calls a second that may be made at `now`; all moments are milliseconds of the monotonic clock. */
  at(now: number): number;
  /** Telegram accepted a message. */
  accepted(now: number): void;
  /** Telegram refused a message, and its chat had given no reason to. */
  refused(now: number): void;
};

/**
 * How many calls a second may be made in all. Telegram publishes only an approximate figure and counts long
 * messages for more, so the real limit is found out: multiplicative decrease on each refusal, additive increase up
 * to the usual rate. What Telegram has accepted within the last minute is the floor: if chats are refused on their
 * own account, going slower does not help, and the others shouldn't suffer.
 */
export function createAdaptiveRate(usual: number): AdaptiveRate {
  let rate = usual;
  let asOf = Number.NEGATIVE_INFINITY;
  /** Messages by second of the clock, the oldest first. */
  const accepted = new Map<number, number>();
  const sent = new Map<number, number>();

  function at(now: number): number {
    rate = Math.min(usual, rate + (Math.max(0, now - asOf) / 60_000) * increase * usual);
    asOf = now;
    return rate;
  }

  return {
    at,
    accepted: now => {
      count(accepted, now);
      count(sent, now);
    },
    refused: now => {
      count(sent, now);
      const attempted = throughput(sent, now);
      // A bot that sends far less than it may can't have been too fast.
      if (attempted === null || attempted < at(now) / 2) return;
      const floor = (throughput(accepted, now) ?? attempted) * floorShare;
      rate = Math.min(rate, Math.max(rate * (1 - decrease), floor));
    },
  };
}

function count(messages: Map<number, number>, now: number): void {
  const second = Math.floor(now / 1000);
  messages.set(second, (messages.get(second) ?? 0) + 1);
  for (const old of messages.keys())
    if (old > second - remembered) break;
    else messages.delete(old);
}

/** Messages a second in the busiest stretch that is remembered; null before there is enough to measure. */
function throughput(messages: Map<number, number>, now: number): number | null {
  const current = Math.floor(now / 1000);
  const [first = current] = messages.keys();
  const length = Math.min(averagedOver, current - first + 1);
  if (length < measuredAfter) return null;
  let busiest = 0;
  for (let from = first; from + length - 1 <= current; from += 1) {
    let sum = 0;
    for (let second = from; second < from + length; second += 1) sum += messages.get(second) ?? 0;
    busiest = Math.max(busiest, sum / length);
  }
  return busiest;
}
