/** The whole server over a real file, and an app beside it on a connection of its own: as `rota publish` works. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { getPlan } from '../../../src/app/periods/get-plan.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import { readConfig } from '../../../src/config.ts';
import type { Case } from '../../../src/domain/case.ts';
import type { PeriodKey } from '../../../src/domain/period.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import { backupName } from '../../../src/store/backup.ts';
import { type OpenedApp, openApp } from '../../../src/wiring/open-app.ts';
import { serve } from '../../../src/wiring/serve.ts';
import { withoutRules } from '../../app/sample-app.ts';
import { sampleCase, sampleHolidays } from '../../sample-case.ts';
import { loadedFile } from '../../store/loaded-file.ts';

export interface Beside {
  /** Writes to the same file as the server. */
  readonly app: OpenedApp;
  readonly key: PeriodKey;
  readonly plan: Plan;
  readonly url: string;
  readonly port: number;
}

interface BesideSettings {
  /** Of the case; without rules unless given, so that any roster may be published. */
  readonly change?: (source: Case) => Case;
  /** Both apps' clock; the machine's own unless given. */
  readonly clock?: () => Instant;
}

/** The small unit's case, loaded, nothing published. */
export async function beside(settings: BesideSettings = {}): Promise<Beside> {
  const { change = withoutRules, ...clock } = settings;
  const { path, key } = await loadedFile(change(sampleCase('unit-small')));
  const app = { ...(await openApp(path, sampleHolidays())), ...clock };
  onTestFinished(() => app.close());
  const served = { ...(await openApp(path, sampleHolidays())), ...clock };
  onTestFinished(() => served.close());
  const config = readConfig({ ROTA_DB: path, ROTA_PORT: '0' }, '/');
  // As if the day's backup had been made: a thread for it takes longer to start than all the rest.
  mkdirSync(config.backupFolder);
  writeFileSync(join(config.backupFolder, backupName(served.clock(), false)), '');
  const { port, stop } = await serve(served, config, {
    error: ({ cause }) => {
      throw cause;
    },
  });
  onTestFinished(stop);
  return { app, key, plan: await getPlan(app, key), url: `http://127.0.0.1:${port}`, port };
}
