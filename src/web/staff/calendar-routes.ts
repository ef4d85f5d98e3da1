/** Addresses of people's own calendars and of the leave found in them, one line each. */

import type { Route } from '../kit/route.ts';
import { forgetBusyCalendar, keepBusyCalendar, showBusyCalendar } from './busy-calendar.ts';
import { acceptProposals, showProposals } from './leave-proposals.ts';

const CALENDAR = '/units/:unit/busy-calendar';
const PROPOSALS = '/periods/:period/leave-proposals';

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
  { method: 'get', path: PROPOSALS, show: showProposals, action: 'availability.edit' },
  { method: 'post', path: PROPOSALS, show: acceptProposals, action: 'availability.edit' },
];
