/** Takes a case into the store, in place of whatever the period was made from before: whole, or not at all. */

import type { HolidayBreak } from '../../calendar/holidays.ts';
import type { Case } from '../../domain/case.ts';
import { CASE_FILES } from '../../domain/case-files.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Fault, Parsed } from '../../kernel/fault.ts';
import { replaceCase } from '../../store/case-store.ts';
import type { Database } from '../../store/database.ts';
import { dropCertificate } from '../../store/draft-store.ts';
import { listHolidays } from '../../store/holiday-store.ts';
import { findPeriodKeys } from '../../store/period-store.ts';
import { findStanding, saveStanding } from '../../store/standing-store.ts';
import { requireMachine } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { ofPeriod, record } from '../record.ts';
import { notingContacts } from '../staff/note-contacts.ts';
import { lookedOverPlan } from './get-plan.ts';

export interface CaseLoading {
  readonly source: Case;
  readonly actor: string;
}

/**
 * Refuses, with every fault, a case that no plan can be built from, and a period id that another unit has. A draft stays but loses its certificate, published
 * versions stay as they are, and so do ledger and holiday entries of years that the case does not name. The unit's first
 * case is what stands for it from then on.
 */
export async function loadCase(app: App, { source, actor }: CaseLoading): Promise<Parsed<PeriodKey>> {
  requireMachine(app);
  const key = { unitId: source.unit.id, periodId: source.period.id };
  return app.db.transaction().execute(async (trx): Promise<Parsed<PeriodKey>> => {
    const plan = lookedOverPlan(app, { ...source, holidayOverrides: await holidaysAfter(trx, source) });
    if (!plan.ok) return plan;
    const owner = (await findPeriodKeys(trx, key.periodId)).find(({ unitId }) => unitId !== key.unitId);
    if (owner) return { ok: false, faults: [idTaken(key, owner.unitId)] };
    await notingContacts(trx, app, key.unitId, () => replaceCase(trx, source));
    if (!(await findStanding(trx, key.unitId))) await saveStanding(trx, key.unitId, source);
    await dropCertificate(trx, key);
    const details = { staff: source.staff.length, posts: source.posts.length, ledger: source.ledger.length };
    await record(trx, app, { actor, action: 'case.load', ...ofPeriod(key) }, details);
    return { ok: true, value: key, warnings: plan.warnings };
  });
}

/** Addresses of pages name a period by its id alone, so no two units may share one. */
function idTaken({ unitId, periodId }: PeriodKey, owner: string): Fault {
  return {
    key: 'fault.period.id-taken',
    params: { value: periodId, unit: owner, other: `${periodId}-${unitId}` },
    file: CASE_FILES.period,
    column: 'id',
    value: periodId,
  };
}

/** The unit's own holiday entries as they will stand when the case is in. */
async function holidaysAfter(trx: Database, { unit, holidayOverrides = [] }: Case): Promise<HolidayBreak[]> {
  const named = new Set(holidayOverrides.map(({ year }) => year));
  const kept = await listHolidays(trx, unit.id);
  return [...kept.filter(({ year }) => !named.has(year)), ...holidayOverrides];
}
