/** Slips with a link of their own on the page of documents: for whom, what becomes of links from before. */

import { formOf } from '../kit/fields.ts';
import type { Visit } from '../kit/visit.ts';
import { slipLinksPath } from '../paths/documents.ts';
import type { OpenVersion } from '../roster/period-bar.ts';
import { staffOptions } from './document-field-views.ts';

const OLD_LINKS = ['keep', 'end'] as const;

export interface SlipsFacts {
  /** Live personal links of people on the roster, by staff id. */
  readonly liveLinks: ReadonlyMap<string, number>;
}

export function slipsCard(
  visit: Visit,
  { liveLinks, open, mayIssue }: SlipsFacts & { readonly open: OpenVersion; readonly mayIssue: boolean },
) {
  const { say } = visit;
  const form = formOf(visit, new URLSearchParams({ old: 'keep' }));
  const people = staffOptions(visit, open).length - 1;
  return {
    mayIssue,
    path: slipLinksPath(open.version.periodId),
    staff: {
      ...form.select('slip-staff', 'document.form.staff', staffOptions(visit, open)),
      name: 'staff',
    },
    old: form.radios(
      'old',
      'document.slips.old',
      OLD_LINKS.map((value) => ({
        value,
        label: say(`document.slips.old.${value}`),
        note: say(`document.slips.old.${value}.note`),
      })),
    ),
    now: say('document.slips.now', { people, linked: liveLinks.size }),
  };
}
