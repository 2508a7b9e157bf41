import { statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/** In bytes: how large the database is with its log, and how much more its disk takes. */
export type Space = { used: number; free: number };

/** How much room there is for the database at `path`; null for one in memory. */
export async function spaceOf(path: string): Promise<Space | null> {
  if (path === ':memory:') return null;
  const used = [path, `${path}-wal`].reduce(
    (sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
  const { bavail, bsize } = await statfs(dirname(path));
  return { used, free: bavail * bsize };
}
