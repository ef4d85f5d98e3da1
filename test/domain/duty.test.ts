/** Who is on duty, against a walk through time in small steps. */

import { describe, expect, it } from 'vitest';
import { type Instant, MS_PER_MINUTE } from '../../src/calendar/interval.ts';
import { type DutyShift, dutyAt } from '../../src/domain/duty.ts';
import { fixturePlan, idOf, span } from '../fixture-plan.ts';
import { versionsOf } from './versions.ts';

const PLAN = fixturePlan({ staff: ['an', 'ba', 'chi'], shifts: ['d0', 'c0', 'n0', 'lead:d1', 'd1'] });
const [VERSION] = versionsOf(PLAN, ['an: d0; ba: c0; chi: c0 lead:d1; an: n0']);
if (!VERSION) throw new Error('a version');

const instant = (day: number, hour: number): Instant => span(day, hour, hour + 1).start;
const said = (duties: readonly DutyShift[]): string[] =>
  duties.map(({ shift, staff }) => `${shift.patternId}: ${staff.map(({ id }) => id).join(' ')}`);

function watchAt(at: Instant) {
  const { posts, nextHandover } = dutyAt(VERSION as NonNullable<typeof VERSION>, at);
  const watch = posts.find(({ post }) => post.id === 'watch');
  return { current: said(watch?.current ?? []), next: said(watch?.next ?? []), nextHandover };
}

describe('duty', () => {
  it.each([
    ['before the first shift', 0, 5, [], ['d: an'], [0, 6]],
    ['as it begins', 0, 6, ['d: an'], ['c: ba chi'], [0, 14]],
    ['at the handover, the next are on', 0, 14, ['c: ba chi'], ['n: an'], [0, 22]],
    ['after midnight', 1, 3, ['n: an'], ['d: '], [1, 6]],
    ['with a seat left empty', 1, 6, ['d: '], [], [1, 14]],
  ])('%s', (_, day, hour, current, next, [handoverDay = 0, handoverHour = 0]) => {
    expect(watchAt(instant(day, hour))).toEqual({
      current,
      next,
      nextHandover: instant(handoverDay, handoverHour),
    });
  });

  it('after the last shift is nobody, with no handover to come', () => {
    expect(watchAt(instant(1, 14))).toEqual({ current: [], next: [], nextHandover: undefined });
  });

  it('of a withdrawn roster is nobody', () => {
    const versions = versionsOf(PLAN, ['an: d0', '']);
    const withdrawn = versions[1];
    expect(withdrawn && dutyAt(withdrawn, instant(0, 7))).toEqual({ posts: [] });
  });

  it('changes only at handovers, walked in steps of ten minutes', () => {
    const end = instant(1, 15);
    let last = watchAt(instant(0, 4));
    let handover = last.nextHandover;
    for (let at = instant(0, 4); at < end; at = (at + 10 * MS_PER_MINUTE) as Instant) {
      const now = watchAt(at);
      if (handover === undefined || at < handover) expect(now.current).toEqual(last.current);
      const running = PLAN.shifts.filter(
        (shift) => shift.postId === 'watch' && shift.span.start <= at && at < shift.span.end,
      );
      expect(now.current.map((text) => text.slice(0, 1))).toEqual(running.map(({ patternId }) => patternId));
      last = now;
      handover = now.nextHandover;
    }
  });

  it('knows every post, the one that waits too', () => {
    const { posts } = dutyAt(VERSION, instant(0, 7));
    const lead = posts.find(({ post }) => post.id === 'lead');
    expect(lead?.current).toEqual([]);
    expect(lead?.next.map(({ shift }) => shift.id)).toEqual([idOf('lead:d1')]);
  });
});
