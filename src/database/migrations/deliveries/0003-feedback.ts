import type { Migration } from '../migration.ts';

/** What readers say about what they got: a quote that is wrong, news that they don't want. */
export const feedbackSchema: Migration = {
  version: 3,
  name: 'feedback',
  sql: `
-- Quotes that were reported as wrong, by the article's id and where they begin; by whom is not kept. \`noted\`: when
-- the operators were told.
create table reported_quotes (
  id text primary key,
  words text not null,
  times integer not null,
  reported integer not null,
  noted integer
) strict, without rowid;
create index reported_quotes_by_time on reported_quotes (reported);

-- Left out of one subscription's digests: ids of people, organizations and places, and of stories.
alter table subscriptions add column without_people text not null default '[]';
alter table subscriptions add column without_stories text not null default '[]';
`,
};
