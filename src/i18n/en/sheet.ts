/** English sentences: sheet. */

import type { sheetVi } from '../vi/sheet.ts';

export const sheetEn: Record<keyof typeof sheetVi, string> = {};
