import type { Database } from '../database/database.ts';

/**
 * What a chat asked about, as it is stored: a person (`p12`), an organization or place (its id, `e…`), a story (`s3`)
 * or a topic (`tsanctions`).
 */
export type About = `${'p' | 'e' | 's' | 't'}${string}`;

/** Up to which arrival each chat has seen what it asks about, to mark what is new for it. */
export type ReadMarkers = {
  /**
   * The arrival up to which a chat had seen this when it last asked; with `same`, when it asked before that, as
   * for another page of the same answer. Null if it never did. Of several ids (a person's former ones) the
   * furthest counts.
   */
  last(chatId: number, about: readonly About[], same?: boolean): Promise<number | null>;
  /** A chat was shown everything up to `arrival`, at `now` (milliseconds since the epoch). */
  note(chatId: number, about: About, arrival: number, now: number): Promise<void>;
  /** Deletes at most `limit` markers that were not used since `moment`; whether more are left. */
  purge(moment: number, limit: number): Promise<boolean>;
};

/** The read markers in the database of the deliveries. */
export function createReadMarkers(database: Database): ReadMarkers {
  const last = database.prepare('select arrival, before from read_markers where chat_id = ? and about = ?');
  const note = database.prepare(
    `insert into read_markers (chat_id, about, arrival, changed) values (@chatId, @about, @arrival, @now)
     on conflict (chat_id, about) do update
       set before = arrival, arrival = excluded.arrival, changed = excluded.changed`,
  );
  const purge = database.prepare(
    `delete from read_markers where (chat_id, about) in
       (select chat_id, about from read_markers where changed < ? limit ?)`,
  );

  return {
    async last(chatId, about, same = false) {
      const found = about.flatMap(one => {
        const row = last.get(chatId, one) as { arrival: number; before: number | null } | undefined;
        return (same ? row?.before : row?.arrival) ?? [];
      });
      return found.length === 0 ? null : Math.max(...found);
    },
    note: async (chatId, about, arrival, now) => void note.run({ chatId, about, arrival, now }),
    purge: async (moment, limit) => purge.run(moment, limit).changes === limit,
  };
}
