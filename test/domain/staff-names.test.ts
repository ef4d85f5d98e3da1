/** Ensure that whoever shares a name with someone can be told from them wherever the name stands alone. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { givenStaffName, type NamedPerson, shortStaffName, staffName } from '../../src/domain/staff-names.ts';

const person = (id: string, name: string, department = '', title = ''): NamedPerson => ({
  id,
  name,
  department,
  title,
});

const namesIn = (people: readonly NamedPerson[]): string[] => people.map(({ id }) => staffName(people, id));

describe('namesakes', () => {
  it.each<[string, NamedPerson[], string[]]>([
    ['nobody shares a name', [person('a', 'Hùng'), person('b', 'Hưng')], ['Hùng', 'Hưng']],
    [
      'departments differ',
      [person('a', 'Hùng', 'Hạ tầng'), person('b', 'Hùng', 'Giám sát'), person('c', 'Lan', 'Hạ tầng')],
      ['Hùng (Hạ tầng)', 'Hùng (Giám sát)', 'Lan'],
    ],
    [
      'only titles differ',
      [person('a', 'Hùng', 'Hạ tầng', 'Kỹ sư'), person('b', 'Hùng', 'Hạ tầng', 'Trưởng phòng')],
      ['Hùng (Kỹ sư)', 'Hùng (Trưởng phòng)'],
    ],
    [
      'department and title together differ',
      [
        person('a', 'Hùng', 'Hạ tầng', 'Kỹ sư'),
        person('b', 'Hùng', 'Hạ tầng', 'Phó phòng'),
        person('c', 'Hùng', 'Giám sát', 'Kỹ sư'),
        person('d', 'Hùng', 'Giám sát', 'Phó phòng'),
      ],
      [
        'Hùng (Kỹ sư, Hạ tầng)',
        'Hùng (Phó phòng, Hạ tầng)',
        'Hùng (Kỹ sư, Giám sát)',
        'Hùng (Phó phòng, Giám sát)',
      ],
    ],
    [
      'only codes differ: as few of the last digits as it takes',
      [person('nv0123', 'Hùng'), person('nv0223', 'Hùng'), person('nv0124', 'Hùng')],
      ['Hùng (…123)', 'Hùng (…223)', 'Hùng (…4)'],
    ],
    [
      'one code is the end of the other',
      [person('23', 'Hùng'), person('123', 'Hùng')],
      ['Hùng (23)', 'Hùng (…123)'],
    ],
    [
      'codes without digits',
      [person('hung', 'Hùng'), person('hung-ha-tang', 'Hùng')],
      ['Hùng (hung)', 'Hùng (hung-ha-tang)'],
    ],
    [
      'one has a department, the other has none',
      [person('a', 'Hùng', 'Hạ tầng'), person('b', 'Hùng')],
      ['Hùng (Hạ tầng)', 'Hùng (b)'],
    ],
    [
      'written in another case or another form of Unicode',
      [person('a1', 'Hùng'), person('a2', 'HÙNG'.normalize('NFD'))],
      ['Hùng (…1)', `${'HÙNG'.normalize('NFD')} (…2)`],
    ],
  ])('%s', (_, people, expected) => {
    expect(namesIn(people)).toEqual(expected);
  });

  it('shortens a name only as far as nobody else could be meant', () => {
    const people = [
      person('a', 'Bùi Đức Anh'),
      person('b', 'Lê Văn Hùng'),
      person('c', 'Trần Đức Hùng'),
      person('d', 'Ngô Văn Long'),
      person('e', 'Phạm Văn Long'),
      person('f1', 'Vũ Thị Hà'),
      person('f2', 'Vũ Thị Hà'),
    ];
    expect(people.map(({ id }) => givenStaffName(people, id))).toEqual([
      'Anh',
      'Văn Hùng',
      'Đức Hùng',
      'Ngô Văn Long',
      'Phạm Văn Long',
      'Vũ Thị Hà (…1)',
      'Vũ Thị Hà (…2)',
    ]);
    expect(shortStaffName(people, 'a')).toBe('Đức Anh');
    expect(staffName(people, 'nobody')).toBe('');
  });

  it('gives no two people of a unit the same name, whatever they have in common', () => {
    const few = fc.constantFrom('', 'A', 'B', '…1', 'A, B');
    const people = fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[ab1-3-]{1,4}$/),
        name: fc.constantFrom('Lê Hùng', 'lê hùng', 'Lê Lan', 'Hùng'),
        department: few,
        title: few,
      }),
      { selector: ({ id }) => id, maxLength: 12 },
    );
    fc.assert(
      fc.property(people, (all) => {
        for (const call of [staffName, shortStaffName, givenStaffName]) {
          const names = all.map(({ id }) => call(all, id));
          expect(new Set(names).size).toBe(all.length);
        }
      }),
      { seed: 20, numRuns: 2_000 },
    );
  });
});
