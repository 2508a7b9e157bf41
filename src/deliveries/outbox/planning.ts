import type { Database } from '../../database/database.ts';
import type { MessageBody, Outbox, Plan } from './types.ts';

/** Queues digests; `storeQueries` takes part in the transaction that stores their messages. */
export function createPlanning(
  database: Database,
  storeQueries: (queries: readonly string[]) => void,
): Pick<Outbox, 'keep' | 'plan'> {
  const insert = database.prepare(
    `insert into outbox (subscription_id, chat_id, thread_id, due, part, body_id, state, changed, planned,
       cursor_before, cursor_with, maybe_duplicate)
     select id, chat_id, thread_id, @due, @part, @body, 'planned', @now, @now, @before, delivered_up_to, maybe_duplicate
     from subscriptions where id = @subscriptionId
     on conflict (subscription_id, due, part) do nothing`,
  );
  // A clock that was set back reaches the same moment twice: the second digest is placed right after the first.
  const freeDue = database
    .prepare(
      `select coalesce(max(due) + 1, @due) from outbox
       where subscription_id = @subscriptionId and due between @due and @due + 999`,
    )
    .pluck();
  const cursor = database.prepare('select delivered_up_to from subscriptions where id = ?').pluck();
  const advance = database.prepare(
    `update subscriptions set delivered_up_to = coalesce(@deliveredUpTo, delivered_up_to), next_due = @nextDue
     where id = @subscriptionId and next_due = @due and state = 'active'`,
  );
  const clearDuplicate = database.prepare(
    'update subscriptions set maybe_duplicate = 0 where id = ? and maybe_duplicate = 1',
  );
  const keepBody = database.prepare('insert into message_bodies (text, articles, created) values (?, ?, ?)');

  const planOne = ({ bodies, ...plan }: Plan): boolean => {
    const before = cursor.get(plan.subscriptionId);
    if (advance.run(plan).changes === 0) return false;
    const { subscriptionId, due } = plan;
    const at = bodies.length > 0 ? (freeDue.get({ subscriptionId, due }) as number) : due;
    for (const [index, body] of bodies.entries())
      insert.run({ ...plan, due: at, before, body, part: index + 1 });
    if (bodies.length > 0) clearDuplicate.run(plan.subscriptionId);
    return true;
  };
  const planAll = database.transaction((plans: Plan[]) => plans.filter(planOne).length);
  const keepAll = database.transaction(
    (bodies: readonly MessageBody[], queries: readonly string[], now: number) => {
      storeQueries(queries);
      return bodies.map(({ text, articles }) =>
        Number(keepBody.run(text, JSON.stringify(articles), now).lastInsertRowid),
      );
    },
  );

  return {
    keep: async (bodies, queries, now) => keepAll.immediate(bodies, queries, now),
    plan: async plans => planAll.immediate(plans),
  };
}
