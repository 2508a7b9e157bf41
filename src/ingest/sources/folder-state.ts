import { constants } from 'node:fs';
import { access, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { indexName } from '../../sources/folder-index.ts';
import type { RefusalCode } from '../../system/refusal.ts';
import type { RefusedPlace } from '../load.ts';

/** The folders into which a watched folder's files are moved once they were read. */
export const doneFolder = 'done';
export const refusedFolder = 'refused';
/** Ends the name of the file that says why another was refused. */
export const reasonEnding = '.reason.txt';

const week = 7 * 86_400_000;
/** How many refused files are named with their reasons. */
const mostNamed = 5;
const longestReason = 200;

/** What keeps a watched folder from being read. `new`: it isn't there yet, and is created at the start. */
export type FolderProblem = 'new' | 'not-a-folder' | 'missing' | 'unreadable' | 'unwritable';

/** How a watched folder is doing; moments are milliseconds since the epoch. */
export type FolderState = {
  folder: string;
  problem: FolderProblem | null;
  /** Files that are still to be loaded. */
  waiting: number;
  /** The file that was put away last. */
  last: { name: string; at: number } | null;
  /** How many files were loaded in the last seven days, and how many something was refused in. */
  loaded: number;
  refused: number;
  /** Those refused in the last seven days with the first reason of each, the newest first, five at most. */
  refusals: NamedRefusal[];
};

/** `where`: the file, or the line or article in it. `code` is null if the reason was written by something else. */
type NamedRefusal = { name: string; where: string; reason: string; code: RefusalCode | null };

type PutAway = { name: string; at: number };

/** How a watched folder is doing, by what is in it. */
export async function folderState(folder: string, now: number): Promise<FolderState> {
  const problem = await problemOf(folder);
  const nothing = { folder, problem, waiting: 0, last: null, loaded: 0, refused: 0, refusals: [] };
  if (problem !== null && problem !== 'unwritable') return nothing;
  const entries = await readdir(folder, { withFileTypes: true });
  const waiting = entries.filter(entry => entry.isFile() && !isPassedOver(entry.name)).length;
  const done = await filesIn(join(folder, doneFolder));
  const refused = (await filesIn(join(folder, refusedFolder))).filter(
    ({ name }) => !name.endsWith(reasonEnding),
  );
  const recent = (files: PutAway[]) => files.filter(({ at }) => now - at <= week);
  const newest = [...done, ...refused].sort((a, b) => b.at - a.at)[0] ?? null;
  const named = recent(refused).slice(0, mostNamed);
  return {
    folder,
    problem,
    waiting,
    last: newest,
    loaded: recent(done).length,
    refused: recent(refused).length,
    refusals: await Promise.all(
      named.map(async ({ name }) => ({ name, ...(await reasonOf(join(folder, refusedFolder, name), name)) })),
    ),
  };
}

/** Whether a file in a watched folder is none of its articles. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === indexName;
}

async function problemOf(folder: string): Promise<FolderProblem | null> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => error.code ?? 'unknown');
  if (found === 'ENOENT') return (await isCreatable(folder)) ? 'new' : 'missing';
  if (typeof found === 'string') return found === 'ENOTDIR' ? 'not-a-folder' : 'unreadable';
  if (!found.isDirectory()) return 'not-a-folder';
  if (!(await may(folder, constants.R_OK | constants.X_OK))) return 'unreadable';
  return (await may(folder, constants.W_OK)) ? null : 'unwritable';
}

async function isCreatable(folder: string): Promise<boolean> {
  for (let parent = dirname(folder); ; parent = dirname(parent)) {
    const found = await stat(parent).catch(() => null);
    if (found) return found.isDirectory() && (await may(parent, constants.W_OK | constants.X_OK));
    if (parent === dirname(parent)) return false;
  }
}

async function may(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}

/** The files in a folder, the last moved there first: moving a file changes its time of change (ctime). */
async function filesIn(folder: string): Promise<PutAway[]> {
  // Until the first file was put away the folder isn't there.
  const names = await readdir(folder).catch(() => []);
  const files: PutAway[] = [];
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found?.isFile()) files.push({ name, at: found.ctimeMs });
  }
  return files.sort((a, b) => b.at - a.at);
}

/** A reason as it is written next to a refused file: where, the code for programs, and why. */
export function reasonLine({ where, code, reason }: RefusedPlace): string {
  return `${where} [${code}]: ${reason}`;
}

/** The inverse, of the first of the reasons; of a line of another form, all of it is the reason. */
async function reasonOf(path: string, name: string): Promise<Omit<NamedRefusal, 'name'>> {
  const text = await readFile(`${path}${reasonEnding}`, 'utf8').catch(() => '');
  const line = text.split('\n')[0]!.slice(0, longestReason);
  const [, where, code, reason] = /^(.{1,200}) \[([a-z-]{1,30})\]: (.*)$/.exec(line) ?? [];
  return where === undefined || reason === undefined
    ? { where: name, reason: line, code: null }
    : { where, reason, code: code as RefusalCode };
}
