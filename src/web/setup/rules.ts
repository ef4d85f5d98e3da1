/** The rules of a period: profile, every constraint as a sentence, points of burden. Saved all together or not at all. */

import { getCase } from '../../app/periods/get-case.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { rulesSeen, saveRules as save } from '../../app/periods/save-rules.ts';
import { stampOf } from '../../app/stamp.ts';
import { keepForUnit, listDifferences } from '../../app/standing/take-standing.ts';
import type { Case } from '../../domain/case.ts';
import type { Fault } from '../../kernel/fault.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { FormFault } from '../kit/fields.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { rulesPath, unitStandingPath } from '../paths/setup.ts';
import { differenceList } from './differences.ts';
import { ruleFault, typedRules, valuesOfRules, withAnother, withProfile } from './rules-form.ts';
import { rulesModel } from './rules-page.ts';
import { settle } from './settle.ts';

/** Saves for the period and for the unit. */
const KEEP = 'save-unit';

interface Shown {
  readonly values: URLSearchParams;
  readonly faults: readonly FormFault[];
  readonly status?: number;
  /** What was just done in the form and is not saved yet. */
  readonly noticeKey?: string;
}

export async function showRules(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { source } = await open(visit, deps);
  return page(visit, deps, source, { values: valuesOfRules(source.ruleSet), faults: [] });
}

export async function saveRules(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { key, source } = await open(visit, deps);
  const values = new URLSearchParams(visit.form);
  const [step, code = ''] = (values.get('step') ?? 'save').split(' ');
  if (step === 'add') {
    return page(visit, deps, source, {
      values: withAnother(values, code),
      faults: [],
      noticeKey: 'rules.added',
    });
  }
  if (step === 'profile') {
    const fresh = withProfile(values, values.get('wanted'));
    return page(visit, deps, source, { values: fresh, faults: [], noticeKey: 'rules.reset' });
  }
  if (step === 'look') return page(visit, deps, source, { values, faults: [] });
  const typed = typedRules(values, source.staff);
  const saving = save(deps.app, {
    key,
    written: typed.written,
    seen: values.get('seen') ?? '',
    actor: visit.actor,
  });
  const faultOf = (fault: Fault) => ruleFault(fault, typed);
  // Rules take nothing away from what people said.
  const unsettled = await settle(visit, saving, { values, source, faultOf });
  if (unsettled) return page(visit, deps, source, { values, ...unsettled });
  if (step !== KEEP) return { kind: 'redirect', to: rulesPath(key.periodId, 'saved') };
  await keepForUnit(deps.app, { key, part: 'rules', by: visit });
  return { kind: 'redirect', to: `${unitStandingPath(key.unitId)}?done=kept` };
}

async function open(visit: Visit, { app }: WebDeps) {
  const key = await resolvePeriod(app, visit.param('period'));
  return { key, source: await getCase(app, key) };
}

async function page(visit: Visit, { app }: WebDeps, source: Case, shown: Shown): Promise<Reply> {
  const key = { unitId: source.unit.id, periodId: source.period.id };
  const { values, status, noticeKey, faults } = shown;
  return {
    kind: 'page',
    view: 'setup/rules',
    title: visit.say('rules.title', { period: source.period.name }),
    unitName: source.unit.name,
    ...(status === undefined ? {} : { status }),
    model: {
      ...rulesModel(visit, source, shown),
      differences: differenceList(visit, key.periodId, {
        part: 'rules',
        found: await listDifferences(app, key),
      }),
      seen: values.get('seen') ?? stampOf(rulesSeen(source)),
      notice: noticeKey === undefined ? '' : visit.say(noticeKey),
      faultCount: faults.filter(({ field }) => field !== undefined).length,
      action: rulesPath(source.period.id),
      done: visit.query.has('done') && visit.method === 'GET',
    },
  };
}
