/** Makes the `App` every use case is given from what this machine has: the database file, the holidays, clock and chance. */

import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PASSWORD_COST } from '../app/access/password-hash.ts';
import type { App } from '../app/app.ts';
import { createFeedShelf } from '../app/feed-shelf.ts';
import { parseHolidayFile } from '../calendar/holiday-file.ts';
import type { HolidaySources } from '../calendar/holiday-sources.ts';
import type { Instant } from '../calendar/interval.ts';
import { AppError } from '../kernel/app-error.ts';
import { openDatabase } from '../store/database.ts';
import { readSealingKey } from './sealing-key.ts';

/** Rendered feeds kept in memory: a ministry's subscribers, at some 20 kB each. */
const FEEDS_KEPT = 2_000;

export const systemClock = (): Instant => Date.now() as Instant;

/** Opens the store; close it with `app.db.destroy()`. */
export async function openApp(databasePath: string, holidays: HolidaySources): Promise<App> {
  return {
    db: await openDatabase(databasePath),
    clock: systemClock,
    randomBytes: (count) => randomBytes(count),
    holidays,
    feedShelf: createFeedShelf(FEEDS_KEPT),
    sealingKey: readSealingKey(`${databasePath}.key`),
    passwordCost: PASSWORD_COST,
  };
}

/** Every file of `data/holidays`. Throws `AppError('invalid', 'error.holidays')` naming each fault. */
export function readHolidays(root: string): HolidaySources {
  const folder = join(root, 'data', 'holidays');
  const parsed = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => parseHolidayFile(JSON.parse(readFileSync(join(folder, name), 'utf8')), name));
  const faults = parsed.flatMap((each) => (each.ok ? [] : each.faults));
  if (faults.length > 0) {
    const list = faults.map(
      ({ file, column, key, params }) => `${file} ${column ?? ''} ${key} ${JSON.stringify(params)}`,
    );
    throw new AppError('invalid', 'error.holidays', { faults: list.join('\n') });
  }
  return { files: parsed.flatMap((each) => (each.ok ? each.value : [])) };
}
