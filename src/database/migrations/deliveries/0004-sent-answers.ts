import type { Migration } from '../migration.ts';

/** Which messages answered a question, so that they are edited when the question is. */
export const sentAnswers: Migration = {
  version: 4,
  name: 'sent-answers',
  sql: `
-- Both as Telegram's message ids; \`messages\` is a list in JSON.
create table sent_answers (
  chat_id integer not null,
  question integer not null,
  messages text not null,
  sent integer not null,
  primary key (chat_id, question)
) strict, without rowid;
create index sent_answers_sent on sent_answers (sent);
`,
};
