/** Quiet hours over midnight and within a day, and what is told in them all the same. */

import { expect, it } from 'vitest';
import { type ClockTime, clockTimeOf, dayOf, parseInstant, VIETNAM } from '../../src/calendar/zone.ts';
import { eveningMinute, STANDARD_CHOICE, tellAt, wants } from '../../src/domain/notice-choice.ts';

function told(from: string, to: string, now: string, kind: 'roster' | 'call' = 'roster'): string {
  const choice = { ...STANDARD_CHOICE, quiet: { from: from as ClockTime, to: to as ClockTime } };
  const instant = parseInstant(now, VIETNAM);
  if (instant === undefined) throw new Error(now);
  const at = tellAt(choice, kind, { now: instant, zone: VIETNAM });
  return `${dayOf(at, VIETNAM)}T${clockTimeOf(at, VIETNAM)}`;
}

it.each([
  ['22:00', '06:00', '2027-02-04T23:30', '2027-02-05T06:00'],
  ['22:00', '06:00', '2027-02-05T05:59', '2027-02-05T06:00'],
  ['22:00', '06:00', '2027-02-05T06:00', '2027-02-05T06:00'],
  ['22:00', '06:00', '2027-02-04T21:59', '2027-02-04T21:59'],
  ['12:00', '13:30', '2027-02-04T12:10', '2027-02-04T13:30'],
  ['12:00', '13:30', '2027-02-04T14:00', '2027-02-04T14:00'],
  ['07:00', '07:00', '2027-02-04T07:00', '2027-02-04T07:00'],
])('quiet from %s to %s: what comes at %s is told at %s', (from, to, now, at) => {
  expect(told(from, to, now)).toBe(at);
});

it.each([
  ['22:00', '06:00', 1140],
  ['18:00', '07:00', 1050],
  ['18:30', '20:00', 1080],
  ['19:00', '06:00', 1110],
  ['12:00', '13:30', 1140],
  ['08:00', '23:00', 1140],
])('quiet from %s to %s: the reminder of the evening before comes at minute %s', (from, to, minute) => {
  const quiet = { from: from as ClockTime, to: to as ClockTime };
  expect(eveningMinute({ ...STANDARD_CHOICE, quiet })).toBe(minute);
});

it('tells at once that someone is needed', () => {
  expect(told('22:00', '06:00', '2027-02-04T23:30', 'call')).toBe('2027-02-04T23:30');
});

it('switches off one way of one kind', () => {
  const choice = { ...STANDARD_CHOICE, off: ['roster mail'] };
  expect([
    wants(choice, 'roster', 'mail'),
    wants(choice, 'roster', 'push'),
    wants(choice, 'swap', 'mail'),
  ]).toEqual([false, true, true]);
});
