import type { Database } from './database.ts';

/** What is known of the machine's clock; wall times in milliseconds since the epoch. */
export type Timekeeping = {
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
  /** The longest leap ahead of late, in milliseconds; 0 where there was none. */
  leap: number;
  /** Where in the running time the last leap was; null where there was none. */
  leapt: number | null;
};

/** The record of the clock, which outlasts the program. */
export function timekeepingOf(database: Database) {
  const read = database.prepare(
    `SELECT seen, run, began, earliest, agreed, leap, leapt FROM timekeeping WHERE one = 1`,
  );
  const write = database.prepare(
    `INSERT OR REPLACE INTO timekeeping (one, seen, run, began, earliest, agreed, leap, leapt)
     VALUES (1, @seen, @run, @began, @earliest, @agreed, @leap, @leapt)`,
  );
  return {
    /** What was kept last, or null where nothing was. */
    async get(): Promise<Timekeeping | null> {
      return (read.get() as Timekeeping | undefined) ?? null;
    },
    async keep(record: Timekeeping): Promise<void> {
      write.run(record);
    },
  };
}
