/** A published version of a period, by number or the newest. */

import type { PeriodKey } from '../../domain/period.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { findVersion as findByNumber, findNewestVersion } from '../../store/version-store.ts';
import type { App } from '../app.ts';

/** Without a number the newest, a withdrawing one included; undefined when there is none. */
export function findVersion(app: App, key: PeriodKey, number?: number): Promise<RosterVersion | undefined> {
  return number === undefined ? findNewestVersion(app.db, key) : findByNumber(app.db, key, number);
}
