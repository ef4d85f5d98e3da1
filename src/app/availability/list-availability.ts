/** Leave and wishes of a period, of one person or of all who take part. */

import type { AvailabilityEntry } from '../../domain/case.ts';
import { entryRef } from '../../domain/own-availability.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { StaffMember } from '../../domain/staff.ts';
import type { Post } from '../../domain/unit.ts';
import { listAvailability as listStored } from '../../store/availability-store.ts';
import { listPosts } from '../../store/post-store.ts';
import { listParticipants } from '../../store/staff-store.ts';
import type { App } from '../app.ts';
import { type AvailabilityDoor, type By, openAvailabilityDoor } from './availability-door.ts';

export interface AvailabilityLine {
  /** Names the line when it is taken away. */
  readonly ref: string;
  readonly entry: AvailabilityEntry;
}

export interface PeriodAvailability extends AvailabilityDoor {
  readonly key: PeriodKey;
  /** Who takes part, as the period has them: only the one asked about where one is. */
  readonly staff: readonly StaffMember[];
  readonly posts: readonly Post[];
  /** As they were given. */
  readonly lines: readonly AvailabilityLine[];
}

export interface AvailabilityQuestion {
  readonly key: PeriodKey;
  /** Absent asks about everyone, which those who see only their own may not. */
  readonly staffId?: string;
  readonly by: By;
}

/** Throws `not-found`, `forbidden`. */
export function listAvailability(
  app: App,
  { key, staffId, by }: AvailabilityQuestion,
): Promise<PeriodAvailability> {
  return app.db
    .transaction()
    .setAccessMode('read only')
    .execute(async (trx) => {
      const person = staffId === undefined ? {} : { staffId };
      const door = await openAvailabilityDoor(trx, app, { key, ...person, action: 'availability.view', by });
      const asked = (id: string): boolean => staffId === undefined || id === staffId;
      const entries = await listStored(trx, key);
      return {
        ...door,
        key,
        staff: (await listParticipants(trx, key)).filter(({ id }) => asked(id)),
        posts: await listPosts(trx, key),
        lines: entries
          .filter((entry) => asked(entry.staffId))
          .map((entry) => ({ ref: entryRef(entry), entry })),
      };
    });
}
