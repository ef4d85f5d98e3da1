/**
 * The last page before everyone sees it: what will change, what is still wrong, whether someone must approve it and has, a
 * note, and a reason when one is needed.
 */

import { type OpenDraft, openDraft } from '../../app/drafts/open-draft.ts';
import { readsNotices } from '../../app/notices/notice-settings.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { listSwaps } from '../../app/swaps/list-swaps.ts';
import { publishVersion } from '../../app/versions/publish-version.ts';
import { readApproval } from '../../app/versions/read-approval.ts';
import { readVersion } from '../../app/versions/read-version.ts';
import { check } from '../../constraints/check.ts';
import type { CoveredTwice } from '../../domain/covered-twice.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import { coverOfVersion } from '../../output/roster/seats.ts';
import type { WebDeps } from '../kit/deps.ts';
import { REFUSED, SECOND } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { makingPath } from '../paths/periods.ts';
import { findingsOf } from '../roster/findings.ts';
import { isMaker } from '../roster/making-list.ts';
import { differenceRows } from '../roster/mend-difference.ts';
import { rosterGrid } from '../roster/roster-grid.ts';
import { approvalModel, lackingSwaps, voidedSwaps } from './approval.ts';

const MOST_TEXT = 500;

/** What was typed, to show again beside what was wrong with it. */
export interface PublishTyped {
  readonly note: string;
  readonly reason: string;
  /** About publishing. */
  readonly fault: string;
  /** About handing in, approving, sending back. */
  readonly flowFault: string;
  readonly submitNote: string;
  readonly returnReason: string;
  /** Other periods that have published the same hours, to be ticked. */
  readonly covered: readonly { readonly id: string; readonly label: string }[];
  /** With a fault: whether what was typed will not do, or someone else came first. */
  readonly status: typeof REFUSED | typeof SECOND;
}

export const NOTHING_TYPED: PublishTyped = {
  note: '',
  reason: '',
  fault: '',
  flowFault: '',
  submitNote: '',
  returnReason: '',
  covered: [],
  status: SECOND,
};

export async function showPublish(visit: Visit, deps: WebDeps): Promise<Reply> {
  const note = (visit.query.get('note') ?? '').slice(0, MOST_TEXT);
  return publishPage(visit, deps, { ...NOTHING_TYPED, note });
}

export async function publishDraft(visit: Visit, deps: WebDeps): Promise<Reply> {
  const key = await resolvePeriod(deps.app, visit.param('period'));
  const note = (visit.form.get('note') ?? '').trim().slice(0, MOST_TEXT);
  const reason = (visit.form.get('reason') ?? '').trim().slice(0, MOST_TEXT);
  const revision = Number(visit.form.get('revision'));
  const typed = { ...NOTHING_TYPED, note, reason };
  if (reason === '' && (await gapsOf(deps, key)) > 0) {
    return publishPage(visit, deps, {
      ...typed,
      fault: visit.say('editor.publish.reason-missing'),
      status: REFUSED,
    });
  }
  try {
    const result = await publishVersion(deps.app, {
      key,
      revision,
      // The reason stands in the note too: the version keeps it by itself only where hard rules are broken.
      note: [note, reason].filter(Boolean).join(' · '),
      overrideReason: reason,
      approved: 'as-unit-asks',
      replaces: visit.form.getAll('replaces'),
      noteOfReplaced: ({ name }) => visit.say('editor.publish.replaced-note', { period: name }),
      actor: visit.actor,
    });
    if (result.published) {
      return {
        kind: 'redirect',
        to: makingPath(key.periodId, 'compare', { done: String(result.version.number) }),
      };
    }
    const isSecond = result.refusal === 'outdated' || result.refusal === 'not-approved';
    const status = isSecond ? SECOND : REFUSED;
    return publishPage(visit, deps, {
      ...typed,
      fault: visit.say(`editor.publish.${result.refusal}`),
      covered: result.refusal === 'covers-twice' ? result.covered.map(coveredWords(visit)) : [],
      status,
    });
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'conflict')) throw error;
    return publishPage(visit, deps, { ...typed, fault: visit.say('editor.publish.moved-on') });
  }
}

function coveredWords({ say }: Visit) {
  return ({ period, shifts }: CoveredTwice): PublishTyped['covered'][number] => ({
    id: period.id,
    label: say('editor.publish.replace', { period: period.name, count: shifts.length }),
  });
}

async function gapsOf({ app }: WebDeps, key: PeriodKey): Promise<number> {
  const { plan, work } = await openDraft(app, key);
  const { filled, needed } = coverOfVersion({ plan, roster: work.roster });
  return needed - filled;
}

export async function publishPage(visit: Visit, { app }: WebDeps, typed: PublishTyped): Promise<Reply> {
  const key = await resolvePeriod(app, visit.param('period'));
  const { periodId } = key;
  const { plan, work, revision } = await openDraft(app, key);
  const published = await readVersion(app, key);
  const approval = approvalModel(visit, { approval: await readApproval(app, key), plan, revision });
  const swaps = await listSwaps(app, key.unitId);
  const number = (published?.number ?? 0) + 1;
  const faulty = typed.fault !== '' || typed.flowFault !== '';
  const title = approval.mayDecide
    ? visit.say('flow.decide', { number })
    : visit.say('editor.publish.title', { number });
  return {
    kind: 'page',
    view: 'draft/publish',
    title,
    unitName: plan.unit.name,
    ...(faulty && { status: typed.status }),
    model: {
      ...typed,
      ...changesModel(visit, { plan, work, published }),
      approval,
      // Nobody has seen a first version yet, its makers not since the search.
      judge: !published || approval.mayDecide || !isMaker(visit, key) ? judged(visit, { plan, work }) : false,
      voided: voidedSwaps(visit, swaps, { periodId, draft: work.roster }),
      lacking: lackingSwaps(visit, swaps, { published, draft: work.roster }),
      title,
      periodName: plan.period.name,
      revision,
      people: visit.say(
        (await readsNotices(app, key.unitId)) ? 'editor.publish.people' : 'editor.publish.people-untold',
        { count: plan.staff.length },
      ),
      isFirst: published === undefined,
      action: makingPath(periodId, 'publish'),
      submitPath: makingPath(periodId, 'submit'),
      approvePath: makingPath(periodId, 'approve'),
      draftPath: makingPath(periodId, 'draft'),
    },
  };
}

/** All of the roster, and what the referee says of it, for who decides and changes nothing. */
function judged(visit: Visit, { plan, work }: Pick<OpenDraft, 'plan' | 'work'>) {
  const findings = findingsOf(visit.language, plan, check(plan, work.roster).violations);
  return {
    findings,
    grid: rosterGrid(visit.language, { plan, roster: work.roster }, { markOf: findings.markOf }),
    gridLabel: visit.say('web.grid.label', { period: plan.period.name }),
  };
}

function changesModel(
  visit: Visit,
  {
    plan,
    work,
    published,
  }: Pick<OpenDraft, 'plan' | 'work'> & { readonly published: RosterVersion | undefined },
) {
  const { filled, needed } = coverOfVersion({ plan, roster: work.roster });
  const findings = findingsOf(visit.language, plan, check(plan, work.roster).violations);
  const gaps = needed - filled;
  const errors = findings.items.filter(({ error, shortShift }) => error && shortShift === '');
  const rows = published ? differenceRows(visit, plan, { before: published.roster, after: work.roster }) : [];
  return {
    gaps,
    warned: gaps + errors.length > 0,
    warning: visit.say('editor.publish.warning', { gaps, errors: errors.length }),
    errors: errors.slice(0, 6),
    rows,
    changed: visit.say('editor.mend.summary', { count: rows.length }),
  };
}
