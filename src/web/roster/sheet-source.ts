/** What a printed sheet or a downloaded file is made from: an opened version, with the versions round it. */

import type { Language } from '../../i18n/translate.ts';
import type { SheetSource } from '../../output/roster/sheet.ts';
import type { OpenVersion } from './period-bar.ts';

export interface SheetChoice {
  readonly language: Language;
  readonly phones: boolean;
}

export function sheetSource(
  { version, entries, pinnedNumber }: OpenVersion,
  choice: SheetChoice,
): SheetSource {
  const before = entries.findLast(({ number }) => number < version.number);
  const newest = entries.at(-1);
  return {
    plan: version.plan,
    roster: version.roster,
    ...choice,
    version,
    ...(before && { replaces: before }),
    ...(newest && pinnedNumber !== undefined && { supersededBy: newest.number }),
  };
}
