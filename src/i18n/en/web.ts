/** English sentences: web. */

import type { webVi } from '../vi/web.ts';

export const webEn: Record<keyof typeof webVi, string> = {};
