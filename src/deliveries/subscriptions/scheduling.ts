import type { Database } from '../../database/database.ts';
import { fromRow, type Row } from './rows.ts';
import type { ScheduleRule, Subscriptions } from './types.ts';

/** The longest local day, in milliseconds: what is due beyond it was planned by a clock that was wrong. */
const longestDay = 26 * 3_600_000;

/** When subscriptions are due. */
export function createScheduling(
  database: Database,
): Pick<Subscriptions, 'due' | 'plannedAfter' | 'soonest' | 'scheduleWaiting'> {
  const due = database.prepare(
    `select * from subscriptions where state = 'active' and next_due <= @now and (next_due, id) > (@due, @id)
     order by next_due, id limit @limit`,
  );
  const soonest = database.prepare(`select min(next_due) from subscriptions where state = 'active'`).pluck();
  const planned = database.prepare(
    `select * from subscriptions
     where id > @after and state in ('active', 'suspended') and removed_at is null
       and next_due > @now and next_due < @never order by id limit @limit`,
  );
  const waiting = database.prepare(
    `select * from subscriptions
     where at_once is not null and state = 'active' and delivered_up_to < @head and next_due >= @never limit @limit`,
  );
  const setDue = database.prepare(`update subscriptions set next_due = ? where id = ? and state = 'active'`);
  const digestsSince = database
    .prepare('select count(distinct due) from outbox where subscription_id = ? and due between ? and ?')
    .pluck();
  const scheduleAll = database.transaction(
    (head: number, never: number, limit: number, rule: ScheduleRule) => {
      const rows = waiting.all({ head, never, limit }) as Row[];
      for (const row of rows)
        setDue.run(
          rule(fromRow(row), moment => digestsSince.get(row.id, moment, moment + longestDay) as number),
          row.id,
        );
      return rows.length;
    },
  );

  return {
    due: async (now, limit, after = null) =>
      due.all({ now, limit, due: after?.nextDue ?? -1, id: after?.id ?? -1 }).map(fromRow),
    plannedAfter: async (now, never, limit, after) => planned.all({ now, never, limit, after }).map(fromRow),
    soonest: async () => (soonest.get() as number | null) ?? null,
    scheduleWaiting: async (head, never, limit, rule) => scheduleAll.immediate(head, never, limit, rule),
  };
}
