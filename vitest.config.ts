import { defineConfig } from 'vitest/config';

/** Many tests wait for a process or a clock more than they compute: one worker a core leaves no core idle. */
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], testTimeout: 30_000, maxWorkers: '100%' },
});
