import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { AddOutcome } from '../../src/library/model/contracts.ts';
import type { Reading } from '../../src/reading/model/reading.ts';
import { type Library, openLibrary } from '../../src/store.ts';

/** A folder for the files of one test file, gone after its last test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'communique-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let libraries = 0;

/** An empty library in a file of its own. */
export function scratchLibrary(folder: string): Library {
  libraries += 1;
  const library = openLibrary(join(folder, `library-${libraries}.db`));
  afterAll(() => library.close());
  return library;
}

export async function addAll(library: Library, readings: Reading[]): Promise<AddOutcome[]> {
  return library.articles.addAll(readings, { now: 0 });
}

/** All that an export gives. */
export async function exported(library: Library, ...args: Parameters<Library['export']>) {
  return Array.fromAsync(library.export(...args));
}
