import type { Database } from '../../database/database.ts';
import { createOutcomes } from './outcomes.ts';
import { createPlanning } from './planning.ts';
import { createQueue } from './queue.ts';
import type { Outbox, PartState } from './types.ts';

export * from './types.ts';

/** The outbox on `database`; `storeQueries` stores the queries behind a message's buttons in the transaction it is called in. */
export function createOutbox(database: Database, storeQueries: (queries: readonly string[]) => void): Outbox {
  const counts = database.prepare('select state, count(*) as number from outbox group by state');
  const subscriptionOf = database
    .prepare('select subscription_id from outbox where chat_id = ? and message_id = ? limit 1')
    .pluck();
  const purgeParts = database.prepare(
    `delete from outbox where id in (select id from outbox
       where (state = 'sent' or state = 'failed') and changed < ? limit ?)`,
  );
  const purgeBodies = database.prepare(
    `delete from message_bodies where id in (select id from message_bodies
       where created < ? and not exists (select 1 from outbox where body_id = message_bodies.id) limit ?)`,
  );
  const purgeSome = database.transaction((moment: number, limit: number) => {
    const parts = purgeParts.run(moment, limit).changes;
    const bodies = purgeBodies.run(moment, limit).changes;
    return parts === limit || bodies === limit;
  });

  return {
    ...createPlanning(database, storeQueries),
    ...createQueue(database),
    ...createOutcomes(database),
    subscriptionOf: async (chatId, messageId) =>
      (subscriptionOf.get(chatId, messageId) as number | undefined) ?? null,
    async counts() {
      const rows = counts.all() as { state: PartState; number: number }[];
      return Object.fromEntries(rows.map(({ state, number }) => [state, number]));
    },
    purge: async (moment, limit) => purgeSome.immediate(moment, limit),
  };
}
