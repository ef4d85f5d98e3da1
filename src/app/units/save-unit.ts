/** Makes a unit, or changes what is known of one, as a form has it. */

import type { Unit } from '../../domain/unit.ts';
import { FaultList } from '../../input/fault-list.ts';
import { fieldFaults } from '../../input/form-row.ts';
import { readLastResort, readUnitForm, type UnitForm } from '../../input/unit-form.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { FieldFault } from '../../kernel/field-fault.ts';
import { freeSlug, slugOf } from '../../kernel/slug.ts';
import type { Database } from '../../store/database.ts';
import { dropCertificate } from '../../store/draft-store.ts';
import { listPeriods } from '../../store/period-store.ts';
import { findUnit, listUnits, saveLastResort, saveUnit as saveStored } from '../../store/unit-store.ts';
import { allow, allowOperator } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';

const MOST_ID = 40;

export interface UnitSaving {
  /** Absent makes a new unit, with a code made of its name. */
  readonly unitId?: string;
  readonly form: UnitForm;
  readonly actor: string;
}

export type UnitSaved =
  | { readonly saved: true; readonly unitId: string }
  | { readonly saved: false; readonly faults: readonly FieldFault[] };

/**
 * Published versions keep the unit as it was. Shifts of rosters in work are read in the new zone, if it is another one,
 * and lose their certificates then. Throws `not-found`.
 */
export async function saveUnit(app: App, { unitId, form, actor }: UnitSaving): Promise<UnitSaved> {
  if (unitId === undefined) allowOperator(app);
  else allow(app, 'unit.edit', { unitId });
  return app.db.transaction().execute(async (trx): Promise<UnitSaved> => {
    const before = unitId === undefined ? undefined : await findUnit(trx, unitId);
    if (unitId !== undefined && !before) {
      throw new AppError('not-found', 'error.unit.missing', { unit: unitId });
    }
    const faults = new FaultList();
    const read = readUnitForm(form, faults);
    const lastResort = readLastResort(form, faults);
    if (!read || faults.count > 0) return { saved: false, faults: fieldFaults(faults) };
    const units = await listUnits(trx);
    const namesake = units.find(({ id, name }) => name === read.name && id !== unitId);
    if (namesake) {
      return { saved: false, faults: [{ field: 'name', key: 'error.unit.name-taken', params: {} }] };
    }
    const unit: Unit = { id: before?.id ?? freeId(read.name, units), ...read };
    await saveStored(trx, unit);
    if (lastResort !== undefined) await saveLastResort(trx, unit.id, lastResort);
    if (before && before.zone !== unit.zone) await dropCertificates(trx, unit.id);
    await record(trx, app, {
      actor,
      action: before ? 'unit.edit' : 'unit.add',
      unitId: unit.id,
      subject: unit.id,
    });
    return { saved: true, unitId: unit.id };
  });
}

async function dropCertificates(trx: Database, unitId: string): Promise<void> {
  for (const { period } of await listPeriods(trx, unitId)) {
    await dropCertificate(trx, { unitId, periodId: period.id });
  }
}

/** Codes stand in addresses and calendars for ever, so they hold plain letters only. */
function freeId(name: string, units: readonly Unit[]): string {
  const taken = new Set(units.map(({ id }) => id));
  return freeSlug(slugOf(name, { most: MOST_ID - 3, fallback: 'don-vi' }), taken);
}
