import type { Migration } from '../migration.ts';

/** A speaker's newest quotes are searched for words in the index alone. */
export const quoteWordsSchema: Migration = {
  version: 21,
  name: 'quote-words',
  sql: `
drop index quotes_by_person;
create index quotes_by_person on quotes (person, day desc, article desc, start, folded);
drop index quotes_by_entity;
create index quotes_by_entity on quotes (entity, day desc, article desc, start, folded) where entity is not null;
`,
};
