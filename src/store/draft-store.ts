/** Rosters in work, one a period, each with a revision that only ever rises. */

import type { Instant, Interval } from '../calendar/interval.ts';
import type { Draft } from '../domain/draft.ts';
import type { PeriodKey } from '../domain/period.ts';
import type { Assignment } from '../domain/roster.ts';
import { withoutNulls } from './absent.ts';
import type { Database } from './database.ts';
import { assignments, certificate, readJson } from './records.ts';
import { changeIn, rowIn } from './rows.ts';
import type { DraftRow } from './tables.ts';

/** A shift that begins at the period's end ends later; none is longer. */
const AFTER_LAST_SHIFT_MS = 48 * 3_600_000;

export async function findDraft(db: Database, { unitId, periodId }: PeriodKey): Promise<Draft | undefined> {
  const row = await rowIn(db, 'draft', { unit_id: unitId, period_id: periodId });
  return row && draftFromRow(row);
}

/**
 * Saves the draft if the one kept is its predecessor: revision 1 is saved where there is none, n + 1 over n.
 * Returns false, and saves nothing, otherwise.
 */
export async function saveNextDraft(db: Database, key: PeriodKey, draft: Draft): Promise<boolean> {
  const row = draftToRow(key, draft);
  if (draft.revision === 1) {
    const { numInsertedOrUpdatedRows = 0n } = await db
      .insertInto('draft')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  }
  return (
    (await changeIn(db, 'draft', {
      unit_id: key.unitId,
      period_id: key.periodId,
      revision: draft.revision - 1,
    }).to(row)) === 1
  );
}

/** What was certified no longer holds; the roster itself stays. */
export async function dropCertificate(db: Database, { unitId, periodId }: PeriodKey): Promise<void> {
  await changeIn(db, 'draft', { unit_id: unitId, period_id: periodId }).to({ certificate: null });
}

/** The same for every period of the unit that a span touches, the last of its shifts included. */
export async function dropCertificatesWithin(db: Database, unitId: string, span: Interval): Promise<void> {
  await db
    .updateTable('draft')
    .set({ certificate: null })
    .where('unit_id', '=', unitId)
    .where('certificate', 'is not', null)
    .where('period_id', 'in', (eb) =>
      eb
        .selectFrom('period')
        .select('period.id')
        .where('period.unit_id', '=', unitId)
        .where('period.starts_at', '<', span.end)
        .where('period.ends_at', '>', (span.start - AFTER_LAST_SHIFT_MS) as Instant),
    )
    .execute();
}

/** Periods of the unit whose draft has a certificate, and their spans. */
export async function listCertified(
  db: Database,
  unitId: string,
): Promise<(PeriodKey & { readonly span: Interval })[]> {
  const rows = await db
    .selectFrom('draft')
    .innerJoin('period', (join) =>
      join.onRef('period.unit_id', '=', 'draft.unit_id').onRef('period.id', '=', 'draft.period_id'),
    )
    .select(['draft.unit_id', 'draft.period_id', 'period.starts_at', 'period.ends_at'])
    .where('draft.unit_id', '=', unitId)
    .where('draft.certificate', 'is not', null)
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    periodId: row.period_id,
    span: { start: row.starts_at, end: row.ends_at },
  }));
}

/** Another writing of the same draft, when a person in it was erased: the revision stays. */
export async function rewriteDraft(
  db: Database,
  { unitId, periodId }: PeriodKey,
  changed: readonly Assignment[],
): Promise<void> {
  await changeIn(db, 'draft', { unit_id: unitId, period_id: periodId }).to({
    assignments: JSON.stringify(changed),
  });
}

function draftToRow(key: PeriodKey, draft: Draft): DraftRow {
  return {
    unit_id: key.unitId,
    period_id: key.periodId,
    revision: draft.revision,
    assignments: JSON.stringify(draft.roster.assignments),
    certificate: draft.certificate ? JSON.stringify(draft.certificate) : null,
    updated_at: draft.updatedAt,
  };
}

function draftFromRow(row: DraftRow): Draft {
  const certified = row.certificate === null ? null : readJson(certificate, row.certificate);
  return {
    roster: { periodId: row.period_id, assignments: readJson(assignments, row.assignments) },
    revision: row.revision,
    updatedAt: row.updated_at,
    ...withoutNulls({ certificate: certified }),
  };
}
