import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownPath, withReaders } from '../../src/commands/cli/open.ts';
import { deliveriesPath } from '../../src/database/two-files.ts';
import { loadPaths } from '../../src/ingest/load.ts';
import { openLibrary } from '../../src/store.ts';

/** Libraries with the seeds, made once per process and moment of loading. */
const templates = new Map<number, Promise<string>>();

/** Puts a new library with the seeds, loaded at `now`, at `file`: a copy of one that is made once for all tests. */
export async function seedLibrary(file: string, now: number): Promise<void> {
  const template = templates.get(now) ?? makeTemplate(now);
  templates.set(now, template);
  const made = await template;
  copyFileSync(made, file);
  copyFileSync(deliveriesPath(made), deliveriesPath(file));
}

async function makeTemplate(now: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'seeds-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'seeds.db');
  const library = openLibrary(file);
  const refuse = (line: string) => {
    throw new Error(line);
  };
  await withReaders({}, readers =>
    loadPaths(library, readers, [ownPath('data/seeds.jsonl')], { now, onRefused: refuse }),
  );
  library.close();
  return file;
}
