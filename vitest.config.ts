import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tools/setup/longest-first.ts';
import { ON_THE_OLDEST } from './tools/setup/oldest-server.ts';

/** `unit` needs npm packages only; `integration` starts one embedded PostgreSQL per run; `oldest` runs the
 * stores' part of it and the upgrade on the oldest supported server; `stories` drives Chromium. */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          // Pure code needs no process of its own for each file: half the time goes into loading.
          isolate: false,
          // Left alone, vitest takes one core less than there are.
          maxWorkers: 2,
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
          isolate: false,
          maxWorkers: 2,
          provide: { postgres: '18' },
        },
      },
      {
        test: {
          name: 'oldest',
          include: [...ON_THE_OLDEST],
          // Learning asks for time, not for a server.
          exclude: ['**/suggest.int.test.ts', '**/node_modules/**'],
          globalSetup: ['packages/server/src/testing/cluster.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // Modules are loaded once a worker: most of a file's time goes into that.
          isolate: false,
          maxWorkers: 2,
          provide: { postgres: '15' },
        },
      },
      {
        test: {
          name: 'stories',
          include: ['e2e/*.e2e.ts'],
          globalSetup: ['packages/server/src/testing/cluster.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          isolate: false,
          maxWorkers: 2,
          provide: { postgres: '18' },
        },
      },
    ],
  },
});
