/** A Word form to start from: a duty notice with every kind of placeholder, and on its second page what each stands for. */

import {
  AlignmentType,
  Document,
  Packer,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { type Language, type MessageKey, translate } from '../../i18n/translate.ts';
import { centred, centredRule, paragraph, sideBySide, twips } from './docx-parts.ts';
import { FORM_LOOPS, FORM_NAMES } from './form-values.ts';

/** A4 with the decree's margins (Nghị định 30/2020, Phụ lục I, I.2). */
const PAGE = {
  size: { width: twips(210), height: twips(297) },
  margin: { top: twips(20), bottom: twips(20), left: twips(30), right: twips(15) },
};
const LEFT_MM = 65;
const RIGHT_MM = 100;
const SIZE = 13;
const NAME_WIDTHS = [50, 115];

/** The placeholders are the same in every language; what explains them is in the one asked for. */
export async function formatSampleForm(language: Language): Promise<Uint8Array> {
  const file = new Document({
    title: translate(language, 'document.sample.title'),
    styles: {
      default: {
        document: { run: { font: 'Times New Roman', size: 2 * SIZE, language: { value: 'vi-VN' } } },
      },
    },
    sections: [formPage(language), explanation(language)].map((children) => ({
      properties: { page: PAGE },
      children,
    })),
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function formPage(language: Language): (Paragraph | Table)[] {
  const say = (key: MessageKey): string => translate(language, key);
  const heads = (...keys: readonly MessageKey[]): string[] => keys.map(say);
  return [
    sideBySide(
      [LEFT_MM, RIGHT_MM],
      [
        [
          centred({ text: '{co_quan_chu_quan}' }, 12),
          centred({ text: '{co_quan}', bold: true }, 12),
          centredRule(LEFT_MM, 24),
          centred({ text: 'Số: {so_ky_hieu}' }, SIZE),
        ],
        [
          centred({ text: say('document.nation'), bold: true }, 12),
          centred({ text: say('document.motto'), bold: true }, SIZE),
          centredRule(RIGHT_MM, 56),
          centred({ text: '{dia_danh_ngay}', italic: true }, SIZE),
        ],
      ],
    ),
    line(''),
    centred({ text: '{loai}', bold: true }, 14),
    centred({ text: '{trich_yeu}', bold: true }, 14),
    centredRule(LEFT_MM + RIGHT_MM, 34),
    line(''),
    line('{thoi_gian}'),
    line(''),
    table([14, 44, 107], heads('sheet.column.number', 'document.column.day', 'document.sample.shifts'), [
      [
        '{#ngay_truc}{tt}',
        '{thu}, {ngay} ({am_lich}) {ten_ngay}',
        '{#ca_truc}',
        '{vi_tri}, {ca} {gio}: {nguoi}',
        '{/ca_truc}{/ngay_truc}',
      ],
    ]),
    line(''),
    paragraph({ text: say('sheet.phones') }, SIZE, { keepNext: true }),
    table(
      [14, 50, 66, 35],
      heads('sheet.column.number', 'sheet.column.name', 'document.column.title', 'sheet.column.phone'),
      [['{#nguoi_truc}{tt}', '{ho_ten}', '{don_vi}', '{dien_thoai}{/nguoi_truc}']],
    ),
    line(''),
    sideBySide(
      [LEFT_MM, RIGHT_MM],
      [
        [
          paragraph({ text: say('document.recipients'), bold: true, italic: true }, 12),
          paragraph({ text: '{noi_nhan}' }, 11),
        ],
        [
          centred({ text: '{quyen_ky}', bold: true }, SIZE),
          line(''),
          line(''),
          centred({ text: '{nguoi_ky}', bold: true }, SIZE),
        ],
      ],
    ),
    line('{ban} · {ma}'),
  ];
}

/** Widths in millimetres; no row is cut between two pages, the head stands on every page. */
function table(
  widthsMm: readonly number[],
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Table {
  const headCells = widthsMm.map((width, i) =>
    cellOf([centred({ text: head[i] ?? '', bold: true }, SIZE)], width),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widthsMm.map(twips),
    rows: [
      ...(head.length > 0 ? [new TableRow({ tableHeader: true, cantSplit: true, children: headCells })] : []),
      ...rows.map((texts) => new TableRow({ cantSplit: true, children: cellsOf(texts, widthsMm) })),
    ],
  });
}

/** A loop inside a cell stands in paragraphs of its own, so that each shift is a line. */
function cellsOf(texts: readonly string[], widthsMm: readonly number[]): TableCell[] {
  const last = widthsMm.length - 1;
  const groups = [...texts.slice(0, last).map((text) => [text]), texts.slice(last)];
  return groups.map((group, i) => cellOf(group.map(line), widthsMm[i] ?? 0));
}

function cellOf(children: Paragraph[], width: number): TableCell {
  return new TableCell({
    children,
    margins: { left: twips(1.2), right: twips(1.2), top: twips(0.5), bottom: twips(0.5) },
    width: { size: twips(width), type: WidthType.DXA },
  });
}

function line(text: string): Paragraph {
  return paragraph({ text }, SIZE, { alignment: AlignmentType.LEFT });
}

/** Names stand without braces here, or they would be filled as well. */
function explanation(language: Language): (Paragraph | Table)[] {
  const explained = (name: string): string[] => [name, translate(language, `document.name.${name}`)];
  const loops = Object.entries(FORM_LOOPS).flatMap(([loop, names]) => [
    line(''),
    line(translate(language, 'document.sample.loop', { loop })),
    table(NAME_WIDTHS, [], [explained(loop), ...names.map((name) => explained(name))]),
  ]);
  return [
    centred({ text: translate(language, 'document.sample.title'), bold: true }, 14),
    line(translate(language, 'document.sample.how')),
    table(
      NAME_WIDTHS,
      [],
      [...FORM_NAMES, 'ten_vi_tri_1', 'vi_tri_1', 'ten_vi_tri_1_ca_1', 'vi_tri_1_ca_1'].map((name) =>
        explained(name),
      ),
    ),
    ...loops,
  ];
}
