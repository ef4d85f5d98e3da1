/**
 * Nobody is on duty for more hours than so many in the period, or in any so many days in a row (Labour Code Art. 105 and
 * 107). A shift counts whole, on the day it begins. Amounts are minutes above the limit.
 */

import { minutesBetween } from '../calendar/interval.ts';
import { mostInWindow } from './most-in-window.ts';

export const mostHours = mostInWindow({
  code: 'most-hours',
  strength: { kind: 'hard' },
  unit: 60,
  ofShift: ({ minutes }) => minutes,
  ofFixed: ({ span }) => minutesBetween(span.start, span.end),
  personal: ({ hours }) => hours,
});
