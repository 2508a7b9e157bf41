import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Refusal } from '../system/refusal.ts';
import { indexName } from './folder-index.ts';

/** The kinds of files that articles come in. */
export const endings = ['.txt', '.md', '.html', '.htm', '.json', '.jsonl'];

export type FoundFile = { path: string } | ({ path: string } & Refusal);

/**
 * The files with articles at a path: itself, or, of a folder, those in it and in its folders, sorted by
 * name; hidden ones, the index and files of other kinds left out. A path that is not there or may not be
 * read comes with the reason.
 */
export async function* filesAt(path: string): AsyncGenerator<FoundFile> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) yield* filesIn(path, await realpath(path));
    else if (endings.includes(extname(path).toLowerCase()))
      yield found.isFile() ? { path } : { path, ...noFile };
    else yield { path, ...otherKind };
  } catch (error) {
    yield { path, ...inaccessible(error) };
  }
}

/** @param root the real path of the folder that was asked for */
async function* filesIn(folder: string, root: string): AsyncGenerator<FoundFile> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === indexName) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      try {
        yield* filesIn(path, root);
      } catch (error) {
        yield { path, ...inaccessible(error) };
      }
    } else if (endings.includes(extname(entry.name).toLowerCase())) yield await ordinary(path, root);
    else if (entry.isSymbolicLink() && (await leadsToFolderOutside(path, root))) yield { path, ...leadsOut };
  }
}

/** Files that a link within the folder leads to are found at their own place; other links without a known ending are left out. */
async function leadsToFolderOutside(path: string, root: string): Promise<boolean> {
  try {
    return !isWithin(await realpath(path), root) && (await stat(path)).isDirectory();
  } catch {
    // It leads nowhere.
    return false;
  }
}

function isWithin(real: string, root: string): boolean {
  return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** A link may lead to anything on the machine, and its content would be shown to everyone. */
const leadsOut: Refusal = {
  reason: 'this link leads out of the folder; name the file itself if it is meant',
  code: 'leads-out',
};

const noFile: Refusal = {
  reason: 'this is no file, and reading it might never end',
  code: 'unreadable',
};

/** A file whose name ends otherwise than those of articles. */
export const otherKind: Refusal = {
  reason: `files of this kind are not read, only ${endings.join(', ')}`,
  code: 'other-kind',
};

/** A file that the file system doesn't give out. */
export function inaccessible(error: unknown): Refusal {
  return { reason: accessReason(error), code: 'unreadable' };
}

/** A pipe or a device may have a file's name: opening one waits for a writer. */
async function ordinary(path: string, root: string): Promise<FoundFile> {
  try {
    const real = await realpath(path);
    if (!isWithin(real, root)) return { path, ...leadsOut };
    const found = await stat(path);
    return found.isFile() || found.isDirectory() ? { path } : { path, ...noFile };
  } catch (error) {
    return { path, ...inaccessible(error) };
  }
}

/** An error of the file system in a few words. */
export function accessReason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'there is no permission to read it';
  if (code === 'EISDIR') return 'this is a folder';
  if (code === 'ELOOP') return 'the link leads back to itself';
  return `it cannot be read (${code ?? (error as Error).message})`;
}

/** How many bytes the files at these paths have together; what cannot be looked at counts for nothing. */
export async function bytesAt(paths: string[]): Promise<number> {
  let bytes = 0;
  for (const path of paths)
    for await (const file of filesAt(path))
      if (!('reason' in file)) {
        const found = await stat(file.path).catch(() => null);
        if (found?.isFile()) bytes += found.size;
      }
  return bytes;
}
