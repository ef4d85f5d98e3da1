/** Who is on duty at a moment, by unit and post, from what is published. */

import type { Instant } from '../../calendar/interval.ts';
import { type Duty, dutyAt } from '../../domain/duty.ts';
import { type KnownPeople, withTodaysPeople } from '../../domain/todays-people.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { listKnownPeople } from '../../store/staff-store.ts';
import { listNewestVersions } from '../../store/version-store.ts';
import type { App } from '../app.ts';

/** One published roster's people at the moment, with the names and phones of today; the version tells unit and period. */
export interface DutyOfVersion extends Duty {
  readonly version: RosterVersion;
  /** Ids of those it seats who are off the staff list by now: nobody calls them. */
  readonly left: ReadonlySet<string>;
}

export interface DutyQuestion {
  /** Absent asks for now. */
  readonly at?: Instant;
  /** Absent asks for every unit. */
  readonly unitId?: string;
}

/** Rosters that are not over at the moment, those still to begin included, withdrawn ones left out; by start. */
export async function whoIsOnDuty(app: App, question: DutyQuestion = {}): Promise<DutyOfVersion[]> {
  const { at = app.clock(), unitId } = question;
  const filter = { endsAfter: at, ...(unitId === undefined ? {} : { unitId }) };
  const versions = await listNewestVersions(app.db, filter);
  const lists = new Map<string, KnownPeople>();
  const duties: DutyOfVersion[] = [];
  for (const printed of versions) {
    if (printed.withdrawn) continue;
    const { id } = printed.plan.unit;
    const people = lists.get(id) ?? (await listKnownPeople(app.db, id));
    lists.set(id, people);
    const version = withTodaysPeople(printed, people);
    const left = new Set(
      version.plan.staff.flatMap((each) => (people.get(each.id)?.leftAt === undefined ? [] : [each.id])),
    );
    duties.push({ version, left, ...dutyAt(version, at) });
  }
  return duties;
}
