/** The last day of a span, as a list of periods tells it. */

import { expect, it } from 'vitest';
import { parseInstant, VIETNAM } from '../../src/calendar/zone.ts';
import { lastDayOfSpan } from '../../src/domain/period.ts';

it.each([
  ['whole days', '2027-02-04T00:00', '2027-02-11T00:00', '2027-02-10'],
  ['from 06:00 to 06:00', '2027-02-04T06:00', '2027-02-11T06:00', '2027-02-10'],
  ['one night', '2027-02-05T22:00', '2027-02-06T06:00', '2027-02-05'],
  ['a weekend from Friday evening', '2027-02-05T17:00', '2027-02-08T08:00', '2027-02-07'],
  ['part of a day', '2027-02-05T08:00', '2027-02-05T20:00', '2027-02-05'],
  ['into the last day', '2027-02-04T06:00', '2027-02-10T20:00', '2027-02-10'],
  ['an hour at midnight', '2027-02-05T23:30', '2027-02-06T00:30', '2027-02-05'],
])('%s', (_, start, end, last) => {
  const [from, to] = [parseInstant(start, VIETNAM), parseInstant(end, VIETNAM)];
  if (from === undefined || to === undefined) throw new Error('no instants');
  expect(lastDayOfSpan({ start: from, end: to }, VIETNAM)).toBe(last);
});
