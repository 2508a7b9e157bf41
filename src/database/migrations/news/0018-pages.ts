import type { Migration } from '../migration.ts';

/**
 * What pages read off an index: a person's roles without a look at the rows themselves, quotes in the order in which
 * they are shown, copies alone, and the words of quotes.
 */
export const pagesSchema: Migration = {
  version: 18,
  name: 'pages',
  sql: `
drop index roles_by_person;
create index roles_by_person on roles (person, day desc, article desc, start, folded, text, "end");
drop index quotes_by_person;
create index quotes_by_person on quotes (person, day desc, article desc, start);
drop index quotes_by_entity;
create index quotes_by_entity on quotes (entity, day desc, article desc, start) where entity is not null;
create index articles_copies on articles (key, duplicate_of) where duplicate_of is not null;
create virtual table quote_search using fts5(
  words, content='', contentless_delete=1, detail=none, tokenize="unicode61"
);
insert into quote_search (rowid, words) select key, folded from quotes;
`,
};
