/** The kinds of days a new period can be made of, the way from one to the other, and what each proposes. */

import { addDays } from '../../calendar/day.ts';
import { MS_PER_MINUTE } from '../../calendar/interval.ts';
import { clockTimeOf, dayOf } from '../../calendar/zone.ts';
import type { Period } from '../../domain/period.ts';
import {
  type CalendarKind,
  type CalendarStretch,
  daysOfStretch,
  formatStretch,
  proposedStretches,
  stretchOfSpan,
} from '../../domain/period-kind.ts';
import type { Unit } from '../../domain/unit.ts';
import { formatDate, formatDayMonth } from '../../i18n/format.ts';
import { stretchName } from '../../output/stretch-name.ts';
import type { Visit } from '../kit/visit.ts';
import { newPeriodPath } from '../paths/setup.ts';

const URGENT_HOURS = 72;

/** What the form asks for as days; each the parameter that asks for it. `holiday` stands for none of the others. */
export const NEW_PERIOD_SHAPES = ['stretch', 'days', 'urgent', 'open'] as const;
export type NewPeriodShape = (typeof NEW_PERIOD_SHAPES)[number] | 'holiday';

export function proposeStretch(visit: Visit, values: URLSearchParams, stretch: CalendarStretch): void {
  const { from, to } = daysOfStretch(stretch);
  values.set('stretch', formatStretch(stretch));
  values.set('from-0', from);
  values.set('to-0', addDays(to, -1));
  values.set('name', stretchName(visit.language, stretch));
}

/** From tomorrow on. */
export function proposeOpen({ today, say }: Visit, values: URLSearchParams): void {
  const from = addDays(today, 1);
  values.set('open', 'yes');
  values.set('from-0', from);
  values.set('name', say('period.new.open-name', { day: formatDate(from) }));
}

/** From the next full hour on. */
export function proposeUrgent({ now, say }: Visit, values: URLSearchParams, zone: string): void {
  const hour = 60 * MS_PER_MINUTE;
  const start = (Math.ceil(now / hour) * hour) as Visit['now'];
  values.set('urgent', 'yes');
  values.set('from-0', dayOf(start, zone));
  values.set('start', clockTimeOf(start, zone));
  values.set('hours', String(URGENT_HOURS));
  values.set(
    'name',
    say('period.new.urgent-name', { hours: URGENT_HOURS, day: formatDayMonth(dayOf(start, zone)) }),
  );
}

/** A kind of days keeps no origin: each starts from the last of its own. */
export function shapeLinks({ say }: Visit, unit: Unit, shape: NewPeriodShape) {
  const shapes = ['holiday', ...NEW_PERIOD_SHAPES.filter((each) => each !== 'stretch')] as const;
  return shapes.map((each) => ({
    label: say(`period.new.shape.${each}`),
    href: newPeriodPath(
      new URLSearchParams({ unit: unit.id, ...(each === 'holiday' ? {} : { [each]: 'yes' }) }),
    ),
    current: each === shape,
  }));
}

/** The months, the quarter and the year to make next. */
export function stretchLinks(
  visit: Visit,
  { unit, periods }: { readonly unit: Unit; readonly periods: readonly { readonly period: Period }[] },
  stretch: CalendarStretch | undefined,
) {
  const made = periods.flatMap(({ period }) => stretchOfSpan(period.span, unit.zone) ?? []);
  const next = (kind: CalendarKind, count: number): CalendarStretch[] =>
    proposedStretches(kind, visit.today, { made, count });
  const proposed = [...next('month', 2), ...next('quarter', 1), ...next('year', 1)];
  return proposed.map((each) => ({
    name: stretchName(visit.language, each),
    href: newPeriodPath(new URLSearchParams({ unit: unit.id, stretch: formatStretch(each) })),
    current: stretch !== undefined && formatStretch(stretch) === formatStretch(each),
  }));
}
