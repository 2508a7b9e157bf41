import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';

export type GuestState = 'admitted' | 'banned';

/**
 * Who may use the bot and who may not. Everybody has an id: users one above zero, which is that of their
 * private chat too, groups one below.
 */
export function guestsOf(database: Database) {
  const read = database.prepare(`SELECT state FROM guest WHERE chat_id = ?`).pluck();
  const write = database.prepare(
    `INSERT INTO guest (chat_id, state, since) VALUES (?, ?, ?)
     ON CONFLICT (chat_id) DO UPDATE SET state = excluded.state, since = excluded.since
     WHERE state <> excluded.state`,
  );
  const banned = database
    .prepare(`SELECT chat_id FROM guest WHERE state = 'banned' ORDER BY since DESC, chat_id LIMIT ?`)
    .pluck();
  const counts = database.prepare(
    `SELECT count(*) FILTER (WHERE state = 'admitted' AND chat_id > 0) AS people,
            count(*) FILTER (WHERE state = 'admitted' AND chat_id < 0) AS groups,
            count(*) FILTER (WHERE state = 'banned') AS banned FROM guest`,
  );
  const putInvitation = database.prepare(`INSERT INTO invitation (code, uses, expires) VALUES (?, ?, ?)`);
  const takeUse = database.prepare(
    `UPDATE invitation SET uses = uses - 1 WHERE code = ? AND uses > 0 AND expires > ?`,
  );
  const dropInvitations = database.prepare(`DELETE FROM invitation WHERE uses < 1 OR expires <= ?`);
  const restOthers = database.prepare(
    `UPDATE subscription SET state = 'resting', rested = @now
     WHERE state = 'active'
       AND NOT EXISTS (SELECT 1 FROM guest WHERE state = 'admitted' AND guest.chat_id IN (subscription.chat_id, user_id))
       AND chat_id NOT IN (SELECT value FROM json_each(@admins))
       AND user_id NOT IN (SELECT value FROM json_each(@admins))`,
  );
  const redeemOne = database.transaction((code: string, id: number, now: number) => {
    if (read.get(id) === 'admitted') return true;
    if (takeUse.run(code, now).changes === 0) return false;
    write.run(id, 'admitted', now);
    return true;
  });

  return {
    /** How somebody stands, or null where nothing was decided about them. */
    async state(id: number): Promise<GuestState | null> {
      return (read.get(id) as GuestState | undefined) ?? null;
    },
    /** `now` in milliseconds. */
    async admit(id: number, now: number): Promise<void> {
      write.run(id, 'admitted', now);
    },
    async ban(id: number, now: number): Promise<void> {
      write.run(id, 'banned', now);
    },
    /** Makes an invitation for `uses` people until `expires`, in milliseconds; gives its code, 16 of `0-9a-f`. */
    async invite(uses: number, expires: number): Promise<string> {
      const code = randomBytes(8).toString('hex');
      putInvitation.run(code, uses, expires);
      return code;
    },
    /** Admits somebody who brings a code; one who is in already uses nothing up. False where it is worth nothing. */
    async redeem(code: string, id: number, now: number): Promise<boolean> {
      return redeemOne(code, id, now);
    },
    /** Takes out invitations that are used up or ended at `moment` or before. */
    async dropInvitations(moment: number): Promise<void> {
      dropInvitations.run(moment);
    },
    /** How many there are of each kind, and the newest `limit` of the banned. */
    async overview(limit: number) {
      const found = counts.get() as { people: number; groups: number; banned: number };
      return { ...found, bannedIds: banned.all(limit) as number[] };
    },
    /** Lets the subscriptions rest of those who are neither admitted nor `admins`; how many. */
    async restUninvited(admins: readonly number[], now: number): Promise<number> {
      return restOthers.run({ admins: JSON.stringify(admins), now }).changes;
    },
  };
}

export type Guests = ReturnType<typeof guestsOf>;
