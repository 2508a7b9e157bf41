import type { Migration } from '../migration.ts';

/**
 * Pages of items that could not be fetched, to be tried again. `facts` is what the feed says of the article, as JSON;
 * `tries` counts the failed attempts.
 */
export const pageRetriesSchema: Migration = {
  version: 19,
  name: 'page-retries',
  sql: `
create table page_retries (
  source integer not null references sources,
  key text not null,
  facts text not null,
  tries integer not null,
  due_at integer not null,
  primary key (source, key)
) strict, without rowid;
create index page_retries_by_due on page_retries (due_at);
`,
};
