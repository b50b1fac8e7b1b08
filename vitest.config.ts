import { defineConfig } from 'vitest/config';

/** `unit` needs npm packages only; `integration` starts one embedded PostgreSQL per run; `stories` drives Chromium. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Pure code needs no process of its own for each file: half the time goes into loading.
          isolate: false,
          // For a busy machine; no test measures time.
          testTimeout: 30_000,
          include: [
            'packages/*/src/**/*.test.ts',
            'scenarios/**/*.test.ts',
            'templates/**/*.test.ts',
            'tools/**/*.test.ts',
          ],
          exclude: ['**/*.int.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'integration',
          include: ['**/*.int.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['packages/server/src/testing/cluster.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'stories',
          include: ['e2e/*.e2e.ts'],
          globalSetup: ['packages/server/src/testing/cluster.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
