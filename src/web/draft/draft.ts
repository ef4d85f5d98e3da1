/** The editor's pages: days × posts with an open seat beside them, people × days, and the list of candidates alone. */

import { type OpenDraft, openDraft } from '../../app/drafts/open-draft.ts';
import { rankCandidates } from '../../app/drafts/rank-candidates.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { readVersion } from '../../app/versions/read-version.ts';
import { check } from '../../constraints/check.ts';
import type { SeatRef } from '../../domain/draft-edit.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { WebDeps } from '../kit/deps.ts';
import { secondIf } from '../kit/refusal.ts';
import type { PageReply, Reply, Visit } from '../kit/visit.ts';
import { makingPath } from '../paths/periods.ts';
import { isMaker } from '../roster/making-list.ts';
import { isIn, monthNav, monthQuery, shownMonth } from '../roster/month-window.ts';
import { peopleGrid, type SeatHref, TOTAL_HEADS } from '../roster/people-grid.ts';
import { progressOfPeriod } from '../roster/progress.ts';
import { editorBar, editorModel } from './editor.ts';
import { interruptedRun } from './interrupted-run.ts';
import { seatPanel } from './seat-options.ts';

function opened(visit: Visit, { app }: WebDeps): Promise<OpenDraft> {
  return resolvePeriod(app, visit.param('period')).then((key) => openDraft(app, key));
}

/** More would not be read; typing a name finds the others. */
const MOST_CANDIDATES = 30;

export async function showDraft(visit: Visit, deps: WebDeps): Promise<Reply> {
  const open = await opened(visit, deps);
  // Who decides and does not edit sees the roster without anything to edit it by.
  if (!isMaker(visit, open.key))
    return { kind: 'redirect', to: makingPath(visit.param('period'), 'approve') };
  if (open.revision === 0 && open.work.roster.assignments.length === 0 && visit.query.get('seat') === null) {
    return { kind: 'redirect', to: makingPath(visit.param('period'), 'prepare') };
  }
  return draftPage(visit, deps, { open, seat: visit.query.get('seat'), message: '' });
}

interface DraftView {
  readonly open: OpenDraft;
  /** As in the address: the seat whose candidates are shown. */
  readonly seat: string | null;
  /** Why the last edit did not go through. */
  readonly message: string;
}

export async function draftPage(visit: Visit, deps: WebDeps, view: DraftView): Promise<PageReply> {
  const { open, seat, message } = view;
  const { plan } = open;
  const published = await readVersion(deps.app, open.key);
  const shown = seat === null ? undefined : parseSeat(seat);
  const month = shownMonth(visit, plan, shown?.shiftId);
  const periodId = plan.period.id;
  return {
    kind: 'page',
    view: 'draft/days',
    title: plan.period.name,
    unitName: plan.unit.name,
    script: 'editor.js',
    ...secondIf(message !== ''),
    model: {
      ...editorModel(visit, open, { published, month }),
      months: monthNav(visit, plan, month, makingPath(periodId, 'draft')),
      gridLabel: visit.say('web.grid.label', { period: plan.period.name }),
      message,
      interrupted: await interruptedRun(visit, deps, open),
      progress: (await progressOfPeriod(visit, deps, open.key)).filter(({ kind }) => kind !== 'unpublished'),
      draftPath: makingPath(periodId, 'draft', monthQuery(month)),
      candidatesPath: makingPath(periodId, 'candidates'),
      panel: shown && panelOf(visit, open, shown),
      editPath: makingPath(periodId, 'edit', monthQuery(month)),
      revision: open.revision,
      keys: KEYS.map((key) => ({
        keys: visit.say(`editor.keys.${key}`),
        does: visit.say(`editor.does.${key}`),
      })),
    },
  };
}

const KEYS = [
  'arrows',
  'ends',
  'enter',
  'several',
  'copy',
  'delete',
  'pin',
  'swap',
  'fault',
  'undo',
  'find',
  'help',
] as const;

export async function showCandidates(visit: Visit, deps: WebDeps): Promise<Reply> {
  const open = await opened(visit, deps);
  const { plan } = open;
  const seat = parseSeat(visit.query.get('seat') ?? '');
  const query = monthQuery(shownMonth(visit, plan, seat.shiftId));
  const model = {
    panel: panelOf(visit, open, seat),
    editPath: makingPath(plan.period.id, 'edit', query),
    draftPath: makingPath(plan.period.id, 'draft', query),
  };
  const part = { name: 'seat', view: 'draft/seat', model };
  return { kind: 'parts', parts: [part], data: { revision: open.revision } };
}

function panelOf(visit: Visit, { plan, work, left }: OpenDraft, seat: SeatRef) {
  const query = (visit.query.get('q') ?? '').slice(0, 80);
  const options = rankCandidates({ plan, work, seat, query, most: MOST_CANDIDATES, left });
  return seatPanel(visit, { plan, roster: work.roster }, { options, query });
}

/** `giam-sat/dem/2027-02-05@0`. Throws `invalid` for anything else. */
export function parseSeat(text: string): SeatRef {
  const [, shiftId, place] = /^(.{1,200})@(\d{1,3})$/.exec(text) ?? [];
  if (shiftId === undefined)
    throw new AppError('invalid', 'editor.failure.no-seat', { seat: text.slice(0, 80) });
  return { shiftId, place: Number(place) };
}

export async function showDraftPeople(visit: Visit, deps: WebDeps): Promise<Reply> {
  const open = await opened(visit, deps);
  const { plan, work } = open;
  const published = await readVersion(deps.app, open.key);
  const month = shownMonth(visit, plan);
  const broken = check(plan, work.roster).violations.filter(({ level }) => level === 'hard');
  return {
    kind: 'page',
    view: 'draft/people',
    title: plan.period.name,
    unitName: plan.unit.name,
    model: {
      bar: editorBar(visit, open, { view: 'people', published, month }),
      months: monthNav(visit, plan, month, makingPath(plan.period.id, 'draftPeople')),
      grid: peopleGrid(
        visit.language,
        { plan, roster: work.roster },
        {
          faulty: new Set(broken.flatMap(({ staffIds }) => staffIds)),
          seatHref: seatHrefs(open),
          isShown: isIn(month),
        },
      ),
      gridLabel: visit.say('web.people.label', { period: plan.period.name }),
      totals: TOTAL_HEADS.map((key) => visit.say(key)),
    },
  };
}

/** From a person's shift to the open seat beside the grid of days. */
function seatHrefs({ plan, work }: OpenDraft): SeatHref {
  const places = new Map(
    work.roster.assignments.map(({ shiftId, staffId, place }) => [`${shiftId} ${staffId}`, place]),
  );
  return (shiftId, staffId) => {
    const place = places.get(`${shiftId} ${staffId}`) ?? 0;
    return `${makingPath(plan.period.id, 'draft', { seat: `${shiftId}@${place}` })}#seat-panel`;
  };
}
