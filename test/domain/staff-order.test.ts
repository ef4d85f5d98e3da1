import { describe, expect, it } from 'vitest';
import { BLANK_MEMBER } from '../../src/domain/staff.ts';
import { inListOrder, LIST_ORDERS } from '../../src/domain/staff-order.ts';

const person = (name: string, title: string, department: string, listPlace?: number) => ({
  ...BLANK_MEMBER,
  id: name,
  name,
  title,
  department,
  ...(listPlace === undefined ? {} : { listPlace }),
});

const PEOPLE = [
  person('Đỗ Văn An', 'Lái xe', 'Văn phòng', 6),
  person('Ngô Thị Bình', 'Chuyên viên', 'Phòng Hạ tầng', 5),
  person('Lê Văn Cường', 'Trưởng phòng', 'Phòng Hạ tầng', 4),
  person('Trần Thị Dung', 'Chánh Văn phòng', 'Văn phòng', 3),
  person('Phạm Văn Em', 'Phó Giám đốc', 'Ban Giám đốc', 2),
  person('Vũ Thị Giang', 'Giám đốc', 'Ban Giám đốc', 1),
  person('Mai Văn Hải', 'Kỹ sư', 'Phòng Hạ tầng'),
];

describe('inListOrder', () => {
  it.each([
    ['rank', 'Giang Em Dung Cường Bình Hải An'],
    ['department', 'Giang Em Dung An Cường Bình Hải'],
    ['list', 'Giang Em Dung Cường Bình An Hải'],
    ['name', 'An Bình Cường Dung Em Giang Hải'],
  ] as const)('puts people by %s', (order, names) => {
    const given = inListOrder(PEOPLE, order).map(({ name }) => name.split(' ').at(-1));
    expect(given.join(' ')).toBe(names);
  });

  it('leads with leaders unless the unit chose, and is the same however people come', () => {
    expect(inListOrder(PEOPLE)).toEqual(inListOrder(PEOPLE, 'rank'));
    for (const order of LIST_ORDERS) {
      expect(inListOrder(PEOPLE.toReversed(), order)).toEqual(inListOrder(PEOPLE, order));
    }
  });
});
