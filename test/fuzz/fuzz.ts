/** Runs every target with inputs drawn from seeds; a fault names the seed that finds it again. */

import { createRandom } from '../../src/kernel/random.ts';
import { ATTACKS } from './attacks.ts';
import { NAMES } from './names.ts';
import { TARGETS, type Target, type Verdict } from './targets.ts';

export interface FuzzCounts {
  readonly name: string;
  readonly taken: number;
  readonly refused: number;
  readonly faults: readonly string[];
}

/** All that need nothing but Node.js. */
export const ALL: readonly Target[] = [...TARGETS, ...ATTACKS, ...NAMES];

/** `runs` inputs for each target, fewer for those that take long. */
export async function fuzz(
  targets: readonly Target[],
  runs: number,
  firstSeed: number,
): Promise<FuzzCounts[]> {
  const counts: FuzzCounts[] = [];
  for (const { name, run, end, share = 1 } of targets) {
    const verdicts: Record<Verdict, number> = { taken: 0, refused: 0 };
    const faults: string[] = [];
    for (let seed = firstSeed; seed < firstSeed + Math.ceil(runs * share); seed++) {
      try {
        verdicts[await run(createRandom(seed))]++;
      } catch (error) {
        faults.push(`${name}, seed ${seed}: ${error instanceof Error ? error.stack : error}`);
      }
      if (isPolluted()) faults.push(`${name}, seed ${seed}: a prototype was changed`);
    }
    await end?.();
    counts.push({ name, ...verdicts, faults });
  }
  return counts;
}

function isPolluted(): boolean {
  return Reflect.get({}, 'polluted') !== undefined || Reflect.get([], 'polluted') !== undefined;
}
