import { randomBytes } from 'node:crypto';
import type { Database } from '../database/database.ts';

export type AccessState = 'admitted' | 'banned';

export type AccessOverview = {
  people: number;
  groups: number;
  banned: number;
  /** The most recently banned. */
  bannedIds: number[];
};

/**
 * Who may use the bot and who may not. Ids of users are positive and those of their private chats too, ids of
 * groups negative. Moments are milliseconds since the epoch.
 */
export type AccessList = {
  /** What was decided about a user or group; null if nothing was. */
  state(id: number): Promise<AccessState | null>;
  admit(id: number, now: number): Promise<void>;
  ban(id: number, now: number): Promise<void>;
  /** Creates an invitation for `uses` people, valid until `expires`; returns its code, 16 of `0-9a-f`. */
  invite(uses: number, expires: number): Promise<string>;
  /** Admits the bearer of a code; someone already admitted uses nothing up. False if the code is used up, expired or unknown. */
  redeem(code: string, id: number, now: number): Promise<boolean>;
  /** Deletes at most `limit` invitations that are used up, or that expired at `moment` or before; whether more are left. */
  purgeInvitations(moment: number, limit: number): Promise<boolean>;
  /** How many there are of each kind, and at most `limit` of the banned. */
  overview(limit: number): Promise<AccessOverview>;
};

/** The access list in the database of the deliveries. */
export function createAccessList(database: Database): AccessList {
  const read = database.prepare('select state from access_list where chat_id = ?').pluck();
  const write = database.prepare(
    `insert into access_list (chat_id, state, since) values (?, ?, ?)
     on conflict (chat_id) do update set state = excluded.state, since = excluded.since
     where state <> excluded.state`,
  );
  const banned = database
    .prepare(`select chat_id from access_list where state = 'banned' order by since desc, chat_id limit ?`)
    .pluck();
  const counts = database.prepare(
    `select count(*) filter (where state = 'admitted' and chat_id > 0) as people,
            count(*) filter (where state = 'admitted' and chat_id < 0) as groups,
            count(*) filter (where state = 'banned') as banned from access_list`,
  );
  const addInvitation = database.prepare('insert into invitations (code, uses, expires) values (?, ?, ?)');
  const takeUse = database.prepare(
    'update invitations set uses = uses - 1 where code = ? and uses > 0 and expires > ?',
  );
  const purgeInvitations = database.prepare(
    `delete from invitations where code in
       (select code from invitations where uses < 1 or expires <= ? limit ?)`,
  );
  const redeemOne = database.transaction((code: string, id: number, now: number) => {
    if (read.get(id) === 'admitted') return true;
    if (takeUse.run(code, now).changes === 0) return false;
    write.run(id, 'admitted', now);
    return true;
  });

  return {
    state: async id => (read.get(id) as AccessState | undefined) ?? null,
    admit: async (id, now) => void write.run(id, 'admitted', now),
    ban: async (id, now) => void write.run(id, 'banned', now),
    async invite(uses, expires) {
      const code = randomBytes(8).toString('hex');
      addInvitation.run(code, uses, expires);
      return code;
    },
    redeem: async (code, id, now) => redeemOne.immediate(code, id, now),
    purgeInvitations: async (moment, limit) => purgeInvitations.run(moment, limit).changes === limit,
    async overview(limit) {
      const found = counts.get() as Omit<AccessOverview, 'bannedIds'>;
      return { ...found, bannedIds: banned.all(limit) as number[] };
    },
  };
}
