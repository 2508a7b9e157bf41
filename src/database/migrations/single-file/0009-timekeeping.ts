/** What is known of the machine's clock, so that one wrong clock deletes nothing. */
export const timekeepingSchema = {
  version: 9,
  name: 'timekeeping',
  sql: `
    CREATE TABLE timekeeping (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      -- What the clock showed when it was last looked at.
      seen INTEGER NOT NULL,
      -- How long the program has been running in all, in milliseconds, over all its starts.
      run INTEGER NOT NULL,
      -- Where in that time the present span began, and the earliest time that the clock has shown in it.
      began INTEGER NOT NULL,
      earliest INTEGER NOT NULL,
      -- The earliest time that it showed in the last full span; null before the first has ended.
      agreed INTEGER,
      -- The longest leap ahead of late, and where in the running time the last one was; null where there was none.
      leap INTEGER NOT NULL,
      leapt INTEGER
    ) STRICT;
  `,
};
