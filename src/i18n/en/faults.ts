/** English sentences: faults. */

import type { faultsVi } from '../vi/faults.ts';

export const faultsEn: Record<keyof typeof faultsVi, string> = {};
