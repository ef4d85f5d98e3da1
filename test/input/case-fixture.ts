/** A small case that is right in every file, to be spoilt one file at a time. */

import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Case } from '../../src/domain/case.ts';
import { parseCase } from '../../src/input/parse-case.ts';
import type { Fault, Parsed } from '../../src/kernel/fault.ts';

const SAMPLES = resolve(import.meta.dirname, '../../data/samples');

export function sampleFiles(name: string): Map<string, Uint8Array> {
  const folder = resolve(SAMPLES, name);
  return new Map(
    readdirSync(folder).map((file) => [file, new Uint8Array(readFileSync(resolve(folder, file)))]),
  );
}

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export const UNIT = {
  id: 'to-truc',
  name: 'Tổ trực thử',
  posts: [
    {
      id: 'giam-sat',
      name: 'Giám sát',
      tier: 'watch',
      skills: ['giám sát'],
      cover: 1,
      patterns: [
        { id: 'ngay', label: 'Ngày', start: '06:00', hours: 12 },
        { id: 'dem', label: 'Đêm', start: '18:00', hours: 12 },
      ],
    },
  ],
};

export const PERIOD = {
  id: 'tet-2027',
  name: 'Tết 2027',
  start: '2027-02-04T06:00',
  end: '2027-02-07T06:00',
  holidays: ['2027-tet'],
};

export const STAFF = `Họ và tên,Điện thoại,Kỹ năng
Lê Văn An,0900 000 001,giám sát
Trần Thị Bình,0900 000 002,giám sát
Phạm Đức Cường,0900 000 003,giám sát
`;

export type Spoilt = Partial<Record<'unit' | 'period' | 'rules', unknown>> &
  Partial<Record<'staff' | 'leave' | 'ledger', string | Uint8Array>>;

/** Text and bytes go in as they are, anything else as JSON. */
export function files(spoilt: Spoilt = {}): Map<string, Uint8Array> {
  const whole: Spoilt = { unit: UNIT, period: PERIOD, staff: STAFF, ...spoilt };
  const table = ['staff', 'leave', 'ledger'];
  return new Map(
    Object.entries(whole).map(([name, content]) => [
      `${name}.${table.includes(name) ? 'csv' : 'json'}`,
      content instanceof Uint8Array
        ? content
        : bytes(typeof content === 'string' ? content : JSON.stringify(content)),
    ]),
  );
}

export function parse(spoilt: Spoilt = {}): Parsed<Case> {
  return parseCase(files(spoilt));
}

export function caseOf(spoilt: Spoilt = {}): Case {
  const parsed = parse(spoilt);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

/** Short forms: `staff.csv:3 Điện thoại fault.phone`. */
export function told(faults: readonly Fault[]): string[] {
  return faults.map(({ file, row, column, key }) =>
    [`${file}${row === undefined ? '' : `:${row}`}`, column, key].filter(Boolean).join(' '),
  );
}

export function faultsOf(spoilt: Spoilt): string[] {
  const parsed = parse(spoilt);
  return parsed.ok ? [] : told(parsed.faults);
}

export function warningsOf(spoilt: Spoilt): string[] {
  const parsed = parse(spoilt);
  return parsed.ok ? told(parsed.warnings) : ['refused'];
}
