/**
 * The code on the wall: whoever scans it stands before it, within the last quarter of an hour. It is kept nowhere: the unit and
 * the time, authenticated by the key that is not in the database.
 */

import { createHmac, timingSafeEqual } from 'node:crypto';
import { mayCheckIn } from '../../domain/check-in.ts';
import type { Asker } from '../../domain/permission.ts';
import type { Shift } from '../../domain/shift.ts';
import { staffName } from '../../domain/staff-names.ts';
import type { Unit } from '../../domain/unit.ts';
import { AppError } from '../../kernel/app-error.ts';
import { listCheckIns } from '../../store/check-in-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { derivedKey } from '../derived-key.ts';
import { showNewestVersions } from '../versions/todays-versions.ts';
import { checkIn } from './check-in.ts';

const STEP_MS = 5 * 60_000;
/** Of a code made in the last step, this one and the one before. */
const STEPS = 3;

type Keeper = Pick<App, 'sealingKey' | 'clock'>;

export function wallCode(app: Keeper, unitId: string): string {
  return codeAt(app, unitId, stepOf(app));
}

function stepOf(app: Keeper): number {
  return Math.floor(app.clock() / STEP_MS);
}

function codeAt(app: Pick<App, 'sealingKey'>, unitId: string, step: number): string {
  return createHmac('sha256', derivedKey(app, 'code on the wall'))
    .update(`${unitId} ${step}`)
    .digest('base64url');
}

function isNow(app: Keeper, unitId: string, code: string): boolean {
  const given = Buffer.from(code);
  const now = stepOf(app);
  return Array.from({ length: STEPS }, (_, back) => Buffer.from(codeAt(app, unitId, now - back))).some(
    (each) => each.length === given.length && timingSafeEqual(each, given),
  );
}

export interface Taking {
  readonly periodId: string;
  readonly shift: Shift;
  readonly post: string;
  readonly staffId: string;
  readonly name: string;
  readonly taken: boolean;
}

export interface AtWall {
  readonly unit: Unit;
  /** Who may take a shift now. */
  readonly people: readonly Taking[];
}

/** Undefined for a code that is old or made up. */
export async function openWallCode(
  app: App,
  { unitId, code }: { readonly unitId: string; readonly code: string },
): Promise<AtWall | undefined> {
  const unit = isNow(app, unitId, code) ? await findUnit(app.db, unitId) : undefined;
  if (!unit) return undefined;
  const versions = (await showNewestVersions(app, unitId)).filter(({ withdrawn }) => !withdrawn);
  const people = await Promise.all(
    versions.map(async ({ plan, roster, periodId }) => {
      const now = plan.shifts.filter((shift) => mayCheckIn(shift, app.clock()));
      if (now.length === 0) return [];
      const taken = await listCheckIns(app.db, { unitId, periodId });
      return now.flatMap((shift) =>
        roster.assignments
          .filter(({ shiftId }) => shiftId === shift.id)
          .map(({ staffId }) => ({
            ...{ periodId, shift, staffId },
            post: plan.posts.find(({ id }) => id === shift.postId)?.shortName ?? '',
            name: staffName(plan.staff, staffId),
            taken: taken.some((each) => each.shiftId === shift.id && each.staffId === staffId),
          })),
      );
    }),
  );
  return { unit, people: people.flat() };
}

export interface WallTaking {
  readonly unitId: string;
  readonly code: string;
  readonly periodId: string;
  readonly shiftId: string;
  readonly staffId: string;
}

/** Whoever stands before the wall says who they are. Throws `not-found` for an old code, and as `checkIn` does. */
export async function checkInAtWall(app: App, { code, ...taking }: WallTaking): Promise<void> {
  const { unitId, staffId } = taking;
  if (!isNow(app, unitId, code)) throw new AppError('not-found', 'check-in.failure.code');
  const actor = 'wall';
  const caller: Asker = {
    account: { operator: false },
    memberships: [{ accountId: actor, unitId, role: 'technician', staffId }],
  };
  await checkIn({ ...app, caller }, { ...taking, way: 'wall', actor });
}
