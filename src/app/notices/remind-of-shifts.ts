/**
 * Tells people of shifts that are about to begin, the evening before and an hour ahead; and whoever sees to it of shifts that
 * nobody took within a quarter of an hour. Each is told once, however often it is looked at.
 */

import { addDays } from '../../calendar/day.ts';
import type { Instant } from '../../calendar/interval.ts';
import { type ClockTime, dayOf, instantAt, instantAtMinute } from '../../calendar/zone.ts';
import { isLate } from '../../domain/check-in.ts';
import { type LateFacts, type ShiftFacts, subjectOf, teller } from '../../domain/notice.ts';
import { eveningMinute, type NoticeChoice, STANDARD_CHOICE } from '../../domain/notice-choice.ts';
import type { NoticeSetting } from '../../domain/notice-setting.ts';
import type { Shift } from '../../domain/shift.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { listCheckIns } from '../../store/check-in-store.ts';
import type { Database } from '../../store/database.ts';
import { listNoticeChoices } from '../../store/notice-choice-store.ts';
import { listRemindingUnits } from '../../store/notice-setting-store.ts';
import { listSubjects } from '../../store/notice-store.ts';
import { requireMachine } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { whoSeesToIt } from '../replacements/report-absence.ts';
import { listNewestVersions } from '../versions/list-newest-versions.ts';
import { tell } from './tell-people.ts';

const HOUR_MS = 3_600_000;
const MORNING_AFTER = '20:00' as ClockTime;
/** What was told earlier than that is of shifts that are over. */
const LOOKED_BACK_MS = 48 * HOUR_MS;

type Told = ShiftFacts | LateFacts;

/** How many were told. */
export async function remindOfShifts(app: App): Promise<number> {
  requireMachine(app);
  let count = 0;
  for (const { unitId, setting } of await listRemindingUnits(app.db)) {
    const due = await dueIn(app, unitId, setting);
    if (due.length === 0) continue;
    count += await app.db.transaction().execute((trx) => tellOnce(trx, app, unitId, due));
  }
  return count;
}

interface Due {
  readonly staffId: string;
  readonly facts: Told;
}

async function dueIn(app: App, unitId: string, setting: NoticeSetting): Promise<Due[]> {
  const now = app.clock();
  const versions = (await listNewestVersions(app, unitId)).filter(
    ({ withdrawn, plan }) => !withdrawn && plan.shifts.some(({ span }) => span.end > now),
  );
  const choices = await listNoticeChoices(app.db, unitId);
  const found: Due[] = [];
  for (const version of versions) {
    if (setting.reminders) found.push(...remindersOf(version, choices, now));
    if (setting.checkIn) found.push(...(await lateIn(app, version)));
  }
  if (found.length === 0) return [];
  const told = await listSubjects(app.db, unitId, (now - LOOKED_BACK_MS) as Instant);
  return found.filter(({ staffId, facts }) => !told.has(`${staffId} ${facts.kind} ${subjectOf(facts)}`));
}

function remindersOf(
  version: RosterVersion,
  choices: ReadonlyMap<string, NoticeChoice>,
  now: Instant,
): Due[] {
  const { plan, roster, periodId } = version;
  const told = teller(version);
  const shifts = new Map(plan.shifts.map((shift) => [shift.id, shift]));
  return roster.assignments.flatMap(({ staffId, shiftId }): Due[] => {
    const shift = shifts.get(shiftId);
    const choice = choices.get(staffId) ?? STANDARD_CHOICE;
    const when = shift && whenDue(shift, { now, zone: plan.unit.zone, choice });
    if (!shift || !when || !choice[when]) return [];
    return [{ staffId, facts: { kind: 'shift', when, periodId, shift: told(shift, []) } }];
  });
}

function whenDue(
  { span }: Shift,
  { now, zone, choice }: { readonly now: Instant; readonly zone: string; readonly choice: NoticeChoice },
): 'evening' | 'hour' | undefined {
  if (span.start <= now) return undefined;
  if (span.start <= now + HOUR_MS) return 'hour';
  const today = dayOf(now, zone);
  const isEvening = now >= instantAtMinute(today, eveningMinute(choice), zone);
  return isEvening && span.start < instantAt(addDays(today, 1), MORNING_AFTER, zone) ? 'evening' : undefined;
}

/** For whoever sees to it, person by person. */
async function lateIn(app: App, version: RosterVersion): Promise<Due[]> {
  const { plan, roster, periodId } = version;
  const late = plan.shifts.filter((shift) => isLate(shift, app.clock()));
  if (late.length === 0) return [];
  const unitId = plan.unit.id;
  const taken = await listCheckIns(app.db, { unitId, periodId });
  const told = teller(version);
  const missing = late.flatMap((shift) =>
    roster.assignments
      .filter(({ shiftId }) => shiftId === shift.id)
      .filter(({ staffId }) => !taken.some((each) => each.shiftId === shift.id && each.staffId === staffId))
      .map(({ staffId, place }): LateFacts => {
        return { kind: 'late', periodId, absentId: staffId, place, shift: told(shift, []) };
      }),
  );
  if (missing.length === 0) return [];
  const found: Due[] = [];
  for (const facts of missing) {
    const who = await whoSeesToIt(app.db, app, unitId, facts.absentId);
    found.push(...who.map((staffId) => ({ staffId, facts })));
  }
  return found;
}

/** One of each person at a time: a map of people holds no two. */
async function tellOnce(trx: Database, app: App, unitId: string, due: readonly Due[]): Promise<number> {
  let count = 0;
  for (const { staffId, facts } of due) {
    count += await tell(trx, { unitId, told: new Map([[staffId, facts]]), at: app.clock() });
  }
  return count;
}
