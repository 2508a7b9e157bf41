import type { Database } from '../database/database.ts';

/** What is known of the machine's clock; wall times in milliseconds since the epoch. */
export type ClockRecord = {
  /** What it showed when it was last looked at. */
  seen: number;
  /** How long the program has been running in all, in milliseconds, over all its starts. */
  run: number;
  /** Where in the running time the present span began. */
  began: number;
  /** The earliest time that the clock has shown in this span. */
  earliest: number;
  /** The earliest time that it showed in the last full span; null before the first has ended. */
  agreed: number | null;
  /** The longest recent leap ahead, in milliseconds; 0 if there was none. */
  leap: number;
  /** Where in the running time the last leap was; null where there was none. */
  leapt: number | null;
};

/** The record of the clock, which outlasts the program. */
export type Timekeeping = {
  /** What was stored last, or null. */
  get(): Promise<ClockRecord | null>;
  keep(record: ClockRecord): Promise<void>;
};

/** The record of the clock in the database of the deliveries. */
export function createTimekeeping(database: Database): Timekeeping {
  const read = database.prepare(
    'select seen, run, began, earliest, agreed, leap, leapt from timekeeping where one = 1',
  );
  const write = database.prepare(
    `insert or replace into timekeeping (one, seen, run, began, earliest, agreed, leap, leapt)
     values (1, @seen, @run, @began, @earliest, @agreed, @leap, @leapt)`,
  );
  return {
    get: async () => (read.get() as ClockRecord | undefined) ?? null,
    keep: async record => void write.run(record),
  };
}
