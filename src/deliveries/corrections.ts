import type { Database } from '../database/database.ts';

/** A message as stored, shared by all who got the same. */
export type StoredBody = { id: number; text: string };

/** A sent message that is to be edited. */
export type PartToCorrect = {
  id: number;
  subscriptionId: number;
  chatId: number;
  messageId: number;
  /** The corrected message as JSON, as the sender wrote it. */
  body: string;
};

/** The correction of messages whose articles have been changed or removed since they were sent. */
export type Corrections = {
  /** Up to which withdrawal of the news messages were corrected; null before the first look. */
  upTo(): Promise<number | null>;
  /** The messages about any of these articles, as long as they are kept. */
  bodiesAbout(articles: readonly string[]): Promise<StoredBody[]>;
  /** Stores corrected messages, marks those that were sent as to be edited, and remembers `seq`, all or nothing. */
  apply(bodies: readonly StoredBody[], seq: number): Promise<void>;
  /** Those to be edited, the first first, at most `limit`, after the one with the id `after`. */
  waiting(after: number, limit: number): Promise<PartToCorrect[]>;
  /** A message was edited, or can't be any more. */
  done(id: number): Promise<void>;
};

/** The corrections in the database of the deliveries. */
export function createCorrections(database: Database): Corrections {
  const upTo = database.prepare('select seq from corrected_up_to').pluck();
  const setUpTo = database.prepare(
    'insert into corrected_up_to (one, seq) values (1, ?) on conflict (one) do update set seq = excluded.seq',
  );
  const bodies = database.prepare(
    `select id, text from message_bodies
     where exists (select 1 from json_each(articles) where value in (select value from json_each(?)))
     order by id`,
  );
  const rewrite = database.prepare('update message_bodies set text = ? where id = ?');
  // What is being sent may arrive with the old text: it is edited once it has.
  const mark = database.prepare(
    `update outbox set to_correct = 1 where body_id = ? and (state in ('sent', 'sending', 'unknown'))`,
  );
  const waiting = database.prepare(
    `select outbox.id, subscription_id as subscriptionId, chat_id as chatId, message_id as messageId, text as body
     from outbox join message_bodies on message_bodies.id = body_id
     where to_correct = 1 and state = 'sent' and message_id is not null and outbox.id > ?
     order by outbox.id limit ?`,
  );
  const done = database.prepare('update outbox set to_correct = 0 where id = ?');
  const applyAll = database.transaction((changed: readonly StoredBody[], seq: number) => {
    for (const { id, text } of changed) {
      rewrite.run(text, id);
      mark.run(id);
    }
    setUpTo.run(seq);
  });
  return {
    upTo: async () => (upTo.get() as number | undefined) ?? null,
    bodiesAbout: async articles => bodies.all(JSON.stringify(articles)) as StoredBody[],
    apply: async (changed, seq) => applyAll.immediate(changed, seq),
    waiting: async (after, limit) => waiting.all(after, limit) as PartToCorrect[],
    done: async id => void done.run(id),
  };
}
