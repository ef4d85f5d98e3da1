/**
 * What a unit's own Word form may ask for, by the names it uses between braces. Names are plain Vietnamese letters
 * without marks, so that no keyboard writes them two ways. How a form is read stands in `word-form.ts`.
 */

import { sheetColumns } from '../roster/sheet-model.ts';
import { totalsByPerson } from '../roster/totals.ts';
import { spanWords } from './covering-letter.ts';
import type { DocumentContext } from './document-request.ts';
import { identityOf } from './identity.ts';
import { capitalised, dateWords, letterOf, periodName } from './letter.ts';
import { type ListedPerson, listed, sortedPeople } from './listed-people.ts';
import { listNote, listTitle } from './official-list.ts';

export type FormScope = { readonly [name: string]: string | readonly FormScope[] };

/** Whole document; then what may stand inside each loop, besides what stands outside it. */
export const FORM_NAMES = [
  'co_quan_chu_quan',
  'co_quan',
  'so_ky_hieu',
  'dia_danh_ngay',
  'ngay_ky',
  'loai',
  'do_khan',
  'trich_yeu',
  'tieu_de',
  'kem_theo',
  'ghi_chu',
  'can_cu',
  'noi_nhan',
  'quyen_ky',
  'nguoi_ky',
  'nguoi_lap',
  'ky_truc',
  'thoi_gian',
  'ban',
  'ma',
  'gop',
] as const;

const PERSON = ['ho_ten', 'chuc_danh', 'phong', 'dien_thoai'] as const;
const DAY = ['thu', 'ngay', 'am_lich', 'ten_ngay'] as const;

export const FORM_LOOPS = {
  ngay_truc: ['tt', ...DAY],
  ca_truc: ['vi_tri', 'ca', 'gio', 'nguoi'],
  nguoi_ca: PERSON,
  phan_cong: ['tt', ...DAY, 'vi_tri', 'ca', 'gio', ...PERSON],
  nguoi_truc: ['tt', 'ho_ten', 'chuc_danh', 'phong', 'don_vi', 'dien_thoai', 'so_ca'],
} as const;

/** Which loop another one stands in. */
export const LOOP_OUTSIDE: Readonly<Partial<Record<string, string>>> = {
  ca_truc: 'ngay_truc',
  nguoi_ca: 'ca_truc',
};

/** Stands in a cell that is to be one with those beneath that say the same; `merge-form-cells.ts` takes it out again. */
export const MERGE_MARK = '\ue0f0';

/**
 * `vi_tri_1` is everyone of the first post on that day, `ten_vi_tri_1` its name; `vi_tri_1_ca_2` those of its second shift,
 * `ten_vi_tri_1_ca_2` that shift.
 */
export function postNames({ heads }: Pick<DocumentContext['sheet'], 'heads'>): string[] {
  return heads.flatMap(({ columns }, i) =>
    ['', ...columns.map((_, j) => `_ca_${j + 1}`)].flatMap((shift) => [
      `vi_tri_${i + 1}${shift}`,
      `ten_vi_tri_${i + 1}${shift}`,
    ]),
  );
}

export function formValues(context: DocumentContext): FormScope {
  const { sheet, fields, source } = context;
  const letter = letterOf(context);
  const { code } = identityOf(context);
  const { head } = letter;
  const totalsOf = totalsByPerson(source);
  return {
    co_quan_chu_quan: head.parent.join(' '),
    co_quan: head.unit.join(' '),
    // Without "Số:", which the form's own line has.
    so_ky_hieu: letter.number,
    dia_danh_ngay: head.placeAndDate,
    ngay_ky: dateWords(context, fields.date),
    loai: letter.typeTitle,
    do_khan: head.urgency,
    trich_yeu: letter.subject,
    tieu_de: listTitle(context),
    kem_theo: letter.annexOf.join(' '),
    // Without "Ghi chú:", as the number goes without "Số:".
    ghi_chu: listNote(context),
    can_cu: letter.legalBases.join('\n'),
    noi_nhan: letter.recipients.lines.join('\n'),
    quyen_ky: letter.signer.office.join('\n'),
    nguoi_ky: letter.signer.name,
    nguoi_lap: fields.maker ?? '',
    ky_truc: periodName(context),
    thoi_gian: capitalised(spanWords(context)),
    ban: [sheet.stamp.version, sheet.stamp.published, sheet.stamp.superseded].filter(Boolean).join(', '),
    ma: code,
    gop: MERGE_MARK,
    ...Object.fromEntries(
      sheet.heads.flatMap(({ name, columns }, i) => [
        [`ten_vi_tri_${i + 1}`, name],
        ...columns.map(({ label, range }, j) => [
          `ten_vi_tri_${i + 1}_ca_${j + 1}`,
          `${label} ${range}`.trim(),
        ]),
      ]),
    ),
    ngay_truc: sheet.rows.map((row) => dayScope(context, row)),
    phan_cong: seatScopes(context),
    nguoi_truc: sortedPeople(context).map(({ id, office, ...person }, i) => ({
      tt: String(i + 1),
      ...personScope(person),
      don_vi: office,
      so_ca: String(totalsOf(id).shifts),
    })),
  };
}

function personScope({
  name,
  title,
  department,
  phone,
}: Pick<ListedPerson, 'name' | 'title' | 'department' | 'phone'>): FormScope {
  return { ho_ten: name, chuc_danh: title, phong: department, dien_thoai: phone };
}

type SheetRow = DocumentContext['sheet']['rows'][number];

function dayNames(row: SheetRow): FormScope {
  return { thu: row.weekday, ngay: row.date, am_lich: row.lunarLong, ten_ngay: row.named };
}

/** Of a day, in the order of the columns; shifts that the day has not are left out. */
function shiftsOf({ sheet, source }: DocumentContext, row: SheetRow) {
  const staff = new Map(source.plan.staff.map((member) => [member.id, member]));
  return sheetColumns(sheet).flatMap(({ head, column }, i) => {
    const seats = row.cells[i]?.seats ?? [];
    if (seats.length === 0) return [];
    const people = seats.map(({ staffId = '', name }): FormScope => {
      const member = staff.get(staffId);
      return personScope(member ? listed(source, member) : { name, title: '', department: '', phone: '' });
    });
    return [{ head, column, names: seats.map(({ name }) => name), people }];
  });
}

function seatScopes(context: DocumentContext): FormScope[] {
  const seats = context.sheet.rows.flatMap((row) =>
    shiftsOf(context, row).flatMap(({ head, column, people }) =>
      people.map((person) => ({
        ...dayNames(row),
        vi_tri: head.name,
        ca: column.label,
        gio: column.range,
        ...person,
      })),
    ),
  );
  return seats.map((seat, i) => ({ tt: String(i + 1), ...seat }));
}

function dayScope(context: DocumentContext, row: SheetRow): FormScope {
  const { heads } = context.sheet;
  const shifts = shiftsOf(context, row);
  const ofPost = (postId: string): string => {
    const own = shifts.filter(({ head }) => head.postId === postId);
    const [only] = own;
    if (own.length === 1) return only?.names.join('\n') ?? '';
    return own.map(({ column, names }) => `${column.range}: ${names.join(', ')}`).join('\n');
  };
  return {
    tt: String(row.number),
    ...dayNames(row),
    ...Object.fromEntries(
      heads.flatMap((head, i) => [
        [`vi_tri_${i + 1}`, ofPost(head.postId)],
        ...head.columns.map((column, j) => [
          `vi_tri_${i + 1}_ca_${j + 1}`,
          shifts.find((shift) => shift.column === column)?.names.join('\n') ?? '',
        ]),
      ]),
    ),
    ca_truc: shifts.map(({ head, column, names, people }) => ({
      vi_tri: head.name,
      ca: column.label,
      gio: column.range,
      nguoi: names.join(', '),
      nguoi_ca: people,
    })),
  };
}
