import { ownKnowledgeFolder } from '../../src/commands/cli/open.ts';
import { createReaders, type Readers } from '../../src/ingest/workers/readers.ts';

let pool: Readers | undefined;

/**
 * A thread that reads, shared by all tests of a process: one takes a second to start. It ends with the process, and
 * whoever closes these readers leaves it running for the next. For tests that Vitest runs only: in a program that is
 * to end by itself, the thread would keep it.
 */
export const sharedReaders: Readers = {
  threads: 1,
  ahead: 0,
  read(...asked) {
    pool ??= createReaders({ knowledge: ownKnowledgeFolder, threads: 1 });
    return pool.read(...asked);
  },
  close: async () => {},
};
