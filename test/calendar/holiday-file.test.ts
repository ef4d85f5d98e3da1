/** Holiday files: a good one is read, a bad one is refused whole with every fault named. */

import { describe, expect, it } from 'vitest';
import { parseHolidayFile } from '../../src/calendar/holiday-file.ts';

const tet = {
  key: '2027-tet',
  kind: 'tet',
  title: 'Tết Đinh Mùi',
  from: '2027-02-04',
  to: '2027-02-10',
  status: 'official',
  source: 'TB 1/TB-BNV',
};

function faultsOf(raw: unknown): string[] {
  const parsed = parseHolidayFile(raw, '2027.json');
  return parsed.ok ? [] : parsed.faults.map(({ key, column }) => `${key} at ${column}`);
}

function withTet(change: Readonly<Record<string, unknown>>): unknown {
  return { year: 2027, breaks: [{ ...tet, ...change }] };
}

describe('parseHolidayFile', () => {
  it('reads a break, the last day becoming the first day after', () => {
    const parsed = parseHolidayFile(withTet({}), '2027.json');
    expect(parsed).toMatchObject({
      ok: true,
      value: [{ key: '2027-tet', year: 2027, from: '2027-02-04', to: '2027-02-11', alternatives: [] }],
    });
  });

  it('works out the paid days where the file leaves them out', () => {
    const parsed = parseHolidayFile(withTet({}), '2027.json');
    expect(parsed.ok && parsed.value[0]?.holidays).toHaveLength(5);
  });

  it('names file, path and value of a fault', () => {
    const parsed = parseHolidayFile(withTet({ from: '2027-02-30' }), '2027.json');
    expect(parsed).toEqual({
      ok: false,
      faults: [
        {
          key: 'fault.holiday.day',
          params: { field: 'breaks[0].from' },
          file: '2027.json',
          column: 'breaks[0].from',
          value: '2027-02-30',
        },
      ],
    });
  });

  it.each([
    ['no object', 5, 'fault.holiday.type at '],
    ['no breaks', { year: 2027 }, 'fault.holiday.missing at breaks'],
    ['no title', withTet({ title: undefined }), 'fault.holiday.missing at breaks[0].title'],
    ['an empty title', withTet({ title: ' ' }), 'fault.holiday.small at breaks[0].title'],
    ['a number as title', withTet({ title: 7 }), 'fault.holiday.type at breaks[0].title'],
    ['a very long title', withTet({ title: 'x'.repeat(501) }), 'fault.holiday.big at breaks[0].title'],
    ['an unknown kind', withTet({ kind: 'party' }), 'fault.holiday.choice at breaks[0].kind'],
    ['an unknown field', withTet({ colour: 'red' }), 'fault.holiday.unknown at breaks[0]'],
    ['a year too far', { year: 2101, breaks: [] }, 'fault.holiday.big at year'],
    ['a year too early', { year: 2013, breaks: [] }, 'fault.holiday.small at year'],
    ['an end before the start', withTet({ to: '2027-02-03' }), 'fault.holiday.order at breaks[0].to'],
    ['a break of months', withTet({ to: '2027-04-03' }), 'fault.holiday.long at breaks[0].to'],
    ['a key of another year', withTet({ key: '2026-tet' }), 'fault.holiday.key at breaks[0].key'],
    ['an official break without source', withTet({ source: '' }), 'fault.holiday.source at breaks[0].source'],
    [
      'a paid day outside the break',
      withTet({ holidays: ['2027-02-11'] }),
      'fault.holiday.outside at breaks[0].holidays[0]',
    ],
    [
      'a swapped day outside the break',
      withTet({ swaps: [{ off: '2027-02-12', worked: null }] }),
      'fault.holiday.swapOff at breaks[0].swaps[0].off',
    ],
    [
      'a day worked inside the break',
      withTet({ swaps: [{ off: '2027-02-10', worked: '2027-02-07' }] }),
      'fault.holiday.swapWorked at breaks[0].swaps[0].worked',
    ],
    [
      'an alternative without source',
      withTet({ alternatives: [{ from: tet.from, to: tet.to }] }),
      'fault.holiday.missing at breaks[0].alternatives[0].source',
    ],
  ])('refuses %s', (_, raw, fault) => {
    expect(faultsOf(raw)).toEqual([fault]);
  });

  it('refuses a break of another year', () => {
    const other = withTet({ from: '2026-02-14', to: '2026-02-22' });
    expect(faultsOf(other)).toEqual(['fault.holiday.otherYear at breaks[0].to']);
  });

  it('refuses the same holiday twice and breaks that overlap', () => {
    const gioTo = { ...tet, key: '2027-gio-to', kind: 'gio-to', from: '2027-02-10', to: '2027-02-12' };
    expect(faultsOf({ year: 2027, breaks: [tet, tet, gioTo] })).toEqual([
      'fault.holiday.duplicate at breaks[1].kind',
      'fault.holiday.overlap at breaks[2].from',
      'fault.holiday.overlap at breaks[2].from',
    ]);
  });

  it('collects every fault', () => {
    const raw = { year: 2027, breaks: [{ ...tet, from: 'x', kind: 'y' }, { key: 'z' }] };
    expect(faultsOf(raw).length).toBeGreaterThan(5);
  });
});
