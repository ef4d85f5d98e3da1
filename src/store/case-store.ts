/** A whole case, put together from the stores of its parts. */

import { daysAround } from '../domain/availability-line.ts';
import type { Case } from '../domain/case.ts';
import type { PeriodKey } from '../domain/period.ts';
import { listGranted, replaceCaseLines } from './availability-store.ts';
import type { Database } from './database.ts';
import { importHolidays, listHolidays } from './holiday-store.ts';
import { importLedger, listLedger } from './ledger-store.ts';
import { listPastDuties, replacePastDuties } from './past-duty-store.ts';
import { findPeriod, savePeriod } from './period-store.ts';
import { listPins, replacePins } from './pin-store.ts';
import { listPosts, replacePosts } from './post-store.ts';
import { findRuleSet, saveRuleSet } from './rule-set-store.ts';
import { listParticipants, replaceParticipants, saveStaff, setListPlaces } from './staff-store.ts';
import { findUnit, saveUnit } from './unit-store.ts';

/** All that the period is made from, people's leave and wishes aside. Call it inside a transaction: it is many statements. */
export async function rewriteCase(db: Database, source: Case): Promise<void> {
  const { unit, staff, ledger, holidayOverrides = [] } = source;
  await saveUnit(db, unit);
  await saveStaff(db, unit.id, staff);
  await setListPlaces(
    db,
    unit.id,
    staff.map(({ id }) => id),
  );
  await replacePeriodParts(db, source);
  await importLedger(db, unit.id, ledger);
  await importHolidays(db, unit.id, holidayOverrides);
}

/** The same with the leave and wishes that a case file brings, in place of those it brought before. */
export async function replaceCase(db: Database, source: Case): Promise<void> {
  await rewriteCase(db, source);
  await replaceCaseLines(db, { unitId: source.unit.id, periodId: source.period.id }, source.availability);
}

/** What belongs to the period alone. Pins and past duties name people who take part: they come after them. */
export async function replacePeriodParts(db: Database, source: Case): Promise<void> {
  const key = { unitId: source.unit.id, periodId: source.period.id };
  await savePeriod(db, key.unitId, source.period);
  await saveRuleSet(db, key, source.ruleSet);
  await replacePosts(db, key, source.posts);
  await replaceParticipants(
    db,
    key,
    source.staff.map(({ id }) => id),
  );
  await replacePins(db, key, source.pins);
  await replacePastDuties(db, key, source.past);
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
    availability: await listGranted(db, key, daysAround(period, unit.zone)),
    ledger: await listLedger(db, key),
    pins: await listPins(db, key),
    past: await listPastDuties(db, key),
    ...(holidayOverrides.length > 0 ? { holidayOverrides } : {}),
  };
}
