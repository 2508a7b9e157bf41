import type { Database } from '../../database/database.ts';
import type { Subscriptions } from './types.ts';

/** Subscriptions of chats that cannot or may not receive anything. */
export function createSuspension(
  database: Database,
): Pick<
  Subscriptions,
  | 'suspend'
  | 'suspendSetUpBy'
  | 'suspendUninvited'
  | 'isSuspended'
  | 'reactivate'
  | 'reactivateSetUpBy'
  | 'markReachable'
> {
  // A chat that comes back doesn't bring back what a banned user has set up for it.
  const notBanned = `not exists (select 1 from access_list
    where access_list.state = 'banned' and access_list.chat_id in (subscriptions.chat_id, user_id))`;
  const hasActive = database.prepare(`select 1 from subscriptions where chat_id = ? and state = 'active'`);
  const suspend = database.prepare(
    `update subscriptions set state = 'suspended', suspend_reason = @reason, retry_at = @retry,
       suspended_at = case when state = 'suspended' then suspended_at else @now end
     where chat_id = @chatId and (state = 'active' or state = 'suspended')`,
  );
  const suspendUninvited = database.prepare(
    `update subscriptions set state = 'suspended', suspended_at = @now
     where state = 'active'
       and not exists (select 1 from access_list
         where access_list.state = 'admitted' and access_list.chat_id in (subscriptions.chat_id, user_id))
       and chat_id not in (select value from json_each(@admins))
       and user_id not in (select value from json_each(@admins))`,
  );
  const reactivate = database.prepare(
    `update subscriptions set state = 'active', suspended_at = null, suspend_reason = null, retry_at = null
     where chat_id = ? and state = 'suspended' and ${notBanned}`,
  );
  // Only the ban keeps those suspended that are left.
  const clearRefusal = database.prepare(
    `update subscriptions set suspend_reason = null, retry_at = null where chat_id = ? and state = 'suspended'`,
  );
  const suspendSetUpBy = database.prepare(
    `update subscriptions set state = 'suspended', suspended_at = @now, suspend_reason = null, retry_at = null
     where user_id = @userId and chat_id <> @userId and state = 'active'`,
  );
  const reactivateSetUpBy = database.prepare(
    `update subscriptions set state = 'active', suspended_at = null
     where user_id = @userId and chat_id <> @userId and state = 'suspended' and suspend_reason is null and ${notBanned}`,
  );
  const suspended = database.prepare(`select 1 from subscriptions where chat_id = ? and state = 'suspended'`);
  const wasRefused = database.prepare(
    `select 1 from subscriptions where chat_id = ? and state = 'suspended' and suspend_reason is not null`,
  );
  const reactivateRefused = database.prepare(
    `update subscriptions set state = 'active', suspended_at = null, suspend_reason = null, retry_at = null
     where chat_id = ? and state = 'suspended' and suspend_reason is not null and ${notBanned}`,
  );
  const suspendChat = database.transaction(
    (chatId: number, now: number, why: { reason: string | null; retry: number | null }) => {
      const wasActive = hasActive.get(chatId) !== undefined;
      suspend.run({ chatId, now, ...why });
      return wasActive;
    },
  );

  const bringBack = database.transaction((chatId: number, statement: typeof reactivate) => {
    statement.run(chatId);
    clearRefusal.run(chatId);
  });

  return {
    suspend: async (chatId, now, why = { reason: null, retry: null }) =>
      suspendChat.immediate(chatId, now, why),
    suspendSetUpBy: async (userId, now) => suspendSetUpBy.run({ userId, now }).changes,
    reactivateSetUpBy: async userId => void reactivateSetUpBy.run({ userId }),
    suspendUninvited: async (admins, now) =>
      suspendUninvited.run({ admins: JSON.stringify(admins), now }).changes,
    isSuspended: async chatId => suspended.get(chatId) !== undefined,
    reactivate: async chatId => bringBack.immediate(chatId, reactivate),
    async markReachable(chatId) {
      // Asked first, as it is called after every message and hardly ever has anything to write.
      if (wasRefused.get(chatId) !== undefined) bringBack.immediate(chatId, reactivateRefused);
    },
  };
}
