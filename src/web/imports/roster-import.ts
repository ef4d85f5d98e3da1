/** Taking in a roster made elsewhere: choose, see who would stand what and what the referee says of it, answer, take. */

import { importRoster, previewRosterImport, type RosterPreview } from '../../app/drafts/import-roster.ts';
import { getPlan } from '../../app/periods/get-plan.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import type { AskedTable } from '../../app/staff/given-table.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { redirect } from '../kit/allowed.ts';
import { chooseTablePage, tableStep } from '../kit/choose-table.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, TICKED } from '../kit/fields.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { makingPath } from '../paths/periods.ts';
import { rosterPreviewModel } from './roster-preview.ts';

function keyOf(visit: Visit, { app }: WebDeps): Promise<PeriodKey> {
  return resolvePeriod(app, visit.param('period'), visit.unit?.id);
}

export async function showRosterImport(visit: Visit, deps: WebDeps): Promise<Reply> {
  return choosePage(visit, deps, []);
}

/** One address for every step, as with people. */
export async function runRosterImport(visit: Visit, deps: WebDeps): Promise<Reply> {
  const key = await keyOf(visit, deps);
  const step = await tableStep(visit, deps);
  if ('faults' in step) return choosePage(visit, deps, step.faults);
  const given = await answered(visit, deps, { key, given: step.given });
  return step.taking ? take(visit, deps, { key, given }) : look(visit, deps, { key, given });
}

interface Given {
  readonly key: PeriodKey;
  readonly given: AskedTable;
}

/** One tick answers every question of a name that only one person is like. */
async function answered({ form }: Visit, { app }: WebDeps, { key, given }: Given): Promise<AskedTable> {
  if (form.get('allLike') !== TICKED) return given;
  const { read } = await previewRosterImport(app, { key, ...given });
  const answers = new Map(given.asked.answers);
  for (const question of read.questions) {
    const [only] = question.choices;
    if (question.kind === 'who' && question.choices.length === 1 && only && 'name' in only) {
      answers.set(question.id, `is:${only.id}`);
    }
  }
  return { ...given, asked: { ...given.asked, answers } };
}

async function choosePage(visit: Visit, deps: WebDeps, faults: readonly FormFault[]): Promise<Reply> {
  const { unit, period } = await getPlan(deps.app, await keyOf(visit, deps));
  const choice = {
    unitName: unit.name,
    title: visit.say('roster.import.title'),
    lead: visit.say('roster.import.lead'),
    to: makingPath(period.id, 'importRoster'),
    back: makingPath(period.id, 'draft'),
    backWords: period.name,
    otherPath: makingPath(period.id, 'moveIn'),
  };
  return chooseTablePage(visit, choice, faults);
}

async function look(visit: Visit, { app }: WebDeps, { key, given }: Given): Promise<Reply> {
  return previewPage(visit, await previewRosterImport(app, { key, ...given }));
}

async function take(visit: Visit, { app }: WebDeps, { key, given }: Given): Promise<Reply> {
  const taken = await importRoster(app, {
    key,
    ...given,
    stamp: visit.form.get('stamp') ?? '',
    fixed: visit.form.get('hold') !== 'loose',
    actor: visit.actor,
  });
  if (!taken.taken) return previewPage(visit, taken.preview, taken.reason);
  return redirect(makingPath(key.periodId, 'draft'));
}

function previewPage(visit: Visit, shown: RosterPreview, refused?: 'faults' | 'moved-on'): Reply {
  const title = visit.say('roster.import.title');
  return {
    kind: 'page',
    view: 'imports/roster',
    title,
    unitName: shown.plan.unit.name,
    script: 'import.js',
    ...refusedIf(Boolean(refused)),
    model: {
      title,
      to: makingPath(shown.plan.period.id, 'importRoster'),
      refused: refused ? visit.say(`staff.import.refused.${refused}`) : '',
      ...rosterPreviewModel(visit, shown),
    },
  };
}
