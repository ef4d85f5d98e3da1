/** A new period in one page: which days, which posts, whose rules, who takes part; as the unit stands, from an earlier period or from nothing. */

import { allow } from '../../app/access/authorise.ts';
import { listBreaks } from '../../app/drafts/list-breaks.ts';
import {
  createPeriod as create,
  type PeriodOrigin,
  type SkillGrant,
} from '../../app/periods/create-period.ts';
import { getPlan } from '../../app/periods/get-plan.ts';
import { AS_UNIT_STANDS, listMakingUnits, openNewPeriod } from '../../app/periods/open-new-period.ts';
import { startRun } from '../../app/runs/start-run.ts';
import type { ClockTime } from '../../calendar/zone.ts';
import { PROFILES } from '../../constraints/profiles.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { type CalendarStretch, type PeriodKind, parseStretch } from '../../domain/period-kind.ts';
import { findTemplate } from '../../domain/post-templates.ts';
import { AppError } from '../../kernel/app-error.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { FormFault } from '../kit/fields.ts';
import { formFault } from '../kit/form-fault.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { makingPath, NEW_PERIOD_PATH } from '../paths/periods.ts';
import { horizonFrom } from '../roster/period-list.ts';
import { NEW_PERIOD_SHAPES, type NewPeriodShape } from './new-period-shapes.ts';
import { chosenBreaks, type NewPeriodPage, newPeriodModel, proposedValues } from './new-period-view.ts';
import { typedDeadlines, typedSpans } from './period-fields.ts';
import { postOfTemplate } from './template-posts.ts';
import { acceptedGrants } from './template-skills.ts';

/** As the page before a search proposes. */
const SECONDS = 120;

export async function showNewPeriod(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { query } = visit;
  const asked = await ask(visit, deps, { params: query, origin: query.get('from') ?? query.get('template') });
  const chosen = chosenBreaks(query, asked.breaks);
  const byHoliday = asked.shape === 'holiday' && chosen.length === 0;
  const proposed = byHoliday ? asked.breaks.slice(0, 1) : chosen;
  return page(visit, asked, { values: proposedValues(visit, asked, proposed), faults: [] });
}

export async function createPeriod(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { form } = visit;
  const asked = await ask(visit, deps, { params: form, origin: form.get('origin') });
  const { unit } = asked.sources;
  const typed = typedSpans(form, unit.zone);
  const { deadlines, faults: late } = typedDeadlines(form, unit.zone);
  const name = (form.get('name') ?? '').trim().slice(0, 120);
  const origin = originOf(visit, asked, typed.start);
  const faults: FormFault[] = [
    ...(name === '' ? [{ field: 'name', key: 'editor.new.fault.name' }] : []),
    ...typed.faults,
    ...late,
    ...origin.faults,
    ...(form.has('person') ? [] : [{ field: 'person', key: 'editor.new.fault.people' }]),
  ];
  const [first, ...rest] = typed.spans;
  if (faults.length > 0 || !first) return page(visit, asked, { values: form, faults });
  const created = await create(deps.app, {
    unitId: unit.id,
    name,
    spans: [first, ...rest],
    holidays: chosenBreaks(form, asked.breaks).map(({ key }) => key),
    ...(asked.shape === 'open' ? { untilLifted: true } : {}),
    ...deadlines,
    from: origin.from,
    staffIds: form.getAll('person'),
    grants: origin.grants,
    actor: visit.actor,
  });
  if (created.ok) return madeNext(visit, deps, created.value);
  return page(visit, asked, { values: form, faults: created.faults.map((fault) => formFault(fault)) });
}

/** Straight on to the search where that was asked, unless a post is open to anyone: that is told before. */
async function madeNext(visit: Visit, { app, searches }: WebDeps, key: PeriodKey): Promise<Reply> {
  const { periodId } = key;
  const { posts } = await getPlan(app, key);
  const isOpen = posts.some(({ skills }) => skills.length === 0);
  if (visit.form.get('go') !== 'run' || isOpen) return redirect(makingPath(periodId, 'prepare'));
  const seed = Number(visit.today.replaceAll('-', ''));
  await startRun(app, searches.runs, { key, seconds: SECONDS, seed, actor: visit.actor });
  return redirect(makingPath(periodId, 'run'));
}

function originOf(
  visit: Visit,
  { sources, shape }: NewPeriodPage,
  start: ClockTime | undefined,
): {
  readonly from: PeriodOrigin;
  readonly grants: readonly SkillGrant[];
  readonly faults: readonly FormFault[];
} {
  const { form } = visit;
  if (sources.source) {
    const postIds = form.getAll('post');
    const { id } = sources.source;
    const from: PeriodOrigin =
      id === AS_UNIT_STANDS ? { kind: 'standing', postIds } : { kind: 'period', periodId: id, postIds };
    const faults = postIds.length > 0 ? [] : [{ field: 'post', key: 'editor.new.fault.posts' }];
    return { from, grants: [], faults };
  }
  const grants = acceptedGrants(visit, sources.staff);
  const had = sources.staff.flatMap((member) => member.skills);
  const skills = [...new Set([...had, ...grants.map(({ skill }) => skill)])];
  const taken = new Set<string>();
  const posts = form.getAll('template').flatMap((code) => {
    const template = findTemplate(code);
    if (!template) return [];
    const post = postOfTemplate(visit, template, {
      skills,
      taken,
      ...(shape === 'urgent' && start ? { start } : {}),
    });
    taken.add(post.id);
    return [post];
  });
  const profile = PROFILES.find((id) => id === form.get('profile')) ?? PROFILES[0];
  return {
    from: { kind: 'nothing', posts, profile },
    grants,
    faults: posts.length > 0 ? [] : [{ field: 'template', key: 'editor.new.fault.posts' }],
  };
}

/** Throws `not-found` while there is no unit to make one for, `forbidden` for another unit than one's own. */
async function ask(
  visit: Visit,
  { app }: WebDeps,
  { params, origin }: { readonly params: URLSearchParams; readonly origin: string | null },
): Promise<NewPeriodPage> {
  const units = await listMakingUnits(app);
  const wanted = params.get('unit');
  if (wanted !== null) allow(app, 'period.edit', { unitId: wanted });
  const unitId = wanted ?? units.find(({ id }) => id === visit.unit?.id)?.id ?? units[0]?.id;
  if (unitId === undefined) throw new AppError('not-found', 'period.failure.no-unit');
  const shape = shapeOf(params);
  const stretch = parseStretch(params.get('stretch') ?? '');
  const kind = kindOf(shape, stretch);
  const sources = await openNewPeriod(app, { unitId, kind, ...(origin === null ? {} : { origin }) });
  const breaks = await listBreaks(app, { unitId, from: visit.today, to: horizonFrom(visit.today) });
  return {
    sources,
    units,
    breaks: breaks.filter(({ to }) => to > visit.today).sort((a, b) => (a.from < b.from ? -1 : 1)),
    shape,
    ...(stretch ? { stretch } : {}),
  };
}

function shapeOf(params: URLSearchParams): NewPeriodShape {
  return NEW_PERIOD_SHAPES.find((shape) => params.has(shape)) ?? 'holiday';
}

/** What is looked for among earlier periods. */
function kindOf(shape: NewPeriodShape, stretch: CalendarStretch | undefined): PeriodKind {
  return shape === 'stretch' ? (stretch?.kind ?? 'days') : shape;
}

function page(
  visit: Visit,
  asked: NewPeriodPage,
  shown: { readonly values: URLSearchParams; readonly faults: readonly FormFault[] },
): Reply {
  return {
    kind: 'page',
    view: 'setup/new-period',
    title: visit.say('editor.new.title'),
    unitName: asked.sources.unit.name,
    ...refusedIf(shown.faults.length > 0),
    model: { ...newPeriodModel(visit, asked, shown), action: NEW_PERIOD_PATH },
  };
}
