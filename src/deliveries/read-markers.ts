import type { Database } from '../database/database.ts';

/** What a chat asked about, as it is kept: a person (`p12`), a story (`s3`) or a topic (`tsanctions`). */
export type About = `${'p' | 's' | 't'}${string}`;

/** Up to where each chat has been told of what it asks about, to mark what is new for it. */
export function askedOf(database: Database) {
  const last = database.prepare(`SELECT arrival, before FROM asked WHERE chat_id = ? AND about = ?`);
  const note = database.prepare(
    `INSERT INTO asked (chat_id, about, arrival, changed) VALUES (@chatId, @about, @arrival, @now)
     ON CONFLICT (chat_id, about) DO UPDATE
       SET before = arrival, arrival = excluded.arrival, changed = excluded.changed`,
  );
  const purge = database.prepare(`DELETE FROM asked WHERE changed < ?`);
  const arrivedSince = database
    .prepare(`SELECT id FROM articles WHERE id IN (SELECT value FROM json_each(?)) AND key > ?`)
    .pluck();
  const among = {
    p: `(SELECT DISTINCT article FROM casts WHERE person = @id AND article > @since)`,
    s: `(SELECT key AS article FROM articles WHERE story = @id AND key > @since)`,
    t: `(SELECT article FROM article_topics WHERE topic = @id AND article > @since)`,
  };
  const counts = Object.fromEntries(
    Object.entries(among).map(([kind, articles]) => [
      kind,
      database
        .prepare(
          `SELECT count(*) FROM ${articles} JOIN articles ON articles.key = article WHERE duplicate_of IS NULL`,
        )
        .pluck(),
    ]),
  );

  return {
    /**
     * The arrival up to which a chat was told of this when it last asked; with `same`, when it asked before
     * that, as for another page of the same answer. Null where it never did.
     */
    async last(chatId: number, about: About, same = false): Promise<number | null> {
      const row = last.get(chatId, about) as { arrival: number; before: number | null } | undefined;
      return (same ? row?.before : row?.arrival) ?? null;
    },
    /** It was told up to `arrival`, at `now`. */
    async note(chatId: number, about: About, arrival: number, now: number): Promise<void> {
      note.run({ chatId, about, arrival, now });
    },
    /** Which of these articles arrived behind an arrival. */
    async arrivedSince(articles: string[], arrival: number): Promise<string[]> {
      return arrivedSince.all(JSON.stringify(articles), arrival) as string[];
    },
    /** In how many articles behind an arrival it stands, copies counted once. */
    async countSince(about: About, since: number): Promise<number> {
      const id = about.startsWith('t') ? about.slice(1) : Number(about.slice(1));
      return counts[about[0]!]!.get({ id, since }) as number;
    },
    /** Forgets what nobody has asked about since `moment`, in milliseconds. */
    async purge(moment: number): Promise<void> {
      purge.run(moment);
    },
  };
}

export type Asked = ReturnType<typeof askedOf>;
