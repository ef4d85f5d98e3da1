/** Orders and duties by a few words, for tests of what is judged and kept. */

import type { Day } from '../../src/calendar/day.ts';
import type { Instant } from '../../src/calendar/interval.ts';
import { type ClockTime, parseInstant, VIETNAM } from '../../src/calendar/zone.ts';
import type { AnswerDuty } from '../../src/domain/answer.ts';
import type { Order, OrderContent, OrderDemand } from '../../src/domain/order.ts';

export function at(text: string, zone = VIETNAM): Instant {
  const instant = parseInstant(text, zone);
  if (instant === undefined) throw new Error(`no instant: ${text}`);
  return instant;
}

export const WATCH: OrderDemand = {
  ...{ id: 'giam-sat', tier: 'watch', name: 'Giám sát ATTT', start: '00:00' as ClockTime },
  ...{ minutes: 1440, least: 1, phone: true, kinds: [] },
};

export const LEADER: OrderDemand = {
  ...{ id: 'lanh-dao', tier: 'leader', name: 'Trực lãnh đạo', start: '07:00' as ClockTime },
  ...{ minutes: 1440, least: 1, phone: true, kinds: [] },
};

export const CONTENT: OrderContent = {
  ...{ name: 'Trực Tết Đinh Mùi 2027', dispatchNumber: '12/SKHCN-CNS', dispatchDay: '2027-01-04' as Day },
  ...{ firstDay: '2027-02-04' as Day, lastDay: '2027-02-10' as Day },
  ask: { by: 'kind', names: ['Sở, ban, ngành', 'Xã, phường'], without: [], picked: [] },
  ...{ demands: [LEADER, WATCH], systems: ['Cổng dịch vụ công'], reports: [], contacts: [] },
  deadlines: [
    { kinds: ['Xã, phường'], at: at('2027-01-29T17:00') },
    { kinds: [], at: at('2027-01-26T17:00') },
  ],
};

export function order(change: Partial<Order> = {}): Order {
  return {
    ...{ id: 'tet', unitId: 'so', superiorName: 'Sở Khoa học và Công nghệ', zone: VIETNAM },
    ...{ content: CONTENT, state: 'sent', revision: 1, updatedAt: at('2027-01-04T10:42') },
    ...{ sentAt: at('2027-01-04T10:42') },
    ...change,
  };
}

export function duty(from: string, to: string, change: Partial<AnswerDuty> = {}): AnswerDuty {
  return {
    ...{ tier: 'watch', label: 'Giám sát', name: 'Vi Văn Khoa', title: 'Chuyên viên', phone: '0900 000 083' },
    span: { start: at(from), end: at(to) },
    ...change,
  };
}
