/** Days and hours of a form, however many fields it has. */

import { describe, expect, it, vi } from 'vitest';
import type { Day } from '../../../src/calendar/day.ts';
import { withMoments } from '../../../src/web/kit/moment-fields.ts';

const TODAY = '2027-02-01' as Day;

describe('a form with days and hours', () => {
  it('is read by the kinds it names, and the rest stays as it is', () => {
    const form = new URLSearchParams(
      'from=6/2/2027&moment-of-from=day&at=7h30&moment-of-at=time&note=6/2/2027',
    );
    form.append('moment-of-note', 'poem');
    const read = withMoments(form, TODAY);
    expect([read.get('from'), read.get('at'), read.get('note')]).toEqual(['2027-02-06', '07:30', '6/2/2027']);
    expect([...read.keys()]).toEqual([...form.keys()]);
  });

  it('takes a text longer than any day for a text', () => {
    const long = `${' '.repeat(200)}6/2/2027`;
    const read = withMoments(
      new URLSearchParams([
        ['from', long],
        ['moment-of-from', 'day'],
      ]),
      TODAY,
    );
    expect(read.get('from')).toBe(long);
  });

  it('is gone through once and searched for nothing, so that ten thousand fields cost what they weigh', () => {
    const form = new URLSearchParams('a&'.repeat(100));
    const searched = vi.spyOn(form, 'get');
    expect([...withMoments(form, TODAY)]).toHaveLength(100);
    expect(searched).not.toHaveBeenCalled();
  });
});
