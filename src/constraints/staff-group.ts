/** Two people or a whole team, for the rules that bind people together or keep them apart. */

import { z } from 'zod';

const MOST = 40;

export const staffGroup = z
  .array(z.string().min(1))
  .min(2)
  .max(MOST)
  .refine((ids) => new Set(ids).size === ids.length, { params: { key: 'fault.rule.same-person' } })
  .meta({ field: 'people' });

/** Everyone with everyone, each two once. */
export function pairsOf<Person>(people: readonly Person[]): [Person, Person][] {
  return people.flatMap((one, i) => people.slice(i + 1).map((other): [Person, Person] => [one, other]));
}
