/** Help at fields of days and hours: the calendar to choose from, and what is typed said in full. Of no unit, for everyone. */

import type { Route } from '../kit/route.ts';
import { showPicker } from './picker.ts';
import { showSaid } from './said.ts';

export const DATE_ROUTES: readonly Route[] = [
  { method: 'get', path: '/dates/picker', show: showPicker, scope: 'anyone' },
  { method: 'get', path: '/dates/said', show: showSaid, scope: 'anyone' },
];
