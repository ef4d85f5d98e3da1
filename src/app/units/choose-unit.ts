/**
 * Which unit a page is about: the one its address names, the one of its period, the one the caller was last in, or the
 * first the caller belongs to.
 */

import type { PeriodKey } from '../../domain/period.ts';
import { compareNames } from '../../kernel/names.ts';
import { findUnit, hasUnits as hasAny, listUnitNames } from '../../store/unit-store.ts';
import { listSuperiorIds } from '../../store/unit-tree-store.ts';
import type { App } from '../app.ts';
import { readPeriodKeys } from '../periods/resolve-period.ts';
import { keptReading } from '../readings.ts';

export interface UnitChoice {
  readonly unitId?: string;
  readonly periodId?: string;
  /** Where the address names none; passed over where the caller does not belong there. */
  readonly lastId?: string;
}

export interface ChosenUnit {
  readonly id: string;
  readonly name: string;
  /** Others stand below it. */
  readonly leads?: true;
}

const readUnits = keptReading(
  async (db) => (await listUnitNames(db)).sort((a, b) => compareNames(a.name, b.name)),
  { most: 1 },
);
const readSuperiors = keptReading((db) => listSuperiorIds(db), { most: 1 });
const readUnit = keptReading((db, id: string) => findUnit(db, id), { most: 1_000 });

/** Whether there is any at all, whoever asks. */
export async function hasUnits(app: App): Promise<boolean> {
  return hasAny(app.db);
}

/** Undefined when there is none, or when it is not for the caller to know of. */
export async function chooseUnit(
  app: App,
  { unitId, periodId, lastId }: UnitChoice,
): Promise<ChosenUnit | undefined> {
  const own = await listCallersUnits(app);
  const superiors = await readSuperiors(app);
  const whole = (unit: ChosenUnit | undefined): ChosenUnit | undefined =>
    unit && superiors.has(unit.id) ? { ...unit, leads: true } : unit;
  const keys = periodId === undefined ? [] : await readPeriodKeys(app, periodId);
  const named = unitId ?? unitOfPeriod(keys);
  if (named !== undefined) return whole(own.find(({ id }) => id === named));
  return whole(own.find(({ id }) => id === lastId) ?? own[0]);
}

/** By name. */
export async function listCallersUnits(app: App): Promise<readonly ChosenUnit[]> {
  const { caller } = app;
  if (caller === 'machine' || caller.account.operator) return readUnits(app);
  const own = await Promise.all(caller.memberships.map(({ unitId }) => readUnit(app, unitId)));
  return own
    .flatMap((unit) => (unit ? [{ id: unit.id, name: unit.name }] : []))
    .sort((a, b) => compareNames(a.name, b.name));
}

/** Undefined for a period of several units: nothing says which is meant. */
function unitOfPeriod(keys: readonly PeriodKey[]): string | undefined {
  return keys.length === 1 ? keys[0]?.unitId : undefined;
}
