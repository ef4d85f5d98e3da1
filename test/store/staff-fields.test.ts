/** The table of a staff member's fields: whatever is in it goes into the store, a list and a snapshot, and comes back. */

import { describe, expect, it } from 'vitest';
import { ghostOf } from '../../src/domain/erased-person.ts';
import { BLANK_MEMBER, type StaffMember, staffText } from '../../src/domain/staff.ts';
import { STAFF_FIELD_NAMES, type StaffFieldKind, staffSpec } from '../../src/domain/staff-fields.ts';
import { FaultList } from '../../src/input/fault-list.ts';
import { parseStaff } from '../../src/input/staff-file.ts';
import { formatCsv } from '../../src/output/roster-csv.ts';
import { plan, planToRecord, readJson } from '../../src/store/records.ts';
import { findStaffMember, saveStaff } from '../../src/store/staff-store.ts';
import { saveUnit } from '../../src/store/unit-store.ts';
import { fixturePlan } from '../fixture-plan.ts';
import { emptyDatabase } from './temporary-database.ts';

const SAMPLES: Readonly<Record<StaffFieldKind, string>> = {
  code: 'A1',
  name: 'Lê Văn An',
  text: 'Kỹ sư',
  phone: '0900 000 001',
  email: 'an@donvi.example',
  words: 'giám sát; ứng cứu',
  flag: 'x',
  share: '0.5',
  limit: '3',
};

/** Someone of whom every field is known. */
function known(): StaffMember {
  const rows = [
    STAFF_FIELD_NAMES.map((field) => staffSpec(field).headings[0]),
    STAFF_FIELD_NAMES.map((field) => SAMPLES[staffSpec(field).kind]),
  ];
  const faults = new FaultList();
  const [member] = parseStaff(new TextEncoder().encode(formatCsv(rows)), faults) ?? [];
  if (!member) throw new Error(JSON.stringify(faults.faults));
  return member;
}

const UNIT = fixturePlan({ shifts: ['d0'] }).unit;

describe('every field of a staff member', () => {
  it('is read from a list as a list has it', () => {
    for (const field of STAFF_FIELD_NAMES) {
      expect({ [field]: staffText(known(), field) }).toEqual({ [field]: SAMPLES[staffSpec(field).kind] });
    }
  });

  it('is kept', async () => {
    const db = await emptyDatabase();
    await saveUnit(db, UNIT);
    await saveStaff(db, UNIT.id, [known()]);
    expect(await findStaffMember(db, UNIT.id, 'A1')).toEqual(known());
  });

  it('is blank in versions that are older than it', () => {
    const { id, name, limits } = known();
    const record = {
      ...(planToRecord(fixturePlan({ shifts: ['d0'] })) as object),
      staff: [{ id, name, limits }],
    };
    expect(readJson(plan, JSON.stringify(record)).staff).toEqual([{ ...BLANK_MEMBER, id, name, limits }]);
  });

  it('stays of someone erased only where rosters were judged by it', () => {
    const ghost = ghostOf(known(), '7');
    for (const field of STAFF_FIELD_NAMES) {
      if (field === 'id' || field === 'name') continue;
      const kept = staffSpec(field).judges ? known() : BLANK_MEMBER;
      expect({ [field]: staffText(ghost, field) }).toEqual({ [field]: staffText(kept, field) });
    }
    expect(JSON.stringify(ghost)).not.toContain(known().name);
  });
});
