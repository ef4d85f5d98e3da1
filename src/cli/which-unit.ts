/** The unit a command is about. */

import type { App } from '../app/app.ts';
import { listPeriods } from '../app/periods/list-periods.ts';
import { UsageError } from './command.ts';

/** The only unit there is, unless one is named. */
export async function unitOf(app: App, asked: string | undefined): Promise<string> {
  if (asked !== undefined) return asked;
  const units = [...new Set((await listPeriods(app)).map((period) => period.unitId))];
  const [only, ...others] = units;
  if (only === undefined) throw new UsageError('cli.error.no-units');
  if (others.length > 0) throw new UsageError('cli.error.which-unit', { units: units.join(', ') });
  return only;
}
