/** The last page before everyone sees it: what will change, what is still wrong, a note, and a reason when one is needed. */

import { check } from '../../constraints/check.ts';
import { AppError } from '../../kernel/app-error.ts';
import { makingPath } from '../addresses.ts';
import type { WebDeps } from '../deps.ts';
import { findingsOf } from '../models/findings.ts';
import { differenceRows } from '../models/mend-difference.ts';
import { coverOfVersion } from '../models/seats.ts';
import type { Reply, Visit } from '../visit.ts';

const MOST_TEXT = 500;

/** What was typed, to show again beside what was wrong with it. */
interface Typed {
  readonly note: string;
  readonly reason: string;
  readonly fault: string;
}

export async function showPublish(visit: Visit, deps: WebDeps): Promise<Reply> {
  return publishPage(visit, deps, { note: '', reason: '', fault: '' });
}

export async function publishDraft(visit: Visit, deps: WebDeps): Promise<Reply> {
  const periodId = visit.param('period');
  const note = (visit.form.get('note') ?? '').trim().slice(0, MOST_TEXT);
  const reason = (visit.form.get('reason') ?? '').trim().slice(0, MOST_TEXT);
  const revision = Number(visit.form.get('revision'));
  if (reason === '' && (await gapsOf(visit, deps)) > 0) {
    return publishPage(visit, deps, { note, reason, fault: visit.say('editor.publish.reason-missing') });
  }
  try {
    const result = await deps.desk.publish(periodId, {
      revision,
      // The reason stands in the note too: the version keeps it by itself only where hard rules are broken.
      note: [note, reason].filter(Boolean).join(' · '),
      overrideReason: reason,
      actor: visit.actor,
    });
    if (result.published) {
      return {
        kind: 'redirect',
        to: makingPath(periodId, 'compare', { done: String(result.version.number) }),
      };
    }
    return publishPage(visit, deps, { note, reason, fault: visit.say(`editor.publish.${result.refusal}`) });
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'conflict')) throw error;
    return publishPage(visit, deps, { note, reason, fault: visit.say('editor.publish.moved-on') });
  }
}

async function gapsOf(visit: Visit, { desk }: WebDeps): Promise<number> {
  const { plan, work } = await desk.openDraft(visit.param('period'));
  const { filled, needed } = coverOfVersion({ plan, roster: work.roster });
  return needed - filled;
}

async function publishPage(visit: Visit, { desk, app }: WebDeps, typed: Typed): Promise<Reply> {
  const periodId = visit.param('period');
  const { plan, work, revision } = await desk.openDraft(periodId);
  const published = await app.readVersion(periodId);
  const { filled, needed } = coverOfVersion({ plan, roster: work.roster });
  const findings = findingsOf(visit.language, plan, check(plan, work.roster).violations);
  const gaps = needed - filled;
  const errors = findings.items.filter(({ error, shortShift }) => error && shortShift === '');
  const before = published?.roster ?? { periodId, assignments: [] };
  const rows = published ? differenceRows(visit, plan, { before, after: work.roster }) : [];
  const number = (published?.number ?? 0) + 1;
  return {
    kind: 'page',
    view: 'publish',
    title: visit.say('editor.publish.title', { number }),
    unitName: plan.unit.name,
    ...(typed.fault !== '' && { status: 409 }),
    model: {
      ...typed,
      title: visit.say('editor.publish.title', { number }),
      periodName: plan.period.name,
      revision,
      gaps,
      warned: gaps + errors.length > 0,
      warning: visit.say('editor.publish.warning', { gaps, errors: errors.length }),
      errors: errors.slice(0, 6),
      people: visit.say('editor.publish.people', { count: plan.staff.length }),
      rows,
      changed: visit.say('editor.mend.summary', { count: rows.length }),
      isFirst: published === undefined,
      action: makingPath(periodId, 'publish'),
      draftPath: makingPath(periodId, 'draft'),
    },
  };
}
