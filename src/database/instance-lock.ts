import { realpathSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { LibraryError } from './library-error.ts';

/** A connection that nobody refers to is closed one day, and its lock with it. */
const held = new Set<Sqlite.Database>();

/**
 * Claims the database at `path` for one running bot, until the function given back is called. The claim is a
 * lock of SQLite's on a file beside it, which the system gives up when the process dies, however it dies.
 * @throws LibraryError while another one holds it
 */
export function claim(path: string): () => void {
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
