/** Damage drawn from a seed: bytes, cells, JSON values and rules spoilt the way accidents and attackers spoil them. */

import type { Random } from '../../src/kernel/random.ts';

/** What has broken other programs. */
export const NASTY: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  '99999999999999999999',
  'NaN',
  'null',
  '2027-02-30',
  '9999-12-31',
  '25:61',
  '=cmd|"/c calc"!A1',
  '@SUM(1)',
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  '..\\..\\x',
  'x\r\nSet-Cookie: a=b',
  '{{constructor}}',
  '{{{x}}}',
  '#{sys.inputs}',
  '#read("/etc/passwd")',
  '<script>alert(1)</script>',
  '‮gnoul',
  '\u0000',
  '\ufeff',
  '\ud800',
  '🦆'.repeat(30),
  'á'.normalize('NFD').repeat(50),
  'A'.repeat(5_000),
  '"',
  '""",',
  ';\t;',
  '\n\n\r',
  '[]',
  '{}',
  '[[[[[[[[[[',
  'FREQ=SECONDLY',
  'FREQ=DAILY;COUNT=1000000',
];

export function pick<T>(random: Random, list: readonly T[]): T {
  const found = list[random.below(list.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}

/** One to five cuts, copies, turned bits and insertions. */
export function spoilBytes(random: Random, bytes: Uint8Array): Uint8Array {
  let spoilt: Buffer = Buffer.from(bytes);
  for (let i = 1 + random.below(5); i > 0; i--) spoilt = spoilOnce(random, spoilt);
  return new Uint8Array(spoilt);
}

function spoilOnce(random: Random, bytes: Buffer): Buffer {
  const at = random.below(bytes.length + 1);
  const to = Math.min(bytes.length, at + random.below(40));
  const before = bytes.subarray(0, at);
  switch (random.below(6)) {
    case 0:
      return Buffer.concat([before, bytes.subarray(to)]);
    case 1:
      return Buffer.concat([before, bytes.subarray(at, to), bytes.subarray(at)]);
    case 2:
      return Buffer.concat([before, Buffer.from([random.below(256)]), bytes.subarray(at + 1)]);
    case 3:
      return before;
    default:
      return Buffer.concat([before, Buffer.from(pick(random, NASTY)), bytes.subarray(at)]);
  }
}

/** One cell of one line replaced. */
export function spoilCell(random: Random, csv: string): string {
  const lines = csv.split('\n');
  const at = random.below(lines.length);
  const cells = (lines[at] ?? '').split(',');
  cells[random.below(cells.length)] = pick(random, NASTY);
  lines[at] = cells.join(',');
  return lines.join('\n');
}

/** JSON text with one value or key somewhere in it replaced; keys such as `__proto__` come in as text would bring them. */
export function spoilJson(random: Random, value: unknown): string {
  const paths = pathsOf(value);
  const target = pick(random, paths);
  return JSON.stringify(spoilAt(random, value, target)).replaceAll('"\\u0000key"', `"${pick(random, KEYS)}"`);
}

const KEYS = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'x', '', 'toString'];

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Array.isArray(value)
    ? value.flatMap((each, i) => pathsOf(each, [...path, i]))
    : Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...path, key]));
  return [path, ...inside];
}

function spoilAt(random: Random, value: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined) return spoiltValue(random, value);
  if (Array.isArray(value)) return value.map((each, i) => (i === step ? spoilAt(random, each, rest) : each));
  const entries = Object.entries(value as object);
  return Object.fromEntries(
    entries.map(([key, each]) => [key, key === step ? spoilAt(random, each, rest) : each]),
  );
}

function spoiltValue(random: Random, value: unknown): unknown {
  switch (random.below(9)) {
    case 0:
      return null;
    case 1:
      return [value, value];
    case 2:
      return { '\u0000key': value };
    case 3:
      return typeof value === 'object' && value !== null
        ? { ...value, '\u0000key': { polluted: true } }
        : true;
    case 4:
      return -random.below(1_000_000_000);
    case 5:
      return 10 ** random.below(300);
    case 6:
      return Array.from({ length: random.below(50) }, () => value);
    case 7:
      return random.next();
    default:
      return pick(random, NASTY);
  }
}

const PARTS: Readonly<Record<string, readonly string[]>> = {
  FREQ: ['SECONDLY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'FORTNIGHTLY', ''],
  INTERVAL: ['1', '2', '0', '-1', '999', '1000000', '1.5'],
  COUNT: ['1', '10', '1000000', '0', '1e6'],
  UNTIL: ['20270210', '20270210T000000Z', '99991231', '00000000', '2027-02-10', '20270230'],
  BYDAY: ['MO', 'MO,TU,SU', '1MO', '-1FR', '53SU', '0MO', 'XX', '+', 'MO,'],
  BYMONTH: ['1', '2,12', '13', '0', '-1'],
  BYMONTHDAY: ['1', '31', '-31', '30,31', '32', '0'],
  BYYEARDAY: ['1', '366', '-366', '367'],
  BYWEEKNO: ['1', '53', '-53', '54'],
  BYSETPOS: ['1', '-1', '366', '367'],
  BYHOUR: ['8', '24'],
  BYEASTER: ['0'],
  WKST: ['MO', 'SU', 'XX'],
  RSCALE: ['CHINESE'],
};

/** Parts of RFC 5545 rules in any order, some of them twice, some spoilt. */
export function anyRule(random: Random): string {
  const names = Object.keys(PARTS);
  const count = 1 + random.below(3);
  const parts = Array.from({ length: count }, (_, i) => {
    const name = i === 0 && random.below(8) > 0 ? 'FREQ' : pick(random, names);
    const value = random.below(20) === 0 ? pick(random, NASTY) : pick(random, PARTS[name] ?? ['']);
    return `${name}=${value}`;
  });
  const rule = parts.join(random.below(30) === 0 ? '&' : ';');
  return random.below(10) === 0 ? `DTSTART:20270204\nRRULE:${rule}` : rule;
}
