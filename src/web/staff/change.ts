/** Several people of the staff list changed alike, by one press. */

import { changePeople } from '../../app/staff/change-people.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, TICKED } from '../kit/fields.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { staffPath } from '../paths/staff.ts';
import { typedKind } from './change-bar.ts';
import { staffPage } from './list.ts';

const MOST_TEXT = 200;

export async function changeStaff(visit: Visit, deps: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const staffIds = visit.form.getAll('who');
  const kind = typedKind(visit);
  const text = (visit.form.get('text') ?? '').trim().slice(0, MOST_TEXT);
  const refused = (faults: readonly FormFault[], asks = false): Promise<Reply> =>
    staffPage(visit, deps, { ticked: new Set(staffIds), faults, asks });
  if (staffIds.length === 0) return refused([{ key: 'staff.change.nobody' }]);
  if (kind === 'remove' && visit.form.get('agreed') !== TICKED) return refused([], true);
  if (text === '' && kind.endsWith('skill')) return refused([{ key: 'staff.change.no-skill' }]);
  const change = { kind, text };
  const changed = await changePeople(deps.app, { unitId, staffIds, change, actor: visit.actor });
  if ('faults' in changed) return refused(changed.faults.map(({ key, params }) => ({ key, params })));
  return redirect(staffPath(unitId, { done: 'all', changed: String(changed.changed) }));
}
