import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';

/**
 * The environment of a thread, which reads nothing else of the program's: where the program keeps what it compiled. The
 * thread then starts in less time, and without what strips the types from TypeScript, which takes 20 MB.
 */
export function threadEnvironment(): Record<string, string> {
  const folder = getCompileCacheDir();
  // Node keeps what it compiled in a folder of its own version within the one it is given.
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
}
