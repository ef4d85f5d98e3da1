/** The use cases as pages call them: one period id in an address stands for the period of one unit. */

import { isSetUp } from '../app/access/open-setup.ts';
import type { App } from '../app/app.ts';
import { readFeed } from '../app/feeds/read-feed.ts';
import { resolvePeriod } from '../app/periods/resolve-period.ts';
import { Recent } from '../app/recent.ts';
import { listOwnContacts } from '../app/units/edit-contacts.ts';
import { listVersions } from '../app/versions/list-versions.ts';
import { showNewestVersions, showVersion } from '../app/versions/todays-versions.ts';
import { breaksOfSpan, type HolidaySources } from '../calendar/holiday-sources.ts';
import type { HolidayBreak } from '../calendar/holidays.ts';
import { type ContactEntry, directoryOf } from '../domain/contact-entry.ts';
import type { PeriodKey } from '../domain/period.ts';
import { AppError } from '../kernel/app-error.ts';
import { onceFor } from '../kernel/once-for.ts';
import type { WebApp } from '../web/kit/deps.ts';

/** By span: pages ask from today on, in each zone there is. */
const breaksOf = onceFor((_sources: HolidaySources) => new Recent<readonly HolidayBreak[]>(8));

export function createWebApp(app: App, contacts: readonly ContactEntry[]): WebApp {
  const keyOf = (periodId: string): Promise<PeriodKey | undefined> =>
    resolvePeriod(app, periodId).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'not-found') return undefined;
      throw error;
    });
  return {
    listCurrentVersions: (unitId) => showNewestVersions(app, unitId),
    async listVersions(periodId) {
      const key = await keyOf(periodId);
      return key ? listVersions(app, key) : [];
    },
    async readVersion(periodId, number) {
      const key = await keyOf(periodId);
      return key && showVersion(app, key, number);
    },
    listBreaks: async (from, to) => {
      const recent = breaksOf(app.holidays);
      const key = `${from} ${to}`;
      const breaks = recent.get(key) ?? breaksOfSpan(from, to, app.holidays);
      recent.set(key, breaks);
      return breaks;
    },
    listContacts: async (unitId) =>
      unitId === undefined ? contacts : directoryOf(contacts, await listOwnContacts(app, unitId)),
    readFeed: (reading) => readFeed(app, reading),
    async probe() {
      await isSetUp(app);
    },
  };
}
