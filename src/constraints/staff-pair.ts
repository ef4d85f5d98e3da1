/** Two different people, for the rules that bind two together or keep them apart. */

import { z } from 'zod';

export const staffPair = z
  .array(z.string().min(1))
  .length(2)
  .refine(([a, b]) => a !== b, { params: { key: 'fault.rule.same-person' } })
  .meta({ field: 'people' });

/** The two ids; throws `RangeError` when there are not two, which the schema rules out. */
export function pairOf(staffIds: readonly string[]): [string, string] {
  const [a, b] = staffIds;
  if (a === undefined || b === undefined) throw new RangeError('a rule on two people names fewer');
  return [a, b];
}
