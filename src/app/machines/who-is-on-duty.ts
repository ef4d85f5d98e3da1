/** Who is on duty at a moment, by unit and post, from what is published. */

import type { Instant } from '../../calendar/interval.ts';
import { type Duty, dutyAt } from '../../domain/duty.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { listNewestVersions } from '../../store/version-store.ts';
import type { App } from '../app.ts';

/** One published roster's people at the moment; the version tells unit and period. */
export interface DutyOfVersion extends Duty {
  readonly version: RosterVersion;
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
  return versions
    .filter((version) => !version.withdrawn)
    .map((version) => ({ version, ...dutyAt(version, at) }));
}
