/** The way a swap goes: from asked to an end, by the right people, in time, and never back. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/calendar/interval.ts';
import type { Roster } from '../../src/domain/roster.ts';
import {
  exchanged,
  followShifts,
  isLive,
  LEAST_NOTICE_MS,
  moveSwap,
  type Swap,
  settleBy,
} from '../../src/domain/swap.ts';

const EXPIRES = 1_000 as Instant;

function swap(change: Partial<Swap> = {}): Swap {
  return {
    id: 's1',
    unitId: 'u',
    periodId: 'p',
    askerId: 'an',
    seat: { shiftId: 'n1', place: 0 },
    partnerId: 'ba',
    message: '',
    state: 'asked',
    askedAt: 0 as Instant,
    expiresAt: EXPIRES,
    ...change,
  };
}

const at = (time: number): Instant => time as Instant;

describe('a swap', () => {
  it.each([
    ['consent', 'ba', 'consented'],
    ['consent', 'an', 'not-yours'],
    ['consent', 'ca', 'not-yours'],
    ['decline', 'ba', 'declined'],
    ['decline', 'an', 'not-yours'],
    ['withdraw', 'an', 'withdrawn'],
    ['withdraw', 'ba', 'not-yours'],
  ] as const)('asked of ba, %s by %s: %s', (kind, staffId, outcome) => {
    const moved = moveSwap(swap(), { kind, staffId, at: at(10), note: '' });
    expect(moved.ok ? moved.swap.state : moved.refusal).toBe(outcome);
  });

  it.each([
    ['ba', 'declined'],
    ['an', 'over'],
    ['ca', 'over'],
  ] as const)('agreed on by ba, taken back by %s: %s', (staffId, outcome) => {
    const moved = moveSwap(swap({ state: 'consented' }), { kind: 'decline', staffId, at: at(10), note: '' });
    expect(moved.ok ? moved.swap.state : moved.refusal).toBe(outcome);
  });

  it.each([
    ['one of the wanted shifts', { shiftId: 'm2', place: 1 }, 'consented'],
    ['another shift', { shiftId: 'm9', place: 0 }, 'no-return'],
    ['nothing', undefined, 'no-return'],
  ] as const)('offered for a shift in return, taken with %s: %s', (_what, other, outcome) => {
    const { partnerId: _nobody, ...open } = swap({ wanted: ['m1', 'm2'] });
    const moved = moveSwap(open, { kind: 'consent', staffId: 'ca', at: at(10), ...(other ? { other } : {}) });
    expect(moved.ok ? moved.swap.state : moved.refusal).toBe(outcome);
    if (moved.ok) expect(moved.swap).toMatchObject({ partnerId: 'ca', other });
  });

  it('for nothing in return keeps to that, whatever is given', () => {
    const { partnerId: _nobody, ...open } = swap();
    const other = { shiftId: 'm2', place: 1 };
    const moved = moveSwap(open, { kind: 'consent', staffId: 'ca', at: at(10), other });
    expect(moved.ok && moved.swap.other).toBe(undefined);
  });

  it('offered to anyone is taken by whoever says so first, and declined by nobody', () => {
    const { partnerId: _, ...open } = swap();
    const taken = moveSwap(open, { kind: 'consent', staffId: 'ca', at: at(10) });
    expect(taken).toMatchObject({ ok: true, swap: { state: 'consented', partnerId: 'ca' } });
    expect(moveSwap(open, { kind: 'consent', staffId: 'an', at: at(10) })).toMatchObject({ ok: false });
    expect(moveSwap(open, { kind: 'decline', staffId: 'ca', at: at(10), note: '' })).toMatchObject({
      refusal: 'not-yours',
    });
    if (!taken.ok) throw new Error(taken.refusal);
    expect(moveSwap(taken.swap, { kind: 'consent', staffId: 'du', at: at(11) })).toMatchObject({
      refusal: 'over',
    });
  });

  it('is not decided before both agree, nor after its time', () => {
    const approve = { kind: 'approve', at: at(10), note: '', version: 2 } as const;
    expect(moveSwap(swap(), approve)).toEqual({ ok: false, refusal: 'not-consented' });
    const agreed = swap({ state: 'consented' });
    expect(moveSwap(agreed, { ...approve, at: EXPIRES })).toEqual({ ok: false, refusal: 'too-late' });
    expect(moveSwap(agreed, approve)).toMatchObject({ swap: { state: 'approved', version: 2 } });
    expect(moveSwap(agreed, { kind: 'withdraw', staffId: 'an', at: EXPIRES })).toMatchObject({ ok: true });
  });

  const staff = fc.constantFrom('an', 'ba', 'ca');
  const event = fc.oneof(
    fc.record({ kind: fc.constantFrom('consent', 'withdraw'), staffId: staff, at: fc.nat(1500) }),
    fc.record({ kind: fc.constant('decline'), staffId: staff, at: fc.nat(1500), note: fc.constant('') }),
    fc.record({ kind: fc.constant('approve'), at: fc.nat(1500), note: fc.constant(''), version: fc.nat(9) }),
    fc.record({ kind: fc.constant('refuse'), at: fc.nat(1500), note: fc.constant('') }),
    fc.record({ kind: fc.constant('expire'), at: fc.nat(1500), cause: fc.constantFrom('time', 'moved') }),
  );

  it('never leaves an end state, and is approved only by way of consent in time', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), fc.boolean(), (events, open) => {
        const { partnerId: _, ...offered } = swap();
        let now: Swap = open ? offered : swap();
        const path = [now.state];
        for (const each of events) {
          const moved = moveSwap(now, each as Parameters<typeof moveSwap>[1]);
          if (!isLive(now)) expect(moved).toEqual({ ok: false, refusal: 'over' });
          if (!moved.ok) continue;
          now = moved.swap;
          path.push(now.state);
          expect([now.askerId, now.seat, now.askedAt]).toEqual(['an', swap().seat, 0]);
          if (now.state === 'approved') expect(each.at).toBeLessThan(EXPIRES);
        }
        if (path.includes('approved')) expect(path).toEqual(['asked', 'consented', 'approved']);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});

describe('the roster after a swap', () => {
  const seat = (shiftId: string, place: number, staffId: string) => ({ shiftId, place, staffId });
  const roster: Roster = {
    periodId: 'p',
    assignments: [seat('d1', 0, 'an'), seat('d1', 1, 'ba'), seat('n1', 0, 'ca'), seat('d2', 0, 'ba')],
  };

  it('has the two in each other’s seats and everyone else where they were', () => {
    const after = exchanged(roster, {
      askerId: 'an',
      seat: { shiftId: 'd1', place: 0 },
      partnerId: 'ca',
      other: { shiftId: 'n1', place: 0 },
    });
    expect(after).toEqual({
      ok: true,
      roster: {
        periodId: 'p',
        assignments: [seat('d1', 0, 'ca'), seat('d1', 1, 'ba'), seat('n1', 0, 'an'), seat('d2', 0, 'ba')],
      },
    });
  });

  it.each([
    ['moved', { askerId: 'an', seat: { shiftId: 'd1', place: 1 }, partnerId: 'ca' }],
    [
      'moved',
      {
        askerId: 'an',
        seat: { shiftId: 'd1', place: 0 },
        partnerId: 'ca',
        other: { shiftId: 'd2', place: 0 },
      },
    ],
    ['stands-already', { askerId: 'an', seat: { shiftId: 'd1', place: 0 }, partnerId: 'ba' }],
    ['stands-already', { askerId: 'ca', seat: { shiftId: 'n1', place: 0 }, partnerId: 'ca' }],
  ] as const)('is %s', (refusal, exchange) => {
    expect(exchanged(roster, exchange)).toEqual({ ok: false, refusal });
  });
});

describe('until when a swap can be settled', () => {
  const HOUR = 3_600_000;
  it.each([
    [48, 44],
    [8, 4],
    [4, 2],
    [1, 0.5],
  ])('asked %d hours before the shift: within %d hours', (before, within) => {
    expect(settleBy(at(0), at(before * HOUR))).toBe(within * HOUR);
  });

  it('is never when the shift is an hour away', () => {
    expect(settleBy(at(1), at(LEAST_NOTICE_MS))).toBeUndefined();
  });
});

describe('a deadline', () => {
  const HOUR = 3_600_000;
  const shift = (id: string, hour: number) => ({
    id,
    span: { start: at(hour * HOUR), end: at((hour + 8) * HOUR) },
  });
  const asked = swap({ expiresAt: at(20 * HOUR), other: { shiftId: 'd2', place: 0 } });

  it.each([
    ['stays where nothing moved', [shift('n1', 24), shift('d2', 48)], 20],
    ['goes back with the earlier shift', [shift('n1', 16), shift('d2', 48)], 12],
    ['goes on with it', [shift('n1', 40), shift('d2', 48)], 36],
    ['looks at whichever is earlier now', [shift('n1', 24), shift('d2', 10)], 6],
    ['is over when a shift moved too near', [shift('n1', 0.5), shift('d2', 48)], 0],
    ['stays when a shift is gone, which ends the swap by itself', [shift('n1', 16)], 20],
  ])('%s', (_, shifts, hours) => {
    expect(followShifts(asked, shifts).expiresAt).toBe(hours * HOUR);
  });
});
