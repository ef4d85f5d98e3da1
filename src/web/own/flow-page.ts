/** How the unit lets changes through: approval before publishing, approval of swaps, consent to leave. */

import { readDutyFlow, saveDutyFlow } from '../../app/periods/save-duty-flow.ts';
import type { DutyFlow } from '../../domain/duty-flow.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, formOf } from '../kit/fields.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { flowPath, unitSwapsPath } from '../paths/own.ts';

const PUBLISHING = ['standard', 'yes', 'no'];
const SWAPS = ['yes', 'no'];
const LEAVE = ['yes', 'no'];

export async function showFlow(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const flow = await readDutyFlow(app, visit.param('unit'));
  const { approvePublishing: asks } = flow;
  const publishing = asks === undefined ? 'standard' : asks ? 'yes' : 'no';
  const values = new URLSearchParams({
    publishing,
    swaps: flow.approveSwaps ? 'yes' : 'no',
    leave: flow.leaveWaits ? 'yes' : 'no',
  });
  return flowPage(visit, values, []);
}

export async function saveFlow(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const publishing = visit.form.get('publishing') ?? '';
  const swaps = visit.form.get('swaps') ?? '';
  const leave = visit.form.get('leave') ?? '';
  const faults = [
    ...(PUBLISHING.includes(publishing) ? [] : [{ field: 'publishing', key: 'flow.fault.choose' }]),
    ...(SWAPS.includes(swaps) ? [] : [{ field: 'swaps', key: 'flow.fault.choose' }]),
    ...(LEAVE.includes(leave) ? [] : [{ field: 'leave', key: 'flow.fault.choose' }]),
  ];
  if (faults.length > 0) return flowPage(visit, visit.form, faults);
  const flow: DutyFlow = {
    approveSwaps: swaps === 'yes',
    leaveWaits: leave === 'yes',
    ...(publishing === 'standard' ? {} : { approvePublishing: publishing === 'yes' }),
  };
  await saveDutyFlow(app, { unitId, flow, actor: visit.actor });
  return redirect(`${flowPath(unitId)}?done=1`);
}

function flowPage(visit: Visit, values: URLSearchParams, faults: readonly FormFault[]): Reply {
  const unitId = visit.param('unit');
  const title = visit.say('flow.title');
  const form = formOf(visit, values, faults);
  const option = (area: string) => (value: string) => ({
    value,
    label: visit.say(`flow.${area}.${value}`),
    note: visit.say(`flow.${area}.${value}-note`),
  });
  return {
    kind: 'page',
    view: 'own/flow',
    title,
    ...refusedIf(faults.length > 0),
    model: {
      title,
      action: flowPath(unitId),
      form,
      publishing: form.radios('publishing', 'flow.publishing', PUBLISHING.map(option('publishing'))),
      swaps: form.radios('swaps', 'flow.swaps', SWAPS.map(option('swaps'))),
      leave: form.radios('leave', 'flow.leave', LEAVE.map(option('leave'))),
      done: visit.query.has('done') && faults.length === 0 ? visit.say('flow.saved') : '',
      back: unitSwapsPath(unitId),
    },
  };
}
