import type { Migration } from '../migration.ts';

/** What the bot's answers show, so that they are corrected when their articles or people are. */
export const shownAnswersSchema: Migration = {
  version: 7,
  name: 'shown-answers',
  sql: `
-- \`place\`: the message, as JSON: [chat, message], or the inline message's id as Telegram names it. \`chat_id\`: whose
-- it is. \`body\`: what it shows; \`articles\`: the ids of those it draws on; \`asked\`: what asks for it again, null if
-- that would not give one message. \`to_correct\`: 1 if it is to be edited, 2 if it is to be asked again before.
create table shown_answers (
  place text primary key,
  chat_id integer not null,
  body text not null,
  articles text not null,
  asked text,
  sent integer not null,
  to_correct integer not null default 0
) strict, without rowid;
create index shown_answers_sent on shown_answers (sent);
create index shown_answers_to_correct on shown_answers (place) where to_correct > 0;

-- Up to which withdrawal of the news answers were corrected.
create table answers_corrected_up_to (
  one integer primary key check (one = 1),
  seq integer not null
) strict;
`,
};
