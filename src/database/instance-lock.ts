import { realpathSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { LibraryError } from './library-error.ts';

/** An unreferenced connection is closed sooner or later, and its lock with it. */
const held = new Set<Sqlite.Database>();

/**
 * Locks the database at `path` for one running bot, until the returned function is called. The lock is one of
 * SQLite's on a file next to it, which the system releases when the process dies, however it dies.
 * @throws LibraryError while another process holds it
 */
export function lockInstance(path: string): () => void {
  if (path === ':memory:') return () => {};
  const lock = new Sqlite(`${realpathSync(path)}.lock`, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (!/^SQLITE_(BUSY|LOCKED)/.test(String((error as { code?: unknown }).code))) throw error;
    throw new LibraryError(
      'busy',
      `${path} is in use by another bot that is running`,
      'End that one first: two would answer and deliver everything twice.',
      error,
    );
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    lock.close();
  };
}
