import { z } from 'zod';
import type { Database } from '../../database/database.ts';
import { longestRetry, type Outbox, type Part, type QueuePosition } from './types.ts';

/** Written exactly as the partial indexes are: only then SQLite uses them. */
export const open = `outbox.state in ('planned', 'sending', 'unknown')`;

/**
 * What waits for its turn at `@now`. The parts of a paused or suspended subscription wait until it goes on; a chat
 * that is suspended because the bot lacks the right to write there is tried again now and then: a moment further
 * ahead than the longest such pause was recorded by a clock that was wrong.
 */
const queued = `${open} and outbox.state <> 'sending'
  and exists (select 1 from subscriptions where subscriptions.id = subscription_id
    and (subscriptions.state = 'active' or (subscriptions.state = 'suspended'
      and (subscriptions.retry_at <= @now or subscriptions.retry_at > @now + ${longestRetry}))))`;

const columns = `outbox.id, subscription_id as subscriptionId, chat_id as chatId, thread_id as threadId, due, part,
  text as body, articles, outbox.state, attempts, planned, maybe_duplicate as maybeDuplicate, error`;

const articleIds = z.array(z.string());

/** The order in which parts are sent. */
export function createQueue(database: Database): Pick<Outbox, 'chats' | 'next' | 'begin' | 'has'> {
  const section = database.prepare(
    `select chat_id as chatId, due, id from outbox
     where ${queued} and (due, id) > (@due, @id) order by due, id limit @limit`,
  );
  // When a group gets another id, a part under way goes along; should it not have arrived, it is before the next ones.
  // Of the two conditions on its state, the first lets SQLite use the index of what is queued.
  const first = database.prepare(
    `select ${columns} from outbox left join message_bodies on message_bodies.id = body_id
     where chat_id = @chatId and ${queued}
       and not exists (select 1 from outbox as other where other.chat_id = @chatId
         and other.state in ('planned', 'sending', 'unknown') and other.state = 'sending'
         and other.due = outbox.due and other.id < outbox.id
         and other.subscription_id = outbox.subscription_id)
     order by due, outbox.id limit 1`,
  );
  const begin = database.prepare(
    `update outbox set state = 'sending', attempts = attempts + 1, changed = @now
     where id = @id and chat_id = @chatId and ${queued}`,
  );

  const has = database.prepare('select 1 from outbox where subscription_id = ? and due = ?');

  return {
    has: async (subscriptionId, due) => has.get(subscriptionId, due) !== undefined,
    async chats(now, after = null, limit = 1000) {
      const { due, id } = after ?? { due: -1, id: -1 };
      const rows = section.all({ now, due, id, limit }) as (QueuePosition & { chatId: number })[];
      const last = rows.at(-1);
      return {
        chats: [...new Set(rows.map(({ chatId }) => chatId))],
        last: last && rows.length === limit ? { due: last.due, id: last.id } : null,
      };
    },
    async next(chatId, now) {
      const row = first.get({ chatId, now }) as (Omit<Part, 'articles'> & { articles: string }) | undefined;
      return row ? { ...row, articles: articleIds.parse(JSON.parse(row.articles)) } : null;
    },
    begin: async (part, now) => begin.run({ now, id: part.id, chatId: part.chatId }).changes === 1,
  };
}
