/** Several seats of a draft changed at once, or names pasted onto them: all of it as one step, or nothing. */

import { applyEdit, type DraftEdit, holderOf, type SeatRef, type Work } from '../../domain/draft-edit.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { DutyPeople } from '../../input/rosters/duty-people.ts';
import { AppError } from '../../kernel/app-error.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { changeOpenDraft } from './change-draft.ts';
import { type DraftEdited, requireKnown, seatsOfEdit } from './edit-draft.ts';
import { type OpenDraft, openDraftWithin } from './open-draft.ts';

/** One of several edits, and who sat on its seats when it was made. */
export interface SeenEdit {
  readonly edit: DraftEdit;
  readonly seen: readonly (string | undefined)[];
}

/** A name laid onto a seat; empty for nobody. No seat where the block was larger than the grid. */
export interface PastedName {
  readonly seat?: SeatRef;
  readonly seen: string | undefined;
  readonly name: string;
}

export interface SeatsEditing {
  readonly key: PeriodKey;
  readonly changes: { readonly edits: readonly SeenEdit[] } | { readonly names: readonly PastedName[] };
  readonly actor: string;
}

export type SeatsEdited =
  | DraftEdited
  /** Which of the edits was refused. */
  | (Extract<DraftEdited, { done: false }> & { readonly edit: DraftEdit })
  /** Names that mean nobody for sure, or found no seat. */
  | {
      readonly done: false;
      readonly refusal: 'names' | 'off-grid';
      readonly names: readonly string[];
      readonly before: OpenDraft;
    };

const MOST_SEATS = 2_000;

/** Nothing changes when it refuses. Throws as `editDraft`, `invalid` for more seats than a grid has. */
export async function editSeats(app: App, { key, changes, actor }: SeatsEditing): Promise<SeatsEdited> {
  allow(app, 'draft.edit', key);
  return app.db.transaction().execute(async (trx): Promise<SeatsEdited> => {
    const before = await openDraftWithin(trx, app, key);
    const found = 'edits' in changes ? changes.edits : editsOf(before, changes.names);
    if ('refusal' in found) return { done: false, before, ...found };
    if (found.length > MOST_SEATS) throw new AppError('invalid', 'editor.failure.choice', { value: '' });
    const shiftIds = before.plan.shifts.map(({ id }) => id);
    let work: Work = before.work;
    let count = 0;
    for (const { edit, seen } of found) {
      requireKnown(before, edit);
      const moved = seatsOfEdit(edit).some((seat, i) => holderOf(before.work.roster, seat) !== seen[i]);
      if (moved) return { done: false, refusal: 'changed', before, edit };
      const edited = applyEdit(work, edit, shiftIds);
      if (edited.ok) {
        work = edited.work;
        count++;
      } else if (edited.refusal !== 'nothing') return { done: false, refusal: edited.refusal, before, edit };
    }
    if (count === 0) return { done: false, refusal: 'nothing', before };
    const seats = new Set(found.flatMap(({ edit }) => seatsOfEdit(edit)).map(nameOf)).size;
    const after = await changeOpenDraft(trx, app, before, {
      work,
      step: { kind: 'several', params: { count: seats } },
      actor,
    });
    return { done: true, before, after };
  });
}

function nameOf({ shiftId, place }: SeatRef): string {
  return `${shiftId}@${place}`;
}

/** Seats that change are emptied first, so that people may change places within a block. */
function editsOf(
  { plan, work }: OpenDraft,
  pasted: readonly PastedName[],
): readonly SeenEdit[] | { readonly refusal: 'names' | 'off-grid'; readonly names: readonly string[] } {
  const off = pasted.flatMap(({ seat, name }) => (seat ? [] : [name]));
  if (off.length > 0) return { refusal: 'off-grid', names: off };
  const people = new DutyPeople(plan.staff, new Map());
  const unknown = new Set<string>();
  const changed = pasted.flatMap(({ seat, seen, name }) => {
    const who = name === '' ? undefined : people.find(name, '');
    if (who !== undefined && (who === 'none' || who.kind === 'question')) unknown.add(name);
    const staffId = who !== undefined && who !== 'none' && who.kind === 'person' ? who.person.id : undefined;
    return !seat || staffId === holderOf(work.roster, seat) ? [] : [{ seat, seen: [seen], staffId }];
  });
  if (unknown.size > 0) return { refusal: 'names', names: [...unknown] };
  const held = changed.filter(({ seat }) => holderOf(work.roster, seat) !== undefined);
  return [
    ...held.map(({ seat, seen }): SeenEdit => ({ edit: { kind: 'empty', seat }, seen })),
    ...changed.flatMap(({ seat, seen, staffId }): SeenEdit[] =>
      staffId === undefined ? [] : [{ edit: { kind: 'assign', seat, staffId }, seen }],
    ),
  ];
}
