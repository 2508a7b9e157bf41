import type { Database } from '../database/database.ts';

/** A quote that readers reported as wrong; `id` is what `quotes retract` takes. */
export type ReportedQuote = { id: string; words: string; times: number };

/** Quotes reported as wrong. Moments are milliseconds since the epoch. */
export type ReportedQuotes = {
  /** Notes a report; false if the quote was reported before. */
  add(id: string, words: string, now: number): Promise<boolean>;
  /** The newest reports. */
  list(limit: number): Promise<ReportedQuote[]>;
  /** Those the operators have not been notified of. */
  unnoted(): Promise<ReportedQuote[]>;
  /** When the operators were last notified; null if never. */
  lastNoted(): Promise<number | null>;
  setNoted(ids: readonly string[], now: number): Promise<void>;
  /** It was dealt with: its report is gone. */
  settle(id: string): Promise<void>;
  /** Deletes at most `limit` reports from before `moment`; whether more are left. */
  purge(moment: number, limit: number): Promise<boolean>;
};

/** The reported quotes in the database of the deliveries. */
export function createReportedQuotes(database: Database): ReportedQuotes {
  const add = database.prepare(`
    insert into reported_quotes (id, words, times, reported) values (@id, @words, 1, @now)
    on conflict (id) do update set times = times + 1 returning times`);
  const list = database.prepare(
    'select id, words, times from reported_quotes order by reported desc, id limit ?',
  );
  const unnoted = database.prepare(
    'select id, words, times from reported_quotes where noted is null order by reported, id',
  );
  const lastNoted = database.prepare('select max(noted) from reported_quotes').pluck();
  const setNoted = database.prepare(
    'update reported_quotes set noted = @now where id in (select value from json_each(@ids))',
  );
  const remove = database.prepare('delete from reported_quotes where id = ?');
  const purge = database.prepare(
    'delete from reported_quotes where id in (select id from reported_quotes where reported < ? limit ?)',
  );
  return {
    add: async (id, words, now) => (add.get({ id, words, now }) as { times: number }).times === 1,
    list: async limit => list.all(limit) as ReportedQuote[],
    unnoted: async () => unnoted.all() as ReportedQuote[],
    lastNoted: async () => lastNoted.get() as number | null,
    setNoted: async (ids, now) => void setNoted.run({ ids: JSON.stringify(ids), now }),
    settle: async id => void remove.run(id),
    purge: async (moment, limit) => purge.run(moment, limit).changes === limit,
  };
}
