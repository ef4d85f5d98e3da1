/** What is done at an incident: a step written, a call ticked, another judgement, its end. */

import { addStep, closeIncident, rejudgeIncident } from '../../app/incidents/follow-incident.ts';
import { readIncident } from '../../app/incidents/read-incidents.ts';
import { listOwnContacts } from '../../app/units/edit-contacts.ts';
import { AppError } from '../../kernel/app-error.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { TICKED } from '../kit/fields.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { incidentPath } from '../paths/incidents.ts';
import { authorOf, incidentOf } from './author.ts';

function back(visit: Visit): Reply {
  return redirect(incidentPath(visit.param('unit'), incidentOf(visit)));
}

/** What was just done, or one of the usual steps. */
export async function writeStep(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const usual = (visit.form.get('usual') ?? '').trim();
  const words = usual === '' ? (visit.form.get('words') ?? '') : usual;
  const facts = usual === '' ? {} : { facts: { usual } };
  await addStep(app, { ...authorOf(visit), incident: incidentOf(visit), words, ...facts });
  return back(visit);
}

export async function noteCall(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const { form, say } = visit;
  const author = authorOf(visit);
  const number = incidentOf(visit);
  const contacts = await listOwnContacts(app, author.unitId);
  const { calls } = await readIncident(app, { unitId: author.unitId, number, contacts });
  const called = calls.find(({ key }) => key === form.get('call'));
  if (!called) throw new AppError('not-found', 'incidents.failure.no-call');
  const answered = form.get('result') === 'answered';
  const name = called.name;
  const words = say(answered ? 'incidents.entry.answered' : 'incidents.entry.silent', { name });
  const facts = { call: called.key, answered };
  await addStep(app, { ...author, incident: number, words, facts, kind: 'call' });
  return back(visit);
}

export async function judgeIncident(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const { form, say } = visit;
  const author = authorOf(visit);
  const number = incidentOf(visit);
  const { incident } = await readIncident(app, { unitId: author.unitId, number, contacts: [] });
  const { levels, kinds } = incident.rules;
  const [level, kindOf] = [form.get('level') ?? '', form.get('kind') ?? ''];
  const systems = (form.get('systems') ?? '')
    .split(/[\n,;]/u)
    .map((each) => each.normalize('NFC').trim())
    .filter((each) => each !== '');
  const personalData = form.get('personalData') === TICKED;
  const words = say('incidents.entry.judged', {
    level: levels.find(({ id }) => id === level)?.name ?? level,
    kind: kinds.find(({ id }) => id === kindOf)?.name ?? kindOf,
    systems: systems.join(', ') || say('incidents.no-systems'),
  });
  const more = personalData ? ` ${say('incidents.entry.personal-data')}` : '';
  await rejudgeIncident(app, {
    ...{ ...author, incident: number, words: words + more },
    ...{ level, kindOf, systems, personalData },
  });
  return back(visit);
}

export async function endIncident(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const { form, say } = visit;
  const cause = (form.get('cause') ?? '').trim();
  const remaining = (form.get('remaining') ?? '').trim();
  const left = remaining === '' ? say('incidents.nothing-left') : remaining;
  const words = say('incidents.entry.closed', { cause, remaining: left });
  await closeIncident(app, { ...authorOf(visit), incident: incidentOf(visit), words, cause, remaining });
  return back(visit);
}
