/** Instants and half-open spans of time. An instant is absolute: zones matter only where days and clocks are read. */

/** Milliseconds since 1970-01-01T00:00Z, on a whole minute wherever a shift begins or ends. */
export type Instant = number & { readonly __brand: 'Instant' };

/** [start, end): `end` is the first moment outside. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

export const MS_PER_MINUTE = 60_000;

export function plusMinutes(instant: Instant, minutes: number): Instant {
  return (instant + minutes * MS_PER_MINUTE) as Instant;
}

export function minutesBetween(from: Instant, to: Instant): number {
  return (to - from) / MS_PER_MINUTE;
}

export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(span: Interval, instant: Instant): boolean {
  return span.start <= instant && instant < span.end;
}

/** Minutes that the two spans share. */
export function sharedMinutes(a: Interval, b: Interval): number {
  return Math.max(
    0,
    minutesBetween(Math.max(a.start, b.start) as Instant, Math.min(a.end, b.end) as Instant),
  );
}
