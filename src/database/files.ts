import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
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
    // No hard links here.
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

/** A database that another process is just creating is empty for a moment, in milliseconds. */
const creation = 1000;
const look = 50;

/**
 * Whether a file is there, but empty, and stays so: its database was lost, by a full disk or a slip of a command.
 * Waits on this thread only in that case.
 */
export function isEmptied(path: string): boolean {
  const isEmpty = () => statSync(path, { throwIfNoEntry: false })?.size === 0;
  for (let waited = 0; waited < creation; waited += look) {
    if (!isEmpty()) return false;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, look);
  }
  return isEmpty();
}
