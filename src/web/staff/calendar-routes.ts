/** Addresses of people's own calendars and of the leave that waits for consent, one line each. */

import type { Route } from '../kit/route.ts';
import { forgetBusyCalendar, keepBusyCalendar, showBusyCalendar } from './busy-calendar.ts';
import { answerLeaveRequests, showLeaveRequests } from './leave-requests.ts';

const CALENDAR = '/units/:unit/busy-calendar';
const REQUESTS = '/units/:unit/leave-requests';

export const CALENDAR_ROUTES: readonly Route[] = [
  { method: 'get', path: CALENDAR, show: showBusyCalendar, action: 'availability.edit', own: true },
  { method: 'post', path: CALENDAR, show: keepBusyCalendar, action: 'availability.edit', own: true },
  {
    method: 'post',
    path: `${CALENDAR}/remove`,
    show: forgetBusyCalendar,
    action: 'availability.edit',
    own: true,
  },
  { method: 'get', path: REQUESTS, show: showLeaveRequests, action: 'availability.edit' },
  { method: 'post', path: REQUESTS, show: answerLeaveRequests, action: 'availability.edit' },
];
