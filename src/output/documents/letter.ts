/**
 * The fields of a letter made complete: what the unit gave, else what its own data tells, else room to write. Wording
 * follows Nghị định 30/2020/NĐ-CP, Phụ lục I; where each part stands on the page is not known here.
 */

import type { Day } from '../../calendar/day.ts';
import type { DocumentFields, LetterType, Signer, Urgency } from '../../domain/document-fields.ts';
import { cleanLine, cleanText } from '../plain-text.ts';
import type { SheetSource } from '../roster/sheet.ts';
import type { Letterhead, SignatureBlock } from './document.ts';
import { contextOf, type DocumentContext } from './document-request.ts';
import { brokenLines } from './line-breaks.ts';
import { widthMm } from './text-width.ts';

export interface Letter {
  readonly type: LetterType;
  /** `THÔNG BÁO`. */
  readonly typeTitle: string;
  readonly unit: string;
  readonly head: Letterhead;
  readonly subject: string;
  /** Whom a công văn is to. */
  readonly addressee: string;
  /** `05/TB-TTCNS`. */
  readonly number: string;
  /** `(Kèm theo Thông báo số 05/TB-TTCNS ngày 25 tháng 01 năm 2027` and `của …)`. */
  readonly annexOf: readonly string[];
  readonly legalBases: readonly string[];
  readonly body: readonly string[];
  readonly recipients: { readonly title: string; readonly lines: readonly string[] };
  readonly signer: SignatureBlock;
  /** `GIÁM ĐỐC`: in whose name a decision is taken. */
  readonly authority: string;
}

export function letterOf(context: DocumentContext): Letter {
  const { sheet, say } = context;
  const fields = fieldsAsIssued(context);
  const type = fields.type ?? 'notice';
  const unit = cleanLine(fields.unitName ?? sheet.unit);
  const number = numberOf({ ...context, fields }, type, unit);
  const date = dateWords(context, fields.date);
  const subject = cleanLine(fields.subject ?? say('document.subject', { occasion: occasionOf(context) }));
  const typeName = say(`document.type.${type}`);
  return {
    type,
    typeTitle: capitals(typeName),
    unit,
    head: {
      ...letterheadOf(context, { number, date }),
      ...(type === 'dispatch' && { about: aboutLines(context, subject) }),
    },
    subject,
    addressee: cleanLine(fields.addressee ?? officeAbove(fields.parentName ?? sheet.parent)),
    number,
    annexOf: [
      say('document.annex-of', {
        type: typeName,
        number: unbroken(number.replaceAll(BLANK, SMALL_BLANK)),
        date: unbroken(date.replaceAll(BLANK, SMALL_BLANK)),
      }),
      say('document.annex-of-unit', { unit: unbroken(unit) }),
    ],
    legalBases: (fields.legalBases ?? []).map(cleanLine),
    body: (fields.body ?? []).map(cleanLine),
    recipients: recipientsOf(context, type),
    signer: signatureOf(fields.signer, context),
    authority: capitals(cleanLine(fields.signer?.authority ?? say('document.authority'))),
  };
}

/** The clerk adds number and date to a digital letter after it was signed: room is left for them, unless it is sealed here. */
function fieldsAsIssued({ fields, options }: DocumentContext): DocumentFields {
  const { number, date, ...rest } = fields;
  if (rest.medium === 'electronic' && !options.numbered) return rest;
  return { ...rest, ...(number !== undefined && { number }), ...(date !== undefined && { date }) };
}

/** What a letter says where a field is left out, by the field's name, for forms to show. */
export function letterDefaults(source: SheetSource): Readonly<Record<string, string>> {
  const context = contextOf({ source, fields: {}, options: {} });
  const { sheet, say } = context;
  const { subject, unit, recipients } = letterOf(context);
  return {
    parentName: cleanLine(sheet.parent),
    unitName: unit,
    addressee: cleanLine(sheet.parent),
    symbol: symbolOf('notice', unit, sheet.place),
    place: cleanLine(sheet.place),
    subject,
    recipients: recipients.lines
      .slice(0, -1)
      .map((line) => unclosed(line).replace(/^- /, ''))
      .join('\n'),
    archive: 'VT',
    authority: say('document.authority'),
  };
}

/** What the name of an office begins with; any other line goes on with the one before. */
const OFFICE_KIND =
  /^(?:bộ|sở|cục|vụ|tổng cục|chi cục|ủy ban|ban|văn phòng|trung tâm|viện|học viện|trường|công an|đảng ủy|tỉnh ủy|thành ủy|huyện ủy|tập đoàn|tổng công ty|công ty)(?:(?<bare>$)|(?=\s))/iu;

/** Of several offices, one above the other, the nearest: the last that begins a line. `Văn phòng` alone begins the next line's. */
function officeAbove(parentName: string): string {
  const lines = cleanText(parentName).split('\n').map(cleanLine);
  const kinds = lines.map((line) => OFFICE_KIND.exec(line));
  const last = kinds.findLastIndex((kind, i) => kind && kinds[i - 1]?.groups?.bare === undefined);
  return lines.slice(Math.max(0, last)).join(' ');
}

export function periodName({ source }: DocumentContext): string {
  return cleanLine(source.plan.period.name);
}

/** What a period is in a sentence: `dịp Tết Đinh Mùi 2027`, `tháng 3/2027`, and of "Trực hỏa tốc 72 giờ" `đợt hỏa tốc 72 giờ`. */
export function occasionOf(context: DocumentContext): string {
  const name = periodName(context);
  if (context.source.language !== 'vi') return name;
  const rest = name.replace(/^trực\s+/iu, '');
  const inside = rest.charAt(0).toLocaleLowerCase('vi') + rest.slice(1);
  if (/^(?:tháng|quý|tuần|năm|kỳ|đợt|dịp|ngày)\s/iu.test(rest)) return inside;
  if (rest === name || /^(?:tết|lễ|quốc khánh|giỗ)\s/iu.test(rest)) return `dịp ${rest}`;
  return `đợt ${inside}`;
}

export function capitals(text: string): string {
  return text.toLocaleUpperCase('vi');
}

function letterheadOf(
  { fields, sheet, say }: DocumentContext,
  { number, date }: { readonly number: string; readonly date: string },
): Letterhead {
  const place = cleanLine(fields.place ?? sheet.place);
  return {
    kind: 'letterhead',
    ...officesOf(fields.parentName ?? sheet.parent, fields.unitName ?? sheet.unit),
    nation: say('document.nation'),
    motto: say('document.motto'),
    number: say('document.number', { number }),
    placeAndDate: place === '' ? date : say('document.place-date', { place, date }),
    urgency:
      fields.urgency === undefined || fields.urgency === 'none'
        ? ''
        : say(`document.urgency.${fields.urgency}`),
    urgencyMm: URGENCY_MM[fields.urgency ?? 'none'],
  };
}

/** Broken as a clerk would, with the rule by the widest line of the lower. */
export function officesOf(parent: string, unit: string): Pick<Letterhead, 'parent' | 'unit' | 'ruleMm'> {
  const offices = brokenLines(capitals(cleanText(unit)), { ...OFFICE, bold: true });
  return {
    parent: brokenLines(capitals(cleanText(parent)), OFFICE),
    unit: offices,
    ruleMm: RULE_SHARE * Math.max(0, ...offices.map((line) => widthMm(line, OFFICE.sizePt, 'serif', true))),
  };
}

/** A subject goes on after "V/v". */
function aboutLines({ say }: DocumentContext, subject: string): string[] {
  return brokenLines(say('document.about-short', { subject: uncapitalised(subject) }), OFFICE);
}

export function capitalised(text: string): string {
  return text.replace(/^./u, capitals);
}

export function uncapitalised(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}

/** Frames of 20 × 8, 40 × 8 and 30 × 8 mm (Phụ lục I). */
const URGENCY_MM: Readonly<Record<Urgency, number>> = {
  none: 0,
  urgent: 20,
  'very-urgent': 40,
  immediate: 30,
};

/** A rule is from a third to half as wide as what it stands under (Phụ lục I, II.1, II.5). */
export const RULE_SHARE = 0.4;

/** The column the offices stand in, and their size (`letter.typ`). */
const OFFICE = { widthMm: 66, sizePt: 12 };

/** Never broken between two lines: a date, a name. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

/** Room for a number or date that is given by hand; less of it where a letter is only referred to. */
export const BLANK = '\u00a0'.repeat(8);
const SMALL_BLANK = '\u00a0'.repeat(4);

/** `05/TB-TTCNS`: below 10 with a nought, no space around stroke and hyphen (Phụ lục I, II.3). */
function numberOf({ fields, sheet }: DocumentContext, type: LetterType, unit: string): string {
  const number = fields.number === undefined ? BLANK : String(fields.number).padStart(2, '0');
  return `${number}/${cleanLine(fields.symbol ?? symbolOf(type, unit, fields.place ?? sheet.place))}`;
}

/** A công văn has no letters of its type. */
const TYPE_SYMBOLS: Readonly<Record<LetterType, string>> = {
  notice: 'TB-',
  plan: 'KH-',
  decision: 'QĐ-',
  dispatch: '',
};

/** What a place is, before its name. */
const PLACE_KIND = /\s+(?:tỉnh|thành phố|quận|huyện|thị xã|phường|xã|đặc khu)\s*$/iu;

/** The type's letters and the initials of the unit's name, without marks and its place: `TB-TTCNS`, `TB-VPUBND`. */
function symbolOf(type: LetterType, unit: string, place: string): string {
  return TYPE_SYMBOLS[type] + initialsOf(unit, place);
}

/** More letters are no symbol that anyone reads, and stand on no line. */
const MOST_INITIALS = 12;

/** Of a unit's name without marks and its place: `TTCNS`. Of a long one the first, up to a comma at most. */
export function initialsOf(unit: string, place: string): string {
  const own =
    place !== '' && unit.endsWith(` ${place}`) ? unit.slice(0, -place.length).replace(PLACE_KIND, '') : unit;
  const initialsIn = (name: string): string[] => name.match(/(?<![\p{L}\p{M}])\p{L}/gu) ?? [];
  const all = initialsIn(own);
  const initials = all.length > MOST_INITIALS ? initialsIn(own.replace(/,.*/u, '')) : all;
  return capitals(initials.slice(0, MOST_INITIALS).join('')).normalize('NFD').replace(/\p{M}/gu, '');
}

/** `ngày 05 tháng 02 năm 2027`: days below 10 and the months 1 and 2 take a nought (Phụ lục I, II.4). */
export function dateWords({ source, say }: DocumentContext, day: Day | undefined): string {
  if (day === undefined) {
    const year = source.plan.days[0]?.slice(0, 4) ?? '';
    return say('document.date', { day: BLANK, month: BLANK, year });
  }
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return say('document.date', {
    day: dayOfMonth,
    month: Number(month) <= 2 ? month : String(Number(month)),
    year,
  });
}

function recipientsOf({ fields, sheet, say }: DocumentContext, type: LetterType): Letter['recipients'] {
  const parent = officeAbove(fields.parentName ?? sheet.parent);
  const usual = [
    ...(type === 'dispatch'
      ? [say('document.recipient.above')]
      : parent === ''
        ? []
        : [say('document.recipient.parent', { parent })]),
    say('document.recipient.leaders'),
    say('document.recipient.listed'),
  ];
  const lines = (fields.recipients ?? usual).map((line) => `- ${unclosed(cleanLine(line))};`);
  return {
    title: say('document.recipients'),
    lines: [...lines, say('document.archive', { archive: cleanLine(fields.archive ?? 'VT') })],
  };
}

/** Without the mark that the writer of the line may or may not have put at its end. */
export function unclosed(line: string): string {
  return line.replace(/[;.,\s]+$/u, '');
}

const PREFIXES: Readonly<Record<Signer['capacity'], string>> = {
  head: '',
  'for-collective': 'TM. ',
  'for-collective-head': 'TM. ',
  'for-head': 'KT. ',
  'by-order': 'TL. ',
  'by-authorisation': 'TUQ. ',
  acting: 'Q. ',
};

/** `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`: a line for each right there is. */
export function signatureOf(signer: Signer | undefined, { say }: DocumentContext): SignatureBlock {
  const line = (text: string): string => capitals(cleanLine(text));
  const {
    capacity = 'head',
    authority = say('document.authority'),
    head,
    position = '',
    name,
  } = signer ?? {};
  const office = [
    `${PREFIXES[capacity]}${line(authority)}`,
    ...(capacity === 'for-collective-head' ? [`KT. ${line(head ?? say('document.head'))}`] : []),
    line(position),
  ];
  return { office: office.filter((each) => each !== ''), name: cleanLine(name ?? '') };
}
