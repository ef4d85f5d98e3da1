/** The fields of a unit's form → a unit without its code. */

import { isZone } from '../calendar/zone.ts';
import { LIST_ORDERS } from '../domain/staff-order.ts';
import type { Unit } from '../domain/unit.ts';
import { normaliseName } from '../kernel/names.ts';
import type { FaultList } from './fault-list.ts';
import { readPhone, refuse } from './fields.ts';
import { formRow } from './form-row.ts';
import type { Cell } from './sheet.ts';

const MOST_NAME = 200;
const MOST_NOTE = 1_000;

/** As typed; all but the name and the zone may be empty. */
export interface UnitForm {
  readonly name: string;
  readonly parentName: string;
  readonly place: string;
  readonly zone: string;
  readonly callNote: string;
  /** Absent leaves it as it was. */
  readonly lastResort?: string;
  readonly listOrder: string;
}

/** Undefined after telling at least one fault. */
export function readUnitForm(form: UnitForm, faults: FaultList): Omit<Unit, 'id'> | undefined {
  const row = formRow({ ...form }, faults);
  const before = faults.count;
  const name = normaliseName(bounded(row.cell('name'), MOST_NAME, faults));
  if (!/\p{L}/u.test(name)) refuse(row.cell('name'), 'fault.unit.name', faults);
  const parentName = normaliseName(bounded(row.cell('parentName'), MOST_NAME, faults));
  const place = normaliseName(bounded(row.cell('place'), MOST_NAME, faults));
  const callNote = bounded(row.cell('callNote'), MOST_NOTE, faults);
  const zone = row.cell('zone').text;
  if (!isZone(zone)) refuse(row.cell('zone'), 'fault.unit.zone', faults);
  const listOrder = LIST_ORDERS.find((each) => each === form.listOrder);
  if (faults.count > before) return undefined;
  return {
    name,
    zone,
    ...(parentName === '' ? {} : { parentName }),
    ...(place === '' ? {} : { place }),
    ...(callNote === '' ? {} : { callNote }),
    ...(listOrder === undefined ? {} : { listOrder }),
  };
}

/** A telephone or nothing; undefined after telling a fault, and where the form has no such field. */
export function readLastResort({ lastResort }: UnitForm, faults: FaultList): string | undefined {
  if (lastResort === undefined) return undefined;
  return readPhone(formRow({ lastResort }, faults).cell('lastResort'), faults);
}

function bounded(cell: Cell, most: number, faults: FaultList): string {
  if (cell.text.length > most) refuse(cell, 'fault.json.text-big', faults, { most });
  return cell.text;
}
