/** Makes a period from an order: its days, its deadline, and posts that ask for at least what it demands. */

import { addDays } from '../../calendar/day.ts';
import type { Interval } from '../../calendar/interval.ts';
import { instantAt, parseClockTime } from '../../calendar/zone.ts';
import { daysOf, demandsFor, type Order, type OrderDemand } from '../../domain/order.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Post } from '../../domain/unit.ts';
import { writtenPost } from '../../input/unit-file.ts';
import type { Parsed } from '../../kernel/fault.ts';
import { freeSlug, slugOf } from '../../kernel/slug.ts';
import { savePeriodOf } from '../../store/order-store.ts';
import { listStaff } from '../../store/staff-store.ts';
import { findStanding } from '../../store/standing-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { type OrderKey, requireAsked } from '../orders/order-access.ts';
import { createPeriod } from '../periods/create-period.ts';

/** Throws `not-found`, `forbidden`; tells faults as `createPeriod` does. */
export async function createPeriodFromOrder(
  app: App,
  key: OrderKey,
  actor: string,
): Promise<Parsed<PeriodKey>> {
  const { unitId } = key;
  allow(app, 'period.edit', { unitId });
  const { order, asked } = await requireAsked(app.db, key);
  const standing = await findStanding(app.db, unitId);
  const demands = demandsFor(order.content, asked.kind);
  const own = (standing?.posts ?? []).filter(({ tier }) => demands.some((each) => each.tier === tier));
  const extra = missingPosts(order, demands, own).map(writtenPost);
  const from = standing
    ? ({ kind: 'standing', postIds: own.map(({ id }) => id), extra } as const)
    : ({ kind: 'nothing', posts: extra, profile: 'duty-24-24' } as const);
  const { lastDay, holiday, name } = order.content;
  const made = await createPeriod(app, {
    ...{ unitId, name, spans: [spanFor(app, order)], from, submitBy: asked.deadline, actor },
    holidays: holiday === undefined ? [] : [holiday],
    staffIds: (await listStaff(app.db, unitId)).map(({ id }) => id),
    ...(lastDay === undefined ? { untilLifted: true } : {}),
  });
  if (made.ok) await savePeriodOf(app.db, key, made.value.periodId);
  return made;
}

function spanFor(app: App, order: Order): Interval {
  const days = daysOf(order, app.clock());
  const midnight = parseClockTime('00:00');
  const [first, last] = [days[0] ?? order.content.firstDay, days.at(-1) ?? order.content.firstDay];
  if (midnight === undefined) throw new Error('midnight is a time of day');
  return {
    start: instantAt(first, midnight, order.zone),
    end: instantAt(addDays(last, 1), midnight, order.zone),
  };
}

/** One post for each demand whose tier the unit has no post of. */
function missingPosts(order: Order, demands: readonly OrderDemand[], own: readonly Post[]): Post[] {
  const taken = new Set(own.map(({ id }) => id));
  return demands.flatMap((demand): Post[] => {
    if (own.some(({ tier }) => tier === demand.tier)) return [];
    const id = freeSlug(slugOf(demand.name, { most: 30, fallback: demand.tier }), taken);
    taken.add(id);
    const { tier, name, least, start, minutes } = demand;
    const pattern = {
      id: 'ngay',
      label: name.slice(0, 40),
      rrule: 'FREQ=DAILY',
      start,
      durationMinutes: minutes,
    };
    return [
      {
        ...{ id, name, shortName: name.slice(0, 60), tier, skills: [], contacts: [], patterns: [pattern] },
        presence: tier === 'leader' || tier === 'response' ? 'standby' : 'on-site',
        cover: { minimum: least, target: least },
        systems: tier === 'watch' ? order.content.systems : [],
      },
    ];
  });
}
