import type { Migration } from '../migration.ts';

/** Quotes retracted by hand: kept whatever articles come and go, and however they are read again. */
export const retractionsSchema: Migration = {
  version: 18,
  name: 'retractions',
  sql: `
-- By the article's id and the quote's words on one line.
create table retracted_quotes (
  article text not null,
  words text not null,
  primary key (article, words)
) strict, without rowid;
`,
};
