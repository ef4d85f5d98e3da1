/** English sentences: calendar. */

import type { calendarVi } from '../vi/calendar.ts';

export const calendarEn: Record<keyof typeof calendarVi, string> = {};
