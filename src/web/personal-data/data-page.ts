/** Personal data of a unit, for who looks after its people: what was asked with its clock, and breaches with their 72 hours. */

import { listBreaches, markBreachTold, noteBreach } from '../../app/personal-data/data-breaches.ts';
import { answerDataRequest, listUnitDataRequests } from '../../app/personal-data/data-requests.ts';
import { listStaff } from '../../app/staff/list-staff.ts';
import { parseInstant } from '../../calendar/zone.ts';
import { LONGEST_WORDS } from '../../domain/data-request.ts';
import { staffName } from '../../domain/staff-names.ts';
import { formatStamp } from '../../i18n/format.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, formOf } from '../kit/fields.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { requestRow } from '../own/data-page.ts';
import { personalDataPath } from '../paths/personal-data.ts';

export async function showPersonalData(visit: Visit, { app }: WebDeps, fault?: FormFault): Promise<Reply> {
  const unitId = visit.param('unit');
  const { unit, entries, leavers } = await listStaff(app, unitId);
  const people = [...entries, ...leavers].map(({ member }) => member);
  const requests = await listUnitDataRequests(app, unitId);
  const breaches = await listBreaches(app, unitId);
  const form = formOf(visit, visit.form, fault ? [fault] : []);
  const title = visit.say('data.unit.title');
  const stamp = (at: Parameters<typeof formatStamp>[1]): string => formatStamp(visit.language, at, unit.zone);
  return {
    kind: 'page',
    view: 'personal-data/unit',
    title,
    unitName: unit.name,
    ...refusedIf(fault !== undefined),
    model: {
      title,
      longest: LONGEST_WORDS,
      answerPath: personalDataPath(unitId, 'answer'),
      breachPath: personalDataPath(unitId, 'breach'),
      toldPath: personalDataPath(unitId, 'told'),
      requests: requests.map((request) => ({
        ...requestRow(visit, request, unit.zone),
        name: staffName(people, request.staffId),
      })),
      breaches: breaches.map(({ id, words, foundAt, tellBy, toldAt }) => ({
        id,
        words,
        found: visit.say('data.breach.found-at', { at: stamp(foundAt) }),
        state:
          toldAt === undefined
            ? visit.say('data.breach.tell-by', { at: stamp(tellBy) })
            : visit.say('data.breach.told-at', { at: stamp(toldAt) }),
        open: toldAt === undefined,
        late: (toldAt ?? visit.now) > tellBy,
      })),
      fields: [
        form.text('foundAt', 'data.breach.found', { type: 'datetime-local', required: true }),
        form.area('words', 'data.breach.words', { maxlength: LONGEST_WORDS }),
      ],
    },
  };
}

export async function answerRequest(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const { form } = visit;
  await answerDataRequest(app, {
    unitId,
    id: form.get('request') ?? '',
    answer: form.get('answer') ?? '',
    done: form.get('act') === 'done',
    actor: visit.actor,
  });
  return redirect(personalDataPath(unitId));
}

export async function addBreach(visit: Visit, deps: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const { unit } = await listStaff(deps.app, unitId);
  const foundAt = parseInstant(visit.form.get('foundAt') ?? '', unit.zone);
  if (foundAt === undefined || foundAt > deps.clock()) {
    return showPersonalData(visit, deps, { field: 'foundAt', key: 'error.data-breach.future' });
  }
  const words = visit.form.get('words') ?? '';
  await noteBreach(deps.app, { unitId, foundAt, words, actor: visit.actor });
  return redirect(personalDataPath(unitId));
}

export async function tellBreach(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  await markBreachTold(app, { unitId, id: visit.form.get('breach') ?? '', actor: visit.actor });
  return redirect(personalDataPath(unitId));
}
