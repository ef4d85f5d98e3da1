/** English sentences: solver. */

import type { solverVi } from '../vi/solver.ts';

export const solverEn: Record<keyof typeof solverVi, string> = {};
