/** `--until DAY` of what is good until the end of a day, in the unit's zone. */

import type { App } from '../app/app.ts';
import { type End, endAfter } from '../app/end-day.ts';
import type { Arguments, CommandOption } from './command.ts';

export const UNTIL: CommandOption = { name: 'until', kind: 'text', placeholder: 'DD/MM/YYYY' };

/** Nothing where it was not asked for. Throws as `endAfter` does. */
export function endOf(app: App, unitId: string, args: Arguments): Promise<End> {
  return endAfter(app, unitId, args.text(UNTIL.name));
}
