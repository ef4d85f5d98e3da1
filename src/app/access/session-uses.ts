/** When sessions were last used, noted in memory and written down by the minute: a page view never waits for the disk. */

import type { Instant } from '../../calendar/interval.ts';
import type { Session } from '../../domain/account.ts';

/** The same as it is after the use noted since. */
export function withNotedSessionUse(noted: ReadonlyMap<string, Instant>, session: Session): Session {
  const usedAt = noted.get(session.id);
  return usedAt === undefined ? session : { ...session, usedAt };
}
