/** Which parts of the watch itself a unit uses, and for how long it keeps its log. */

import {
  LEAST_MONTHS,
  MOST_MONTHS,
  usesPart,
  WATCH_PARTS,
  type WatchPart,
  type WatchSetting,
} from '../../domain/watch-setting.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findWatchSetting, saveWatchSetting } from '../../store/watch-setting-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { keptReading } from '../readings.ts';
import { record } from '../record.ts';
import { requireUnit } from '../require.ts';

const read = keptReading((db, unitId: string) => findWatchSetting(db, unitId), { most: 1000 });

/** Nobody asks who may know it: every page of the unit shows it by what it offers. */
export function watchSettingOf(app: App, unitId: string): Promise<WatchSetting> {
  return read(app, unitId);
}

export async function usesWatch(app: App, unitId: string, part: WatchPart): Promise<boolean> {
  return usesPart(await read(app, unitId), part);
}

/** Throws `not-found` where the unit does not use it: the page is not there. */
export async function requirePart(app: App, unitId: string, part: WatchPart): Promise<void> {
  if (!(await usesWatch(app, unitId, part))) throw new AppError('not-found', 'error.log.off');
}

export interface WatchSettingSaving {
  readonly unitId: string;
  readonly setting: WatchSetting;
  readonly actor: string;
}

/** Throws `not-found`, `forbidden`; `invalid`, `error.log.months`. */
export async function saveWatch(app: App, { unitId, setting, actor }: WatchSettingSaving): Promise<void> {
  allow(app, 'watch.edit', { unitId });
  const { parts, keptMonths, keptLongMonths } = setting;
  const isMonths = (value: number): boolean =>
    Number.isInteger(value) && value >= LEAST_MONTHS && value <= MOST_MONTHS;
  if (!isMonths(keptMonths) || !isMonths(keptLongMonths) || keptLongMonths < keptMonths) {
    throw new AppError('invalid', 'error.log.months', { least: LEAST_MONTHS, most: MOST_MONTHS });
  }
  await app.db.transaction().execute(async (trx) => {
    await requireUnit(trx, unitId);
    await saveWatchSetting(trx, unitId, setting);
    const used = WATCH_PARTS.filter((part) => parts.has(part)).join(' ');
    const details = { parts: used, months: keptMonths, long: keptLongMonths };
    await record(trx, app, { actor, action: 'watch.settings', unitId, subject: unitId }, details);
  });
}
