import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** A database is its file and, while it is written to, these next to it. */
const endings = ['', '-wal', '-shm'];

/** Deletes a database with its log, if it exists. */
export function removeDatabase(path: string): void {
  for (const ending of endings) rmSync(`${path}${ending}`, { force: true });
}

/** Gives a database with its log another name, in the place of what has it. */
export function moveDatabase(from: string, to: string): void {
  removeDatabase(to);
  for (const ending of endings) if (existsSync(from + ending)) renameSync(from + ending, to + ending);
}

/**
 * Keeps a database under another name too, its log with it, without opening it: it may be damaged. The file itself
 * stays where it is, to be replaced in one step, unless the file system has no hard links.
 */
export function keepAside(path: string, aside: string): void {
  removeDatabase(aside);
  for (const ending of endings.slice(1))
    if (existsSync(path + ending)) renameSync(path + ending, aside + ending);
  try {
    linkSync(path, aside);
  } catch {
    renameSync(path, aside);
  }
}

/** Writes a folder's entries to the disk, so that a rename in it outlives a power failure. */
export function syncFolder(path: string): void {
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Writes a file's content to the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
