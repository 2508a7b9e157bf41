import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // The reader's language model is loaded once a worker, not once a file.
    isolate: false,
    // Patience for a loaded machine; nothing is asserted about time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
