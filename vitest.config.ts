import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { isNodeTooOld, OLDEST_NODE } from './src/node-version.ts';
import { SCRATCH } from './test/scratch.ts';
import { SkippedReporter } from './test/skipped-reporter.ts';

if (isNodeTooOld(process.versions.node)) {
  throw new Error(
    `Node.js ${process.version} is too old, ${OLDEST_NODE} is needed: npm test or npx vitest brings one.`,
  );
}

/** `npm test` looks at as much as a working day bears; `npm run test:deep` at all of it (`test/depth.ts`). */
export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    // Against a hang, not a measure: tests budget steps, and machines are busy.
    testTimeout: mode === 'deep' ? 1_800_000 : 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
    ...SCRATCH,
    env: { ...SCRATCH.env, TEST_DEPTH: mode === 'deep' ? 'deep' : 'short' },
    reporters: ['default', new SkippedReporter()],
    pool: 'forks',
    // Loading the program anew for each file took a third of the time; no test changes what others load.
    isolate: false,
    // By default one core is left idle, and of two that is half the machine.
    maxWorkers: availableParallelism(),
  },
}));
