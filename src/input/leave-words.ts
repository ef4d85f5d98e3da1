/** Kinds, halves of days and hours of leave, as cells have them: words, codes of a time sheet, ranges of the clock. */

import type { ClockTime } from '../calendar/zone.ts';
import { parseClockTime } from '../calendar/zone.ts';
import type { AvailabilityKind } from '../domain/case.ts';
import type { LeaveKind as KindOfLeave } from '../domain/leave-kind.ts';
import { foldForSearch } from '../kernel/names.ts';

export interface LeaveKind {
  readonly kind: AvailabilityKind;
  readonly leaveKind?: KindOfLeave;
  /** What is kept of why, beside the note: empty for plain leave. */
  readonly reason: string;
  /** Illness: nothing more is kept of why (Law 91/2025/QH15, sensitive data). */
  readonly silent: boolean;
}

/** By reason, which is what is kept; the codes are those of time sheets. */
const LEAVE_WORDS: readonly (readonly [string, readonly string[]])[] = [
  [
    '',
    [
      'nghỉ phép',
      'phép',
      'phép năm',
      'nghỉ phép năm',
      'nghỉ',
      'xin nghỉ',
      'bận',
      'vắng',
      'p',
      'np',
      'nf',
      'f',
      'off',
      'annual leave',
      'leave',
      'absent',
    ],
  ],
  ['nghỉ thai sản', ['nghỉ thai sản', 'thai sản', 'nghỉ sinh', 'nghỉ đẻ', 'ts', 'maternity leave']],
  ['nghỉ ốm', ['nghỉ ốm', 'ốm', 'đau ốm', 'nghỉ bệnh', 'ốm đau', 'nghỉ ốm đau', 'o', 'om', 'sick leave']],
  ['con ốm', ['con ốm', 'nghỉ con ốm', 'co']],
  ['đi học', ['đi học', 'học', 'học tập', 'tập huấn', 'đi tập huấn', 'đào tạo', 'h', 'hoc', 'study']],
  ['họp', ['họp', 'đi họp', 'hội nghị', 'hội họp', 'hội thảo', 'hn']],
  ['công tác', ['công tác', 'đi công tác', 'ct', 'đi ct', 'business trip']],
  ['nghỉ bù', ['nghỉ bù', 'bù', 'nb', 'time off in lieu']],
  [
    'nghỉ không lương',
    ['nghỉ không lương', 'không lương', 'nghỉ không hưởng lương', 'nghỉ việc không lương', 'kl', 'ro', 'nkl'],
  ],
  ['việc riêng', ['nghỉ việc riêng', 'việc riêng', 'việc gia đình', 'vr']],
  ['nghỉ cưới', ['nghỉ cưới', 'cưới', 'kết hôn', 'nghỉ kết hôn']],
  ['nghỉ tang', ['nghỉ tang', 'tang', 'hiếu', 'việc hiếu', 'nghỉ hiếu']],
  ['nghỉ chế độ', ['nghỉ chế độ', 'chế độ', 'nghỉ dưỡng sức', 'dưỡng sức', 'nghỉ dưỡng']],
];
const WISH_WORDS: Readonly<Record<'wish-for' | 'wish-against', readonly string[]>> = {
  'wish-for': [
    'muốn trực',
    'nguyện vọng trực',
    'xin trực',
    'wish for',
    'wish-for',
    'prefers',
    'would like duty',
  ],
  'wish-against': [
    'không muốn trực',
    'tránh trực',
    'xin không trực',
    'hạn chế trực',
    'wish against',
    'wish-against',
    'avoids',
    'would rather not',
  ],
};
/** By reason; others are leave of no kind of their own. */
const KIND_OF_REASON: ReadonlyMap<string, KindOfLeave> = new Map([
  ['nghỉ thai sản', 'maternity'],
  ['nghỉ ốm', 'sick'],
  ['con ốm', 'sick'],
  ['đi học', 'study'],
  ['công tác', 'travel'],
  ['nghỉ bù', 'in-lieu'],
]);
const ANNUAL = ['nghỉ phép', 'phép', 'phép năm', 'nghỉ phép năm', 'p', 'np', 'annual leave'];
const SILENT = ['nghỉ ốm', 'con ốm'];
/** Said whole by the kind: nothing of it is kept beside. */
const SAID_BY_KIND: ReadonlySet<string> = new Set(
  [...KIND_OF_REASON.keys()].filter((each) => each !== 'con ốm'),
);

const KINDS: ReadonlyMap<string, LeaveKind> = new Map([
  ...LEAVE_WORDS.flatMap(([reason, words]) =>
    words.map((word): [string, LeaveKind] => [
      foldForSearch(word),
      {
        kind: 'leave',
        reason: SAID_BY_KIND.has(reason) ? '' : reason,
        silent: SILENT.includes(reason),
        ...leaveKindFor(reason, word),
      },
    ]),
  ),
  ...Object.entries(WISH_WORDS).flatMap(([kind, words]) =>
    words.map((word): [string, LeaveKind] => [
      foldForSearch(word),
      { kind: kind as AvailabilityKind, reason: '', silent: false },
    ]),
  ),
]);

function leaveKindFor(reason: string, word: string): Pick<LeaveKind, 'leaveKind'> {
  const leaveKind = ANNUAL.includes(word) ? 'annual' : KIND_OF_REASON.get(reason);
  return leaveKind === undefined ? {} : { leaveKind };
}

export const KIND_WORDS: readonly string[] = [
  ...LEAVE_WORDS.map(([, words]) => words[0] ?? ''),
  'muốn trực',
  'không muốn trực',
];

/** Undefined for what is no kind; anything that begins with "nghỉ" is leave, and keeps its own words. */
export function leaveKindOf(text: string): LeaveKind | undefined {
  const folded = foldForSearch(text).replace(/[.()]/gu, '').trim();
  const known = KINDS.get(folded) ?? beginningKind(folded, text);
  if (known) return known;
  const isIll = /\b(?:om|benh)\b/u.test(folded) || saysIllness(text);
  return /^(?:nghi|xin nghi) /u.test(folded)
    ? {
        kind: 'leave',
        reason: isIll ? '' : text.trim(),
        silent: isIll,
        ...(isIll
          ? { leaveKind: 'sick' }
          : /\b(?:thai san|sinh con)\b/u.test(folded)
            ? { leaveKind: 'maternity' }
            : {}),
      }
    : undefined;
}

/** "Đi công tác Hà Nội", "Nghỉ phép về quê": a kind of several words and what it is for, which is kept. */
function beginningKind(folded: string, text: string): LeaveKind | undefined {
  const words = [...KINDS.keys()].filter((each) => each.includes(' ') && folded.startsWith(`${each} `));
  const longest = words.sort((a, b) => b.length - a.length)[0];
  const kind = longest === undefined ? undefined : KINDS.get(longest);
  if (!kind) return undefined;
  if (saysIllness(text)) return kind.silent ? kind : undefined;
  return { ...kind, reason: text.trim() };
}

const WEEKDAYS: readonly (readonly [RegExp, string])[] = [
  [/(?:thu|t)\s?(?:2|hai)\b/u, 'MO'],
  [/(?:thu|t)\s?(?:3|ba)\b/u, 'TU'],
  [/(?:thu|t)\s?(?:4|tu)\b/u, 'WE'],
  [/(?:thu|t)\s?(?:5|nam)\b/u, 'TH'],
  [/(?:thu|t)\s?(?:6|sau)\b/u, 'FR'],
  [/(?:thu|t)\s?(?:7|bay)\b/u, 'SA'],
  [/\b(?:cn|chu nhat)\b/u, 'SU'],
];

const DAYS_OF_WEEK = WEEKDAYS.map(([, day]) => day);

/** "T7, CN hằng tuần", "thứ 2, 4, 6", "T2-T6" as a rule of RFC 5545; undefined for what names no day of the week. */
export function weeklyRule(text: string): string | undefined {
  const folded = foldForSearch(text)
    .replace(/\b(?:vao|cac ngay|ngay|hang tuan|moi tuan|hang|moi|trong tuan)\b/gu, ' ')
    .replace(/\bcuoi tuan\b/u, ' t7, cn ');
  const days = new Set<string>();
  for (const piece of folded.split(/[,;&+/\n]|\bva\b/u)) {
    if (piece.trim() === '') continue;
    const [first, last = first, ...more] = piece.split(/-|–|—|\bden\b/u).map(dayOfWeek);
    if (first === undefined || last === undefined || first > last || more.length > 0) return undefined;
    for (const day of DAYS_OF_WEEK.slice(first, last + 1)) days.add(day);
  }
  const named = DAYS_OF_WEEK.filter((day) => days.has(day));
  return named.length > 0 ? `FREQ=WEEKLY;BYDAY=${named.join(',')}` : undefined;
}

/** From Monday 0; "4" alone goes on after "thứ 2". */
function dayOfWeek(text: string): number | undefined {
  const bare = text.trim();
  const said = /^[2-7]$/u.test(bare) ? `t${bare}` : bare;
  const at = WEEKDAYS.findIndex(([word]) => word.exec(said)?.[0] === said);
  return at < 0 ? undefined : at;
}

export interface HalfDay {
  readonly startTime: ClockTime;
  readonly endTime: ClockTime;
}

const HALVES: readonly (readonly [RegExp, string, string])[] = [
  [/ban ngày/iu, '06:00', '18:00'],
  [/(?:buổi\s+)?sáng/iu, '06:00', '12:00'],
  [/(?:buổi\s+)?chiều/iu, '12:00', '18:00'],
  [/(?:buổi\s+)?tối/iu, '18:00', '22:00'],
  [/(?:ban\s+|ca\s+)?đêm(?!\s+giao thừa)/iu, '22:00', '06:00'],
];
const WHOLE_DAY = /(?:cả|nguyên|trọn|1|một)\s*ngày/iu;
const SOME_HALF = /(?:nửa|nữa|½|1\/2|0[.,]5)\s*(?:ngày|buổi)?|một buổi|1 buổi/iu;
const CLOCK = String.raw`(\d{1,2})\s*(?:h|g|giờ|:)\s*(\d{2})?(?::00)?`;
const CLOCK_RANGE = new RegExp(String.raw`(?:từ\s*)?${CLOCK}\s*(?:-|–|—|~|→|đến|tới)\s*${CLOCK}`, 'iu');

export interface TimesFound {
  /** Absent for the whole day. */
  readonly times?: HalfDay;
  /** Half a day, and not said which. */
  readonly half: boolean;
  /** The text without what was found. */
  readonly rest: string;
  /** A word of the day was read as these hours, which is to be told. */
  readonly word: string;
}

/** Hours in a text that says other things besides: "22h-6h", "sáng 6/2", "nghỉ phép nửa ngày". */
export function timesIn(text: string): TimesFound {
  const range = CLOCK_RANGE.exec(text);
  if (range) {
    const [whole, fromHour = '', fromMinute, toHour = '', toMinute] = range;
    const [startTime, endTime] = [clock(fromHour, fromMinute), clock(toHour, toMinute)];
    const rest = text.replace(whole, ' ').trim();
    if (startTime && endTime) return { times: { startTime, endTime }, half: false, rest, word: '' };
  }
  const found = HALVES.flatMap(([word, start, end]) => {
    const match = word.exec(text);
    return match
      ? [{ word: match[0], times: { startTime: start as ClockTime, endTime: end as ClockTime } }]
      : [];
  });
  const [only] = found;
  if (only && found.length === 1) {
    const rest = text.replace(only.word, ' ').replace(SOME_HALF, ' ').replace(/[()]/gu, ' ').trim();
    return { times: only.times, half: false, rest, word: only.word };
  }
  const coded = /^\s*(?:(?:1\/2|½)\s*(\p{L}{1,3})|(\p{L}{1,3})\s*\/\s*2)\s*$/u.exec(text);
  if (coded) return { half: true, rest: coded[1] ?? coded[2] ?? '', word: '' };
  const bare = text.replace(WHOLE_DAY, ' ');
  const half = found.length === 0 && SOME_HALF.test(bare) && !/^\s*\d{1,2}\/\d/u.test(bare);
  return { half, rest: (half ? bare.replace(SOME_HALF, ' ') : bare).trim(), word: '' };
}

function clock(hour: string, minute = '00'): ClockTime | undefined {
  return parseClockTime(`${(hour === '24' ? '00' : hour).padStart(2, '0')}:${minute}`);
}

const ILLNESS =
  /(?<!\p{L})(?:ốm|bệnh|nằm viện|nhập viện|phẫu thuật|mổ|điều trị|khám (?:bệnh|sức)|cấp cứu|tai nạn)(?!\p{L})/u;

/** Words of a note that say what someone has: they are not kept (Law 91/2025/QH15, sensitive data). */
export function saysIllness(text: string): boolean {
  return ILLNESS.test(text.toLocaleLowerCase('vi'));
}
