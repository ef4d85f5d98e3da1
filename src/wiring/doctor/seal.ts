/** The organisation's seal: whether it opens, and how long its certificate holds. */

import { VIETNAM } from '../../calendar/zone.ts';
import type { Config } from '../../config.ts';
import { AppError } from '../../kernel/app-error.ts';
import { openSeal } from '../seal.ts';
import { type Finding, finding } from './finding.ts';

const DAY_MS = 86_400_000;
/** To ask for a new one takes weeks. */
const SOON_DAYS = 45;

/** None where letters are not sealed here. */
export async function sealFindings(config: Pick<Config, 'seal'>, now: number): Promise<Finding[]> {
  try {
    const seal = await openSeal(config);
    return seal ? [sealFinding(seal, now)] : [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [{ about: 'seal', standing: 'fault', key: error.key, params: error.params }];
  }
}

interface Term {
  readonly name: string;
  readonly from: number;
  readonly until: number;
  /** Ids. */
  readonly units: readonly string[];
}

export function sealFinding({ name, from, until, units }: Term, now: number): Finding {
  const days = Math.floor((until - now) / DAY_MS);
  const params = { name, from: dateOf(from), until: dateOf(until), days, units: units.join(', ') };
  if (now > until) return finding('fault', 'seal', 'over', params);
  if (now < from) return finding('fault', 'seal', 'early', params);
  return finding(days < SOON_DAYS ? 'heed' : 'fine', 'seal', days < SOON_DAYS ? 'ends' : 'fine', params);
}

/** dd/mm/yyyy. */
function dateOf(at: number): string {
  return new Date(at).toLocaleDateString('en-GB', { timeZone: VIETNAM });
}
