/**
 * Takes a roster that was made elsewhere into the draft: shown first with all that is asked and what the referee says,
 * then taken whole or not at all. Shifts the table does not name stay as they are.
 */

import { check } from '../../constraints/check.ts';
import type { Score } from '../../constraints/shapes.ts';
import type { Work } from '../../domain/draft-edit.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Pin } from '../../domain/roster.ts';
import { fitRoster, keepPlaces } from '../../domain/roster-fit.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { type RosterImport, readRosterImport } from '../../input/rosters/roster-import.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findCase } from '../../store/case-store.ts';
import type { Database } from '../../store/database.ts';
import { listColumns, saveColumns } from '../../store/list-column-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { addParticipant, listStaff } from '../../store/staff-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { attachToday } from '../periods/attach-stream.ts';
import { planOf } from '../periods/get-plan.ts';
import type { AskedTable } from '../staff/given-table.ts';
import { stampOf } from '../stamp.ts';
import { changeOpenDraft } from './change-draft.ts';
import { openDraftWithin } from './open-draft.ts';
import { rosterKnown, wordsSaid } from './roster-words.ts';

export interface RosterImporting extends AskedTable {
  readonly key: PeriodKey;
}

export interface RosterPreview extends AskedTable {
  readonly plan: Plan;
  /** Everyone of the unit: whom a name may be asked to mean. */
  readonly staff: readonly StaffMember[];
  readonly read: RosterImport;
  /** Named by the table, and not of the period yet: taking it in adds them. */
  readonly joining: readonly StaffMember[];
  /** What the draft would be, and what the referee says of it. */
  readonly work: Work;
  readonly score: Score;
  /** Hard rules broken, and seats below the minimum. */
  readonly broken: number;
  readonly empty: number;
  /** Names the draft of now: what is confirmed is what was shown. */
  readonly stamp: string;
}

/** Changes nothing. Throws as `getPlan` does. */
export function previewRosterImport(app: App, importing: RosterImporting): Promise<RosterPreview> {
  allow(app, 'draft.edit', importing.key);
  return readOnly(app.db, (trx) => previewWithin(trx, app, importing));
}

async function previewWithin(
  trx: Database,
  app: App,
  { key, book, asked }: RosterImporting,
): Promise<RosterPreview> {
  const { plan, work, revision } = await openDraftWithin(trx, app, key);
  const staff = await listStaff(trx, key.unitId);
  const remembered = await listColumns(trx, { unitId: key.unitId, list: 'roster' });
  const known = rosterKnown({ plan, staff, remembered, answers: asked.answers ?? new Map() });
  const read = readRosterImport(book, known, asked.sheet);
  const named = new Set(read.seats.map(({ staffId }) => staffId));
  const partaking = new Set(plan.staff.map(({ id }) => id));
  const joining = staff.filter(({ id }) => named.has(id) && !partaking.has(id));
  const whole = joining.length === 0 ? plan : await planWith(trx, app, { key, joining });
  const after = seated(whole, work, read.seats);
  const { score, violations } = check(whole, after.roster);
  const hard = violations.filter(({ level }) => level === 'hard');
  const empty = violations
    .filter(({ constraint }) => constraint === 'cover-minimum')
    .reduce((sum, { amount }) => sum + amount, 0);
  return {
    ...{ plan: whole, staff, read, joining, work: after, score, book, asked },
    broken: hard.filter(({ constraint }) => constraint !== 'cover-minimum').length,
    empty,
    stamp: stampOf([revision, plan.staff, plan.shifts]),
  };
}

async function planWith(
  trx: Database,
  app: App,
  { key, joining }: { readonly key: PeriodKey; readonly joining: readonly StaffMember[] },
): Promise<Plan> {
  const source = await findCase(trx, key);
  const plan = source && planOf(app, { ...source, staff: [...source.staff, ...joining], pins: [] });
  if (!plan?.ok) throw new AppError('not-found', 'error.period.missing', { period: key.periodId });
  return attachToday(trx, plan.value);
}

/** The table's people on the shifts it names, in its order; all else as it was. */
function seated(plan: Plan, { roster, pins }: Work, seats: readonly Pin[]): Work {
  const named = new Set(seats.map(({ shiftId }) => shiftId));
  const places = new Map<string, number>();
  const placed = seats.map((seat) => {
    const place = places.get(seat.shiftId) ?? 0;
    places.set(seat.shiftId, place + 1);
    return { ...seat, place };
  });
  const kept = roster.assignments.filter(({ shiftId }) => !named.has(shiftId));
  const after = keepPlaces(roster, { ...roster, assignments: [...kept, ...placed] });
  return {
    roster: fitRoster(plan, after).roster,
    pins: pins.filter(({ shiftId }) => !named.has(shiftId)),
  };
}

export interface RosterTaking extends RosterImporting {
  readonly stamp: string;
  /** Whether the solver must keep who is seated: pinned. */
  readonly fixed: boolean;
  readonly actor: string;
}

export type RosterTaken =
  | { readonly taken: true; readonly seats: number; readonly joined: number }
  | { readonly taken: false; readonly reason: 'faults' | 'moved-on'; readonly preview: RosterPreview };

/** One step of the draft, that can be undone. Throws as `getPlan` does. */
export async function importRoster(app: App, taking: RosterTaking): Promise<RosterTaken> {
  allow(app, 'draft.edit', taking.key);
  const { key, fixed, actor } = taking;
  return app.db.transaction().execute(async (trx): Promise<RosterTaken> => {
    const preview = await previewWithin(trx, app, taking);
    const { read, work, joining } = preview;
    if (read.questions.length > 0 || read.seats.length === 0)
      return { taken: false, reason: 'faults', preview };
    if (preview.stamp !== taking.stamp) return { taken: false, reason: 'moved-on', preview };
    for (const { id } of joining) await addParticipant(trx, key, id);
    await changeOpenDraft(trx, app, await openDraftWithin(trx, app, key), {
      work: { ...work, pins: fixed ? [...work.pins, ...read.seats] : work.pins },
      step: { kind: 'import', params: { count: read.seats.length } },
      actor,
    });
    await saveColumns(
      trx,
      { unitId: key.unitId, list: 'roster' },
      wordsSaid(taking.asked.answers ?? new Map()),
    );
    return { taken: true, seats: read.seats.length, joined: joining.length };
  });
}
