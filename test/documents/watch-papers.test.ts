/** Reports of incidents and records of handing over have the letterhead of every letter. */

import { describe, expect, it } from 'vitest';
import type { DutyDocument, Letterhead } from '../../src/output/documents/document.ts';
import { incidentReport } from '../../src/output/documents/incident-report.ts';
import { watchRecord } from '../../src/output/documents/watch-record.ts';
import { at } from './sample-documents.ts';

const UNIT = {
  name: 'Trung tâm Giám sát, điều hành đô thị thông minh và Chuyển đổi số',
  parentName: 'Ủy ban nhân dân xã Tân Khê',
  place: 'Tân Khê',
};

const reportOf = (unit: Pick<typeof UNIT, 'name' | 'place'>): DutyDocument =>
  incidentReport({
    language: 'vi',
    unit,
    incident: 'SC-03 · Mã độc tống tiền',
    code: 'SC-03',
    name: 'Báo cáo ban đầu',
    recipient: 'Cục An toàn thông tin',
    source: 'Quyết định số 05/2017/QĐ-TTg',
    fields: [],
    at: at('2027-02-06T06:00'),
  });

const recordOf = (unit: typeof UNIT): DutyDocument =>
  watchRecord({
    kind: 'handover',
    language: 'vi',
    zone: 'Asia/Ho_Chi_Minh',
    unit,
    shift: 'Ca Đêm 22–06, T6 05/02',
    at: at('2027-02-06T06:00'),
    id: 'ca-1',
    lines: [],
    opening: 'Hồi 06 giờ 00 ngày 06/02/2027',
    parts: [],
    signed: [],
    giver: 'Bùi Đức Anh',
    receiver: 'Phan Đình Huy',
  });

const headOf = ({ sections }: DutyDocument): Letterhead => {
  const head = sections[0]?.blocks.find((block) => block.kind === 'letterhead');
  if (head?.kind !== 'letterhead') throw new Error('no letterhead');
  return head;
};

describe.each([
  ['a report', reportOf],
  ['a record', recordOf],
])('the letterhead of %s', (_, documentOf) => {
  const { parent, unit, ruleMm } = headOf(documentOf(UNIT));

  it('breaks between words that belong apart', () => {
    expect(parent).toEqual(['ỦY BAN NHÂN DÂN', 'XÃ TÂN KHÊ']);
    expect(unit.join(' ')).toBe(UNIT.name.toLocaleUpperCase('vi'));
    expect(unit.length).toBeGreaterThan(1);
  });

  it('has a rule from a third to half as wide as the offices it stands under', () => {
    expect(ruleMm).toBeGreaterThan(15);
    expect(ruleMm).toBeLessThan(33);
  });
});

it('names no office above where there is none', () => {
  const { name, place } = UNIT;
  expect(headOf(reportOf({ name, place })).parent).toEqual([]);
});
