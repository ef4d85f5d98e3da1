/** Spans and deadlines as forms of a period hold them: days and a clock typed apart, read together, faults beside them. */

import { addDays, type Day, parseDay } from '../../calendar/day.ts';
import { type Instant, type Interval, plusMinutes } from '../../calendar/interval.ts';
import {
  type ClockTime,
  formatInstant,
  instantAt,
  parseClockTime,
  parseInstant,
} from '../../calendar/zone.ts';
import type { FormFault } from '../kit/fields.ts';
import { lastMoment, MOST_PARTS } from './new-period-view.ts';
import { clockTextOf } from './post-form.ts';

const MOST_DAYS = 400;
const MOST_URGENT_HOURS = 720;
/** Of a period until lifted. */
const FIRST_DAYS = 7;

export interface TypedSpans {
  readonly spans: readonly Interval[];
  readonly start: ClockTime | undefined;
  readonly faults: readonly FormFault[];
}

/** From `from-0`, `to-0` … and `start`; with `urgent`, from `from-0`, `start` and `hours`; with `open`, a first week. */
export function typedSpans(values: URLSearchParams, zone: string): TypedSpans {
  const startText = (values.get('start') ?? '').trim();
  const start = parseClockTime(clockTextOf(startText));
  const faults: FormFault[] = start
    ? []
    : [{ field: 'start', key: 'editor.new.fault.start', params: { value: startText } }];
  const found = values.has('urgent')
    ? [urgentSpan(values, start, zone)]
    : values.has('open')
      ? [openSpan(values, start, zone)]
      : filledParts(values).map((i) => partSpan(values, i, { start, zone }));
  for (const each of found) faults.push(...each.faults);
  const spans = found.flatMap(({ span }) => span ?? []).sort((a, b) => a.start - b.start);
  spans.slice(1).forEach((span, i) => {
    const before = spans[i];
    if (before && span.start < before.end)
      faults.push({ field: `from-${i + 1}`, key: 'period.fault.parts-meet' });
  });
  return { spans, start, faults };
}

interface TypedSpan {
  readonly span?: Interval;
  readonly faults: readonly FormFault[];
}

/** The first always, others only where something is typed. */
function filledParts(values: URLSearchParams): number[] {
  const has = (name: string): boolean => (values.get(name) ?? '') !== '';
  return Array.from({ length: MOST_PARTS }, (_, i) => i).filter(
    (i) => i === 0 || has(`from-${i}`) || has(`to-${i}`),
  );
}

function partSpan(
  values: URLSearchParams,
  i: number,
  { start, zone }: { readonly start: ClockTime | undefined; readonly zone: string },
): TypedSpan {
  const day = (name: string): Day | undefined => parseDay(values.get(`${name}-${i}`) ?? '');
  const [from, to] = [day('from'), day('to')];
  const faults: FormFault[] = [
    ...(from ? [] : [{ field: `from-${i}`, key: 'period.fault.day' }]),
    ...(to ? [] : [{ field: `to-${i}`, key: 'period.fault.day' }]),
  ];
  if (!from || !to) return { faults };
  if (to < from) return { faults: [{ field: `to-${i}`, key: 'editor.new.fault.order' }] };
  if (Date.parse(to) - Date.parse(from) > MOST_DAYS * 86_400_000) {
    return { faults: [{ field: `to-${i}`, key: 'fault.period.too-long', params: { most: MOST_DAYS } }] };
  }
  if (!start) return { faults: [] };
  return {
    span: { start: instantAt(from, start, zone), end: instantAt(lastMoment(to), start, zone) },
    faults: [],
  };
}

/** Until lifted: planned a week at a time. */
function openSpan(values: URLSearchParams, start: ClockTime | undefined, zone: string): TypedSpan {
  const from = parseDay(values.get('from-0') ?? '');
  if (!from) return { faults: [{ field: 'from-0', key: 'period.fault.day' }] };
  if (!start) return { faults: [] };
  const end = instantAt(addDays(from, FIRST_DAYS), start, zone);
  return { span: { start: instantAt(from, start, zone), end }, faults: [] };
}

function urgentSpan(values: URLSearchParams, start: ClockTime | undefined, zone: string): TypedSpan {
  const from = parseDay(values.get('from-0') ?? '');
  const hours = Number(values.get('hours'));
  const whole = Number.isInteger(hours) && hours >= 1 && hours <= MOST_URGENT_HOURS;
  const faults: FormFault[] = [
    ...(from ? [] : [{ field: 'from-0', key: 'period.fault.day' }]),
    ...(whole ? [] : [{ field: 'hours', key: 'period.fault.hours', params: { most: MOST_URGENT_HOURS } }]),
  ];
  if (!from || !start || !whole) return { faults };
  const begin = instantAt(from, start, zone);
  return { span: { start: begin, end: plusMinutes(begin, hours * 60) }, faults };
}

/** From `start-0`, `end-0` …, each end a moment of its own; empty rows are none. */
export function typedMoments(values: URLSearchParams, zone: string): Omit<TypedSpans, 'start'> {
  const faults: FormFault[] = [];
  const rows = Array.from({ length: MOST_PARTS + 1 }, (_, i) => i).filter((i) =>
    ['start', 'end'].some((end) => (values.get(`${end}-${i}`) ?? '') !== ''),
  );
  const read = (field: string): Instant | undefined => {
    const instant = typedMoment(values, field, zone);
    if (instant === undefined) faults.push(momentFault(values, field));
    return instant;
  };
  const found = rows.flatMap((row) => {
    const [start, end] = [read(`start-${row}`), read(`end-${row}`)];
    if (start === undefined || end === undefined) return [];
    if (end <= start) faults.push({ field: `end-${row}`, key: 'period.fault.end-before-start' });
    if (end - start > MOST_DAYS * 86_400_000) {
      faults.push({ field: `end-${row}`, key: 'fault.period.too-long', params: { most: MOST_DAYS } });
    }
    return [{ row, span: { start, end } }];
  });
  if (rows.length === 0) faults.push({ field: 'start-0', key: 'form.fault.missing' });
  found.sort((a, b) => a.span.start - b.span.start);
  found.slice(1).forEach(({ row, span }, i) => {
    const before = found[i];
    if (before && span.start < before.span.end) {
      faults.push({ field: `start-${row}`, key: 'period.fault.parts-meet' });
    }
  });
  return { spans: found.map(({ span }) => span), faults };
}

/** As a field of type `datetime-local` has it. */
export function momentText(instant: Instant, zone: string): string {
  return formatInstant(instant, zone).slice(0, 16);
}

function typedMoment(values: URLSearchParams, field: string, zone: string): Instant | undefined {
  const text = (values.get(field) ?? '').trim();
  return text.includes('T') ? parseInstant(text, zone) : undefined;
}

function momentFault(values: URLSearchParams, field: string): FormFault {
  const value = (values.get(field) ?? '').trim();
  return value === ''
    ? { field, key: 'form.fault.missing' }
    : { field, key: 'period.fault.moment', params: { value } };
}

export interface Deadlines {
  readonly wishesUntil?: Instant;
  readonly submitBy?: Instant;
}

/** Empty fields are no deadline. */
export function typedDeadlines(
  values: URLSearchParams,
  zone: string,
): { readonly deadlines: Deadlines; readonly faults: readonly FormFault[] } {
  const faults: FormFault[] = [];
  const read = (field: 'wishesUntil' | 'submitBy'): Deadlines => {
    if ((values.get(field) ?? '').trim() === '') return {};
    const instant = typedMoment(values, field, zone);
    if (instant !== undefined) return { [field]: instant };
    faults.push(momentFault(values, field));
    return {};
  };
  return { deadlines: { ...read('wishesUntil'), ...read('submitBy') }, faults };
}
