/** A seat followed through its versions: FEEDS.md rows 8 to 10, 14 and 15, before any of it becomes iCalendar. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Instant, plusMinutes } from '../../src/calendar/interval.ts';
import type { Plan } from '../../src/domain/plan.ts';
import {
  cancellationIsKept,
  type SeatState,
  seatHistory,
  unitSeatHistory,
} from '../../src/domain/seat-history.ts';
import type { RosterVersion } from '../../src/domain/version.ts';
import { fixturePlan, idOf } from '../fixture-plan.ts';
import { stamp, versionsOf } from './versions.ts';

const STAFF = ['an', 'ba', 'chi', 'du'];
const PLAN = fixturePlan({ staff: STAFF, shifts: ['d0', 'n0', 'd1', 'home:k1'] });

/** The plan with one shift an hour later. */
const LATE: Plan = {
  ...PLAN,
  shifts: PLAN.shifts.map((shift) =>
    shift.id === idOf('d0')
      ? { ...shift, span: { start: plusMinutes(shift.span.start, 60), end: plusMinutes(shift.span.end, 60) } }
      : shift,
  ),
};

/** The plan without one shift. */
const SHORT: Plan = { ...PLAN, shifts: PLAN.shifts.filter(({ id }) => id !== idOf('d0')) };

function seat(states: readonly SeatState[], shift: string, place = 0): SeatState {
  const found = states.find((each) => each.shift.id === idOf(shift) && each.place === place);
  if (!found) throw new Error(`no seat ${shift} ${place}`);
  return found;
}

/** Sequence, day of the last change, holder and who lost it when, in one line. */
function line(state: SeatState): string {
  const day = (at: Instant): number => at / stamp(1);
  const holder = state.status === 'held' ? state.holder.id : 'cancelled';
  const former = state.former.map(
    ({ staff, lostAt, sequence }) => `${staff.id} lost at ${day(lostAt)} as ${sequence}`,
  );
  return [`${holder} ${state.sequence} since ${day(state.lastChanged)}`, ...former].join('; ');
}

describe('a seat through ten versions', () => {
  const versions = versionsOf(PLAN, [
    'an: d0; ba: n0',
    'an: d0; chi: n0',
    'ba: d0; chi: n0',
    ['ba: d0; chi: n0', LATE],
    ['an: d0; chi: n0', LATE],
    ['', LATE],
    ['an: d0; chi: n0', LATE],
    ['chi: n0', SHORT],
    ['chi: n0; an: d1', SHORT],
    'du: d0; chi: n0; an: d1',
  ]);

  it.each([
    [1, 'first published', 'an 0 since 1'],
    [2, 'another seat changes', 'an 0 since 1'],
    [3, 'reassigned', 'ba 1 since 3; an lost at 3 as 1'],
    [4, 'an hour later', 'ba 2 since 4; an lost at 3 as 1'],
    [5, 'regained by the first', 'an 3 since 5; ba lost at 5 as 3'],
    [6, 'withdrawn', 'cancelled 4 since 6; ba lost at 5 as 3; an lost at 6 as 4'],
    [7, 'published again', 'an 5 since 7; ba lost at 5 as 3'],
    [8, 'its shift removed', 'cancelled 6 since 8; ba lost at 5 as 3; an lost at 8 as 6'],
    [9, 'still gone', 'cancelled 6 since 8; ba lost at 5 as 3; an lost at 8 as 6'],
    [10, 'back, for someone new', 'du 7 since 10; ba lost at 5 as 3; an lost at 8 as 6'],
  ])('version %i: %s', (count, _, expected) => {
    expect(line(seat(seatHistory(versions.slice(0, count)), 'd0'))).toBe(expected);
  });

  it('keeps one UID seed throughout, without a person in it', () => {
    const seeds = versions.map((_, i) => seat(seatHistory(versions.slice(0, i + 1)), 'd0').uidSeed);
    expect(new Set(seeds)).toEqual(new Set([`unit/period/${idOf('d0')}/0`]));
  });

  it('tells who lost it the shift as they knew it', () => {
    const [before] = seat(seatHistory(versions.slice(0, 5)), 'd0').former;
    expect(before?.shift.span).toEqual(LATE.shifts.find(({ id }) => id === idOf('d0'))?.span);
    const [first] = seat(seatHistory(versions.slice(0, 4)), 'd0').former;
    expect(first?.shift.span).toEqual(PLAN.shifts.find(({ id }) => id === idOf('d0'))?.span);
  });
});

describe('seats', () => {
  it('are sorted by start, then shift, then place', () => {
    const states = seatHistory(versionsOf(PLAN, ['an: d1 home:k1; ba: d0; chi: d0']));
    expect(states.map(({ shift, place }) => [shift.id, place])).toEqual([
      [idOf('d0'), 0],
      [idOf('d0'), 1],
      [idOf('d1'), 0],
      [idOf('home:k1'), 0],
    ]);
  });

  it('of a shift do not trade places when a colleague leaves', () => {
    const states = seatHistory(versionsOf(PLAN, ['an: d0; ba: d0', 'ba: d0', 'chi: d0; ba: d0']));
    expect(line(seat(states, 'd0', 1))).toBe('ba 0 since 1');
    expect(line(seat(states, 'd0', 0))).toBe('chi 2 since 3; an lost at 2 as 1');
  });

  it('are revised, not changed, when a colleague or whoever takes over is another', () => {
    const colleague = seatHistory(versionsOf(PLAN, ['an: d0; ba: d0', 'an: d0; chi: d0']));
    expect(seat(colleague, 'd0')).toMatchObject({
      sequence: 0,
      lastChanged: stamp(1),
      lastRevised: stamp(2),
    });
    const handover = seatHistory(versionsOf(PLAN, ['an: d0; ba: n0', 'an: d0; chi: n0']));
    expect(seat(handover, 'd0')).toMatchObject({ sequence: 0, lastChanged: stamp(1), lastRevised: stamp(2) });
  });

  it('of periods begun since calendars were seen to need it rise then too', () => {
    const begun = versionsOf(PLAN, ['an: d0; ba: n0', 'an: d0; chi: n0']).map((version) => ({
      ...version,
      uidScope: 'here',
    }));
    expect(seat(seatHistory(begun), 'd0')).toMatchObject({ sequence: 1, lastChanged: stamp(2) });
  });

  it('change when their post is called otherwise or becomes standby', () => {
    const posts = (change: object): Plan => ({
      ...PLAN,
      posts: PLAN.posts.map((post) => (post.id === 'watch' ? { ...post, ...change } : post)),
    });
    for (const change of [{ name: 'Giám sát' }, { presence: 'standby' }]) {
      const states = seatHistory(versionsOf(PLAN, ['an: d0', ['an: d0', posts(change)]]));
      expect(line(seat(states, 'd0'))).toBe('an 1 since 2');
    }
  });

  it('stay in feeds as cancelled for thirty days, to the moment', () => {
    expect(cancellationIsKept(stamp(1), (stamp(31) - 1) as Instant)).toBe(true);
    expect(cancellationIsKept(stamp(1), stamp(31))).toBe(false);
  });
});

describe('any sequence of versions', () => {
  const shifts = ['d0', 'n0', 'd1', 'home:k1'];
  const roster = fc
    .array(fc.tuple(fc.constantFrom(...STAFF), fc.constantFrom(...shifts)), { maxLength: 8 })
    .map((pairs) => {
      const distinct = [...new Set(pairs.map((pair) => pair.join(' ')))];
      return distinct.join('; ').replaceAll(/(\w+) (\S+)/g, '$1: $2');
    });
  const given = fc.array(fc.tuple(roster, fc.constantFrom(PLAN, LATE, SHORT)), {
    minLength: 1,
    maxLength: 10,
  });
  const visible = (state: SeatState | undefined): string =>
    state?.status === 'held'
      ? JSON.stringify([state.holder.id, state.shift.span, state.post.name, state.post.presence])
      : 'nobody';

  it('raises a sequence by one exactly when someone must notice, and stamps that version', () => {
    fc.assert(
      fc.property(given, (rosters) => {
        const versions = versionsOf(PLAN, rosters);
        let before = new Map<string, SeatState>();
        for (const [i, version] of versions.entries()) {
          const states = seatHistory(versions.slice(0, i + 1));
          for (const state of states) {
            const was = before.get(state.uidSeed);
            const changed = visible(was) !== visible(state);
            expect(state.sequence).toBe(was ? was.sequence + (changed ? 1 : 0) : 0);
            expect(state.lastChanged).toBe(changed ? version.publishedAt : was?.lastChanged);
            expect(state.lastRevised).toBeGreaterThanOrEqual(state.lastChanged);
          }
          expect(states.length).toBeGreaterThanOrEqual(before.size);
          before = new Map(states.map((state) => [state.uidSeed, state]));
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('shows every seat of the newest version held, and tells each loss to each person once', () => {
    fc.assert(
      fc.property(given, (rosters) => {
        const versions = versionsOf(PLAN, rosters);
        const states = seatHistory(versions);
        const held = states.flatMap((state) =>
          state.status === 'held' ? [`${state.shift.id} ${state.place} ${state.holder.id}`] : [],
        );
        const newest = versions.at(-1)?.roster.assignments ?? [];
        expect(held.sort()).toEqual(
          newest.map(({ shiftId, place, staffId }) => `${shiftId} ${place} ${staffId}`).sort(),
        );
        for (const state of states) {
          const former = state.former.map(({ staff }) => staff.id);
          expect(new Set(former).size).toBe(former.length);
          if (state.status === 'held') expect(former).not.toContain(state.holder.id);
          else expect(state.former.at(-1)?.lostAt).toBe(state.lastChanged);
        }
      }),
      { seed: 2, numRuns: 300 },
    );
  });
});

/** The plan as a period of its own, days later. */
function periodAfter(days: number): Plan {
  const shift = <T extends { readonly start: Instant; readonly end: Instant }>({ start, end }: T) => ({
    start: plusMinutes(start, days * 1440),
    end: plusMinutes(end, days * 1440),
  });
  return {
    ...PLAN,
    period: { ...PLAN.period, id: `after-${days}`, span: shift(PLAN.period.span) },
    shifts: PLAN.shifts.map((each) => ({ ...each, span: shift(each.span) })),
  };
}

describe('periods of one unit', () => {
  const first = versionsOf(PLAN, ['an: d1']);
  const later = (days: number, ...rosters: string[]): RosterVersion[] =>
    versionsOf(periodAfter(days), ['', ...rosters]).slice(1);
  const last = (...periods: RosterVersion[][]): string =>
    line(seat(unitSeatHistory([first, ...periods], [])[0] ?? [], 'd1'));

  it('revise the last seat before the seam when its takers change', () => {
    const next = later(2, 'ba: d0', 'chi: d0', 'chi: d0 n0');
    const state = (count: number) => seat(unitSeatHistory([first, next.slice(0, count)], [])[0] ?? [], 'd1');
    expect([0, 1, 2, 3].map((count) => state(count).lastRevised)).toEqual([1, 2, 3, 3].map(stamp));
    expect(state(3).sequence).toBe(0);
    const begun = first.map((version) => ({ ...version, uidScope: 'here' }));
    expect(seat(unitSeatHistory([begun, next], [])[0] ?? [], 'd1')).toMatchObject({ sequence: 2 });
  });

  it('leave alone what another crew cannot take over', () => {
    expect(last(later(4, 'ba: d0'))).toBe(last());
    expect(seat(unitSeatHistory([first, later(4, 'ba: d0')], [])[0] ?? [], 'd1').lastRevised).toBe(stamp(1));
  });
});

describe('a changed name or number', () => {
  it('is told of every seat that names the person, from the moment of its change', () => {
    const versions = versionsOf(PLAN, ['an: d0; ba: d0; chi: n0; du: d1']);
    const change = (staffId: string, at: Instant) => unitSeatHistory([versions], [{ staffId, at }])[0] ?? [];
    const half = (stamp(1) + 5) as Instant;
    const told = change('chi', half).map(({ shift, place, sequence, lastRevised }) => [
      `${shift.id} ${place}`,
      sequence,
      lastRevised,
    ]);
    // The night is Chi's own; the two of the day hand over to Chi, who hands over to Du.
    expect(told).toEqual([
      [`${idOf('d0')} 0`, 1, half],
      [`${idOf('d0')} 1`, 1, half],
      [`${idOf('n0')} 0`, 1, half],
      [`${idOf('d1')} 0`, 0, stamp(1)],
    ]);
    expect(change('chi', (stamp(1) - 5) as Instant).every(({ sequence }) => sequence === 0)).toBe(true);
    expect(change('nobody', half)).toEqual(seatHistory(versions));
  });

  it('never takes a sequence back, whatever comes after it', () => {
    const versions = versionsOf(PLAN, ['an: d0', 'ba: d0', '', 'chi: d0']);
    const contacts = [1, 2, 2.5, 3.5].map((day) => ({
      staffId: day < 2 ? 'an' : 'ba',
      at: (stamp(1) * day + 1) as Instant,
    }));
    const sequences = [1, 1.5, 2, 2.2, 2.7, 3, 4].map((day) => {
      const until = stamp(1) * day + 2;
      const known = versions.filter(({ publishedAt }) => publishedAt <= until);
      const noted = contacts.filter(({ at }) => at <= until);
      const { sequence, former } = seat(unitSeatHistory([known], noted)[0] ?? [], 'd0');
      return [sequence, ...former.map((each) => each.sequence)];
    });
    expect(sequences).toEqual([[1], [1], [3, 2], [3, 2], [4, 2], [5, 2, 5], [6, 2, 5]]);
  });
});
