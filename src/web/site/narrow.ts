/** The use cases as one visitor may see them: lists hold the own units only, and phones stay with those who may call. */

import type { Visitor } from '../../domain/account.ts';
import { mayDo } from '../../domain/permission.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { onceFor } from '../../kernel/once-for.ts';
import type { WebApp, WebDeps } from '../kit/deps.ts';
import type { Desk } from '../kit/desk.ts';
import { narrowFeedDesk } from '../kit/feed-desk.ts';

export function narrow(deps: WebDeps, visitor: Visitor): WebDeps {
  return {
    ...deps,
    app: narrowApp(deps.app, visitor),
    desk: narrowDesk(deps.desk, visitor),
    feeds: narrowFeedDesk(deps.feeds, visitor),
  };
}

function narrowApp(app: WebApp, visitor: Visitor): WebApp {
  const shown = (version: RosterVersion): RosterVersion => {
    const { unit } = version.plan;
    return mayDo(visitor, 'phones.view', { unitId: unit.id }) ? version : withoutPhones(version);
  };
  return {
    ...app,
    async listCurrentVersions() {
      const versions = await listTheirs(app, visitor);
      const own = versions.filter(({ plan }) => mayDo(visitor, 'roster.view', { unitId: plan.unit.id }));
      return own.map(shown);
    },
    async readVersion(periodId, number) {
      const version = await app.readVersion(periodId, number);
      return version && shown(version);
    },
  };
}

/** Not all are read to show a few. */
async function listTheirs(app: WebApp, { account, memberships }: Visitor): Promise<readonly RosterVersion[]> {
  if (account.operator) return app.listCurrentVersions();
  const units = memberships.map(async ({ unitId }) => {
    const versions = await app.listCurrentVersions(unitId);
    return versions.filter(({ plan }) => plan.unit.id === unitId);
  });
  return (await Promise.all(units)).flat();
}

function narrowDesk(desk: Desk, visitor: Visitor): Desk {
  return {
    ...desk,
    async listPeriods() {
      const periods = await desk.listPeriods();
      return periods.filter((period) => mayDo(visitor, 'roster.view', period));
    },
  };
}

/** The same object again, so that what is made of it once need not be made anew. */
const withoutPhones = onceFor((version: RosterVersion): RosterVersion => {
  const staff = version.plan.staff.map((member) => ({ ...member, phone: '' }));
  return { ...version, plan: { ...version.plan, staff } };
});
