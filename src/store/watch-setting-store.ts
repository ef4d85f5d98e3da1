/** Which parts of the watch itself each unit uses. */

import { STANDARD_WATCH, WATCH_PARTS, type WatchSetting } from '../domain/watch-setting.ts';
import type { Database } from './database.ts';
import { rowIn, saveIn } from './rows.ts';
import type { Tables } from './tables.ts';

/** Everything off where nothing was set. */
export async function findWatchSetting(db: Database, unitId: string): Promise<WatchSetting> {
  const row = await rowIn(db, 'watch_setting', { unit_id: unitId });
  return row ? settingFromRow(row) : STANDARD_WATCH;
}

/** Of units that ever set any. */
export async function listWatchSettings(
  db: Database,
): Promise<readonly { readonly unitId: string; readonly setting: WatchSetting }[]> {
  const rows = await db.selectFrom('watch_setting').selectAll().orderBy('unit_id').execute();
  return rows.map((row) => ({ unitId: row.unit_id, setting: settingFromRow(row) }));
}

export async function saveWatchSetting(
  db: Database,
  unitId: string,
  { parts, keptMonths, keptLongMonths }: WatchSetting,
): Promise<void> {
  const row = {
    unit_id: unitId,
    parts: WATCH_PARTS.filter((part) => parts.has(part)).join('\n'),
    kept_months: keptMonths,
    kept_long_months: keptLongMonths,
  };
  await saveIn(db, 'watch_setting', ['unit_id'], row);
}

function settingFromRow(row: Tables['watch_setting']): WatchSetting {
  const kept = row.parts.split('\n');
  return {
    parts: new Set(WATCH_PARTS.filter((part) => kept.includes(part))),
    keptMonths: row.kept_months,
    keptLongMonths: row.kept_long_months,
  };
}
