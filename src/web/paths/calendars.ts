/** Where the pages of people's own calendars and of the leave they ask for live. */

/** Whoever may look after everyone's names the person; one's own needs no name. */
export function busyCalendarPath(unitId: string, staffId?: string): string {
  const path = `/units/${encodeURIComponent(unitId)}/busy-calendar`;
  return staffId === undefined ? path : `${path}?${new URLSearchParams({ person: staffId })}`;
}

export const leaveRequestsPath = (unitId: string): string =>
  `/units/${encodeURIComponent(unitId)}/leave-requests`;
