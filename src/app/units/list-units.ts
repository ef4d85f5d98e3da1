/** The units of the installation for its operators: found by name, and of those on the page what each has. */

import { foldForSearch } from '../../kernel/names.ts';
import { countsOfUnits, type UnitCounts } from '../../store/unit-store.ts';
import { allowOperator } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { type ChosenUnit, listCallersUnits } from './choose-unit.ts';

/** By name: every word of `asked` stands in it, diacritics or not. Throws `forbidden`. */
export async function findUnits(app: App, asked: string): Promise<readonly ChosenUnit[]> {
  allowOperator(app);
  const units = await listCallersUnits(app);
  const words = foldForSearch(asked).split(' ');
  return units.filter(({ name }) => words.every((word) => foldForSearch(name).includes(word)));
}

/** Throws `forbidden`. */
export function countUnits(app: App, unitIds: readonly string[]): Promise<ReadonlyMap<string, UnitCounts>> {
  allowOperator(app);
  return countsOfUnits(app.db, unitIds);
}
