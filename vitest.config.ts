import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { isNodeTooOld, OLDEST_NODE } from './src/node-version.ts';
import { SkippedReporter } from './test/skipped-reporter.ts';

if (isNodeTooOld(process.versions.node)) {
  throw new Error(
    `Node.js ${process.version} is too old, ${OLDEST_NODE} is needed: npm test or npx vitest brings one.`,
  );
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    // Against a hang, not a measure: tests budget steps, and machines are busy.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    reporters: ['default', new SkippedReporter()],
    pool: 'forks',
    // By default one core is left idle, and of two that is half the machine.
    maxWorkers: availableParallelism(),
  },
});
