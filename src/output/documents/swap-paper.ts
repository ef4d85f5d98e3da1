/**
 * The paper that asks for a swap (giấy đề nghị đổi ca): who gives which shift to whom, for which, why; the two sign, and who decides.
 * Filled from a swap, or left blank to be written by hand.
 */

import type { Instant } from '../../calendar/interval.ts';
import type { SeatRef } from '../../domain/draft-edit.ts';
import { formatPaperDay, formatPaperHours, formatPaperMoment } from '../../i18n/format.ts';
import { cleanLine } from '../plain-text.ts';
import { shiftWords } from '../roster/shift-words.ts';
import {
  type Block,
  type Cell,
  innerWidthMm,
  type Line,
  type PageSetup,
  type Paragraph,
  type Section,
} from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { headCell } from './duty-table.ts';
import { capitalised, capitals, letterOf, occasionOf, signatureOf } from './letter.ts';
import { titleBlock } from './letter-parts.ts';
import { brokenOffice } from './line-breaks.ts';
import { type ListedPerson, listed } from './listed-people.ts';
import { letterPage } from './pages.ts';
import { fitTable } from './table-fit.ts';

const SIZE_PT = 13;
const INDENT_MM = 12.7;
const PADDING_MM = 1.1;
const ROOM_MM = 18;
/** Of each who signs. */
const SIGNER_MM = 53;
/** So that the office of one who signs for a committee stands on one line of three, and the paper on one page. */
const SIGNER_PT = 12;
/** Of a column of words before the two people's. */
const WORDS_MM = 38;
/** To write by hand on. */
const DOTS = Array.from({ length: 26 }, () => '……').join(' ');

export function swapPaper(context: DocumentContext): Section[] {
  const { say } = context;
  const page = letterPage('portrait');
  const letter = letterOf(context);
  const { about: _about, ...head } = letter.head;
  const { authority = say('document.authority'), capacity = 'head' } = context.fields.signer ?? {};
  const addressee = capacity.startsWith('for-collective') ? authority : `${authority} ${letter.unit}`;
  const title = [
    { text: say('document.swap.title'), bold: true },
    { text: capitalised(occasionOf(context)), bold: true },
  ];
  const blocks: Block[] = [
    { ...head, number: '', urgency: '', urgencyMm: 0 },
    titleBlock(title, { page, rule: true }),
    titleBlock([{ text: say('document.addressee', { addressee }) }], { page }),
    partiesTable(context, page),
    {
      kind: 'paragraphs',
      sizePt: SIZE_PT,
      indentMm: INDENT_MM,
      items: [
        { text: say('document.swap.reason', { reason: reasonOf(context) }) },
        { text: say('document.swap.agreed') },
        ...toldItems(context),
      ],
    },
    {
      kind: 'signatures',
      sizePt: SIGNER_PT,
      roomMm: ROOM_MM,
      recipients: { title: '', lines: [] },
      notes: [],
      signers: signersOf(context),
    },
  ];
  return [{ page, face: 'serif', blocks }];
}

function reasonOf({ swap }: DocumentContext): string {
  const message = cleanLine(swap?.message ?? '');
  return message === '' ? DOTS : message;
}

interface Side {
  readonly person?: ListedPerson;
  readonly before: readonly Line[];
  readonly after: readonly Line[];
}

/** The two beside each other: each with the shift of before and of after. */
function partiesTable(context: DocumentContext, page: PageSetup): Block {
  const { swap, say } = context;
  const given = shiftLines(context, swap?.seat);
  const taken = shiftLines(context, swap?.other);
  const nothing = swap ? [{ text: say('document.swap.nothing') }] : [];
  const back = swap && !swap.other ? nothing : taken;
  const asker = side(context, swap?.askerId, { before: given, after: back });
  const partner = side(context, swap?.partnerId, { before: back, after: given });
  const row = (words: string, of: (each: Side) => readonly Line[]): Cell[] => [
    { lines: [{ text: words, bold: true }] },
    ...[asker, partner].map((each) => cell(of(each))),
  ];
  const head = [['', say('document.swap.asker'), say('document.swap.partner')].map(headCell)];
  const rows = [
    row(say('sheet.column.name'), ({ person }) => lineOf(person?.name, true)),
    row(say('document.column.title'), ({ person }) => lineOf(person?.office)),
    ...(context.source.phones ? [row(say('sheet.column.phone'), ({ person }) => lineOf(person?.phone))] : []),
    row(say('document.swap.before'), ({ before }) => before),
    row(say('document.swap.after'), ({ after }) => after),
  ];
  const fit = fitTable({
    head,
    rows,
    face: 'serif',
    availableMm: innerWidthMm(page),
    sizes: { least: 10, most: SIZE_PT },
    leastMm: [WORDS_MM, 0, 0],
    grow: [0, 1, 1],
    paddingMm: PADDING_MM,
  });
  const name = say('document.swap.title');
  return { kind: 'table', name, ...fit, head, rows, paddingMm: PADDING_MM, start: 'here' };
}

function side(
  { source }: DocumentContext,
  staffId: string | undefined,
  shifts: Pick<Side, 'before' | 'after'>,
): Side {
  const person = personOf(source, staffId);
  return { ...shifts, ...(person && { person }) };
}

function personOf(source: DocumentContext['source'], staffId: string | undefined): ListedPerson | undefined {
  const member = source.plan.staff.find(({ id }) => id === staffId);
  return member && listed(source, member);
}

function lineOf(text: string | undefined, bold = false): Line[] {
  return text ? [{ text, bold }] : [];
}

/** No line of paper ends with nothing on it: a space that is kept has a line of its own. */
const BLANK: Line = { text: '\u00a0' };

/** Room for two lines by hand where nothing is known. */
function cell(lines: readonly Line[]): Cell {
  return { lines: lines.length === 0 ? [BLANK, BLANK] : lines };
}

/** `Thứ Sáu, ngày 05/02/2027 (Giao thừa)`, `Đêm, từ 22 giờ 00 đến 06 giờ 00 hôm sau`, post. */
function shiftLines({ source }: DocumentContext, seat: SeatRef | undefined): Line[] {
  const { plan, language } = source;
  const shift = plan.shifts.find(({ id }) => id === seat?.shiftId);
  if (!shift) return [];
  const words = shiftWords(language, plan, shift);
  const post = plan.posts.find(({ id }) => id === shift.postId)?.name ?? '';
  const day = formatPaperDay(language, shift.day);
  const hours = formatPaperHours(language, shift.span, plan.unit.zone);
  return [
    { text: words.named === '' ? day : `${day} (${words.named})`, bold: true },
    { text: words.label === '' ? capitalised(hours) : `${words.label}, ${hours}` },
    { text: cleanLine(post) },
  ];
}

function signersOf(context: DocumentContext) {
  const { swap, say, source, fields } = context;
  const nameOf = (staffId: string | undefined): string => personOf(source, staffId)?.name ?? '';
  const two = [
    { office: [capitals(say('document.swap.asker'))], name: nameOf(swap?.askerId) },
    { office: [capitals(say('document.swap.partner'))], name: nameOf(swap?.partnerId) },
  ];
  const [, head = ''] = context.sheet.signatures;
  const third =
    fields.signer === undefined ? { office: [head], name: '' } : signatureOf(fields.signer, context);
  const room = { widthMm: SIGNER_MM, sizePt: SIGNER_PT, bold: true };
  return [...two, third].map(({ office, name }) => ({
    office: office.flatMap((line) => brokenOffice(line, room)),
    hint: say('document.sign.hint'),
    name,
  }));
}

/** What the program knows of it: nobody's word stands there by a machine alone. */
function toldItems({ swap, source, say }: DocumentContext): Paragraph[] {
  const at = (instant: Instant): string => formatPaperMoment(source.language, instant, source.plan.unit.zone);
  const told = [
    ...(swap?.answeredAt !== undefined && swap.state !== 'declined'
      ? [say('document.swap.consented', { at: at(swap.answeredAt) })]
      : []),
    ...(swap?.state === 'approved' && swap.decidedAt !== undefined
      ? [say('document.swap.approved', { at: at(swap.decidedAt) })]
      : []),
  ];
  return told.length === 0 ? [] : [{ text: told.join(' '), italic: true }];
}
