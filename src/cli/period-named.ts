/** Which period a command means: the one that is named, else the first of the unit that is not over. */

import type { App } from '../app/app.ts';
import { listPeriods } from '../app/periods/list-periods.ts';
import type { PeriodKey } from '../domain/period.ts';
import { type Arguments, UsageError } from './command.ts';

export async function periodNamed(app: App, unitId: string, args: Arguments): Promise<PeriodKey> {
  const asked = args.text('period');
  if (asked !== undefined) return { unitId, periodId: asked };
  const own = await listPeriods(app, unitId);
  const ahead = own.filter(({ period }) => period.span.end > app.clock());
  const found = ahead.sort((a, b) => a.period.span.start - b.period.span.start)[0];
  if (!found) throw new UsageError('cli.error.required', { option: 'period' });
  return { unitId, periodId: found.period.id };
}
