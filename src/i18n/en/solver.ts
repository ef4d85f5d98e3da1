/** English sentences: why nobody could take a seat. Each stands before a count and names. */

import type { solverVi } from '../vi/solver.ts';

export const solverEn: Record<keyof typeof solverVi, string> = {
  'shortage.stands': 'already on this shift',
  'shortage.free': 'no hard rule in the way: may still be put here',
};
