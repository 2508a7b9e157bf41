import type { Database } from '../../database/database.ts';

/** At most this many results are kept. */
const maxKept = 300;

/**
 * Keeps results for as long as nothing is written to the database, by whatever connection: for what is expensive and
 * asked for again, as by each page of an answer.
 */
export function createSnapshotCache<Result>(
  database: Database,
): (key: string, compute: () => Result) => Result {
  // The first changes with the commits of other connections, the second with this one's.
  const others = database.prepare('pragma data_version').pluck();
  const own = database.prepare('select total_changes()').pluck();
  const kept = new Map<string, Result>();
  let version = '';
  return (key, compute) => {
    const now = `${others.get()} ${own.get()}`;
    if (now !== version || kept.size >= maxKept) kept.clear();
    version = now;
    const known = kept.get(key) ?? compute();
    kept.set(key, known);
    if (known instanceof Promise) known.catch(() => kept.delete(key));
    return known;
  };
}
