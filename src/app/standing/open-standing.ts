/** The posts and rules that stand for a unit, and the periods still to be published that differ from them. */

import { fitRules } from '../../constraints/rule-fit.ts';
import type { Case } from '../../domain/case.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { postDifferences, ruleDifferences, type Standing } from '../../domain/standing.ts';
import type { Unit } from '../../domain/unit.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findCase } from '../../store/case-store.ts';
import type { Database } from '../../store/database.ts';
import { listPeriods } from '../../store/period-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { listStaff } from '../../store/staff-store.ts';
import { findStanding } from '../../store/standing-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import type { By } from '../availability/availability-access.ts';
import { record } from '../record.ts';
import { requireUnit } from '../require.ts';

export const STANDING_PARTS = ['posts', 'rules'] as const;
export type StandingPart = (typeof STANDING_PARTS)[number];

/** A period that has no version out and is not over. */
export interface OpenPeriod {
  readonly periodId: string;
  readonly name: string;
  /** How many differences from what stands. */
  readonly posts: number;
  readonly rules: number;
}

export interface OpenStanding {
  readonly unit: Unit;
  readonly staff: readonly StaffMember[];
  readonly standing: Standing;
  /** By start. */
  readonly periods: readonly OpenPeriod[];
}

/** Throws `not-found`; also `error.standing.none` while the unit has made no period yet. */
export function openStanding(app: App, unitId: string): Promise<OpenStanding> {
  allow(app, 'period.edit', { unitId });
  return readOnly(app.db, async (trx) => {
    const { unit, standing } = await standingWithin(trx, unitId);
    const periods: OpenPeriod[] = [];
    for (const { period, published } of await listPeriods(trx, unitId)) {
      const isOut = published !== undefined && !published.withdrawn;
      if (isOut || period.span.end <= app.clock()) continue;
      const source = await findCase(trx, { unitId, periodId: period.id });
      if (!source) continue;
      periods.push({
        periodId: period.id,
        name: period.name,
        posts: postDifferences(standing.posts, source.posts).length,
        rules: ruleDifferences(fittedRules(standing, source), source.ruleSet).length,
      });
    }
    return { unit, standing, periods, staff: await listStaff(trx, unitId) };
  });
}

/** Throws `not-found`. */
export async function standingWithin(
  trx: Database,
  unitId: string,
): Promise<{ readonly unit: Unit; readonly standing: Standing }> {
  const unit = await requireUnit(trx, unitId);
  const standing = await findStanding(trx, unitId);
  if (!standing) throw new AppError('not-found', 'error.standing.none', { unit: unit.name });
  return { unit, standing };
}

/** The unit's rules as this period can have them: one that names nobody of it, or no post of it, says nothing there. */
export function fittedRules({ ruleSet }: Standing, { staff, posts }: Case): Standing['ruleSet'] {
  return fitRules(ruleSet, { staffIds: new Set(staff.map(({ id }) => id)), posts }).ruleSet;
}

/** @param given what now stands, or what of a period was kept. */
export function recordStanding(
  trx: Database,
  app: App,
  { by, part, unitId, subject }: { by: By; part: StandingPart; unitId: string; subject: string },
  given: Standing,
): Promise<void> {
  const action = part === 'posts' ? 'standing.posts' : 'standing.rules';
  const details = { posts: given.posts.length, rules: given.ruleSet.rules.length };
  return record(trx, app, { actor: by.actor, action, unitId, subject }, details);
}
