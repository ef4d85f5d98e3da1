/** Published versions as the caller may see them: of their own units, and phones only for those who may call. */

import type { PeriodKey } from '../../domain/period.ts';
import { blanked } from '../../domain/staff.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { onceFor } from '../../kernel/once-for.ts';
import { allow, isAllowed } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { showNewestVersions, showVersion } from './todays-versions.ts';

/** As `showVersion`. Throws as `allow` does. */
export async function readVersion(
  app: App,
  key: PeriodKey,
  number?: number,
): Promise<RosterVersion | undefined> {
  allow(app, 'roster.view', key);
  const version = await showVersion(app, key, number);
  return version && shown(app, version);
}

/** The newest of every period the caller may see, withdrawn ones included; of one unit, no other's are read. */
export async function listCurrentVersions(app: App, unitId?: string): Promise<readonly RosterVersion[]> {
  const { caller } = app;
  if (unitId !== undefined) {
    if (!isAllowed(app, 'roster.view', { unitId })) return [];
    return (await showNewestVersions(app, unitId)).map((version) => shown(app, version));
  }
  if (caller === 'machine' || caller.account.operator) return showNewestVersions(app);
  const own = caller.memberships.filter(({ unitId }) => isAllowed(app, 'roster.view', { unitId }));
  const versions = await Promise.all(own.map(({ unitId }) => showNewestVersions(app, unitId)));
  return versions.flat().map((version) => shown(app, version));
}

function shown(app: App, version: RosterVersion): RosterVersion {
  return isAllowed(app, 'phones.view', { unitId: version.plan.unit.id }) ? version : withoutPhones(version);
}

/** The same object again, so that what is made of it once need not be made anew. */
const withoutPhones = onceFor((version: RosterVersion): RosterVersion => {
  const staff = version.plan.staff.map((member) => blanked(member, 'phone'));
  const { oldPhones: _unseen, ...rest } = version;
  return { ...rest, plan: { ...version.plan, staff } };
});
