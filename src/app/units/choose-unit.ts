/** Which unit a page is about: the one its address names, the one of its period, or the first the caller belongs to. */

import type { PeriodKey } from '../../domain/period.ts';
import { roleIn } from '../../domain/permission.ts';
import { compareNames } from '../../kernel/names.ts';
import { listUnits } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { readPeriodKeys } from '../periods/resolve-period.ts';
import { keptReading } from '../readings.ts';

export interface UnitChoice {
  readonly unitId?: string;
  readonly periodId?: string;
}

export interface ChosenUnit {
  readonly id: string;
  readonly name: string;
}

const readUnits = keptReading((db) => listUnits(db), { most: 1 });

/** Whether there is any at all, whoever asks. */
export async function hasUnits(app: App): Promise<boolean> {
  return (await readUnits(app)).length > 0;
}

/** Undefined when there is none, or when it is not for the caller to know of. */
export async function chooseUnit(
  app: App,
  { unitId, periodId }: UnitChoice,
): Promise<ChosenUnit | undefined> {
  const { caller } = app;
  const units = await readUnits(app);
  const own = units
    .filter(({ id }) => caller === 'machine' || roleIn(caller, id) !== undefined)
    .sort((a, b) => compareNames(a.name, b.name));
  const keys = periodId === undefined ? [] : await readPeriodKeys(app, periodId);
  const named = unitId ?? unitOfPeriod(keys);
  const chosen = named === undefined ? own[0] : own.find(({ id }) => id === named);
  return chosen && { id: chosen.id, name: chosen.name };
}

/** Undefined for a period of several units: nothing says which is meant. */
function unitOfPeriod(keys: readonly PeriodKey[]): string | undefined {
  return keys.length === 1 ? keys[0]?.unitId : undefined;
}
