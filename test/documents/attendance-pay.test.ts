/** What duty earns: hours at the ordinary wage by the law's rates or the unit's own, and the year against its limit. */

import { describe, expect, it } from 'vitest';
import { NO_MINUTES } from '../../src/domain/duty-hours.ts';
import { LEAST_RATES, paidMinutes } from '../../src/domain/duty-pay.ts';
import { buildDocument } from '../../src/output/documents/build-document.ts';
import type { Cell, Table } from '../../src/output/documents/document.ts';
import type { DocumentRequest } from '../../src/output/documents/document-request.ts';
import { formatXlsx } from '../../src/output/documents/xlsx-file.ts';
import { requestOf, samplePlan } from './sample-documents.ts';
import { unzip } from './zip.ts';

const HOUR = 60;

describe('hours at the ordinary wage', () => {
  // Labour Code Art. 98: 150, 200, 300 %; by night 30 % more and a fifth of the day's (200, 270, 390 %).
  it.each([
    [{ working: 8 * HOUR, rest: 0, holiday: 0 }, {}, 12, 4],
    [{ working: 0, rest: 8 * HOUR, holiday: 0 }, {}, 16, 8],
    [{ working: 0, rest: 0, holiday: 8 * HOUR }, {}, 24, 16],
    [{ working: 0, rest: 0, holiday: 8 * HOUR }, { holidayDay: 350 }, 28, 20],
    [{ working: 8 * HOUR, rest: 0, holiday: 0 }, { workingDay: 80 }, 6.4, 0],
  ])('of %j at %j', (day, rates, pay, difference) => {
    const minutes = { ...NO_MINUTES, day };
    expect(paidMinutes(minutes, rates, 'pay') / HOUR).toBeCloseTo(pay, 9);
    expect(paidMinutes(minutes, rates, 'difference') / HOUR).toBeCloseTo(difference, 9);
  });

  it('are dearest on the night of a holiday, and nothing at home unless the unit says so', () => {
    const night = { ...NO_MINUTES, night: { working: 0, rest: 0, holiday: HOUR } };
    expect(paidMinutes(night, {}, 'pay')).toBeCloseTo(234, 9);
    const standby = { ...NO_MINUTES, standby: 10 * HOUR };
    expect(paidMinutes(standby, {}, 'pay')).toBe(0);
    expect(paidMinutes(standby, { standby: 50 }, 'pay')).toBe(5 * HOUR);
    expect(paidMinutes(standby, { standby: 50 }, 'difference')).toBe(5 * HOUR);
  });
});

describe('the attendance sheet', () => {
  const request = requestOf(samplePlan('tet-2027-province'));
  const tableOf = (asked: DocumentRequest): Table => {
    const [section] = buildDocument('attendance', asked).sections;
    const table = section?.blocks.find((block) => block.kind === 'table');
    if (table?.kind !== 'table') throw new Error('no table');
    return table;
  };
  const heads = ({ head }: Table): string[] =>
    (head[0] ?? []).map(({ lines }) => lines.map(({ text }) => text).join(' '));
  const paid = (returns: 'pay' | 'difference'): DocumentRequest => ({
    ...request,
    fields: { ...request.fields, returns, rates: { standby: 40 } },
  });
  const figures = (cells: readonly Cell[] = []): number[] => cells.flatMap(({ figure }) => figure ?? []);

  it('tells days off, pay, or both', () => {
    expect(heads(tableOf(request))).toContain('Ngày nghỉ bù');
    expect(heads(tableOf(paid('pay')))).toContain('Giờ quy đổi');
    expect(heads(tableOf(paid('pay')))).not.toContain('Ngày nghỉ bù');
    expect(heads(tableOf(paid('difference')))).toEqual(
      expect.arrayContaining(['Ngày nghỉ bù', 'Giờ quy đổi chênh lệch']),
    );
    expect(JSON.stringify(buildDocument('attendance', paid('pay')))).toContain(
      '150, 200, 200, 270, 300, 390, 40',
    );
  });

  it('has hours at pay that are those of its own row by the rates', () => {
    const rates = Object.values(LEAST_RATES).with(-1, 40);
    for (const row of tableOf(paid('pay')).rows) {
      const all = figures(row);
      const [
        day = 0,
        night = 0,
        restDay = 0,
        restNight = 0,
        feast = 0,
        feastNight = 0,
        ,
        standby = 0,
        pay = 0,
      ] = all;
      const hours = [day, night, restDay, restNight, feast, feastNight, standby];
      expect(pay).toBeCloseTo(
        hours.reduce((sum, each, i) => sum + (each * (rates[i] ?? 0)) / 100, 0),
        6,
      );
    }
  });

  it('has days off and hours at pay that follow in a workbook when hours are corrected', async () => {
    const fields = { ...request.fields, returns: 'difference', rates: { standby: 40 } } as const;
    const sheet = unzip(await formatXlsx(buildDocument('attendance', { ...request, fields }))).get(
      'xl/worksheets/sheet1.xml',
    );
    const formulas = [...(sheet?.matchAll(/<f>([^<]+)<\/f>/g) ?? [])].map(([, formula]) => formula);
    expect(formulas.slice(0, 3)).toEqual([
      'SUM(D6:I6)',
      'ROUND((J6*0.125)*2,0)/2',
      'D6*0.5+E6*1+F6*1+G6*1.7+H6*2+I6*2.9+K6*0.4',
    ]);
  });

  it('marks a year above the limit, and adds the column up in a workbook', async () => {
    const [first, second] = request.source.plan.staff;
    const of = new Map([
      [first?.id ?? '', 201 * HOUR],
      [second?.id ?? '', 200 * HOUR],
    ]);
    const asked = { ...request, options: { yearMinutes: { year: 2027, of } } };
    const table = tableOf(asked);
    expect(heads(table)).toContain('Cả năm 2027');
    const shown = table.rows.map((row) => row.at(-2)).filter((cell) => (cell?.figure ?? 0) >= 200);
    expect(shown.slice(0, 2).map((cell) => [cell?.figure, cell?.lines[0]?.bold ?? false])).toEqual(
      expect.arrayContaining([
        [201, true],
        [200, false],
      ]),
    );
    const sheet = unzip(await formatXlsx(buildDocument('attendance', asked))).get('xl/worksheets/sheet1.xml');
    expect(sheet?.match(/<f>SUM\(/g)?.length).toBeGreaterThan(table.rows.length);
  });
});
