/** Where the pages of people's own calendars live. */

import { periodPath } from './periods.ts';

/** Whoever may look after everyone's names the person; one's own needs no name. */
export function busyCalendarPath(unitId: string, staffId?: string): string {
  const path = `/units/${encodeURIComponent(unitId)}/busy-calendar`;
  return staffId === undefined ? path : `${path}?${new URLSearchParams({ person: staffId })}`;
}

export function leaveProposalsPath(periodId: string): string {
  return `${periodPath(periodId)}/leave-proposals`;
}
