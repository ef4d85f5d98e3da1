/** Nobody stands more shifts than so many in the period, or in any so many days in a row. */

import { mostInWindow } from './most-in-window.ts';

export const mostShifts = mostInWindow({
  code: 'most-shifts',
  strength: { kind: 'hard' },
  unit: 1,
  ofShift: () => 1,
  ofFixed: () => 1,
  personal: ({ shifts }) => shifts,
});
