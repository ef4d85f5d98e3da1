/** What forms say of an entry beside its words: who does what is left, by when, how long ago it was written. */

import { addDays } from '../../calendar/day.ts';
import type { Instant } from '../../calendar/interval.ts';
import { type ClockTime, dayOf, instantAt, parseClockTime } from '../../calendar/zone.ts';
import type { Wanted } from '../../domain/log-entry.ts';

export interface Here {
  readonly now: Instant;
  readonly zone: string;
}

/** Undefined where nothing is left open. A time of day that is past today is tomorrow's. */
export function wantedOf(form: URLSearchParams, { now, zone }: Here): Wanted | undefined {
  if (form.get('open') !== 'yes') return undefined;
  const who = (form.get('who') ?? '').normalize('NFC').trim().slice(0, 200);
  const clock = clockSaid((form.get('by') ?? '').trim());
  if (clock === undefined) return { who };
  const today = instantAt(dayOf(now, zone), clock, zone);
  return { who, by: today > now ? today : instantAt(addDays(dayOf(now, zone), 1), clock, zone) };
}

/** `8h`, `8h30`, `8:30`, `08:30`; undefined for anything else. */
export function clockSaid(text: string): ClockTime | undefined {
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:[:hH](\d{2})?)?$/u.exec(text) ?? [];
  return hours === undefined ? undefined : parseClockTime(`${hours.padStart(2, '0')}:${minutes}`);
}

/** Both by the clock of the device: whether it goes right does not matter. */
export function agoOf(form: URLSearchParams): number {
  const written = Number(form.get('written') ?? 0);
  const sent = Number(form.get('sent') ?? 0);
  const ago = sent - written;
  return Number.isFinite(ago) && ago > 0 ? ago : 0;
}
