/**
 * What a unit's own Word form may ask for, by the names it uses between braces. Names are plain Vietnamese letters
 * without marks, so that no keyboard writes them two ways. How a form is read stands in `word-form.ts`.
 */

import { sheetColumns } from '../roster/sheet-model.ts';
import { totalsByPerson } from '../roster/totals.ts';
import type { DocumentContext } from './document-request.ts';
import { identityOf } from './identity.ts';
import { dateWords, letterOf, periodName } from './letter.ts';
import { sortedPeople } from './listed-people.ts';

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
  'can_cu',
  'noi_nhan',
  'quyen_ky',
  'nguoi_ky',
  'nguoi_lap',
  'ky_truc',
  'thoi_gian',
  'ban',
  'ma',
] as const;

export const FORM_LOOPS = {
  ngay_truc: ['tt', 'thu', 'ngay', 'am_lich', 'ten_ngay'],
  ca_truc: ['vi_tri', 'ca', 'gio', 'nguoi'],
  nguoi_truc: ['tt', 'ho_ten', 'chuc_danh', 'don_vi', 'dien_thoai', 'so_ca'],
} as const;

/** `vi_tri_1` is everyone of the first post on that day, `ten_vi_tri_1` its name. */
export function postNames(posts: number): string[] {
  return Array.from({ length: posts }, (_, i) => [`vi_tri_${i + 1}`, `ten_vi_tri_${i + 1}`]).flat();
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
    can_cu: letter.legalBases.join('\n'),
    noi_nhan: letter.recipients.lines.join('\n'),
    quyen_ky: letter.signer.office.join('\n'),
    nguoi_ky: letter.signer.name,
    nguoi_lap: fields.maker ?? '',
    ky_truc: periodName(context),
    thoi_gian: sheet.span,
    ban: [sheet.stamp.version, sheet.stamp.published, sheet.stamp.superseded].filter(Boolean).join(', '),
    ma: code,
    ...Object.fromEntries(sheet.heads.map(({ name }, i) => [`ten_vi_tri_${i + 1}`, name])),
    ngay_truc: sheet.rows.map((row) => dayScope(context, row)),
    nguoi_truc: sortedPeople(context).map(({ id, name, title, office, phone }, i) => ({
      tt: String(i + 1),
      ho_ten: name,
      chuc_danh: title,
      don_vi: office,
      dien_thoai: phone,
      so_ca: String(totalsOf(id).shifts),
    })),
  };
}

function dayScope({ sheet }: DocumentContext, row: DocumentContext['sheet']['rows'][number]): FormScope {
  const shifts = sheetColumns(sheet).flatMap(({ head, column }, i) => {
    const seats = row.cells[i]?.seats ?? [];
    return seats.length === 0 ? [] : [{ head, column, names: seats.map(({ name }) => name).join('\n') }];
  });
  const ofPost = (postId: string): string => {
    const own = shifts.filter(({ head }) => head.postId === postId);
    const [only] = own;
    if (own.length === 1) return only?.names ?? '';
    return own.map(({ column, names }) => `${column.range}: ${names.replaceAll('\n', ', ')}`).join('\n');
  };
  return {
    tt: String(row.number),
    thu: row.weekday,
    ngay: row.date,
    am_lich: row.lunarLong,
    ten_ngay: row.named,
    ...Object.fromEntries(sheet.heads.map(({ postId }, i) => [`vi_tri_${i + 1}`, ofPost(postId)])),
    ca_truc: shifts.map(({ head, column, names }) => ({
      vi_tri: head.name,
      ca: column.label,
      gio: column.range,
      nguoi: names.replaceAll('\n', ', '),
    })),
  };
}
