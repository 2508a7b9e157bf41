import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createReaders, type Readers, type ReadingLimits } from '../../ingest/workers/readers.ts';
import type { Library } from '../../store.ts';
import { escapeControls } from '../../system/control-characters.ts';
import { Failure } from './exit-codes.ts';

/** What a command knows of the outside world. */
export type CommandIo = {
  environment: Record<string, string | undefined>;
  /** The folder the program was started in, which is also the process's working folder; `.env` is there. */
  folder: string;
  out: NodeJS.WritableStream & { isTTY?: boolean };
  err: NodeJS.WritableStream & { isTTY?: boolean };
  input: NodeJS.ReadableStream;
  /** Resolves when the program is asked to end; by default with SIGINT or SIGTERM. */
  interrupted?: Promise<void>;
  /** Readers of a caller that runs many commands, who ends them; by default a command starts its own. */
  readers?: Readers;
};

/** A file or folder of the program itself, wherever it was started from. */
export function ownPath(name: string): string {
  return fileURLToPath(new URL(`../../../${name}`, import.meta.url));
}

/** The folder of what the reader knows. */
export const ownKnowledgeFolder = ownPath('data/knowledge');

/**
 * Reader threads for one piece of work, ended whatever happens, unless the caller of the command has some.
 * @param options.early true: the first is started at once, otherwise when there is something to read
 */
export async function withReaders<T>(
  io: Pick<CommandIo, 'readers'>,
  work: (readers: Readers) => Promise<T>,
  options: { limits?: ReadingLimits; early?: boolean } = {},
): Promise<T> {
  if (io.readers) return work(io.readers);
  const readers = createReaders({ knowledge: ownKnowledgeFolder, ...options });
  try {
    return await work(readers);
  } finally {
    await readers.close();
  }
}

/**
 * Opens an existing library for one piece of work and closes it whatever happens.
 * @throws Failure if there is none: a mistyped name must not create an empty one
 */
export async function withLibrary<T>(path: string, work: (library: Library) => Promise<T>): Promise<T> {
  if (!existsSync(path))
    throw new Failure(`no database at ${path}: load articles first, or correct DATABASE`);
  return withNewLibrary(path, work);
}

/** The same, but creates the library if there is none. */
export async function withNewLibrary<T>(path: string, work: (library: Library) => Promise<T>): Promise<T> {
  // `read` needs no library, and shouldn't wait for one to be loaded.
  const { openLibrary } = await import('../../store.ts');
  const library = openLibrary(path);
  try {
    return await work(library);
  } finally {
    library.close();
  }
}

/**
 * Writes a line and waits until it is taken, as the reader of our output may be slow. Control characters are
 * escaped: the texts are strangers', and a terminal would obey them.
 */
export function writeLine(stream: NodeJS.WritableStream, line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(`${escapeControls(line)}\n`, error => (error ? reject(error) : resolve()));
  });
}
