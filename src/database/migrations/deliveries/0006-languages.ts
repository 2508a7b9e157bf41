import type { Migration } from '../migration.ts';

/** The language of each chat, and of digests for channels, in which the bot answers no one. */
export const languagesSchema: Migration = {
  version: 6,
  name: 'languages',
  sql: `
-- A chat's language: as Telegram named it when the chat first used the bot, or (\`chosen\`) as its people chose it.
create table chat_languages (
  chat_id integer primary key,
  language text not null,
  chosen integer not null default 0
) strict;

-- Null for the language of the chat that it is sent to.
alter table subscriptions add column language text;
`,
};
