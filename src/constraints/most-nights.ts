/** Nobody stands more night shifts than so many in the period, or in any so many days in a row. */

import { mostInWindow } from './most-in-window.ts';

export const mostNights = mostInWindow({
  code: 'most-nights',
  strength: { kind: 'hard' },
  unit: 1,
  ofShift: ({ night }) => (night ? 1 : 0),
  ofFixed: ({ night }) => (night ? 1 : 0),
  personal: ({ nights }) => nights,
});
