import type { Migration } from '../migration.ts';

/** Which subscription a message in a chat was sent for: what is tapped under it is about that one. */
export const messagesSchema: Migration = {
  version: 5,
  name: 'messages',
  sql: 'create index outbox_by_message on outbox (chat_id, message_id) where message_id is not null;',
};
