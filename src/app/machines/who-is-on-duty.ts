/** Who is on duty at a moment, by unit and post, from what is published. */

import type { Instant } from '../../calendar/interval.ts';
import { type Duty, dutyAt } from '../../domain/duty.ts';
import { type RosterVersion, seatKey } from '../../domain/version.ts';
import { listNewestVersions } from '../../store/version-store.ts';
import type { App } from '../app.ts';
import { todaysVersions } from '../versions/todays-versions.ts';

/** One published roster's people at the moment, with the names and phones of today; the version tells unit and period. */
export interface DutyOfVersion extends Duty {
  readonly version: RosterVersion;
  /** Ids of those it seats who are off the staff list by now, or can't stand the shift that runs: nobody calls them. */
  readonly away: ReadonlySet<string>;
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
  const standing = versions.filter(({ withdrawn }) => !withdrawn);
  return (await todaysVersions(app.db, standing, app.clock())).map((version) => {
    const duty = dutyAt(version, at);
    return { version, away: awayFrom(version, duty), ...duty };
  });
}

function awayFrom({ left = {}, away = {} }: RosterVersion, { posts }: Duty): ReadonlySet<string> {
  const current = posts.flatMap((post) => post.current);
  return new Set([
    ...Object.keys(left),
    ...current.flatMap(({ shift, staff }) =>
      staff.flatMap(({ id }) => (away[seatKey(shift.id, id)] === undefined ? [] : [id])),
    ),
  ]);
}
