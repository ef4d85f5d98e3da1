/** What the script sends of a field: its kind, and what stands in it and in the other end of its stretch. */

import { LONGEST_MOMENT, MOMENT_KINDS, type MomentKind, typedMoment } from '../../app/typed-moments.ts';
import { type Day, parseDay } from '../../calendar/day.ts';
import { parseClockTime } from '../../calendar/zone.ts';
import type { Visit } from '../kit/visit.ts';

export function kindOf({ query }: Visit): MomentKind {
  return MOMENT_KINDS.find((kind) => kind === query.get('kind')) ?? 'day';
}

export function textOf({ query }: Visit, name: string): string {
  return (query.get(name) ?? '').slice(0, LONGEST_MOMENT);
}

/** `2027-02-06T07:30` or a part of it, as far as it can be read. */
export function momentIn(visit: Visit, name: string): { readonly day?: Day; readonly time?: string } {
  const value = typedMoment(kindOf(visit), textOf(visit, name), visit.today);
  const [, date = '', clock = ''] = /^(\d{4}-\d\d-\d\d)?T?(\d\d:\d\d)?$/u.exec(value) ?? [];
  const day = parseDay(date);
  const time = parseClockTime(clock);
  return { ...(day ? { day } : {}), ...(time === undefined ? {} : { time }) };
}
