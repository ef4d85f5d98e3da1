import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { SCRATCH } from './test/scratch.ts';
import { SkippedReporter } from './test/skipped-reporter.ts';

export default defineConfig({
  test: {
    ...SCRATCH,
    include: ['test/browser/**/*.test.ts'],
    // Against a hang, not a measure: a busy machine is no fault.
    testTimeout: 600_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    reporters: ['default', new SkippedReporter()],
    pool: 'forks',
    // Loading the program anew for each file took a fifth of the time; no walk changes what others load.
    isolate: false,
    // Half of a walk is waiting; more walks at once than cores make each other wait.
    maxWorkers: availableParallelism(),
  },
});
