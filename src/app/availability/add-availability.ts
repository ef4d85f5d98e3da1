/**
 * One more line of leave or wish of a person, for any time, as a form has it. Who makes the rota enters what is granted;
 * leave that people ask for themselves waits for consent, unless the unit says otherwise.
 */

import { addDays } from '../../calendar/day.ts';
import { dayOf } from '../../calendar/zone.ts';
import {
  type AvailabilityLine,
  type LineState,
  reachOf,
  stretchOf,
  touches,
} from '../../domain/availability-line.ts';
import type { AvailabilityEntry } from '../../domain/case.ts';
import { LEAVE_KINDS } from '../../domain/leave-kind.ts';
import { entryRef } from '../../domain/own-availability.ts';
import type { Period } from '../../domain/period.ts';
import type { StaffMember } from '../../domain/staff.ts';
import type { Post } from '../../domain/unit.ts';
import { FaultList } from '../../input/fault-list.ts';
import { fieldFaults, formRow } from '../../input/form-row.ts';
import { readLeaveEntry } from '../../input/leave-file.ts';
import { People } from '../../input/people.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { FieldFault } from '../../kernel/field-fault.ts';
import { listLines, saveLines } from '../../store/availability-store.ts';
import type { Database } from '../../store/database.ts';
import { dropCertificatesWithin } from '../../store/draft-store.ts';
import { findPeriod } from '../../store/period-store.ts';
import { findStaffMember } from '../../store/staff-store.ts';
import { readDutyFlow } from '../../store/submission-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import {
  type AvailabilityAccess,
  type By,
  openAvailabilityAccess,
  requireOpen,
} from './availability-access.ts';
import { postsForWishes } from './posts-for-wishes.ts';

/** Lines still ahead: what is over counts no more. */
const MOST_LINES_A_PERSON = 200;
const MOST_NOTE_LENGTH = 200;
const MOST_DAYS_BACK = 92;
const MOST_DAYS_AHEAD = 3 * 366;

export const AVAILABILITY_FIELDS = [
  'kind',
  'leaveKind',
  'from',
  'to',
  'startTime',
  'endTime',
  'post',
  'weight',
  'note',
] as const;

/** As typed. `kind` is one of `AVAILABILITY_KINDS`; days as people write them, `to` counts with and may be empty. */
export interface AvailabilityForm {
  readonly kind: string;
  /** One of `LEAVE_KINDS`; empty or absent where it is not said. */
  readonly leaveKind?: string;
  readonly from: string;
  readonly to: string;
  /** `06:00`; both empty for whole days. */
  readonly startTime: string;
  readonly endTime: string;
  /** A post's id; empty for any. */
  readonly post: string;
  /** 1–10; empty is 5. */
  readonly weight: string;
  readonly note: string;
}

export interface AvailabilityAdding {
  readonly unitId: string;
  readonly staffId: string;
  /** The period that was looked at: a line that says nothing of it is most likely of the wrong year. Absent: any time. */
  readonly periodId?: string;
  readonly form: AvailabilityForm;
  readonly by: By;
}

export type AvailabilityAdded =
  | { readonly added: true; readonly ref: string; readonly state: LineState }
  | { readonly added: false; readonly faults: readonly FieldFault[] };

/**
 * A line that stands there already is given the new weight and note. Drafts of the periods it says something of lose
 * their certificates, published versions stay as they are. Throws `not-found`, `forbidden`; and `conflict`,
 * `error.availability.late` or `.published`, for one's own line when it is too late.
 */
export function addAvailability(app: App, adding: AvailabilityAdding): Promise<AvailabilityAdded> {
  const { unitId, staffId, by } = adding;
  return app.db.transaction().execute(async (trx): Promise<AvailabilityAdded> => {
    const access = await openAvailabilityAccess(trx, app, { unitId, staffId, action: 'availability.edit' });
    const read = await readForm(trx, app, adding, access);
    if ('faults' in read) return { added: false, faults: read.faults };
    const { entry } = read;
    await requireOpen(trx, app, access, entry);
    const { unit } = access;
    const today = dayOf(app.clock(), unit.zone);
    const ref = entryRef(entry);
    const all = await listLines(trx, unitId, { staffIds: [staffId] });
    const before = all.find((each) => entryRef(each.entry) === ref);
    if (!before && all.filter((each) => each.entry.to > today).length >= MOST_LINES_A_PERSON) {
      const params = { most: MOST_LINES_A_PERSON };
      return { added: false, faults: [{ key: 'error.availability.too-many', params }] };
    }
    const state = await stateOf(trx, access, entry, before);
    const origin = before && before.state === 'granted' ? before.origin : access.makes ? 'unit' : 'person';
    await saveLines(trx, unitId, [{ entry, state, origin, enteredAt: app.clock() }]);
    if (state === 'granted') await dropCertificatesWithin(trx, unitId, stretchOf(entry, unit.zone));
    await record(
      trx,
      app,
      { actor: by.actor, action: 'availability.add', unitId, subject: staffId },
      { kind: entry.kind, from: entry.from, to: addDays(entry.to, -1), state },
    );
    return { added: true, ref, state };
  });
}

/** What was granted once stays so when it is only written anew. */
async function stateOf(
  trx: Database,
  { unit, makes }: AvailabilityAccess,
  { kind }: AvailabilityEntry,
  before: AvailabilityLine | undefined,
): Promise<LineState> {
  if (makes || kind !== 'leave' || before?.state === 'granted') return 'granted';
  return (await readDutyFlow(trx, unit.id)).leaveWaits ? 'waiting' : 'granted';
}

type Read = { readonly entry: AvailabilityEntry } | { readonly faults: readonly FieldFault[] };

async function readForm(
  trx: Database,
  app: App,
  { unitId, staffId, periodId, form }: AvailabilityAdding,
  { unit: { zone } }: AvailabilityAccess,
): Promise<Read> {
  const member = await findStaffMember(trx, unitId, staffId);
  if (!member) throw new AppError('not-found', 'error.staff.missing', { staff: staffId });
  const period = periodId === undefined ? undefined : await findPeriod(trx, { unitId, periodId });
  if (periodId !== undefined && !period) {
    throw new AppError('not-found', 'error.period.missing', { period: periodId });
  }
  const read = readFields(form, member, await postsForWishes(trx, unitId, periodId));
  if ('faults' in read) return read;
  const wrong = wrongTime(app, read.entry, { period, zone });
  return wrong === undefined ? read : { faults: [{ field: 'from', key: wrong, params: {} }] };
}

function readFields(form: AvailabilityForm, member: StaffMember, posts: readonly Post[]): Read {
  const faults = new FaultList();
  const { leaveKind, ...cells } = form;
  const row = formRow({ id: member.id, ...cells }, faults);
  const read = readLeaveEntry(row, { people: new People([member]), posts }, faults);
  const kind = LEAVE_KINDS.find((each) => each === leaveKind && read?.kind === 'leave');
  const entry = read && kind ? { ...read, leaveKind: kind } : read;
  if (form.note.length > MOST_NOTE_LENGTH) {
    const params = { most: MOST_NOTE_LENGTH };
    faults.fault({ key: 'fault.json.text-big', params, file: '', column: 'note' });
  }
  return !entry || faults.count > 0 ? { faults: fieldFaults(faults) } : { entry };
}

/** The key of what is wrong with a time that is most likely a slip. */
function wrongTime(
  app: App,
  entry: AvailabilityEntry,
  { period, zone }: { readonly period: Period | undefined; readonly zone: string },
): string | undefined {
  if (period && !touches(entry, reachOf(period), zone)) return 'error.availability.outside';
  return isFar(entry, dayOf(app.clock(), zone)) ? 'error.availability.far' : undefined;
}

/** Past for a quarter, or further ahead than anyone plans leave. */
export function isFar({ from, to }: AvailabilityEntry, today: AvailabilityEntry['from']): boolean {
  return to <= addDays(today, -MOST_DAYS_BACK) || from >= addDays(today, MOST_DAYS_AHEAD);
}
