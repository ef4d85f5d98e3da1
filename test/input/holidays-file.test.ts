/** `holidays.json` of a case: taken whole, or its faults told among all the others. */

import { describe, expect, it } from 'vitest';
import { parseCase } from '../../src/input/parse-case.ts';
import { bytes, files, told } from './case-fixture.ts';

function parsedWith(holidays: string) {
  return parseCase(new Map([...files(), ['holidays.json', bytes(holidays)]]));
}

const TET = {
  key: '2027-tet',
  kind: 'tet',
  title: 'Tết Đinh Mùi',
  from: '2027-02-03',
  to: '2027-02-11',
  status: 'official',
  source: 'Thông báo của đơn vị',
};

describe('holidays.json', () => {
  it('gives the unit its own entries', () => {
    const parsed = parsedWith(JSON.stringify({ year: 2027, breaks: [TET] }));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    expect(parsed.value.holidayOverrides).toMatchObject([
      { key: '2027-tet', from: '2027-02-03', to: '2027-02-12' },
    ]);
  });

  it('may be absent, and is then nothing', () => {
    const parsed = parseCase(files());
    expect(parsed).toMatchObject({ ok: true });
    expect(parsed.ok && parsed.value).not.toHaveProperty('holidayOverrides');
  });

  it.each([
    ['no JSON', '{"year": 2027,', ['holidays.json:1 fault.json.syntax']],
    ['null', 'null', ['holidays.json fault.holiday.type']],
    [
      'an unknown kind',
      JSON.stringify({ year: 2027, breaks: [{ ...TET, kind: 'trung-thu' }] }),
      ['holidays.json breaks[0].kind fault.holiday.choice'],
    ],
    [
      'an end before its start',
      JSON.stringify({ year: 2027, breaks: [{ ...TET, to: '2027-02-01' }] }),
      ['holidays.json breaks[0].to fault.holiday.order'],
    ],
  ])('with %s is refused', (_, text, faults) => {
    const parsed = parsedWith(text);
    expect(parsed.ok ? [] : told(parsed.faults)).toEqual(faults);
  });
});
