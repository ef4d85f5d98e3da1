/** Vietnamese sentences: calendar. */

export const calendarVi = {} as const;
