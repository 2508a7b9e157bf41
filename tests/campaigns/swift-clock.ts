import { stillClock, type TurnableClock } from '../../src/system/clock.ts';

/** How a clock runs: from `base` (milliseconds since the epoch), `speed` times as fast as the machine's. */
export type Pace = { base: number; since: number; speed: number; ahead: number };

/** How often the clock is moved on, in milliseconds of the machine's time. */
const beat = 10;

export type SwiftClock = TurnableClock & {
  pace: Pace;
  /** Moves ahead for good so far beyond its run, in milliseconds in all. */
  leapTo(ahead: number): void;
  stop(): void;
};

/** A clock that two processes can read alike: it runs by the machine's clock and leaps when it is told. */
export function swiftClock(given: Pace): SwiftClock {
  const pace = { ...given };
  const moment = () => pace.base + pace.ahead + Math.floor((Date.now() - pace.since) * pace.speed);
  const clock = stillClock(moment());
  const move = () => {
    if (moment() > clock.now()) clock.turnTo(moment());
  };
  const timer = setInterval(move, beat);
  return {
    ...clock,
    pace,
    leapTo: ahead => {
      pace.ahead = ahead;
      move();
    },
    stop: () => clearInterval(timer),
  };
}
