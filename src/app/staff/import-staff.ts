/** Takes a table of people onto the staff list: shown first against the list of today, then taken whole or not at all. */

import type { StaffMember } from '../../domain/staff.ts';
import type { Unit } from '../../domain/unit.ts';
import type { StaffTableColumn } from '../../input/columns.ts';
import {
  readStaffImport,
  STAFF_SHAPE,
  STAFF_TABLE_FIELDS,
  type StaffImport,
  type StaffKnown,
} from '../../input/staff-import.ts';
import { columnsSaid, type ListTable, layOut } from '../../input/tables/list-table.ts';
import { type Told, toldOfTable } from '../../input/tables/told.ts';
import type { Database } from '../../store/database.ts';
import { dropCertificate } from '../../store/draft-store.ts';
import { listColumns, saveColumns } from '../../store/list-column-store.ts';
import { listPeriods } from '../../store/period-store.ts';
import { listPosts } from '../../store/post-store.ts';
import { readOnly } from '../../store/read-only.ts';
import {
  addParticipant,
  listLeavers,
  listStaff,
  saveStaff,
  setLeft,
  setListPlaces,
} from '../../store/staff-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { requireUnit } from '../require.ts';
import { stampOf } from '../stamp.ts';
import type { AskedTable } from './given-table.ts';
import { notingContacts } from './note-contacts.ts';
import { leaveWithin } from './remove-staff-member.ts';
import { dropCertificatesOf } from './staff-change.ts';

/** What a column can be said to be. */
export const STAFF_IMPORT_FIELDS: readonly string[] = STAFF_TABLE_FIELDS;

export interface StaffImporting extends AskedTable {
  readonly unitId: string;
}

export interface StaffPreview {
  readonly unit: Unit;
  readonly table: ListTable<StaffTableColumn>;
  readonly told: readonly Told[];
  readonly read: StaffImport;
  /** Names the list of today: what is confirmed is what was shown. */
  readonly stamp: string;
  /** Periods that have not begun, which new people may join. */
  readonly ahead: readonly { readonly id: string; readonly name: string }[];
}

/** Changes nothing. Throws `not-found`. */
export function previewStaffImport(app: App, importing: StaffImporting): Promise<StaffPreview> {
  allow(app, 'staff.edit', importing);
  return readOnly(app.db, (trx) => previewWithin(trx, app, importing));
}

async function previewWithin(
  trx: Database,
  app: App,
  { unitId, book, asked }: StaffImporting,
): Promise<StaffPreview> {
  const unit = await requireUnit(trx, unitId);
  const now = app.clock();
  const periods = await listPeriods(trx, unitId);
  const today = await listStaff(trx, unitId);
  const known: StaffKnown = {
    today,
    leavers: (await listLeavers(trx, unitId)).map(({ member }) => member),
    skills: await skillsOf(trx, today, { unitId, periodId: periods.at(-1)?.period.id ?? '' }),
  };
  const remembered = await listColumns(trx, { unitId, list: 'staff' });
  const table = layOut(book, STAFF_SHAPE, { remembered, ...asked });
  return {
    unit,
    table,
    told: toldOfTable(table),
    read: readStaffImport(table, known),
    stamp: stampOf(today),
    ahead: periods
      .filter(({ period }) => period.span.start > now)
      .map(({ period }) => ({ id: period.id, name: period.name })),
  };
}

/** What the posts of the newest period ask for comes first: it is what people need to have. */
async function skillsOf(
  trx: Database,
  staff: readonly StaffMember[],
  newest: { readonly unitId: string; readonly periodId: string },
): Promise<string[]> {
  const asked = (await listPosts(trx, newest)).flatMap(({ skills }) => skills);
  return [...new Set([...asked, ...staff.flatMap(({ skills }) => skills)])];
}

export interface StaffTaking extends StaffImporting {
  /** As the preview had it. */
  readonly stamp: string;
  /** Whether those who are missing from the table leave the list. */
  readonly removeMissing: boolean;
  /** Ids of the periods that new people take part in from now on. */
  readonly join: readonly string[];
  readonly actor: string;
}

export type StaffTaken =
  | {
      readonly taken: true;
      readonly added: number;
      readonly changed: number;
      readonly removed: number;
    }
  /** Nothing was written: there are faults, or the list changed since it was shown. */
  | { readonly taken: false; readonly reason: 'faults' | 'moved-on'; readonly preview: StaffPreview };

/** Throws `not-found`. */
export async function importStaff(app: App, taking: StaffTaking): Promise<StaffTaken> {
  allow(app, 'staff.edit', { unitId: taking.unitId });
  const { unitId, removeMissing, join, actor } = taking;
  return app.db.transaction().execute(async (trx): Promise<StaffTaken> => {
    const preview = await previewWithin(trx, app, taking);
    const { read, stamp, ahead } = preview;
    const faulty =
      read.faults.length > 0 || read.people.some(({ member, again }) => member === undefined && !again);
    if (faulty) return { taken: false, reason: 'faults', preview };
    if (stamp !== taking.stamp) return { taken: false, reason: 'moved-on', preview };
    const added = read.people.filter(({ before, member }) => !before && member);
    const changed = read.people.filter((each) => each.changed.length > 0);
    const gone = removeMissing ? read.missing : [];
    const members = [...added, ...changed].flatMap(({ member }) => member ?? []);
    await notingContacts(trx, app, unitId, async () => {
      await saveStaff(trx, unitId, members);
      const listed = read.people.flatMap(({ member, before }) => member?.id ?? before?.id ?? []);
      await setListPlaces(trx, unitId, [...new Set(listed)]);
      for (const { id } of members) await setLeft(trx, { unitId, staffId: id }, null);
    });
    await dropCertificatesOf(
      trx,
      app,
      unitId,
      changed.flatMap(({ before }) => before?.id ?? []),
    );
    await joinPeriods(trx, {
      unitId,
      staffIds: added.flatMap(({ member }) => member?.id ?? []),
      periodIds: ahead.map(({ id }) => id).filter((id) => join.includes(id)),
    });
    for (const { id } of gone) await leaveWithin(trx, app, { unitId, staffId: id, actor });
    const counts = { added: added.length, changed: changed.length, removed: gone.length };
    await saveColumns(trx, { unitId, list: 'staff' }, columnsSaid(preview.table));
    await record(trx, app, { actor, action: 'staff.import', unitId, subject: unitId }, counts);
    return { taken: true, ...counts };
  });
}

async function joinPeriods(
  trx: Database,
  {
    unitId,
    staffIds,
    periodIds,
  }: { readonly unitId: string; readonly staffIds: readonly string[]; readonly periodIds: readonly string[] },
): Promise<void> {
  if (staffIds.length === 0) return;
  for (const periodId of periodIds) {
    for (const staffId of staffIds) await addParticipant(trx, { unitId, periodId }, staffId);
    await dropCertificate(trx, { unitId, periodId });
  }
}
