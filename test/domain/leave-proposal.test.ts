/** Busy spans as lines of leave: the lines cover the span and nothing else. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant, Interval } from '../../src/calendar/interval.ts';
import { parseInstant, VIETNAM } from '../../src/calendar/zone.ts';
import { expandAvailability } from '../../src/domain/availability-spans.ts';
import { leaveEntries } from '../../src/domain/leave-proposal.ts';

const at = (text: string): Instant => parseInstant(text, VIETNAM) ?? (0 as Instant);
const WHO = { staffId: 'an', note: '', zone: VIETNAM };

function lines(start: string, end: string): string[] {
  return leaveEntries({ start: at(start), end: at(end) }, WHO).map(
    ({ from, to, startTime, endTime }) => `${from}/${to} ${startTime ?? ''}–${endTime ?? ''}`,
  );
}

describe('leave out of a busy span', () => {
  it.each([
    ['2027-02-06T00:00', '2027-02-09T00:00', ['2027-02-06/2027-02-09 –']],
    ['2027-02-06T08:00', '2027-02-06T10:00', ['2027-02-06/2027-02-07 08:00–10:00']],
    ['2027-02-06T22:00', '2027-02-07T00:00', ['2027-02-06/2027-02-07 22:00–00:00']],
    [
      '2027-02-06T18:00',
      '2027-02-09T06:00',
      ['2027-02-06/2027-02-07 18:00–00:00', '2027-02-07/2027-02-09 –', '2027-02-09/2027-02-10 00:00–06:00'],
    ],
  ])('%s to %s', (start, end, told) => {
    expect(lines(start, end)).toEqual(told);
  });

  it('expands to the same span again', () => {
    const first = at('2027-02-01T00:00');
    const minutes = fc.integer({ min: 0, max: 20 * 1440 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 5 * 1440 }), (from, length) => {
        const start = (first + from * 60_000) as Instant;
        const span: Interval = { start, end: (start + length * 60_000) as Instant };
        const { leave } = expandAvailability(leaveEntries(span, WHO), span, VIETNAM);
        const covered = leave.map((each) => each.span).sort((a, b) => a.start - b.start);
        expect([covered[0]?.start, covered.at(-1)?.end]).toEqual([span.start, span.end]);
        covered.slice(1).forEach((each, i) => {
          expect(each.start).toBe(covered[i]?.end);
        });
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
