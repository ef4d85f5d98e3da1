/** The plan of a folder of `test/cases`, as the command line reads it. */

import { join } from 'node:path';
import { openCase } from '../../src/cli/open-case.ts';
import type { Plan } from '../../src/domain/plan.ts';

const CASES = join(import.meta.dirname, '../cases');

/** Throws when the folder is no case. */
export function casePlan(folder: string): Plan {
  const silent = (): void => {};
  const io = { language: 'en', json: true, out: silent, err: silent, columns: 0, say: String } as const;
  const opened = openCase(join(CASES, folder), io, []);
  if (!opened) throw new Error(`${folder} is no case`);
  return opened.plan;
}
