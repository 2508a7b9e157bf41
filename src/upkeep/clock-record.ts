import type { ClockRecord } from '../deliveries/timekeeping.ts';

const day = 86_400_000;
/** A longer jump of the wall clock, in milliseconds, is a jump; a shorter one may be its correction. */
const minJump = 60_000;
/** No rule keeps anything for longer: after so much running time a leap no longer matters. */
export const maxRetention = 180 * day;

/** What an observation of the clock shows. */
export type Observation = {
  record: ClockRecord;
  /** How far wall time has jumped since the look before, in milliseconds, below zero for back; 0 for no jump. */
  jump: number;
};

/**
 * Adds an observation of the clock to the record.
 * @param now wall time in milliseconds since the epoch
 * @param passed milliseconds of the monotonic clock since the look before; null for the first after a start
 */
export function observeClock(record: ClockRecord | null, now: number, passed: number | null): Observation {
  const before = record ?? beginning(now);
  const jump = jumpBetween(before, now, passed);
  const run = before.run + (passed ?? 0);
  const earliest = Math.min(before.earliest, now);
  const spanIsFull = run - before.began >= day;
  const next: ClockRecord = {
    ...before,
    seen: now,
    run,
    ...(spanIsFull ? { began: run, earliest: now, agreed: earliest } : { earliest }),
  };
  return { record: jump > day ? recordLeap(next, jump) : next, jump };
}

function beginning(now: number): ClockRecord {
  return { seen: now, run: 0, began: 0, earliest: now, agreed: null, leap: 0, leapt: null };
}

function jumpBetween({ seen, agreed }: ClockRecord, now: number, passed: number | null): number {
  const jump = now - seen - (passed ?? 0);
  // How long the program was down is unknown: a jump ahead counts only if the clock was known to be behind.
  if (passed === null && jump > 0 && !(agreed !== null && seen < agreed - day)) return 0;
  return Math.abs(jump) > minJump ? jump : 0;
}

/** What was written before the clock leapt ahead may look older than it is by as much. */
function recordLeap(record: ClockRecord, jump: number): ClockRecord {
  const isLong = leapWithin(record, maxRetention) > jump;
  return { ...record, leap: isLong ? record.leap : jump, leapt: record.run };
}

function leapWithin({ run, leap, leapt }: ClockRecord, keep: number): number {
  return leapt !== null && run - leapt < keep ? leap : 0;
}

/**
 * What was written before this moment, in milliseconds since the epoch, has certainly been there for `keep`
 * milliseconds: looks at the clock that are a day of running time apart agree on it, and all between them.
 * Null while nothing is sure.
 */
export function safelyBefore(record: ClockRecord, keep: number): number | null {
  if (record.agreed === null) return null;
  return Math.min(record.agreed, record.earliest) - keep - leapWithin(record, keep);
}
