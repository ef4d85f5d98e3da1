/** The editor: bar, grid of seats, what the referee says, how the burden lies. Made anew after every edit. */

import type { OpenDraft } from '../../app/drafts/open-draft.ts';
import { check } from '../../constraints/check.ts';
import { RosterIndex } from '../../domain/roster-index.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { evennessLines } from '../../output/roster/evenness.ts';
import { coverOfVersion } from '../../output/roster/seats.ts';
import type { Visit } from '../kit/visit.ts';
import { makingPath, rosterPath } from '../paths/periods.ts';
import { sickPath } from '../paths/replacements.ts';
import { certificateWords } from '../roster/certificate.ts';
import { fairnessBars } from '../roster/fairness-bars.ts';
import { findingsOf } from '../roster/findings.ts';
import { isIn, monthQuery, placeOf, type shownMonth } from '../roster/month-window.ts';
import { anchorOf, type GridCell, type RosterGrid, rosterGrid } from '../roster/roster-grid.ts';
import { stepWords } from './step-words.ts';

export interface Shown {
  readonly published: RosterVersion | undefined;
  /** Of a long draft; faults, figures and fairness are of the whole. */
  readonly month: ReturnType<typeof shownMonth>;
}

export function editorModel(visit: Visit, open: OpenDraft, { published, month }: Shown) {
  const { plan, work } = open;
  const { roster } = work;
  const place = placeOf(plan, month, anchorOf(plan), makingPath(plan.period.id, 'draft'));
  const findings = findingsOf(visit.language, plan, check(plan, roster).violations, place);
  const known = published && new RosterIndex(published.plan, published.roster);
  return {
    bar: editorBar(visit, open, { view: 'days', published, month }),
    grid: rosterGrid(
      visit.language,
      { plan, roster },
      {
        markOf: findings.markOf,
        isShown: isIn(month),
        ...(known && {
          isChanged: (shiftId: string, staffId: string) => !known.stands(staffId, shiftId),
        }),
      },
    ),
    check: {
      findings,
      fairness: fairnessBars(visit.language, { plan, roster }),
      shortage: makingPath(plan.period.id, 'shortage', { shift: '' }),
      certificate: certificateWords(visit.language, open.draft?.certificate, plan),
      // How evenly the draft shares, a line a group.
      even: evennessLines(visit.language, plan, roster),
    },
  };
}

export function editorBar(
  visit: Visit,
  { plan, work, revision, undo, redo }: OpenDraft,
  { view, published, month }: Shown & { readonly view: 'days' | 'people' },
) {
  const { say } = visit;
  const periodId = plan.period.id;
  const path = (page: Parameters<typeof makingPath>[1], query = {}): string =>
    makingPath(periodId, page, query);
  const { filled, needed } = coverOfVersion({ plan, roster: work.roster });
  return {
    periodName: plan.period.name,
    revision,
    draftName: say('editor.draft', { revision }),
    seats: say('web.seats', { filled, needed }),
    short: filled < needed,
    undo: undo ? stepWords(visit, plan, undo) : '',
    redo: redo ? stepWords(visit, plan, redo) : '',
    publish: say('editor.publish.open', { number: (published?.number ?? 0) + 1 }),
    // A version is published, so there is something to compare with.
    published: published !== undefined,
    views: [
      { href: path('draft', monthQuery(month)), label: say('web.views.days'), current: view === 'days' },
      {
        href: path('draftPeople', monthQuery(month)),
        label: say('web.views.people'),
        current: view === 'people',
      },
    ],
    paths: {
      edit: path('edit', monthQuery(month)),
      mend: path('mend'),
      prepare: path('prepare'),
      importRoster: path('importRoster'),
      publish: path('publish'),
      compare: published ? path('compare') : rosterPath(periodId),
      sick: sickPath(plan.unit.id),
    },
  };
}

/** Cells by the name of their part. */
export function cellsByPart({ rows }: RosterGrid): Map<string, GridCell> {
  return new Map(
    rows.flatMap(({ cells }) =>
      cells.filter(({ anchor }) => anchor !== '').map((cell) => [`cell:${cell.anchor}`, cell] as const),
    ),
  );
}
