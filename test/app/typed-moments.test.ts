/** Days and hours as people type them into fields. */

import { expect, it } from 'vitest';
import { type MomentKind, shownMoment, typedMoment } from '../../src/app/typed-moments.ts';
import type { Day } from '../../src/calendar/day.ts';

const TODAY = '2026-11-29' as Day;

it.each<readonly [MomentKind, string, string]>([
  ['day', '06/02/2027', '2027-02-06'],
  ['day', '2027-02-06', '2027-02-06'],
  ['day', '8/2', '2027-02-08'],
  ['day', '1/12', '2026-12-01'],
  ['day', '050227', '2027-02-05'],
  ['day', 'mùng 1', '2027-02-06'],
  ['day', 'mung 1 tết', '2027-02-06'],
  ['day', '28 Tết', '2027-02-04'],
  ['day', '29 chạp', '2027-02-05'],
  ['day', '+7', '2026-12-06'],
  // 29/11/2026 is a Sunday: the last day of its week.
  ['day', 't2 tới', '2026-11-30'],
  ['day', 'T6 này', '2026-11-27'],
  ['day', 'CN này', '2026-11-29'],
  ['day', 'cn sau', '2026-12-06'],
  ['day', ' ', ''],
  // What is no day, or might be another one, is left as it stands: the form refuses it.
  ['day', '31/02/2027', '31/02/2027'],
  ['day', '30 chạp', '30 chạp'],
  ['day', '02/30/2027', '02/30/2027'],
  ['day', '5/2 - 7/2', '5/2 - 7/2'],
  ['time', '7h', '07:00'],
  ['time', '7h30', '07:30'],
  ['time', '19:05', '19:05'],
  ['time', '19 giờ', '19:00'],
  ['time', '25:00', '25:00'],
  ['moment', '07:00 06/02/2027', '2027-02-06T07:00'],
  ['moment', '06/02/2027 7h30', '2027-02-06T07:30'],
  ['moment', '7h mùng 1', '2027-02-06T07:00'],
  ['moment', '2027-02-06T07:00', '2027-02-06T07:00'],
  ['moment', '06/02/2027', '06/02/2027'],
])('%s: “%s” is “%s”', (kind, typed, value) => {
  expect(typedMoment(kind, typed, TODAY)).toBe(value);
});

it.each<readonly [MomentKind, string, string]>([
  ['day', '2027-03-01', '01/03/2027'],
  ['day', 'mùng 1', 'mùng 1'],
  ['time', '19:05', '19:05'],
  ['moment', '2027-02-06T07:00', '07:00 06/02/2027'],
])('%s %s is shown as %s, and read back', (kind, value, shown) => {
  expect(shownMoment(kind, value)).toBe(shown);
  if (value !== shown) expect(typedMoment(kind, shown, TODAY)).toBe(value);
});
