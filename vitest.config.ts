import { defineConfig } from 'vitest/config';

/** No test waits for real time; these bounds only end what hangs. */
const PATIENCE_MS = 120_000;

/** Apart, so that they can run at the same time as the others: with the simulator's, about as long. */
const BESIDE = 'tests/browser/{accessibility,firefox}.test.ts';

const inBrowsers = {
  globalSetup: 'tests/browser/install-browsers.ts',
  testTimeout: PATIENCE_MS,
  hookTimeout: PATIENCE_MS,
  maxWorkers: 1,
};

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts', 'src/**/*.test.tsx'] } },
      {
        test: {
          name: 'simulator',
          include: ['tests/*.test.ts', 'tests/{simulator,conformance,insights,recorder}/*.test.ts'],
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          maxWorkers: 1,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/*.test.ts'],
          exclude: [BESIDE],
          ...inBrowsers,
        },
      },
      {
        test: {
          name: 'browser-beside',
          include: [BESIDE],
          ...inBrowsers,
        },
      },
    ],
  },
});
