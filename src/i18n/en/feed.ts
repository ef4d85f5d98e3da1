/** English sentences: feed. */

import type { feedVi } from '../vi/feed.ts';

export const feedEn: Record<keyof typeof feedVi, string> = {};
