import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { deliveriesPath } from '../../src/database/two-files.ts';
import type { AddOutcome } from '../../src/library/model/contracts.ts';
import type { Reading } from '../../src/reading/model/reading.ts';
import { type Library, openLibrary } from '../../src/store.ts';

/** A folder for the files of one test file, gone after its last test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'communique-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty library of this process, closed; all that begin empty are copies of it. */
let template: string | undefined;

/** Puts an empty library at `file`: migrating a new one takes five times as long as copying one. */
export function putEmptyLibrary(file: string): void {
  template ??= makeTemplate();
  copyFileSync(template, file);
  copyFileSync(deliveriesPath(template), deliveriesPath(file));
}

function makeTemplate(): string {
  const folder = mkdtempSync(join(tmpdir(), 'communique-empty-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'empty.db');
  openLibrary(file).close();
  return file;
}

let libraries = 0;

/** An empty library in a file of its own. */
export function scratchLibrary(folder: string): Library {
  libraries += 1;
  const file = join(folder, `library-${libraries}.db`);
  putEmptyLibrary(file);
  const library = openLibrary(file);
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
