/** A whole case, put together from the stores of its parts. */

import type { Case } from '../domain/case.ts';
import type { PeriodKey } from '../domain/period.ts';
import { listAvailability, replaceAvailability } from './availability-store.ts';
import type { Database } from './database.ts';
import { importHolidays, listHolidays } from './holiday-store.ts';
import { importLedger, listLedger } from './ledger-store.ts';
import { listPastDuties, replacePastDuties } from './past-duty-store.ts';
import { findPeriod, savePeriod } from './period-store.ts';
import { listPins, replacePins } from './pin-store.ts';
import { listPosts, replacePosts } from './post-store.ts';
import { findRuleSet, saveRuleSet } from './rule-set-store.ts';
import { listParticipants, replaceParticipants, saveStaff } from './staff-store.ts';
import { findUnit, saveUnit } from './unit-store.ts';

/** Replaces all that the period is made from. Call it inside a transaction: it is many statements. */
export async function replaceCase(db: Database, source: Case): Promise<void> {
  const key = { unitId: source.unit.id, periodId: source.period.id };
  await saveUnit(db, source.unit);
  await saveStaff(db, key.unitId, source.staff);
  await savePeriod(db, key.unitId, source.period);
  await saveRuleSet(db, key, source.ruleSet);
  await replacePosts(db, key, source.posts);
  await replaceParticipants(
    db,
    key,
    source.staff.map(({ id }) => id),
  );
  await replaceAvailability(db, key, source.availability);
  await replacePins(db, key, source.pins);
  await replacePastDuties(db, key, source.past);
  await importLedger(db, key.unitId, source.ledger);
  await importHolidays(db, key.unitId, source.holidayOverrides ?? []);
}

/** Undefined when there is no such period. Call it inside a transaction, so that all parts are of one moment. */
export async function findCase(db: Database, key: PeriodKey): Promise<Case | undefined> {
  const unit = await findUnit(db, key.unitId);
  const period = await findPeriod(db, key);
  const ruleSet = await findRuleSet(db, key);
  if (!unit || !period || !ruleSet) return undefined;
  const holidayOverrides = await listHolidays(db, key.unitId);
  return {
    unit,
    period,
    ruleSet,
    posts: await listPosts(db, key),
    staff: await listParticipants(db, key),
    availability: await listAvailability(db, key),
    ledger: await listLedger(db, key),
    pins: await listPins(db, key),
    past: await listPastDuties(db, key),
    ...(holidayOverrides.length > 0 ? { holidayOverrides } : {}),
  };
}
