import type { Migration } from '../migration.ts';

/** Messages that were sent and whose text has been corrected since: they are to be edited. */
export const correctionsSchema: Migration = {
  version: 2,
  name: 'corrections',
  sql: `
alter table outbox add column to_correct integer not null default 0;
create index outbox_to_correct on outbox (id) where to_correct = 1;

-- Up to which withdrawal of the news the messages were corrected.
create table corrected_up_to (
  one integer primary key check (one = 1),
  seq integer not null
) strict;
`,
};
