/**
 * Makes the sample of a superior with its units, of any size, the same every time: invented names, most complete, some
 * lacking, some late. `npx tsx test/overview/make-tree.ts` writes the shipped one.
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type Day } from '../../src/calendar/day.ts';
import type { Instant } from '../../src/calendar/interval.ts';
import { type ClockTime, parseInstant, VIETNAM } from '../../src/calendar/zone.ts';
import type { OrderContent, OrderDemand } from '../../src/domain/order.ts';
import type {
  SampleGap,
  SamplePerson,
  SampleReport,
  SampleUnit,
  TreeSample,
} from '../../src/domain/tree-sample.ts';
import type { Tier } from '../../src/domain/unit.ts';
import { slugOf } from '../../src/kernel/slug.ts';

export const SAMPLE_FILE = join(import.meta.dirname, '../../data/samples/province-tree/tree.json');

const DEPARTMENTS = [
  'Nông nghiệp và Môi trường',
  'Dân tộc và Tôn giáo',
  'Xây dựng',
  'Y tế',
  'Giáo dục và Đào tạo',
  'Tài chính',
  'Nội vụ',
  'Tư pháp',
  'Công Thương',
  'Văn hóa, Thể thao và Du lịch',
  'Ngoại vụ',
  'Thanh tra tỉnh',
  'Văn phòng UBND tỉnh',
  'Ban Quản lý khu kinh tế',
];
const FIRST = [
  'Đồng',
  'Khe',
  'Nà',
  'Bến',
  'Mường',
  'Phiêng',
  'Thượng',
  'Phú',
  'Cầu',
  'Tân',
  'Vĩnh',
  'Bản',
  'Hạ',
  'An',
];
const LAST = ['Lau', 'Sương', 'Hiên', 'Mây', 'Sâu', 'Khê', 'Giang', 'Đá', 'Lâm'];
const REGIONS = ['Vùng Sông Lam', 'Vùng núi cao', 'Vùng ven biển'];
const SURNAMES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Lò',
  'Quách',
  'Tống',
  'Khúc',
  'Giàng',
  'Mạc',
];
const MIDDLES = ['Thu', 'Văn', 'Thị', 'Minh', 'Đình', 'Quốc', 'Bích', 'Hữu', 'Ngọc', 'Xuân', 'Mai'];
const GIVEN = [
  'Hằng',
  'Ngọc',
  'Phương',
  'Toàn',
  'Quý',
  'Liên',
  'Páo',
  'Lan',
  'Sơn',
  'Hiếu',
  'Đức',
  'Giang',
  'Mạnh',
  'Thảo',
  'Hoa',
  'Linh',
  'Nhi',
];
const TITLES: Readonly<Record<Tier, readonly string[]>> = {
  leader: ['Giám đốc', 'Phó Giám đốc'],
  watch: ['Chuyên viên', 'Kỹ thuật viên'],
  response: ['Trưởng phòng', 'Chuyên viên chính'],
  premises: ['Bảo vệ'],
};

const OFFICES = 'Sở, ban, ngành';
const COMMUNES = 'Xã, phường';

const demand = (id: string, name: string, change: Partial<OrderDemand>): OrderDemand => ({
  ...{
    id,
    name,
    tier: 'watch',
    start: '07:00' as ClockTime,
    minutes: 1440,
    least: 1,
    phone: true,
    kinds: [],
  },
  ...change,
});

function at(text: string): Instant {
  const instant = parseInstant(text, VIETNAM);
  if (instant === undefined) throw new Error(text);
  return instant;
}

const FIRST_DAY = '2027-02-04' as Day;

function content(days: number): OrderContent {
  return {
    ...{ name: 'Trực Tết Đinh Mùi 2027', dispatchNumber: '12/SKHCN-CNS', dispatchDay: '2027-01-04' as Day },
    ...{ firstDay: FIRST_DAY, lastDay: addDays(FIRST_DAY, days - 1) },
    ask: { by: 'kind', names: [OFFICES, COMMUNES], without: [], picked: [] },
    demands: [
      demand('lanh-dao', 'Lãnh đạo', { tier: 'leader' }),
      demand('giam-sat', 'Giám sát', { start: '06:00' as ClockTime, kinds: [OFFICES] }),
      demand('ky-thuat', 'Kỹ thuật', { minutes: 600, kinds: [COMMUNES] }),
      demand('du-phong', 'Dự phòng', { tier: 'response', least: 2, kinds: [OFFICES] }),
    ],
    systems: ['Cổng dịch vụ công', 'Trục liên thông văn bản'],
    deadlines: [
      { kinds: [COMMUNES], at: at('2027-01-29T17:00') },
      { kinds: [], at: at('2027-01-26T17:00') },
    ],
    reports: [
      {
        ...{ id: 'moc', kinds: [], mode: 'moments', headings: ['Tình hình nổi bật'] },
        at: ['2027-02-07T09:00', '2027-02-07T14:00', '2027-02-09T09:00', '2027-02-10T14:00'].map(at),
      },
      { id: 'su-co', kinds: [], mode: 'if-any', at: [], withinMinutes: 30, headings: ['Sự cố'] },
    ],
    contacts: [],
  };
}

export interface TreeSize {
  readonly offices: number;
  readonly communes: number;
  readonly days: number;
  /** Of each unit; fewer are named the larger the turns. */
  readonly people: number;
}

export const SHIPPED_SIZE: TreeSize = { offices: 14, communes: 126, days: 7, people: 7 };

/** How many of the last units of each kind did what; the rest are complete. */
const OVERDUE_OFFICES = 4;
const WAITING_COMMUNES = 9;
const LATE_OFFICES = 3;

export function makeTree(size: TreeSize = SHIPPED_SIZE): TreeSample {
  const units = [
    ...Array.from({ length: size.offices }, (_, i) => unitOf(i, { size, kind: OFFICES })),
    ...Array.from({ length: size.communes }, (_, i) => unitOf(i, { size, kind: COMMUNES })),
  ];
  return {
    superior: {
      ...{ id: 'so-khcn', name: 'Sở Khoa học và Công nghệ Lam Giang', zone: VIETNAM, place: 'Lam Giang' },
      parentName: 'Ủy ban nhân dân tỉnh Lam Giang',
    },
    now: at('2027-01-27T08:15'),
    order: { id: 'truc-tet-2027', sentAt: at('2027-01-04T10:42'), content: content(size.days) },
    units,
  };
}

interface Making {
  readonly size: TreeSize;
  readonly kind: string;
}

function unitOf(i: number, making: Making): SampleUnit {
  const isOffice = making.kind === OFFICES;
  const name = isOffice ? officeName(i) : communeName(i);
  const nth = isOffice ? i : i + 1000;
  const missing = isOffice ? i < OVERDUE_OFFICES : i < WAITING_COMMUNES;
  const person = personOf(nth * 40);
  const opened =
    missing && i % 2 === 1 ? {} : { openedAt: at(`2027-01-${String(5 + (i % 16)).padStart(2, '0')}T09:00`) };
  return {
    ...{ id: `${isOffice ? 'so' : 'xa'}-${String(i + 1).padStart(4, '0')}`, name, kind: making.kind },
    branch: isOffice ? 'Khối sở, ban, ngành' : (REGIONS[i % REGIONS.length] ?? ''),
    contact: {
      ...{ name: person.name, title: isOffice ? 'Chánh Văn phòng' : 'Văn phòng', phone: person.phone },
      email: i % 11 === 3 ? '' : `vanthu@${slugOf(name, { most: 40, fallback: 'donvi' })}.example`,
    },
    ...opened,
    ...(missing ? {} : { answer: answerOf(i, nth, making) }),
    reports: missing ? [] : reportsOf(i, nth),
  };
}

function answerOf(i: number, nth: number, { size, kind }: Making): NonNullable<SampleUnit['answer']> {
  const isOffice = kind === OFFICES;
  const isLate = isOffice && i >= size.offices - LATE_OFFICES;
  const lacking = isOffice ? i - OVERDUE_OFFICES : i - WAITING_COMMUNES;
  const people = peopleOf(nth, size.people, isOffice);
  const silent = silentOf(lacking, isOffice);
  return {
    number: 1 + (i % 3),
    sentAt: at(
      isLate ? '2027-01-27T07:40' : `2027-01-${23 + (i % 4)}T${String(8 + (i % 8)).padStart(2, '0')}:41`,
    ),
    people: people.map((person, place) =>
      place < silent ? { ...person, phone: place === 0 ? '' : '0900 000 07' } : person,
    ),
    gaps: gapsOf(lacking, isOffice),
  };
}

const gap = (demandId: string, offset: number, from: number, minutes: number): SampleGap => ({
  ...{ demandId, day: addDays(FIRST_DAY, offset), from, minutes },
});

/** Three offices and two communes lack hours. */
function gapsOf(lacking: number, isOffice: boolean): SampleGap[] {
  const found = isOffice
    ? [[gap('giam-sat', 2, 960, 480)], [gap('du-phong', 3, 0, 1440)], [gap('giam-sat', 1, 480, 480)]]
    : [[gap('lanh-dao', 5, 0, 1440)], [gap('ky-thuat', 2, 0, 600), gap('ky-thuat', 3, 0, 600)]];
  return found[lacking] ?? [];
}

/** Four communes named people who cannot be called. */
function silentOf(lacking: number, isOffice: boolean): number {
  return isOffice ? 0 : ([0, 0, 2, 1, 1, 1][lacking] ?? 0);
}

function peopleOf(nth: number, count: number, isOffice: boolean): SamplePerson[] {
  const tiers: readonly Tier[] = isOffice
    ? ['leader', 'watch', 'watch', 'response', 'response', 'watch', 'leader']
    : ['leader', 'watch', 'watch', 'leader'];
  const named = isOffice ? count : Math.min(count, Math.ceil(count / 2) + 1);
  return Array.from({ length: named }, (_, i) => {
    const tier = tiers[i % tiers.length] ?? 'watch';
    const titles = isOffice ? TITLES[tier] : communeTitles(tier);
    return { tier, ...personOf(nth * 40 + 1 + i), title: titles[(nth + i) % titles.length] ?? '' };
  });
}

function communeTitles(tier: Tier): readonly string[] {
  return tier === 'leader' ? ['Chủ tịch', 'Phó Chủ tịch'] : ['Công chức', 'Công an xã'];
}

/** The first of them late, the last of the second moment not at all; four had something happen. */
function reportsOf(i: number, nth: number): SampleReport[] {
  const signer = personOf(nth * 40 + 1).name;
  const told = INCIDENTS[nth];
  const calm = { dutyId: 'moc', signer, texts: [] };
  const late = nth % 47 === 5;
  const first = {
    ...calm,
    dueAt: at('2027-02-07T09:00'),
    sentAt: at(late ? '2027-02-07T09:22' : `2027-02-07T08:${10 + (i % 45)}`),
  };
  const second = { ...calm, dueAt: at('2027-02-07T14:00'), sentAt: at(`2027-02-07T13:${10 + (i % 45)}`) };
  const incident = told && {
    ...{ dutyId: 'su-co', dueAt: 0 as Instant, signer, sentAt: at(told[0]) },
    texts: [{ heading: 'Sự cố', text: told[1] }],
  };
  return [first, ...(nth % 7 === 3 ? [] : [second]), ...(incident ? [incident] : [])];
}

const INCIDENTS: Readonly<Record<number, readonly [string, string]>> = {
  7: [
    '2027-02-05T23:18',
    'Mã độc tống tiền trên 1 máy trạm phòng Kế toán. Đã cô lập lúc 23:24, không lan; đang khôi phục từ bản sao lưu.',
  ],
  1020: [
    '2027-02-07T05:10',
    'Mất điện từ 05:10 đến 11:20 do cây đổ; một cửa không làm việc ngày lễ nên không ảnh hưởng hồ sơ.',
  ],
  9: [
    '2027-02-07T11:02',
    'Truy cập tăng bất thường, 14.000 lượt một phút; bật lọc ở nhà mạng, trang vẫn mở được.',
  ],
  1041: ['2027-02-07T12:40', 'Đứt cáp nhánh Hạ Giang, dùng đường dự phòng.'],
};

function officeName(i: number): string {
  const name = DEPARTMENTS[i % DEPARTMENTS.length] ?? '';
  const whole = /^(Thanh tra|Văn phòng|Ban) /u.test(name) ? name : `Sở ${name}`;
  return i < DEPARTMENTS.length ? whole : `${whole} ${Math.floor(i / DEPARTMENTS.length) + 1}`;
}

function communeName(i: number): string {
  const pairs = FIRST.length * LAST.length;
  const place = (i * 5) % pairs;
  const name = `${i % 9 === 4 ? 'Phường' : 'Xã'} ${FIRST[place % FIRST.length]} ${LAST[Math.floor(place / FIRST.length)]}`;
  return i < pairs ? name : `${name} ${Math.floor(i / pairs) + 1}`;
}

function personOf(n: number): { readonly name: string; readonly phone: string } {
  const name = [SURNAMES[n % 14], MIDDLES[(n * 3 + 1) % 11], GIVEN[(n * 7 + 5) % 17]].join(' ');
  return {
    name,
    phone: `0900 ${String(Math.floor(n / 1000) % 1000).padStart(3, '0')} ${String(n % 1000).padStart(3, '0')}`,
  };
}

/** A line a unit, so that a change of one is a change of one line. */
export function sampleText({ units, ...rest }: TreeSample): string {
  const head = JSON.stringify(rest, null, 1).replace(/\n}$/, '');
  return `${head},\n "units": [\n${units.map((unit) => `  ${JSON.stringify(unit)}`).join(',\n')}\n ]\n}\n`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(SAMPLE_FILE, sampleText(makeTree()));
