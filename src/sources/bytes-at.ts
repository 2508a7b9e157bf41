import { stat } from 'node:fs/promises';
import { filesAt } from './files.ts';

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
