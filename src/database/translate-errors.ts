import { statSync } from 'node:fs';
import { LibraryError } from './library-error.ts';

const sentences: [RegExp, ConstructorParameters<typeof LibraryError>[0], string, string][] = [
  [/^SQLITE_NOTADB/, 'no-database', 'is no database', 'Name another file, or restore a backup to this one.'],
  [/^SQLITE_CORRUPT/, 'no-database', 'is damaged', 'Restore a backup.'],
  [
    /^(SQLITE_FULL|ENOSPC|EDQUOT)/,
    'full',
    'cannot be written, as the disk is full',
    'Make room on its disk, then start again: nothing is lost.',
  ],
  [
    /^(SQLITE_(READONLY|CANTOPEN|PERM|IOERR)|EACCES|EPERM|EROFS|ENOTDIR|EEXIST|EISDIR|ENOENT)/,
    'unwritable',
    'cannot be opened for writing',
    'Check that its folder exists, that this user may write there and that the disk is not full.',
  ],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    'busy',
    'is in use by another process',
    'End the other process, then try again: nothing is lost.',
  ],
];

/** An error of SQLite or of the file system as a sentence for the owner; others as they are. */
export function explained(error: unknown, path: string): unknown {
  if (error instanceof LibraryError) return error;
  const code = String((error as { code?: unknown } | undefined)?.code ?? '');
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder) return new LibraryError('unwritable', `${path} is a folder`, 'Name a file in it.', error);
  // A folder that is missing is told by better-sqlite3 as a TypeError without a code.
  const known = sentences.find(([pattern]) => pattern.test(code));
  if (!known) return error;
  return new LibraryError(known[1], `${path} ${known[2]}`, known[3], error);
}

/**
 * The same rooms with the same functions, whose failures for want of the database (a full disk, a lock that is not given up, a
 * damaged file) come as a LibraryError and are told to `onBroken` besides. Errors of other kinds pass.
 */
export function watched<Room extends object>(
  room: Room,
  path: string,
  onBroken: (error: LibraryError) => void,
): Room {
  const fail = (error: unknown): never => {
    const said = isOfDatabase(error) ? explained(error, path) : error;
    if (said instanceof LibraryError) onBroken(said);
    throw said;
  };
  const watch =
    (act: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) => {
      try {
        const result = act(...args);
        if (result instanceof Promise) return result.catch(fail);
        return isStream(result) ? watchedStream(result, fail) : result;
      } catch (error) {
        return fail(error);
      }
    };
  const inside = (value: unknown) => {
    if (typeof value === 'function') return watch(value as Parameters<typeof watch>[0]);
    return typeof value === 'object' && value !== null ? watched(value, path, onBroken) : value;
  };
  return Object.fromEntries(Object.entries(room).map(([name, value]) => [name, inside(value)])) as Room;
}

/** Only SQLite's own: a file that somebody named and that is not there is no failure of the database. */
function isOfDatabase(error: unknown): boolean {
  return String((error as { code?: unknown } | undefined)?.code ?? '').startsWith('SQLITE_');
}

function isStream(value: unknown): value is AsyncGenerator<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

async function* watchedStream(stream: AsyncGenerator<unknown>, fail: (error: unknown) => never) {
  try {
    yield* stream;
  } catch (error) {
    fail(error);
  }
}
