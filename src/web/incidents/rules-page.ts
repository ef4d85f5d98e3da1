/** “Mẫu và hạn”: the unit's own kinds, clocks and recipients; unchecked until somebody holds them against the source. */

import { readIncidentRules, setIncidentRules } from '../../app/incidents/incident-rules.ts';
import type { IncidentRules, ReportDuty } from '../../domain/incident-rules.ts';
import { formatDate } from '../../i18n/format.ts';
import { freeSlug, slugOf } from '../../kernel/slug.ts';
import { mayIn, redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, formOf, TICKED } from '../kit/fields.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { incidentRulesPath, incidentsPath } from '../paths/incidents.ts';

const HOUR = 60;

export async function showRules(visit: Visit, deps: WebDeps): Promise<Reply> {
  const rules = await readIncidentRules(deps.app, {
    unitId: visit.param('unit'),
    shipped: deps.incidentRules,
  });
  return rulesPage(visit, deps, { rules, values: valuesOf(rules), faults: [] });
}

function valuesOf({ kinds, steps, duties, check }: IncidentRules): URLSearchParams {
  return new URLSearchParams([
    ['kinds', kinds.map(({ name }) => name).join('\n')],
    ['steps', steps.join('\n')],
    ...(check ? [] : [['checked', TICKED] as [string, string]]),
    ...duties.flatMap(({ id, recipient, withinMinutes }): [string, string][] => [
      [`recipient-${id}`, recipient],
      [`hours-${id}`, withinMinutes === undefined ? '' : String(withinMinutes / HOUR)],
    ]),
  ]);
}

export async function changeRules(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { form } = visit;
  const unitId = visit.param('unit');
  const chosen = deps.incidentRules.find(({ id }) => id === form.get('take'));
  if (chosen) {
    await setIncidentRules(deps.app, { unitId, written: chosen, actor: visit.actor });
    return redirect(incidentRulesPath(unitId, 'taken'));
  }
  const rules = await readIncidentRules(deps.app, { unitId, shipped: deps.incidentRules });
  const faults = rules.duties.flatMap(({ id }): FormFault[] => {
    const hours = form.get(`hours-${id}`) ?? '';
    return hours.trim() === '' || isHours(hours)
      ? []
      : [{ field: `hours-${id}`, key: 'incidents.fault.hours', params: { value: hours.slice(0, 40) } }];
  });
  if (faults.length > 0) return rulesPage(visit, deps, { rules, values: form, faults });
  const written = typed(rules, form);
  if (!(await setIncidentRules(deps.app, { unitId, written, actor: visit.actor }))) {
    const wrong = [{ field: 'kinds', key: 'incidents.fault.kinds' }];
    return rulesPage(visit, deps, { rules, values: form, faults: wrong });
  }
  return redirect(incidentRulesPath(unitId, 'saved'));
}

function isHours(text: string): boolean {
  return /^\d{1,4}(?:[.,]\d{1,2})?$/u.test(text.trim());
}

function typed(rules: IncidentRules, form: URLSearchParams): unknown {
  const lines = (name: string): string[] =>
    (form.get(name) ?? '')
      .split('\n')
      .map((each) => each.normalize('NFC').trim())
      .filter((each) => each !== '');
  const taken = new Set<string>();
  const kinds = lines('kinds').map((name) => {
    const known = rules.kinds.find((each) => each.name === name)?.id;
    const id = freeSlug(known ?? slugOf(name, { most: 40, fallback: 'kind' }), taken);
    taken.add(id);
    return { id, name };
  });
  const duties = rules.duties.map(({ withinMinutes: _, ...duty }) => {
    const hours = (form.get(`hours-${duty.id}`) ?? '').trim().replace(',', '.');
    const recipient = form.get(`recipient-${duty.id}`) ?? duty.recipient;
    const within = hours === '' ? {} : { withinMinutes: Math.round(Number(hours) * HOUR) };
    return { ...duty, recipient, ...within };
  });
  return { ...rules, kinds, duties, steps: lines('steps'), check: form.get('checked') !== TICKED };
}

interface Shown {
  readonly rules: IncidentRules;
  readonly values: URLSearchParams;
  readonly faults: readonly FormFault[];
}

function rulesPage(visit: Visit, deps: WebDeps, { rules, values, faults }: Shown): Reply {
  const { say } = visit;
  const unitId = visit.param('unit');
  const form = formOf(visit, values, faults);
  return {
    kind: 'page',
    view: 'incidents/rules',
    title: say('incidents.rules.title'),
    ...refusedIf(faults.length > 0),
    model: {
      form,
      back: incidentsPath(unitId),
      to: incidentRulesPath(unitId),
      edits: mayIn(visit, 'watch.edit', unitId),
      done: visit.query.has('done'),
      name: rules.name,
      check: rules.check,
      source: say('incidents.rules.source', { source: rules.source, day: formatDate(rules.asOf) }),
      remark: rules.remark,
      duties: rules.duties.map((duty) => dutyRow(visit, duty, form)),
      kinds: form.area('kinds', 'incidents.rules.kinds', { rows: 8, required: true }),
      steps: form.area('steps', 'incidents.rules.steps', { rows: 6, hintKey: 'incidents.rules.kinds-hint' }),
      checked: form.check('checked', 'incidents.rules.checked'),
      sets: deps.incidentRules.map(({ id, name, status }) => ({
        id,
        words: say('incidents.rules.take', { name }),
        historical: status === 'historical',
      })),
    },
  };
}

function dutyRow({ say }: Visit, duty: ReportDuty, form: ReturnType<typeof formOf>) {
  return {
    name: duty.name,
    when: say(`incidents.rules.when.${duty.when}`),
    from: say(`incidents.rules.from.${duty.from}`),
    source: duty.source,
    hours: form.text(`hours-${duty.id}`, 'incidents.rules.hours', { inputmode: 'decimal', maxlength: 7 }),
    recipient: form.text(`recipient-${duty.id}`, 'incidents.rules.recipient', { maxlength: 500 }),
  };
}
