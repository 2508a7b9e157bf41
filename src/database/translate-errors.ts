import { statSync } from 'node:fs';
import { LibraryError } from './library-error.ts';

const sentences: [RegExp, ConstructorParameters<typeof LibraryError>[0], string, string][] = [
  [
    /^SQLITE_NOTADB/,
    'no-database',
    'is not a database',
    'Name another file, or restore a backup to this one.',
  ],
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
export function translateError(error: unknown, path: string): unknown {
  if (error instanceof LibraryError) return error;
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder) return new LibraryError('unwritable', `${path} is a folder`, 'Name a file in it.', error);
  const code = codeOf(error);
  const known = sentences.find(([pattern]) => pattern.test(code));
  if (!known) return error;
  return new LibraryError(known[1], `${path} ${known[2]}`, known[3], error);
}

/** The code of an error of SQLite or of the system, or ''. */
export function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | undefined)?.code ?? '');
}
