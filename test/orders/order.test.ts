import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/calendar/day.ts';
import type { ClockTime } from '../../src/calendar/zone.ts';
import { reportsDue } from '../../src/domain/duty-report.ts';
import {
  askedOf,
  daysOf,
  deadlineFor,
  demandsFor,
  endOfOrder,
  type ReportDuty,
  spanOfOrder,
} from '../../src/domain/order.ts';
import { NO_CONTACT, type UnitPlace } from '../../src/domain/unit-tree.ts';
import { at, CONTENT, LEADER, order, WATCH } from './order-facts.ts';

const place = (unitId: string, kind: string, branch = ''): UnitPlace => ({
  ...{ unitId, superiorId: 'so', kind, branch, contact: NO_CONTACT },
});
const NOW = at('2027-01-04T10:42');
const { lastDay: _, ...open } = CONTENT;

describe('whom an order asks', () => {
  const below = [
    place('so-y-te', 'Sở, ban, ngành', 'Văn xã'),
    place('xa-1', 'Xã, phường', 'Vùng 1'),
    place('bao-tang', 'Đơn vị sự nghiệp', 'Văn xã'),
  ];
  const ids = (ask: Parameters<typeof askedOf>[0]): string[] =>
    askedOf(ask, below).map(({ unitId }) => unitId);

  it('goes by kind or by branch, leaves out and picks beside', () => {
    expect(ids({ by: 'kind', names: ['Xã, phường'], without: [], picked: [] })).toEqual(['xa-1']);
    expect(ids({ by: 'branch', names: ['Văn xã'], without: ['bao-tang'], picked: [] })).toEqual(['so-y-te']);
    expect(ids({ by: 'kind', names: ['Xã, phường'], without: [], picked: ['bao-tang'] })).toEqual([
      'xa-1',
      'bao-tang',
    ]);
    expect(ids({ by: 'kind', names: [], without: ['xa-1'], picked: ['xa-1'] })).toEqual([]);
  });

  it('asks some demands of some kinds alone', () => {
    const some = { demands: [LEADER, { ...WATCH, kinds: ['Sở, ban, ngành'] }] };
    expect(demandsFor(some, 'Xã, phường')).toEqual([LEADER]);
    expect(demandsFor(some, 'Sở, ban, ngành')).toHaveLength(2);
  });

  it('gives each kind its deadline, the rest the one for the rest', () => {
    expect(deadlineFor(CONTENT, 'Xã, phường', 'Asia/Ho_Chi_Minh')).toBe(at('2027-01-29T17:00'));
    expect(deadlineFor(CONTENT, 'Sở, ban, ngành', 'Asia/Ho_Chi_Minh')).toBe(at('2027-01-26T17:00'));
    expect(deadlineFor({ ...CONTENT, deadlines: [] }, '', 'Asia/Ho_Chi_Minh')).toBe(at('2027-02-04T00:00'));
  });
});

describe('the days of an order', () => {
  it('are those between its first and its last', () => {
    expect(daysOf(order(), NOW)).toHaveLength(7);
    expect(endOfOrder(order())).toBe(at('2027-02-11T00:00'));
  });

  it('go on while it stands, a week ahead, and stop where it is lifted', () => {
    const standing = order({ content: open });
    expect(daysOf(standing, NOW)).toHaveLength(7);
    expect(daysOf(standing, at('2027-02-10T09:00')).at(-1)).toBe('2027-02-16');
    expect(endOfOrder(standing)).toBeUndefined();
    const lifted = order({ content: open, liftedAt: at('2027-02-06T09:00') });
    expect(daysOf(lifted, at('2027-03-01T00:00'))).toEqual([
      '2027-02-04',
      '2027-02-05',
      '2027-02-06',
    ] as Day[]);
    expect(endOfOrder(lifted)).toBe(at('2027-02-06T09:00'));
  });

  it('reach from the first hour asked for to the last', () => {
    expect(spanOfOrder(order(), NOW)).toEqual({ start: at('2027-02-04T00:00'), end: at('2027-02-11T07:00') });
    const none = order({ content: { ...CONTENT, demands: [] } });
    expect(spanOfOrder(none, NOW)).toEqual({ start: at('2027-02-04T00:00'), end: at('2027-02-11T00:00') });
  });
});

describe('reports of an order', () => {
  const daily: ReportDuty = {
    ...{ id: 'ngay', kinds: ['Công an'], mode: 'daily', clock: '16:00' as ClockTime, at: [], headings: [] },
  };
  const summary: ReportDuty = {
    ...{ id: 'tong', kinds: [], mode: 'summary', at: [at('2027-02-07T14:00')], headings: ['Nổi bật'] },
  };
  const arising: ReportDuty = { ...{ id: 'phat-sinh', kinds: [], mode: 'if-any', at: [], headings: [] } };
  const asked = order({ content: { ...CONTENT, reports: [summary, daily, arising] } });

  it('are due by group: daily by the clock, a summary once, if something arises never by itself', () => {
    expect(reportsDue(asked, 'Xã, phường', NOW)).toEqual([{ dutyId: 'tong', dueAt: at('2027-02-07T14:00') }]);
    const due = reportsDue(asked, 'Công an', NOW);
    expect(due).toHaveLength(8);
    expect(due.slice(3, 5).map(({ dueAt }) => dueAt)).toEqual([
      at('2027-02-07T14:00'),
      at('2027-02-07T16:00'),
    ]);
  });
});
