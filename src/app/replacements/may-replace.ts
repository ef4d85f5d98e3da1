/** Who may give a published seat to another at short notice: managers, approvers, and whoever leads the duty at this moment. */

import { dutyAt } from '../../domain/duty.ts';
import type { Tier } from '../../domain/unit.ts';
import { isUnstood } from '../../domain/version.ts';
import type { Database } from '../../store/database.ts';
import { listNewestVersions } from '../../store/version-store.ts';
import { allow, isAllowed } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { todaysVersions } from '../versions/todays-versions.ts';

export async function mayReplace(app: App, unitId: string): Promise<boolean> {
  return isAllowed(app, 'seat.replace', { unitId }) || (await leadsNow(app.db, app, unitId));
}

/** Throws `not-found` for someone from outside the unit, `forbidden` for someone of it who may not. */
export async function requireReplacing(db: Database, app: App, unitId: string): Promise<void> {
  if (!(await leadsNow(db, app, unitId))) allow(app, 'seat.replace', { unitId });
}

async function leadsNow(db: Database, app: App, unitId: string): Promise<boolean> {
  const { caller } = app;
  if (caller === 'machine') return false;
  const own = caller.memberships.find((each) => each.unitId === unitId)?.staffId;
  return own !== undefined && (await leadersOnDuty(db, app, unitId)).includes(own);
}

/** Whoever leads now and can by today's list: not who has left, nor who is on leave by now. */
export async function leadersOnDuty(db: Database, app: App, unitId: string): Promise<string[]> {
  return (await standingNow(db, app, unitId)).filter(({ tier }) => tier === 'leader').map(({ id }) => id);
}

/** Everyone who stands now and can by today's list, with the tier of the post. */
export async function standingNow(
  db: Database,
  app: App,
  unitId: string,
): Promise<{ readonly id: string; readonly tier: Tier }[]> {
  const now = app.clock();
  const newest = await listNewestVersions(db, { unitId, endsAfter: now });
  return (await todaysVersions(db, newest, now)).flatMap((version) =>
    dutyAt(version, now).posts.flatMap(({ post: { tier }, current }) =>
      current.flatMap(({ shift, staff }) =>
        staff.filter(({ id }) => !isUnstood(version, id, shift)).map(({ id }) => ({ id, tier })),
      ),
    ),
  );
}
