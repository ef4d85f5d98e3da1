/** Who stands when: turns, hours, overrides and levels worked out over a span of time. Bounded, whatever the schedule says. */

import { addDays, type Day, dayFrom, daysBetween, eachDay, weekday, yearOf } from '../../calendar/day.ts';
import type { Instant, Interval } from '../../calendar/interval.ts';
import { clockTimeOf, dayOf, instantAtMinute, minuteOfClock } from '../../calendar/zone.ts';
import type { Layer, OnCallSchedule, OnCallSpan, Override, Turns } from './schedule.ts';

export interface LayerSpans {
  readonly layer: Layer;
  /** By start; those of several people may overlap. */
  readonly spans: readonly OnCallSpan[];
}

/** Of one layer within what is asked for: an hour each for a year. */
const MOST_TURNS = 10_000;
const MS_PER_HOUR = 3_600_000;

/** By layer, in the schedule's order. */
export function expandOnCall({ layers, overrides }: OnCallSchedule, within: Interval): LayerSpans[] {
  const plain = layers.map((layer) => ({
    layer,
    spans: overridden(layer, spansOf(layer, within), { overrides, within }),
  }));
  return plain.map(({ layer, spans }) => {
    const above = plain.filter((each) => each.layer.level > layer.level).flatMap((each) => each.spans);
    return { layer, spans: above.length === 0 ? spans : without(spans, above) };
  });
}

function spansOf(layer: Layer, within: Interval): OnCallSpan[] {
  const { turns, windows, spans, zone, until } = layer;
  const end = until === undefined ? within.end : (Math.min(within.end, until) as Instant);
  const bounds: Interval = { start: within.start, end };
  const told = spans.flatMap((span) => cut(span, within));
  const turned = turns ? turnSpans(turns, zone, bounds) : [];
  if (windows.length === 0) return sorted([...told, ...turned]);
  const open = windowSpans(layer, bounds);
  return sorted([...told, ...turned.flatMap((span) => open.flatMap((each) => cut(span, each)))]);
}

function turnSpans(turns: Turns, zone: string, within: Interval): OnCallSpan[] {
  const { groups, first } = turns;
  if (groups.length === 0 || within.end <= within.start) return [];
  const found: OnCallSpan[] = [];
  let turn = Math.max(0, turnBefore(turns, zone, within.start));
  for (let count = 0; count < MOST_TURNS; count++, turn++) {
    const start = turnStart(turns, zone, turn);
    if (start >= within.end) break;
    const span: Interval = { start, end: turnEnd(turns, zone, turn) };
    const group = groups[(first + turn) % groups.length] ?? [];
    for (const personId of group) found.push(...cut({ ...span, personId }, within));
  }
  return found;
}

/** When turn `number` begins, from 0. */
function turnStart({ start, every, unit }: Turns, zone: string, number: number): Instant {
  const steps = every * number;
  if (unit === 'hour') return (start + steps * MS_PER_HOUR) as Instant;
  const day = dayOf(start, zone);
  const minute = minuteOfClock(clockTimeOf(start, zone));
  return instantAtMinute(
    unit === 'month' ? addMonths(day, steps) : addDays(day, steps * (unit === 'week' ? 7 : 1)),
    minute,
    zone,
  );
}

function turnEnd(turns: Turns, zone: string, number: number): Instant {
  const next = turnStart(turns, zone, number + 1);
  if (turns.minutes === undefined) return next;
  const start = turnStart(turns, zone, number);
  const minute = minuteOfClock(clockTimeOf(start, zone)) + turns.minutes;
  return Math.min(next, instantAtMinute(dayOf(start, zone), minute, zone)) as Instant;
}

/** A turn that begins at or before the instant, and near it. */
function turnBefore({ start, every, unit }: Turns, zone: string, at: Instant): number {
  if (unit === 'hour') return Math.floor((at - start) / (every * MS_PER_HOUR));
  const days = daysBetween(dayOf(start, zone), dayOf(at, zone));
  const length = every * { day: 1, week: 7, month: 31 }[unit];
  return Math.floor(days / length) - 1;
}

/** The same day of another month, or its last. */
function addMonths(day: Day, count: number): Day {
  const month = Number(day.slice(5, 7)) - 1 + count;
  const year = yearOf(day) + Math.floor(month / 12);
  const first = dayFrom(year, (month % 12) + 1, 1);
  const next = month % 12 === 11 ? dayFrom(year + 1, 1, 1) : dayFrom(year, (month % 12) + 2, 1);
  return addDays(first, Math.min(Number(day.slice(8)), daysBetween(first, next)) - 1);
}

/** Disjoint: windows that touch or overlap are one. */
function windowSpans({ windows, zone }: Layer, within: Interval): Interval[] {
  const days = eachDay(addDays(dayOf(within.start, zone), -8), addDays(dayOf(within.end, zone), 1));
  const spans = days.flatMap((day) =>
    windows
      .filter(({ weekdays }) => weekdays.includes(weekday(day)))
      .map(({ start, minutes }) => ({
        start: instantAtMinute(day, start, zone),
        end: instantAtMinute(day, start + minutes, zone),
      })),
  );
  const merged: { start: Instant; end: Instant }[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end) as Instant;
    else if (span.start < span.end) merged.push({ ...span });
  }
  return merged;
}

function overridden(
  layer: Layer,
  spans: readonly OnCallSpan[],
  { overrides, within }: { readonly overrides: readonly Override[]; readonly within: Interval },
): OnCallSpan[] {
  let now = [...spans];
  for (const { adds, removes, layers, ...span } of overrides) {
    if (layers && !layers.includes(layer.name)) continue;
    const isOut = ({ personId }: OnCallSpan): boolean =>
      removes === 'everyone' || (removes !== undefined && personId === removes);
    const out = now.filter(isOut).flatMap((each) => cut(each, span));
    const kept = now.flatMap((each) => (isOut(each) ? pieces(each, [span]) : [each]));
    // Whoever takes a place stands when it was to be stood; whoever is added to nobody's, all the time.
    const places = removes === undefined ? [span] : union(out);
    const put =
      adds === undefined ? [] : places.flatMap((place) => cut({ ...place, personId: adds }, within));
    now = [...kept, ...put];
  }
  return sorted(now);
}

function without(spans: readonly OnCallSpan[], above: readonly Interval[]): OnCallSpan[] {
  const hidden = union(above);
  return spans.flatMap((span) => pieces(span, hidden));
}

/** What is left of a span beside others. */
function pieces(span: OnCallSpan, others: readonly Interval[]): OnCallSpan[] {
  let left = [span];
  for (const { start, end } of others) {
    left = left.flatMap((each) => [
      ...cut(each, { start: each.start, end: Math.min(each.end, start) as Instant }),
      ...cut(each, { start: Math.max(each.start, end) as Instant, end: each.end }),
    ]);
  }
  return left;
}

function cut(span: OnCallSpan, within: Interval): OnCallSpan[] {
  const start = Math.max(span.start, within.start) as Instant;
  const end = Math.min(span.end, within.end) as Instant;
  return start < end ? [{ ...span, start, end }] : [];
}

function union(spans: readonly Interval[]): Interval[] {
  const merged: { start: Instant; end: Instant }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end) as Instant;
    else merged.push({ start, end });
  }
  return merged;
}

function sorted(spans: readonly OnCallSpan[]): OnCallSpan[] {
  return spans.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
