/** English sentences: cli. */

import type { cliVi } from '../vi/cli.ts';

export const cliEn: Record<keyof typeof cliVi, string> = {};
