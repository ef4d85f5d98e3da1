/** The sheet for the wall: A4 in either orientation, phones by choice, one click to print. */

import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { printPath, rosterPath } from '../paths/periods.ts';
import { openVersion } from './open-version.ts';
import { sheetPage } from './sheet-page.ts';
import { sheetSource } from './sheet-source.ts';
import { PAPERS, type Paper } from './sheet-tables.ts';

/** It hangs where anyone passes: phones stand on it only where `?phones=1` asks for them, with a warning (Law 91/2025, Art. 16). */
export async function showPrint(visit: Visit, deps: WebDeps): Promise<Reply> {
  const open = await openVersion(visit, deps);
  const { version, pinnedNumber } = open;
  const paper: Paper = visit.query.get('paper') === 'portrait' ? 'portrait' : 'landscape';
  const phones = visit.query.get('phones') === '1';
  const path = printPath(version.periodId);
  const link = (choice: { readonly paper: Paper; readonly phones: boolean }): string => {
    const query = new URLSearchParams({ paper: choice.paper, phones: choice.phones ? '1' : '0' });
    if (pinnedNumber !== undefined) query.set('version', String(pinnedNumber));
    return `${path}?${query}`;
  };
  const page = sheetPage(sheetSource(open, { language: visit.language, phones }), {
    paper,
    address: `${deps.publicUrl}${rosterPath(version.periodId)}`,
    qrLabel: visit.say('web.print.qr'),
  });
  return {
    kind: 'page',
    view: 'roster/print',
    title: page.sheet.title,
    model: {
      ...page,
      standalone: false,
      backHref: rosterPath(version.periodId, pinnedNumber),
      papers: PAPERS.map((each) => ({
        href: link({ paper: each, phones }),
        label: visit.say(`web.print.${each}`),
        current: each === paper,
      })),
      hint: visit.say(phones ? 'web.print.phones-warning' : 'web.print.hint'),
      warns: phones,
      phoneChoices: [false, true].map((each) => ({
        href: link({ paper, phones: each }),
        label: visit.say(each ? 'web.print.with-phones' : 'web.print.without-phones'),
        current: each === phones,
      })),
    },
  };
}
