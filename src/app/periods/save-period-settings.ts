/** A period's own settings: name, span, holidays, who takes part, deadlines. Posts and rules have pages of their own. */

import type { Case } from '../../domain/case.ts';
import type { Period, PeriodKey } from '../../domain/period.ts';
import type { Pin } from '../../domain/roster.ts';
import { compareNames } from '../../kernel/names.ts';
import { listStaff } from '../../store/staff-store.ts';
import type { App } from '../app.ts';
import { servingItsHolidays } from './get-plan.ts';
import { type PeriodRewritten, rewritePeriod } from './rewrite-period.ts';

export interface SettingsSaving {
  readonly key: PeriodKey;
  readonly period: Omit<Period, 'id'>;
  readonly staffIds: readonly string[];
  /** Those of its pins that stay. */
  readonly pins: readonly Pin[];
  /** Stamp of the settings this was made from. */
  readonly seen: string;
  readonly agreed: boolean;
  readonly actor: string;
}

/** What the stamp of a page about settings is taken of. */
export const settingsSeen = ({ period, staff, pins }: Case): unknown => [
  period,
  staff.map(({ id }) => id),
  pins,
];

/** Whether it goes on until lifted is no setting: one lifts it. */
function openOf({ untilLifted }: Period): Pick<Period, 'untilLifted'> {
  return untilLifted === undefined ? {} : { untilLifted };
}

/** Who takes part stays in order, who joins comes after, by name. Throws as `rewritePeriod` does. */
export async function savePeriodSettings(app: App, saving: SettingsSaving): Promise<PeriodRewritten> {
  const { period, staffIds, pins, seen, ...rest } = saving;
  const wanted = new Set(staffIds);
  const everyone = await listStaff(app.db, saving.key.unitId);
  return rewritePeriod(app, {
    ...rest,
    seen: { stamp: seen, of: settingsSeen },
    change(source) {
      const staying = source.staff.filter(({ id }) => wanted.has(id));
      const known = new Set(staying.map(({ id }) => id));
      const joining = everyone
        .filter(({ id }) => wanted.has(id) && !known.has(id))
        .sort((a, b) => compareNames(a.name, b.name));
      const kept = source.pins.filter((pin) =>
        pins.some(({ shiftId, staffId }) => shiftId === pin.shiftId && staffId === pin.staffId),
      );
      return servingItsHolidays(app, {
        ...source,
        period: { ...period, ...openOf(source.period), id: source.period.id },
        staff: [...staying, ...joining],
        pins: kept,
      });
    },
    action: 'period.save',
    details: ({ staff }) => ({ staff: staff.length }),
  });
}
