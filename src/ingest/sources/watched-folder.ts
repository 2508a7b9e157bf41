import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { endings, otherKind } from '../../sources/files.ts';
import type { Library } from '../../store.ts';
import { loadPaths } from '../load.ts';
import type { Readers } from '../workers/readers.ts';
import { doneFolder, isPassedOver, reasonEnding, reasonLine, refusedFolder } from './folder-state.ts';

/** What came of one look into the folder. */
export type FolderReport = { loaded: number; known: number; refused: number };

/**
 * A folder whose files are loaded as they come, then moved to `done/`, or to `refused/` with a `NAME.reason.txt`
 * next to them if something in them was not taken. A file is left alone until two looks find it the same: it may
 * still be being written.
 */
export function createWatchedFolder(parts: { folder: string; library: Library; readers: Readers }) {
  const { folder, library, readers } = parts;
  /** How each file was at the last look: its size and time of change. */
  let before = new Map<string, string>();

  async function settledFiles(): Promise<string[]> {
    const now = new Map<string, string>();
    const entries = await readdir(folder, { withFileTypes: true });
    for (const { name } of entries.filter(entry => entry.isFile())) {
      if (isPassedOver(name)) continue;
      const { size, mtimeMs } = await stat(join(folder, name));
      now.set(name, `${size} ${mtimeMs}`);
    }
    const settled = [...now].filter(([name, state]) => before.get(name) === state).map(([name]) => name);
    before = now;
    return settled.sort();
  }

  /** Loads a file; gives a line for each reason why something in it was not taken. */
  async function loadFile(name: string, now: number) {
    if (!endings.includes(extname(name).toLowerCase()))
      return { loaded: 0, known: 0, reasons: [reasonLine({ ...otherKind, where: name })] };
    const reasons: string[] = [];
    const { loaded, updated, known } = await loadPaths(library, readers, [join(folder, name)], {
      now,
      onRefused: (_, { where, ...why }) =>
        reasons.push(
          reasonLine({ ...why, where: where.startsWith(folder) ? where.slice(folder.length + 1) : where }),
        ),
    });
    return { loaded: loaded + updated, known, reasons };
  }

  return {
    /**
     * Loads the files that have settled since the last look.
     * @throws what the file system says if the folder can't be read or written to
     */
    async look(now: number): Promise<FolderReport> {
      const report = { loaded: 0, known: 0, refused: 0 };
      await mkdir(folder, { recursive: true });
      for (const name of await settledFiles()) {
        const { loaded, known, reasons } = await loadFile(name, now);
        report.loaded += loaded;
        report.known += known;
        report.refused += reasons.length;
        await putAway(folder, name, reasons);
      }
      return report;
    },
  };
}

/** Moves a file out of the way, under a free name. */
async function putAway(folder: string, name: string, reasons: string[]): Promise<void> {
  const to = join(folder, reasons.length > 0 ? refusedFolder : doneFolder);
  await mkdir(to, { recursive: true });
  const taken = new Set(await readdir(to));
  const ending = extname(name);
  let free = name;
  for (let number = 2; taken.has(free); number++)
    free = `${name.slice(0, name.length - ending.length)}-${number}${ending}`;
  if (reasons.length > 0) await writeFile(join(to, `${free}${reasonEnding}`), `${reasons.join('\n')}\n`);
  await rename(join(folder, name), join(to, free));
}
