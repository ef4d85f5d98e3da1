/**
 * `npx tsx test/bench/curtois/generate.ts DIR` writes instances of half a year and of a year in the benchmark's format,
 * the same ones every time: as much work as the staff may do, leave, requests, half of the weekends.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom, type Random, shuffled } from '../../../src/kernel/random.ts';

interface Size {
  readonly weeks: number;
  readonly staff: number;
  readonly types: number;
}

/** Numbers the published instances do not have. */
const SIZES: ReadonlyMap<number, Size> = new Map([
  [101, { weeks: 12, staff: 40, types: 5 }],
  [102, { weeks: 26, staff: 100, types: 8 }],
  [103, { weeks: 52, staff: 50, types: 10 }],
  [104, { weeks: 52, staff: 100, types: 16 }],
  [105, { weeks: 52, staff: 150, types: 32 }],
]);

interface ShiftType {
  readonly id: string;
  readonly minutes: number;
  /** Part of the day, by its place in `PARTS`; no shift may follow one of a later part. */
  readonly part: number;
  readonly demand: number;
}

const PARTS = ['a', 'd', 'p', 'n'];
const PART_DEMAND = [1, 2.4, 1, 0.6];
const MINUTES = [480, 600, 480, 720];
/** Of an employee: hours a week, most and least days on, least days off, share of weekends. */
const CONTRACTS = [
  { until: 0.4, hours: 36, run: '5,2,2', weekends: 0.5 },
  { until: 0.75, hours: 34, run: '5,2,2', weekends: 0.5 },
  { until: 0.85, hours: 33.5, run: '5,3,2', weekends: 0.5 },
  { until: 0.95, hours: 20, run: '5,2,2', weekends: 0.5 },
  { until: 1, hours: 18, run: '3,1,2', weekends: 0.35 },
] as const;
const LEEWAY_MINUTES = 1200;

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: generate.ts DIR');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
for (const [number, size] of SIZES)
  writeFileSync(join(folder, `Instance${number}.txt`), `${linesOf(number, size).join('\n')}\n`);

function linesOf(seed: number, size: Size): string[] {
  const random = createRandom(seed);
  const days = size.weeks * 7;
  const types = shiftTypes(size.types, random);
  const staff = Array.from({ length: size.staff }, (_, index) => ({
    id: `S${index + 1}`,
    contract: CONTRACTS.find(({ until }) => index / size.staff < until) ?? CONTRACTS[0],
    leave: leaveOf(days, random),
  }));
  const hours = staff.reduce((sum, { contract }) => sum + contract.hours, 0) * size.weeks;
  const onRequests: string[] = [];
  const offRequests: string[] = [];
  for (const { id, leave } of staff) {
    for (let day = 0; day < days; day++) {
      const kind = random.next();
      const list = kind < 0.06 ? onRequests : kind < 0.085 ? offRequests : undefined;
      if (!list) continue;
      const weight = 1 + random.below(3);
      const type = types[random.below(types.length)] as ShiftType;
      const end = Math.min(days, day + 2 + random.below(3));
      for (; day < end; day++) if (!leave.has(day)) list.push(`${id},${day},${type.id},${weight}`);
    }
  }
  return [
    ...['SECTION_HORIZON', String(days), '', 'SECTION_SHIFTS'],
    ...types.map(({ id, minutes, part }) => `${id},${minutes},${earlier(types, part)}`),
    ...['', 'SECTION_STAFF'],
    ...staff.map(({ id, contract }) => {
      const most = Math.round(contract.hours * size.weeks) * 60;
      const weekends = Math.max(1, Math.floor(size.weeks * contract.weekends));
      const limits = `${most},${most - LEEWAY_MINUTES},${contract.run},${weekends}`;
      return `${id},${limitsOf(types, days, random)},${limits}`;
    }),
    ...['', 'SECTION_DAYS_OFF'],
    ...staff.map(({ id, leave }) => [id, ...[...leave].sort((a, b) => a - b)].join(',')),
    ...['', 'SECTION_SHIFT_ON_REQUESTS', ...onRequests],
    ...['', 'SECTION_SHIFT_OFF_REQUESTS', ...offRequests],
    ...['', 'SECTION_COVER', ...coverOf(types, days, hours * 60, random)],
  ];
}

function shiftTypes(count: number, random: Random): ShiftType[] {
  const parts = count <= 8 ? 3 : 4;
  return Array.from({ length: count }, (_, index) => {
    const part = index % parts;
    const place = Math.floor(index / parts);
    const minutes = MINUTES[place % MINUTES.length] as number;
    const demand = ((PART_DEMAND[part] as number) * (0.6 + 0.8 * random.next()) * 480) / minutes;
    return { id: `${PARTS[part]}${place + 1}`, minutes, part, demand };
  }).sort((a, b) => a.part - b.part);
}

function earlier(types: readonly ShiftType[], part: number): string {
  return types
    .filter((other) => other.part < part)
    .map(({ id }) => id)
    .join('|');
}

/** A tenth of the days, each by itself. */
function leaveOf(days: number, random: Random): Set<number> {
  return new Set(shuffled(Array(days).keys(), random).slice(0, Math.round(days / 10)));
}

/** Up to two fifths of the types are not for everyone; long and late ones only now and then. */
function limitsOf(types: readonly ShiftType[], days: number, random: Random): string {
  const barred = new Set(shuffled(types, random).slice(0, random.below(Math.floor(types.length * 0.4) + 1)));
  return types
    .map((type) => {
      const share = type.minutes === 720 ? 0.25 : type.minutes === 600 ? 0.4 : 1;
      const most = type.part === 3 ? Math.floor(days / 9) : Math.floor(days * share);
      return `${type.id}=${barred.has(type) ? 0 : most}`;
    })
    .join('|');
}

/** Nearly all that the contracts allow, up and down by three tenths a day. */
function coverOf(types: readonly ShiftType[], days: number, minutes: number, random: Random): string[] {
  const total = types.reduce((sum, { demand, minutes: length }) => sum + demand * length, 0);
  const lines: string[] = [];
  for (let day = 0; day < days; day++) {
    for (const { id, demand } of types) {
      const mean = (0.98 * minutes * demand) / (total * days);
      const need = Math.floor(mean * (0.7 + 0.6 * random.next()) + random.next());
      lines.push(`${day},${id},${need},100,1`);
    }
  }
  return lines;
}
