import { createReaders, type Readers } from '../workers/readers.ts';

/** Threads that have had nothing to read for this long are ended, in milliseconds: each holds 150 MB. */
const restsAfter = 10 * 60_000;

/**
 * Readers whose threads exist only while there is something to read: a running bot has nothing new most of the time.
 * @param now milliseconds of a monotonic clock
 */
export function createRestingReaders(
  options: Parameters<typeof createReaders>[0],
  now: () => number,
): Readers & { rest(): Promise<void> } {
  let readers: Readers | null = null;
  let [underWay, lastUsed] = [0, 0];
  return {
    threads: options.threads ?? 1,
    // What comes in is stored one by one.
    ahead: 0,
    async read(...asked) {
      readers ??= createReaders(options);
      underWay += 1;
      try {
        return await readers.read(...asked);
      } finally {
        underWay -= 1;
        lastUsed = now();
      }
    },
    /** Ends the threads if they have long had nothing to do. */
    async rest() {
      if (readers === null || underWay > 0 || now() - lastUsed < restsAfter) return;
      const ended = readers;
      readers = null;
      await ended.close();
    },
    async close() {
      const ended = readers;
      readers = null;
      await ended?.close();
    },
  };
}
