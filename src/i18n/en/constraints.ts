/** English sentences: constraints. */

import type { constraintsVi } from '../vi/constraints.ts';

export const constraintsEn: Record<keyof typeof constraintsVi, string> = {};
