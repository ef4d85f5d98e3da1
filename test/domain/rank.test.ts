import { describe, expect, it } from 'vitest';
import { byFit, proposedPeople } from '../../src/domain/proposed-people.ts';
import { type Rank, rankOf } from '../../src/domain/rank.ts';
import { sampleCase } from '../sample-case.ts';

describe('rankOf', () => {
  it.each<[string, Rank]>([
    ['Giám đốc', 'head'],
    ['GIÁM ĐỐC', 'head'],
    ['T.P', 'section-head'],
    ['P.T.P', 'deputy-section-head'],
    ['Tr.P', 'section-head'],
    ['T.Phòng', 'section-head'],
    ['PT phòng', 'section-head'],
    ['Phó phòng PT', 'section-head'],
    ['Trưởng BP', 'section-head'],
    ['GĐTT', 'head'],
    ['TGĐ', 'head'],
    ['Q.GĐ', 'head'],
    ['PTGĐ', 'deputy-head'],
    ['CHT', 'head'],
    ['P.CHT', 'deputy-head'],
    ['PHT', 'deputy-head'],
    ['PVP', 'deputy-office-chief'],
    ['Phó Văn phòng', 'deputy-office-chief'],
    ['ThS.BS Trưởng khoa', 'section-head'],
    ['Đ/c Giám đốc', 'head'],
    ['Chủ tịch Công đoàn', 'specialist'],
    ['PCT Công đoàn', 'specialist'],
    ['Chủ tịch Hội đồng quản trị', 'head'],
    ['Chủ tịch Công đoàn, Trưởng phòng', 'section-head'],
    ['Bí thư Chi bộ - Phó Giám đốc', 'deputy-head'],
    ['Bí thư Chi bộ, Chuyên viên', 'specialist'],
    ['Phó Giám đốc kiêm Trưởng phòng', 'deputy-head'],
    ['UV BCH, TP', 'section-head'],
    ['Chuyên viên kiêm thủ quỹ', 'specialist'],
    ['Lái xe phòng HC-QT', 'support'],
    ['NĐ 111', 'support'],
    ['BV', 'support'],
    ['Q. Giám đốc', 'head'],
    ['Phó Giám đốc', 'deputy-head'],
    ['P. Giám đốc', 'deputy-head'],
    ['PGĐ', 'deputy-head'],
    ['Phó Giám đốc phụ trách', 'deputy-head'],
    ['Chánh Văn phòng', 'office-chief'],
    ['Phó Chánh Văn phòng', 'deputy-office-chief'],
    ['Trưởng phòng', 'section-head'],
    ['Tr. phòng', 'section-head'],
    ['P. Tr. phòng', 'deputy-section-head'],
    ['Trưởng phòng Hạ tầng', 'section-head'],
    ['Tổ trưởng', 'team-head'],
    ['Trưởng ca', 'team-head'],
    ['Đội trưởng', 'section-head'],
    ['Tổ trưởng tổ bảo vệ', 'support'],
    ['Đội trưởng Đội lái xe', 'support'],
    ['PGĐ phụ trách', 'deputy-head'],
    ['Quyền Trưởng phòng', 'section-head'],
    ['Phó Trưởng phòng phụ trách', 'section-head'],
    ['Phó Trưởng phòng phụ trách kỹ thuật', 'deputy-section-head'],
    ['Phụ trách phòng Hành chính', 'section-head'],
    ['Cán bộ phụ trách CNTT', 'specialist'],
    ['Chánh VP', 'office-chief'],
    ['Phó Chánh VP', 'deputy-office-chief'],
    ['Bí thư Đảng ủy', 'head'],
    ['Bí thư Chi đoàn', 'specialist'],
    ['Phó Bí thư Thường trực', 'deputy-head'],
    ['CT UBND', 'head'],
    ['PCT UBND', 'deputy-head'],
    ['Trưởng Công an xã', 'head'],
    ['Chỉ huy trưởng BCH Quân sự', 'head'],
    ['Chỉ huy phó', 'deputy-head'],
    ['Cục phó', 'deputy-head'],
    ['Lãnh đạo Trung tâm', 'head'],
    ['Lãnh đạo phòng', 'section-head'],
    ['Trợ lý Giám đốc', 'specialist'],
    ['Nguyên Giám đốc', 'specialist'],
    ['HĐ 111', 'support'],
    ['HĐLĐ', 'support'],
    ['Lái xe kiêm bảo vệ', 'support'],
    ['Tập sự', 'trainee'],
    ['Thử việc', 'trainee'],
    ['Nhân viên kỹ thuật', 'specialist'],
    ['Nhân viên bảo vệ', 'support'],
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

  it('puts a technical department on the watch, not the accountant, where there is no department for it', () => {
    const engineer = { title: 'Kỹ sư', department: 'Phòng Kỹ thuật' };
    const accountant = { title: 'Kế toán', department: 'Phòng Hành chính' };
    const guard = { title: 'Chuyên viên', department: 'Phòng An toàn thông tin' };
    expect(proposedPeople('watch', [accountant, engineer])).toEqual([engineer]);
    expect(proposedPeople('watch', [accountant, engineer, guard])).toEqual([guard]);
    expect(proposedPeople('response', [accountant, guard])).toEqual([guard]);
    const food = { title: 'Chuyên viên', department: 'Phòng An toàn thực phẩm' };
    expect(proposedPeople('watch', [food, engineer])).toEqual([engineer]);
  });

  it('puts nobody on a watch who is still learning, and lets heads of teams lead where nobody is above them', () => {
    const trainee = { title: 'Tập sự', department: '' };
    const engineer = { title: 'Kỹ sư', department: '' };
    const team = { title: 'Kíp trưởng', department: '' };
    const head = { title: 'PGĐ phụ trách', department: '' };
    expect(proposedPeople('watch', [trainee, engineer])).toEqual([engineer]);
    expect(proposedPeople('leader', [team, engineer, head])).toEqual([head]);
    expect(proposedPeople('leader', [team, engineer])).toEqual([team]);
  });

  it('comes first where anyone has to learn a post, and whoever leads comes last', () => {
    const head = { title: 'Giám đốc', department: 'Ban Giám đốc' };
    const clerk = { title: 'Văn thư', department: 'Phòng Hành chính' };
    const engineer = { title: 'Kỹ sư', department: 'Phòng Kỹ thuật' };
    expect(byFit('watch', [head, clerk, engineer])).toEqual([engineer, clerk, head]);
    expect(byFit('leader', [clerk, engineer, head])).toEqual([head, clerk, engineer]);
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
