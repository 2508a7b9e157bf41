import type { Migration } from '../migration.ts';

/**
 * Names of people, organizations and places that no article names any more. Subscriptions still mean them: they are
 * shown by these names, and a person who is named again is followed as one.
 */
export const goneSubjectsSchema: Migration = {
  version: 23,
  name: 'gone-subjects',
  sql: `
create table gone_subjects (
  id text primary key,
  name text not null,
  folded text not null
) strict, without rowid;
create index gone_subjects_by_name on gone_subjects (folded);
`,
};
