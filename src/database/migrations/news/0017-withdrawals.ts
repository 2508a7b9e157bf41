import type { Migration } from '../migration.ts';

/** What articles no longer say, for the bot to correct what it has sent: the newest rows only. */
export const withdrawalsSchema: Migration = {
  version: 17,
  name: 'withdrawals',
  sql: `
-- \`passage\`: a sentence, quote or title as it was shown; \`replacement\`: what the article says instead, if anything.
-- \`url\`: of an article that was removed, so that links to it can be taken out.
create table withdrawals (
  seq integer primary key autoincrement,
  article text not null,
  passage text not null,
  replacement text,
  url text
) strict;
`,
};
