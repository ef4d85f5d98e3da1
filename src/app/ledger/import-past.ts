/**
 * Fills the ledger from what was kept elsewhere: a table of figures by person and year, or rosters of the past, whose
 * shifts are counted as those of a period of today's posts would be. Shown first, then taken whole or not at all.
 */

import { addDays, type Day, yearOf } from '../../calendar/day.ts';
import { dayOf, startOfDay } from '../../calendar/zone.ts';
import { burdenCarried } from '../../domain/burden-carried.ts';
import type { Case } from '../../domain/case.ts';
import type { LedgerEntry } from '../../domain/ledger.ts';
import type { Plan } from '../../domain/plan.ts';
import type { StaffMember } from '../../domain/staff.ts';
import type { Unit } from '../../domain/unit.ts';
import { LEDGER_SHAPE, readLedgerImport } from '../../input/ledger-import.ts';
import { readDutiesSaid } from '../../input/rosters/duties-said.ts';
import {
  type RosterImport,
  type RosterQuestion,
  readRosterImport,
} from '../../input/rosters/roster-import.ts';
import type { Book } from '../../input/tables/book.ts';
import { layOut } from '../../input/tables/list-table.ts';
import { findCase } from '../../store/case-store.ts';
import type { Database } from '../../store/database.ts';
import { importLedger, replaceCarried } from '../../store/ledger-store.ts';
import { listColumns } from '../../store/list-column-store.ts';
import { listPeriods } from '../../store/period-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { listLeavers, listStaff } from '../../store/staff-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { rosterKnown } from '../drafts/roster-words.ts';
import { planOf } from '../periods/get-plan.ts';
import { record } from '../record.ts';
import { requireUnit } from '../require.ts';
import type { AskedTable } from '../staff/given-table.ts';

export interface PastImporting extends AskedTable {
  readonly unitId: string;
  /** Of days that say none; the year the table names, else last year, when absent. */
  readonly year?: number;
}

export interface PastPreview extends AskedTable {
  readonly unit: Unit;
  /** Those of the list, and those who left. */
  readonly staff: readonly StaffMember[];
  readonly form: 'figures' | 'rosters' | 'nothing';
  readonly entries: readonly LedgerEntry[];
  readonly questions: readonly RosterQuestion[];
  /** Figures that are none. */
  readonly faults: readonly { readonly row: number; readonly value: string }[];
  /** Of rosters: the days they span, and what was read. */
  readonly rosters?: { readonly plan: Plan; readonly read: RosterImport };
  /** Published periods that have carried these days already. */
  readonly carried: readonly string[];
}

/** Changes nothing. Throws `not-found`, `forbidden`. */
export function previewPastImport(app: App, importing: PastImporting): Promise<PastPreview> {
  allow(app, 'ledger.edit', importing);
  return readOnly(app.db, (trx) => previewWithin(trx, app, importing));
}

async function previewWithin(trx: Database, app: App, importing: PastImporting): Promise<PastPreview> {
  const { unitId, book, asked } = importing;
  const unit = await requireUnit(trx, unitId);
  const leavers = (await listLeavers(trx, unitId)).map(({ member }) => member);
  const current = await listStaff(trx, unitId);
  const staff = [...current, ...leavers.filter(({ id }) => !current.some((each) => each.id === id))];
  const base = { unit, staff, book, asked, carried: [], faults: [], entries: [], questions: [] };
  const table = layOut(book, LEDGER_SHAPE, asked);
  if (table.keys.includes('year')) return { ...base, form: 'figures', ...readLedgerImport(table, staff) };
  const source = await newestCase(trx, unitId);
  const plan = source && pastPlan(app, { ...source, staff }, importing);
  if (!plan) return { ...base, form: 'nothing' };
  const remembered = await listColumns(trx, { unitId, list: 'roster' });
  const known = rosterKnown({ plan, staff: plan.staff, remembered, answers: asked.answers ?? new Map() });
  const read = readRosterImport(book, known, asked.sheet);
  const places = new Map<string, number>();
  const assignments = read.seats.map((seat) => {
    const place = places.get(seat.shiftId) ?? 0;
    places.set(seat.shiftId, place + 1);
    return { ...seat, place };
  });
  return {
    ...base,
    form: 'rosters',
    entries: burdenCarried({ plan, roster: { periodId: plan.period.id, assignments } }),
    questions: read.questions,
    rosters: { plan, read },
    carried: await carriedOver(trx, plan),
  };
}

/** Whose posts and points the past is counted by. */
async function newestCase(trx: Database, unitId: string): Promise<Case | undefined> {
  const own = await listPeriods(trx, unitId);
  const newest = own.toSorted((a, b) => b.period.span.start - a.period.span.start)[0];
  return newest && findCase(trx, { unitId, periodId: newest.period.id });
}

/** A period of the days that the rosters name, named after the first of them: taken in again, it replaces itself. */
function pastPlan(app: App, source: Case, { book, asked, year }: PastImporting): Plan | undefined {
  const { zone } = source.unit;
  const about = year ?? yearNamed(book) ?? yearOf(dayOf(app.clock(), zone)) - 1;
  const around = { first: `${about}-01-01` as Day, last: `${about}-12-31` as Day };
  const days = readDutiesSaid(book, around, asked.sheet)
    .duties.flatMap((duty) => duty.days)
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const span = { start: startOfDay(first, zone), end: startOfDay(addDays(last, 1), zone) };
  const period = { id: `past-${first}`, name: `${first}`, span, holidays: [] };
  const posts = source.posts.map((post) => ({
    ...post,
    patterns: post.patterns.map(({ from, ...pattern }) => pattern),
  }));
  const plan = planOf(app, { ...source, period, posts, availability: [], ledger: [], pins: [], past: [] });
  return plan.ok ? plan.value : undefined;
}

/** The year that stands most often in the book: in its titles, or in its days. */
function yearNamed({ sheets }: Book): number | undefined {
  const counts = new Map<number, number>();
  for (const { rows } of sheets) {
    for (const [year = ''] of rows
      .flatMap(({ cells }) => cells)
      .join(' ')
      .matchAll(/\b(?:19|20)\d\d\b/gu)) {
      counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
    }
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

async function carriedOver(trx: Database, { unit, period }: Plan): Promise<string[]> {
  const own = await listPeriods(trx, unit.id);
  return own
    .filter(({ published }) => published !== undefined && !published.withdrawn)
    .filter(({ period: { span } }) => span.start < period.span.end && period.span.start < span.end)
    .map((each) => each.period.name);
}

export type PastTaken =
  | { readonly taken: true; readonly entries: number }
  | { readonly taken: false; readonly preview: PastPreview };

/** Figures replace the years they name; rosters add to theirs, and replace what the same days brought before. */
export function importPast(
  app: App,
  { actor, ...importing }: PastImporting & { readonly actor: string },
): Promise<PastTaken> {
  const { unitId } = importing;
  allow(app, 'ledger.edit', { unitId });
  return app.db.transaction().execute(async (trx): Promise<PastTaken> => {
    const preview = await previewWithin(trx, app, importing);
    const { entries, questions, faults, carried, rosters } = preview;
    if (entries.length === 0 || questions.length + faults.length + carried.length > 0) {
      return { taken: false, preview };
    }
    const periodId = rosters?.plan.period.id;
    if (periodId === undefined) await importLedger(trx, unitId, entries);
    else await replaceCarried(trx, { unitId, periodId }, entries);
    const details = { entries: entries.length };
    await record(trx, app, { actor, action: 'ledger.carry', unitId, subject: periodId ?? unitId }, details);
    return { taken: true, entries: entries.length };
  });
}
