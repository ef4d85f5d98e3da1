import { describe, expect, it } from 'vitest';
import { caseOf, faultsOf, warningsOf } from './case-fixture.ts';

describe('parseLedger', () => {
  it('reads one row a person a year, empty cells as nought', () => {
    const ledger =
      'Họ và tên,Năm,Điểm,Giao thừa,Mồng 1,30/4\nLê Văn An,2026,12,1,,2\nTrần Thị Bình,2025,,,,\n';
    expect(caseOf({ ledger }).ledger).toEqual([
      { staffId: 'le-van-an', year: 2026, kind: 'points', amount: 12 },
      { staffId: 'le-van-an', year: 2026, kind: 'giao-thua', amount: 1 },
      { staffId: 'le-van-an', year: 2026, kind: 'liberation', amount: 2 },
    ]);
  });

  it('leaves out those who have moved on, and says so', () => {
    const ledger = 'name,year,points\nHồ Quý Ly Ly,2026,12\nLê Văn An,2026,9\n';
    expect(caseOf({ ledger }).ledger).toHaveLength(1);
    expect(warningsOf({ ledger })).toEqual(['ledger.csv:2 name fault.ledger.person-unknown']);
  });

  it('adds up a year that stands twice, and says so', () => {
    const ledger = 'name,year,points\nLê Văn An,2026,12\nLê Văn An,2026,9\n';
    expect(caseOf({ ledger }).ledger.map((entry) => entry.amount)).toEqual([12, 9]);
    expect(warningsOf({ ledger })).toEqual(['ledger.csv:3 year fault.ledger.twice']);
  });

  it.each([
    ['a year in words', 'name,year\nLê Văn An,năm ngoái\n', 'ledger.csv:2 year fault.whole'],
    ['no year', 'name,year,points\nLê Văn An,,3\n', 'ledger.csv:2 year fault.cell.empty'],
    ['points below nought', 'name,year,points\nLê Văn An,2026,-3\n', 'ledger.csv:2 points fault.whole'],
    ['no year column', 'name,points\nLê Văn An,3\n', 'ledger.csv:1 fault.csv.heading-missing'],
  ])('refuses %s', (_, ledger, expected) => {
    expect(faultsOf({ ledger })).toEqual([expected]);
  });
});
