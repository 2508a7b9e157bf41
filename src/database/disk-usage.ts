import { statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/** In bytes: the size of the databases with their logs, and the free space on their disk. */
export type DiskUsage = { used: number; free: number };

/** How much space the databases at `paths`, all in one folder, take; null for one in memory. */
export async function diskUsageOf(paths: string[]): Promise<DiskUsage | null> {
  const [first] = paths;
  if (first === undefined || first === ':memory:') return null;
  const used = paths
    .flatMap(path => [path, `${path}-wal`])
    .reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
  const { bavail, bsize } = await statfs(dirname(first));
  return { used, free: bavail * bsize };
}
