import type { Database } from '../../database/database.ts';
import { open } from './queue.ts';
import type { Outbox, Part } from './types.ts';

/** What became of parts, and what that means for their subscriptions' cursors. */
export function createOutcomes(
  database: Database,
): Pick<
  Outbox,
  'sent' | 'markUnknown' | 'requeue' | 'fail' | 'failUnconfirmed' | 'isBegun' | 'voidPart' | 'recover'
> {
  const sent = database.prepare(
    `update outbox set state = 'sent', message_id = ?, error = null, changed = ? where id = ?`,
  );
  const settle = database.prepare('update outbox set state = ?, error = ?, changed = ? where id = ?');
  const requeue = database.prepare(
    `update outbox set state = ?, attempts = attempts - 1, changed = ? where id = ? and state = 'sending'`,
  );
  const resetCursor = database.prepare(
    `update subscriptions set delivered_up_to = part.cursor_before,
       maybe_duplicate = max(subscriptions.maybe_duplicate,
         (select max(all_parts.maybe_duplicate) from outbox as all_parts
          where all_parts.subscription_id = part.subscription_id and all_parts.due = part.due))
     from (select * from outbox where id = ?) as part
     where subscriptions.id = part.subscription_id and subscriptions.delivered_up_to = part.cursor_with
       and not exists (select 1 from outbox as other
         where other.subscription_id = part.subscription_id and other.due = part.due and other.state <> 'failed')`,
  );
  const markDuplicate = database.prepare('update outbox set maybe_duplicate = 1 where id = ?');
  const keepCursor = database.prepare(
    `update outbox set cursor_with = null
     where (subscription_id, due) = (select subscription_id, due from outbox where id = ?)`,
  );
  const recover = database.prepare(
    `update outbox set state = 'unknown', error = 'the program ended while it was being sent', changed = ?
     where ${open} and outbox.state = 'sending'`,
  );
  const begun = database
    .prepare(
      `select exists (select 1 from outbox where subscription_id = @subscriptionId and due = @due
         and (state <> 'planned' or attempts > 0))`,
    )
    .pluck();
  const failDigest = database.prepare(
    `update outbox set state = 'failed', error = @error, changed = @now
     where subscription_id = @subscriptionId and due = @due`,
  );
  const dueAgain = database.prepare(
    `update subscriptions set next_due = min(next_due, @now) where id = @subscriptionId and state = 'active'`,
  );

  const fail = (id: number, error: string, now: number, end: 'refused' | 'unknown') => {
    settle.run('failed', error, now, id);
    if (end === 'unknown') markDuplicate.run(id);
    resetCursor.run(id);
  };
  const failOne = database.transaction(fail);
  const failUnconfirmed = database.transaction((id: number, error: string, now: number) => {
    settle.run('failed', error, now, id);
    keepCursor.run(id);
  });
  const isBegun = ({ subscriptionId, due }: Pick<Part, 'subscriptionId' | 'due'>) =>
    begun.get({ subscriptionId, due }) === 1;
  const voidOne = database.transaction(({ id, subscriptionId, due, state }: Part, now: number) => {
    const error = 'an article in it was removed';
    if (isBegun({ subscriptionId, due }))
      return fail(id, error, now, state === 'unknown' ? 'unknown' : 'refused');
    failDigest.run({ subscriptionId, due, error, now });
    resetCursor.run(id);
    dueAgain.run({ subscriptionId, now });
  });

  return {
    sent: async (id, messageId, now) => void sent.run(messageId, now, id),
    markUnknown: async (id, error, now) => void settle.run('unknown', error, now, id),
    requeue: async (part, now) => void requeue.run(part.state, now, part.id),
    fail: async (id, error, now, end) => failOne.immediate(id, error, now, end),
    failUnconfirmed: async (id, error, now) => failUnconfirmed.immediate(id, error, now),
    isBegun: async part => isBegun(part),
    voidPart: async (part, now) => voidOne.immediate(part, now),
    recover: async now => recover.run(now).changes,
  };
}
