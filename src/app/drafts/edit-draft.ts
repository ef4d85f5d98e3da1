/**
 * One edit of a draft by a person. It goes through when the seats it touches are still held as that person saw them,
 * whatever others did elsewhere meanwhile; otherwise it is refused, and says who sits there now.
 */

import {
  applyEdit,
  type DraftEdit,
  type EditRefusal,
  holderOf,
  type SeatRef,
} from '../../domain/draft-edit.ts';
import type { StepName } from '../../domain/draft-step.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Params } from '../../kernel/app-error.ts';
import { AppError } from '../../kernel/app-error.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { changeOpenDraft } from './change-draft.ts';
import { type OpenDraft, openDraftWithin } from './open-draft.ts';

export interface DraftEditing {
  readonly key: PeriodKey;
  readonly edit: DraftEdit;
  /** Who sat on the edit's seats when it was made: of `seat`, then of `other`. */
  readonly seen: readonly (string | undefined)[];
  readonly actor: string;
}

export type DraftEdited =
  | { readonly done: true; readonly before: OpenDraft; readonly after: OpenDraft }
  /** `changed`: someone else has changed the seat since it was seen. */
  | { readonly done: false; readonly refusal: EditRefusal | 'changed'; readonly before: OpenDraft };

/** Nothing changes when it refuses. Throws as `getPlan` does, `not-found` for a seat or person outside the plan. */
export async function editDraft(app: App, { key, edit, seen, actor }: DraftEditing): Promise<DraftEdited> {
  allow(app, 'draft.edit', key);
  return app.db.transaction().execute(async (trx): Promise<DraftEdited> => {
    const before = await openDraftWithin(trx, app, key);
    requireKnown(before, edit);
    const seats = seatsOfEdit(edit);
    if (seats.some((seat, i) => holderOf(before.work.roster, seat) !== seen[i])) {
      return { done: false, refusal: 'changed', before };
    }
    const shiftIds = before.plan.shifts.map(({ id }) => id);
    const edited = applyEdit(before.work, edit, shiftIds);
    if (!edited.ok) return { done: false, refusal: edited.refusal, before };
    const { work } = edited;
    const after = await changeOpenDraft(trx, app, before, { work, step: stepOf(before, edit), actor });
    return { done: true, before, after };
  });
}

export function seatsOfEdit(edit: DraftEdit): readonly SeatRef[] {
  return edit.kind === 'swap' ? [edit.seat, edit.other] : [edit.seat];
}

/** Throws `not-found` for a seat or person outside the plan. */
export function requireKnown({ plan }: OpenDraft, edit: DraftEdit): void {
  for (const { shiftId } of seatsOfEdit(edit)) {
    if (!plan.shifts.some(({ id }) => id === shiftId)) {
      throw new AppError('not-found', 'editor.failure.no-seat', { seat: shiftId });
    }
  }
  if (edit.kind === 'assign' && !plan.staff.some(({ id }) => id === edit.staffId)) {
    throw new AppError('not-found', 'error.staff.missing', { staff: edit.staffId });
  }
}

function stepOf({ work: { roster } }: OpenDraft, edit: DraftEdit): StepName {
  const holder = holderOf(roster, edit.seat);
  const params: Params = { shift: edit.seat.shiftId, ...(holder === undefined ? {} : { staff: holder }) };
  if (edit.kind === 'assign') return { kind: 'assign', params: { ...params, staff: edit.staffId } };
  if (edit.kind !== 'swap') return { kind: edit.kind, params };
  const other = holderOf(roster, edit.other);
  if (holder !== undefined && other !== undefined) {
    return { kind: 'swap', params: { ...params, otherShift: edit.other.shiftId, otherStaff: other } };
  }
  const [from, to] = holder === undefined ? [edit.other, edit.seat] : [edit.seat, edit.other];
  return {
    kind: 'move',
    params: { shift: from.shiftId, otherShift: to.shiftId, staff: holder ?? other ?? '' },
  };
}
