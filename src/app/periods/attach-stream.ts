/** Puts beside a plan what other periods of the unit have published within reach of its rules, as it stands now. */

import { reachSpan } from '../../constraints/reach.ts';
import { withStream } from '../../domain/duty-stream.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Database } from '../../store/database.ts';
import { listDuties } from '../../store/duty-stream-store.ts';

/** Whatever stood beside the plan before is read anew; duties typed by hand stay. */
export async function attachStream(db: Database, plan: Plan): Promise<Plan> {
  const { unit, period } = plan;
  const duties = await listDuties(db, { unitId: unit.id, span: reachSpan(plan), except: period.id });
  return { ...plan, fixed: withStream(plan.fixed, duties) };
}
