/**
 * The superior's own form of the list of all units, Word or Excel: what it may ask for by names between braces, and one of
 * each to start from. How a form is read stands in `word-form.ts` and `excel-form.ts`.
 */

import { dayOf } from '../../calendar/zone.ts';
import { formatClockRange, formatDate, formatPaperMoment, formatWeekday } from '../../i18n/format.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import type { Parsed } from '../../kernel/fault.ts';
import { groupedBy } from '../../kernel/groups.ts';
import { cleanLine } from '../plain-text.ts';
import { type ListedAnswer, type ListSource, personWords } from './consolidated-list.ts';
import type { Cell, DutyDocument } from './document.ts';
import { fillExcelForm } from './excel-form.ts';
import { type FormFormat, openForm } from './form-archive.ts';
import type { FormContent } from './form-text.ts';
import { type FormScope, MERGE_MARK } from './form-values.ts';
import { titleBlock } from './letter-parts.ts';
import { letterPage } from './pages.ts';
import { fillWord } from './word-form.ts';
import type { PlainTable } from './xlsx-file.ts';

const NAMES = ['co_quan', 'yeu_cau', 'so_ky_hieu', 'den_luc', 'so_don_vi', 'so_da_gui', 'gop'] as const;
const UNIT = ['tt', 'don_vi', 'khoi', 'loai'] as const;
const PERSON = ['thu', 'ngay', 'gio', 'vi_tri', 'ho_ten', 'chuc_danh', 'dien_thoai'] as const;

const NUMBERS = ['tt', 'so_don_vi', 'so_da_gui', 'so_don_vi_nhanh'];

const LOOPS = {
  nhanh: ['ten_nhanh', 'so_don_vi_nhanh'],
  cac_don_vi: [...UNIT, 'ngay_truc_dau', 'da_gui'],
  ngay_truc: ['thu', 'ngay', 'lanh_dao', 'nguoi_khac'],
  phan_cong: [...UNIT, ...PERSON],
} as const;

export interface FilledList {
  readonly format: FormFormat;
  readonly content: Uint8Array;
}

/** Every fault of the form, and nothing half-filled. */
export function fillListForm(form: Uint8Array, file: string, source: ListSource): Parsed<FilledList> {
  const opened = openForm(form, file, ['docx', 'xlsx']);
  if (!opened.ok) return opened;
  const { format, files } = opened.value;
  const content: FormContent = {
    ...{ values: valuesOf(source), names: NAMES, loops: LOOPS, numbers: NUMBERS },
    outside: { ngay_truc: 'cac_don_vi' },
  };
  const filled = format === 'docx' ? fillWord(files, file, content) : fillExcelForm(files, file, content);
  return filled.ok ? { ...filled, value: { format, content: filled.value } } : filled;
}

function valuesOf(source: ListSource): FormScope {
  const { language, superior, title, dispatchNumber, at, zone, units } = source;
  const numbered = units.map((unit, i) => unitScope(source, unit, i + 1));
  const branches = [...groupedBy(numbered, ({ unit }) => unit.branch)];
  return {
    co_quan: cleanLine(superior),
    yeu_cau: cleanLine(title),
    so_ky_hieu: cleanLine(dispatchNumber),
    den_luc: formatPaperMoment(language, at, zone),
    so_don_vi: String(units.length),
    so_da_gui: String(units.filter(({ duties }) => duties.length > 0).length),
    gop: MERGE_MARK,
    nhanh: branches.map(([branch, own]) => ({
      ten_nhanh: cleanLine(branch) || translate(language, 'overview.no-branch'),
      so_don_vi_nhanh: String(own.length),
      cac_don_vi: own.map(({ scope }) => scope),
    })),
    cac_don_vi: numbered.map(({ scope }) => scope),
    phan_cong: numbered.flatMap(({ duties }) => duties),
  };
}

function unitScope(source: ListSource, unit: ListedAnswer, number: number) {
  const { language, zone, days } = source;
  const own = {
    tt: String(number),
    don_vi: cleanLine(unit.name),
    khoi: cleanLine(unit.branch),
    loai: cleanLine(unit.kind),
  };
  const byDay = groupedBy(unit.duties, ({ span }) => dayOf(span.start, zone));
  const duties = unit.duties.map(({ span, label, name, title, phone }): FormScope => {
    const day = dayOf(span.start, zone);
    return {
      ...own,
      ...{ thu: formatWeekday(language, day), ngay: formatDate(day) },
      ...{ gio: formatClockRange(language, span, zone), vi_tri: cleanLine(label), ho_ten: cleanLine(name) },
      ...{ chuc_danh: cleanLine(title), dien_thoai: cleanLine(phone) },
    };
  });
  const ngay_truc = days.map((day): FormScope => {
    const held = byDay.get(day) ?? [];
    const words = (leads: boolean): string =>
      held
        .filter(({ tier }) => (tier === 'leader') === leads)
        .map(personWords)
        .join('\n');
    return {
      ...{ thu: formatWeekday(language, day), ngay: formatDate(day) },
      ...{ lanh_dao: words(true), nguoi_khac: words(false) },
    };
  });
  const [first] = days;
  const scope: FormScope = {
    ...own,
    ngay_truc_dau: first === undefined ? '' : formatDate(first),
    da_gui: unit.duties.length > 0 ? translate(language, 'word.yes') : '',
    ngay_truc,
  };
  return { unit, scope, duties };
}

const WIDTHS_MM = [14, 60, 34, 24, 52, 38, 30];

const LINE = [
  '{tt}',
  '{don_vi}',
  '{thu} {ngay}, {gio}',
  '{vi_tri}',
  '{ho_ten}',
  '{chuc_danh}',
  '{dien_thoai}',
];
const HEADS = ['number', 'unit', 'day', 'post', 'name', 'title', 'phone'] as const;

/** The line that repeats: its loop opens in its first cell and closes in its last. */
function repeatedLine(): string[] {
  return LINE.map((text, i) => {
    if (i === 0) return `{#phan_cong}${text}`;
    return i === LINE.length - 1 ? `${text}{/phan_cong}` : text;
  });
}

/** The same in Excel, to be given a heading and a look of one's own. */
export function listTableSample(language: Language): PlainTable {
  return {
    name: translate(language, 'overview.form.sample'),
    head: HEADS.map((each) => translate(language, `overview.form.${each}`)),
    rows: [repeatedLine()],
  };
}

/** Each name once, in a table that repeats its row: to be moved about in Word. */
export function listFormSample(language: Language, createdAt: ListSource['at']): DutyDocument {
  const say = (key: Parameters<typeof translate>[1]): string => translate(language, key);
  const page = letterPage('landscape');
  const cell = (text: string, bold = false): Cell => ({ lines: [{ text, bold }] });
  return {
    ...{ kind: 'official', language, title: say('overview.form.sample'), author: '', createdAt },
    signable: false,
    stem: 'mau-danh-sach',
    identity: { line: '', code: '', pages: translate(language, 'document.pages'), superseded: '' },
    sections: [
      {
        page,
        face: 'serif',
        blocks: [
          titleBlock(
            [
              { text: '{co_quan}', bold: true },
              { text: `${say('overview.list.title')}\n{yeu_cau}`, bold: true },
              { text: '{so_ky_hieu}', italic: true },
            ],
            { page, rule: true },
          ),
          {
            kind: 'table',
            name: 'mau',
            widthsMm: WIDTHS_MM,
            sizePt: 11,
            paddingMm: 0.7,
            start: 'here',
            head: [HEADS.map((each) => cell(say(`overview.form.${each}`), true))],
            rows: [repeatedLine().map((each) => cell(each))],
          },
          {
            kind: 'paragraphs',
            sizePt: 12,
            indentMm: 0,
            items: [{ text: '{so_da_gui}/{so_don_vi}, {den_luc}', italic: true }],
          },
        ],
      },
    ],
  };
}
