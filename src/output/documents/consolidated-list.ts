/**
 * Who stands in every unit below, as one annex: by branch, a line a unit and day, across, the head on every page. It is made
 * of what was sent up and knows nothing of rosters.
 */

import type { Day } from '../../calendar/day.ts';
import type { Instant } from '../../calendar/interval.ts';
import { clockTimeOf, dayOf } from '../../calendar/zone.ts';
import type { AnswerDuty } from '../../domain/answer.ts';
import {
  formatClockDay,
  formatClockRange,
  formatDate,
  formatPaperMoment,
  formatWeekdayDateShort,
} from '../../i18n/format.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { groupedBy } from '../../kernel/groups.ts';
import { foldForSearch } from '../../kernel/names.ts';
import { cleanLine } from '../plain-text.ts';
import type { Cell, DutyDocument, Line, Section } from './document.ts';
import { shortCode } from './identity.ts';
import { titleBlock } from './letter-parts.ts';
import { letterPage } from './pages.ts';

export interface ListedAnswer {
  readonly name: string;
  readonly branch: string;
  readonly kind: string;
  /** By start; none while nothing was sent. */
  readonly duties: readonly AnswerDuty[];
}

export interface ListSource {
  readonly language: Language;
  readonly zone: string;
  readonly superior: string;
  readonly title: string;
  readonly dispatchNumber: string;
  readonly days: readonly Day[];
  readonly at: Instant;
  /** By branch. */
  readonly units: readonly ListedAnswer[];
  /** ASCII, for the file's name. */
  readonly id: string;
}

export function consolidatedList(source: ListSource): DutyDocument {
  const { language, zone, superior, title, at, id } = source;
  const moment = formatClockDay(language, at, { zone, year: true });
  const about = { title: cleanLine(title), superior: cleanLine(superior), at: moment };
  const content = JSON.stringify([id, at, source.units.map(({ duties }) => duties.length)]);
  return {
    ...{ kind: 'official', language, title: about.title, author: about.superior, createdAt: at },
    signable: false,
    stem: `list-${foldForSearch(id).replace(/[^a-z0-9]+/g, '-')}`,
    identity: {
      line: translate(language, 'overview.list.foot', about),
      code: translate(language, 'document.code', { code: shortCode(content) }),
      pages: translate(language, 'document.pages'),
      superseded: '',
    },
    sections: [section(source, formatPaperMoment(language, at, zone))],
  };
}

const SIZE_PT = 10;
const EMPTY: Cell = { lines: [{ text: '' }] };

function section(source: ListSource, moment: string): Section {
  const { language, superior, dispatchNumber, title, units } = source;
  const say = (key: 'overview.list.annex' | 'overview.list.title'): string => translate(language, key);
  const page = letterPage('landscape');
  const whose =
    dispatchNumber === ''
      ? translate(language, 'overview.list.by', { superior: cleanLine(superior) })
      : translate(language, 'overview.list.with', { number: dispatchNumber, superior: cleanLine(superior) });
  const sent = units.filter(({ duties }) => duties.length > 0).length;
  const counts = translate(language, 'overview.list.counts', { sent, count: units.length, at: moment });
  return {
    page,
    face: 'serif',
    blocks: [
      titleBlock(
        [
          { text: say('overview.list.annex'), bold: true },
          { text: `${say('overview.list.title')}\n${cleanLine(title)}`, bold: true },
          { text: whose, italic: true },
        ],
        { page, rule: true },
      ),
      {
        kind: 'table',
        name: cleanLine(title).slice(0, 30),
        widthsMm: [11, 47, 24, 66, 104],
        sizePt: SIZE_PT,
        paddingMm: 0.7,
        start: 'here',
        head: [HEADS.map((key): Cell => head(translate(language, key)))],
        rows: rowsOf(source),
      },
      { kind: 'paragraphs', sizePt: 12, indentMm: 0, items: [{ text: counts, italic: true }] },
    ],
  };
}

const HEADS = [
  'overview.list.number',
  'word.unit',
  'word.day',
  'overview.duty.leader',
  'overview.list.others',
] as const;

function head(text: string): Cell {
  return { lines: [{ text, bold: true }], align: 'center' };
}

/** Each branch under a line of its own; units are counted through. */
function rowsOf(source: ListSource): Cell[][] {
  const { language, units } = source;
  let number = 0;
  return [...groupedBy(units, ({ branch }) => branch)].flatMap(([branch, own]) => {
    const name = branch || translate(language, 'overview.no-branch');
    const words = translate(language, 'overview.list.branch', { branch: cleanLine(name), count: own.length });
    const title: Cell = { lines: [{ text: words, bold: true }], columns: HEADS.length, shade: 'mute' };
    return [[title], ...own.flatMap((unit) => unitRows(source, unit, ++number))];
  });
}

function unitRows({ language, days, zone }: ListSource, unit: ListedAnswer, number: number): Cell[][] {
  const first: Cell[] = [
    { lines: [{ text: String(number) }], align: 'center' },
    { lines: [{ text: cleanLine(unit.name), bold: true }] },
  ];
  // Not one cell over all its days: those are never cut, and a page would end where a unit does not fit.
  const again: Cell[] = [EMPTY, EMPTY];
  if (unit.duties.length === 0) {
    const none: Cell = {
      lines: [{ text: translate(language, 'overview.list.none'), italic: true }],
      columns: 3,
    };
    return [[...first, none]];
  }
  const byDay = groupedBy(unit.duties, ({ span }) => dayOf(span.start, zone));
  return days.map((day, i) => {
    const own = byDay.get(day) ?? [];
    const leaders = own.filter(({ tier }) => tier === 'leader');
    // Shifts of one demand under each other, in the order the unit named them first.
    const others = [
      ...groupedBy(
        own.filter(({ tier }) => tier !== 'leader'),
        ({ demandId, label }) => demandId ?? label,
      ).values(),
    ].flat();
    return [
      ...(i === 0 ? first : again),
      { lines: [{ text: formatWeekdayDateShort(language, day) }], align: 'center' },
      { lines: linesOf(leaders, (duty) => personWords(duty)) },
      { lines: linesOf(others, (duty) => `${dutyWords(language, duty, zone)} ${personWords(duty)}`) },
    ];
  });
}

function linesOf(duties: readonly AnswerDuty[], words: (duty: AnswerDuty) => string): Line[] {
  return duties.length === 0 ? [{ text: '–' }] : duties.map((duty) => ({ text: words(duty) }));
}

/** `Lò Văn Páo, Chủ tịch, 0900 000 001`. */
export function personWords({ name, title, phone }: AnswerDuty): string {
  // A telephone is never parted at the end of a line.
  const number = cleanLine(phone).replaceAll(' ', '\u00a0');
  return [cleanLine(name), cleanLine(title), number].filter(Boolean).join(', ');
}

function dutyWords(language: Language, { span, label }: AnswerDuty, zone: string): string {
  return `${cleanLine(label)} ${formatClockRange(language, span, zone)}:`;
}

/** A line a duty, for a spreadsheet or another program: heads, then rows. */
export function listTable({ language, zone, units }: ListSource): { head: string[]; rows: string[][] } {
  const say = (key: (typeof TABLE_HEADS)[number]): string => translate(language, key);
  const moment = (at: Instant): string => `${formatDate(dayOf(at, zone))} ${clockTimeOf(at, zone)}`;
  return {
    head: TABLE_HEADS.map(say),
    rows: units.flatMap(({ name, branch, kind, duties }) =>
      duties.map(({ label, span, name: person, title, phone }) =>
        [name, branch, kind, label, moment(span.start), moment(span.end), person, title, phone].map(
          cleanLine,
        ),
      ),
    ),
  };
}

const TABLE_HEADS = [
  'word.unit',
  'word.branch',
  'overview.kind',
  'word.post',
  'overview.table.from',
  'overview.table.to',
  'word.name',
  'overview.table.title',
  'word.phone',
] as const;
