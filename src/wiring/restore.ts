/** A backup in the place of the database, with everything ended in it that was taken back since. */

import { type EndedAgain, endRevoked } from '../app/end-revoked.ts';
import { type Restored, type Restoring, restoreDatabase } from '../store/restore.ts';
import { COUNTING_SCHEMA } from '../store/revocation-count-store.ts';
import { openApp, readHolidays, readRevocationsBeside } from './open-app.ts';
import { ROOT } from './root.ts';

/** Throws as `restoreDatabase` does. */
export function restoreWithoutRevoked(restoring: Restoring): Promise<Restored<EndedAgain>> {
  return restoreDatabase(restoring, async (path, { schema }) => {
    // Before the database is opened, which begins a list where there is none.
    const list = readRevocationsBeside(restoring.to);
    const app = await openApp(path, readHolidays(ROOT), restoring.to);
    try {
      return await endRevoked(app, schema < COUNTING_SCHEMA ? undefined : list);
    } finally {
      await app.close();
    }
  });
}
