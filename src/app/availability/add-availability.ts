/** Takes one line of leave or wish into a period, as a form has it: by who makes the rota, or by the person before the time is over. */

import { addDays } from '../../calendar/day.ts';
import type { Instant } from '../../calendar/interval.ts';
import { expandAvailability } from '../../domain/availability-spans.ts';
import type { AvailabilityEntry } from '../../domain/case.ts';
import { entryRef } from '../../domain/own-availability.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Post } from '../../domain/unit.ts';
import { FaultList } from '../../input/fault-list.ts';
import { fieldFaults, formRow } from '../../input/form-row.ts';
import { readLeaveEntry } from '../../input/leave-file.ts';
import { People } from '../../input/people.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { FieldFault } from '../../kernel/field-fault.ts';
import { listAvailability, replaceAvailability } from '../../store/availability-store.ts';
import type { Database } from '../../store/database.ts';
import { dropCertificate } from '../../store/draft-store.ts';
import { listPosts } from '../../store/post-store.ts';
import { listParticipants } from '../../store/staff-store.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { type AvailabilityDoor, type By, openAvailabilityDoor, requireOpen } from './availability-door.ts';

const MOST_LINES_A_PERSON = 60;
const MOST_NOTE_LENGTH = 200;
/** A shift that begins at the period's end ends later; none is longer. */
const HOURS_AFTER = 48;

/** As typed. `kind` is one of `AVAILABILITY_KINDS`; days as people write them, `to` counts with and may be empty. */
export interface AvailabilityForm {
  readonly kind: string;
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
  readonly key: PeriodKey;
  readonly staffId: string;
  readonly form: AvailabilityForm;
  readonly by: By;
}

export type AvailabilityAdded =
  | { readonly added: true; readonly ref: string }
  | { readonly added: false; readonly faults: readonly FieldFault[] };

/**
 * A line that stands there already is given the new weight and note. The draft loses its certificate, published versions
 * stay as they are. Throws `not-found` also for someone who takes no part, `forbidden`; and `conflict`,
 * `error.availability.late` or `.published`, for one's own line when it is too late.
 */
export function addAvailability(app: App, adding: AvailabilityAdding): Promise<AvailabilityAdded> {
  const { key, staffId, form, by } = adding;
  return app.db.transaction().execute(async (trx): Promise<AvailabilityAdded> => {
    const door = await openAvailabilityDoor(trx, app, { key, staffId, action: 'availability.edit', by });
    requireOpen(door);
    const read = readForm(form, { staffId, door, ...(await partsOf(trx, key, staffId)) });
    if ('faults' in read) return { added: false, faults: read.faults };
    const { entry } = read;
    const ref = entryRef(entry);
    const kept = (await listAvailability(trx, key)).filter((each) => entryRef(each) !== ref);
    if (kept.filter((each) => each.staffId === staffId).length >= MOST_LINES_A_PERSON) {
      const params = { most: MOST_LINES_A_PERSON };
      return { added: false, faults: [{ key: 'error.availability.too-many', params }] };
    }
    await replaceAvailability(trx, key, [...kept, entry]);
    await dropCertificate(trx, key);
    await record(trx, app, {
      actor: by.actor,
      action: 'availability.add',
      unitId: key.unitId,
      subject: key.periodId,
      details: { staff: staffId, kind: entry.kind, from: entry.from, to: addDays(entry.to, -1) },
    });
    return { added: true, ref };
  });
}

interface Parts {
  readonly staffId: string;
  readonly door: AvailabilityDoor;
  readonly people: People;
  readonly posts: readonly Post[];
}

async function partsOf(
  trx: Database,
  key: PeriodKey,
  staffId: string,
): Promise<Pick<Parts, 'people' | 'posts'>> {
  const staff = (await listParticipants(trx, key)).filter(({ id }) => id === staffId);
  if (staff.length === 0) throw new AppError('not-found', 'error.availability.no-part');
  return { people: new People(staff), posts: await listPosts(trx, key) };
}

function readForm(
  form: AvailabilityForm,
  { staffId, door, people, posts }: Parts,
): { readonly entry: AvailabilityEntry } | { readonly faults: readonly FieldFault[] } {
  const faults = new FaultList();
  const row = formRow({ id: staffId, ...form }, faults);
  const entry = readLeaveEntry(row, { people, posts }, faults);
  if (form.note.length > MOST_NOTE_LENGTH) {
    const params = { most: MOST_NOTE_LENGTH };
    faults.fault({ key: 'fault.json.text-big', params, file: '', column: 'note' });
  }
  if (!entry || faults.count > 0) return { faults: fieldFaults(faults) };
  if (touches(entry, door)) return { entry };
  return { faults: [{ field: 'from', key: 'error.availability.outside', params: {} }] };
}

/** A line that touches no shift is most likely of the wrong year. */
function touches(entry: AvailabilityEntry, { period, unit }: AvailabilityDoor): boolean {
  const { start, end } = period.span;
  const horizon = { start, end: (end + HOURS_AFTER * 3_600_000) as Instant };
  const { leave, wishes } = expandAvailability([entry], horizon, unit.zone);
  return leave.length + wishes.length > 0;
}
