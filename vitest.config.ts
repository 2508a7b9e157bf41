import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, longest first: one of them started last would keep a core waiting for it. */
const longest = [
  'commands/odd-input',
  'commands/start',
  'local-telegram/demo',
  'journeys/operators/rights',
  'campaigns/crash/crash',
  'commands/usage',
  'bench/scale',
  'commands/load',
  'local-telegram/page',
  'sources/polling/many-days',
  'campaigns/burst/burst',
  'eval/eval',
  'campaigns/faults/faults',
  'commands/seeds',
  'quality/rules',
  'commands/sources',
  'reading/golden',
  'campaigns/attack/attack',
  'journeys/deliveries/delivering',
  'journeys/asking/never-silent',
  'campaigns/two-files/two-files',
  'journeys/deliveries/interrupted',
  'journeys/operators/sources',
].map(name => `/tests/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = longest.findIndex(name => moduleId.endsWith(name));
      return rank < 0 ? longest.length : rank;
    };
    return (await super.sort(files)).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

// Vitest's processes, and those and the threads that tests start, many of them to be killed, find their code compiled.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'communique-compiled');

// The databases that tests make are in memory where there is room: on a disk, each transaction waits for it.
const inMemory = '/dev/shm';
if (!process.env.TMPDIR && hasRoom(inMemory)) {
  const folder = mkdtempSync(join(inMemory, 'communique-tests-'));
  process.env.TMPDIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}

/** Whether a folder exists and has a gigabyte left: five times what the tests take at once. */
function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= 2 ** 30;
  } catch {
    return false;
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    // Node itself loads the program, as it does in earnest: what it compiled is kept, and runs faster than Vite's code.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    setupFiles: ['tests/keep-compiled.ts'],
    // On two cores a third fills in while another waits for a process or the browser.
    maxWorkers: 3,
    // The reader's language model is loaded once a worker, not once a file.
    isolate: false,
    // Most of what a test makes is garbage soon: with room for it, it is collected in a third of the time.
    execArgv: ['--min-semi-space-size=32', '--max-semi-space-size=64'],
    sequence: { sequencer: LongestFirst },
    // Patience for a loaded machine; nothing is asserted about time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
