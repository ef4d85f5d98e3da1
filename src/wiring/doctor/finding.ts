/** What was looked at on an installation, and how it stands. */

import type { MessageParams } from '../../i18n/translate.ts';

/** `fault`: something does not work, or will not when it is needed; `heed`: it works, and could be better. */
export type Standing = 'fine' | 'heed' | 'fault';

export interface Finding {
  /** What was looked at: `version`, `disk` … */
  readonly about: string;
  readonly standing: Standing;
  /** Under `doctor.` in the catalogue: what is so and, unless it is fine, what to do. */
  readonly key: string;
  readonly params: MessageParams;
}

export function finding(standing: Standing, about: string, how: string, params: MessageParams = {}): Finding {
  return { about, standing, key: `doctor.${about}.${how}`, params };
}
