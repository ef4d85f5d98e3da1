/** A small unit that uses the whole watch, with a roster out in which every shift has somebody. */

import { saveWatch } from '../../../src/app/log/watch-setting.ts';
import type { Instant } from '../../../src/calendar/interval.ts';
import type { PeriodKey } from '../../../src/domain/period.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import type { Assignment } from '../../../src/domain/roster.ts';
import type { Shift } from '../../../src/domain/shift.ts';
import { STANDARD_WATCH, WATCH_PARTS } from '../../../src/domain/watch-setting.ts';
import { loaded, published, type SampleApp } from '../sample-app.ts';

export interface OnWatch {
  readonly app: SampleApp;
  readonly key: PeriodKey;
  readonly plan: Plan;
  readonly unitId: string;
  /** Two shifts of one post that follow each other; the first of `first`'s, the second of `second`'s. */
  readonly shift: Shift;
  readonly next: Shift;
  readonly first: string;
  readonly second: string;
  /** A leader by the roster when `shift` ends. */
  readonly leader: string;
  readonly assignments: readonly Assignment[];
  setTime(at: number): void;
}

export async function unitOnWatch(): Promise<OnWatch> {
  const { app, key, plan } = await loaded();
  const { unitId } = key;
  await saveWatch(app, {
    unitId,
    setting: { ...STANDARD_WATCH, parts: new Set(WATCH_PARTS) },
    actor: 'khoa',
  });
  const watch = plan.posts.find(({ tier }) => tier === 'watch');
  const shift = plan.shifts.find(({ postId }) => postId === watch?.id);
  const next = plan.shifts.find(({ postId, span }) => postId === watch?.id && span.start === shift?.span.end);
  const [leader, first, second] = plan.staff.map(({ id }) => id);
  if (!shift || !next || !leader || !first || !second) throw new Error('the sample has a watch');
  const leads = new Set(plan.posts.filter(({ tier }) => tier === 'leader').map(({ id }) => id));
  const assignments = plan.shifts.map((each, i) => ({
    ...{ shiftId: each.id, place: 0 },
    staffId: leads.has(each.postId) ? leader : each.id === shift.id || i % 2 === 0 ? first : second,
  }));
  const seats = assignments.map((each) => (each.shiftId === next.id ? { ...each, staffId: second } : each));
  await published(app, key, seats);
  const setTime = (at: number): void => app.setClock(new Date(at as Instant).toISOString());
  return { app, key, plan, unitId, shift, next, first, second, leader, assignments: seats, setTime };
}
