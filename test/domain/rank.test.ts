import { describe, expect, it } from 'vitest';
import { proposedPeople } from '../../src/domain/proposed-people.ts';
import { type Rank, rankOf } from '../../src/domain/rank.ts';
import { sampleCase } from '../sample-case.ts';

describe('rankOf', () => {
  it.each<[string, Rank]>([
    ['Giám đốc', 'head'],
    ['GIÁM ĐỐC', 'head'],
    ['Q. Giám đốc', 'head'],
    ['Phó Giám đốc', 'deputy-head'],
    ['P. Giám đốc', 'deputy-head'],
    ['PGĐ', 'deputy-head'],
    ['Phó Giám đốc phụ trách', 'deputy-head'],
    ['Chánh Văn phòng', 'office-chief'],
    ['Phó Chánh Văn phòng', 'deputy-office-chief'],
    ['Trưởng phòng', 'section-head'],
    ['Trưởng phòng Hạ tầng', 'section-head'],
    ['Tổ trưởng', 'section-head'],
    ['Phó Trưởng phòng', 'deputy-section-head'],
    ['Phó phòng', 'deputy-section-head'],
    ['P.TP', 'deputy-section-head'],
    ['PTP', 'deputy-section-head'],
    ['Đội phó', 'deputy-section-head'],
    ['Chuyên viên chính', 'specialist'],
    ['Kỹ sư', 'specialist'],
    ['Kế toán trưởng', 'specialist'],
    ['', 'specialist'],
    ['Nhân viên', 'support'],
    ['Lái xe (hợp đồng)', 'support'],
    ['NV bảo vệ', 'support'],
    ['Director', 'head'],
    ['Deputy Director', 'deputy-head'],
    ['Driver', 'support'],
  ])('reads %s as %s', (title, rank) => {
    expect(rankOf(title)).toBe(rank);
  });
});

describe('proposedPeople', () => {
  const { staff } = sampleCase('tet-2027-province');

  it('leaves leading to who leads, the watch to its department, response to the engineers', () => {
    expect(proposedPeople('leader', staff).map(({ id }) => id)).toEqual(['LG01', 'LG02', 'LG03', 'LG04']);
    const watch = new Set(proposedPeople('watch', staff).map(({ department }) => department));
    const response = new Set(proposedPeople('response', staff).map(({ department }) => department));
    expect([...watch, ...response]).toEqual(['Phòng An toàn thông tin', 'Phòng Hạ tầng']);
  });

  it('puts no contract driver on the watch', () => {
    const driver = { title: 'Lái xe', department: 'Phòng An toàn thông tin' };
    const engineer = { title: 'Kỹ sư', department: '' };
    const head = { title: 'Giám đốc', department: '' };
    const people = [driver, engineer, head];
    expect(proposedPeople('watch', people)).toEqual([engineer]);
    expect(proposedPeople('premises', people)).toEqual([driver]);
  });

  it('proposes nobody where titles tell nobody from the rest', () => {
    const alike = [
      { title: 'Kỹ sư', department: 'Tổ 1' },
      { title: '', department: 'Tổ 2' },
    ];
    expect(proposedPeople('watch', alike)).toEqual([]);
    expect(proposedPeople('leader', alike)).toEqual([]);
  });
});
