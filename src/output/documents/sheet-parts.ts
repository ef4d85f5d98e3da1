/** The blocks that posted and handed-out sheets share: masthead, phones, room to sign. */

import {
  type Directory,
  innerWidthMm,
  type Masthead,
  type PageSetup,
  type Paragraphs,
  type SignatureBlock,
  type Signatures,
} from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { capitals, signatureOf } from './letter.ts';
import { brokenOffice } from './line-breaks.ts';
import { SIGNER_GAP_MM, SIGNER_MM } from './signer-heads.ts';
import { sum } from './table-fit.ts';
import { linesWrapped, pointsToMm, widthEm, widthMm } from './text-width.ts';

/** Height with the space beneath, unit and subtitle on a line each; and a line more of either. */
const MASTHEAD_MM = 29;
const UNIT_PT = 11;
const SUBTITLE_PT = 10.5;
const WORDS_LINE_MM = 5;
/** The code and what parts it, the stamp and the words. */
const CODE_MM = 30;

/** As `sheet.typ` sets it: the words beside the stamp and the code. */
export function mastheadHeightMm({ unit, subtitle, stamp, code }: Masthead, availableMm: number): number {
  const widthOf = (text: string, i: number): number => widthMm(text, i === 0 ? 13 : 9, 'sans', i === 0);
  const beside = Math.max(0, ...stamp.map(widthOf)) + (code ? CODE_MM : 5);
  const linesOf = (text: string, sizePt: number): number =>
    linesWrapped(text, (availableMm - beside) / pointsToMm(sizePt), { face: 'sans' });
  const more = linesOf(unit, UNIT_PT) + linesOf(subtitle, SUBTITLE_PT) - 2;
  return MASTHEAD_MM + more * WORDS_LINE_MM;
}

/** Without words of its own it is the roster's; `code` false leaves the QR code to the foot of the page. */
export function masthead(
  context: DocumentContext,
  words?: { readonly title: string; readonly subtitle: string },
  code = true,
): Masthead {
  const { sheet, say } = context;
  const { version, published, replaces } = sheet.stamp;
  const current = code ? context.currentCode : undefined;
  const scan = current ? say('document.scan-current') : '';
  return {
    kind: 'masthead',
    unit: sheet.unit,
    title: words?.title ?? sheet.title,
    subtitle: words?.subtitle ?? sheet.span,
    stamp: [version, published, replaces, scan].filter((line) => line !== ''),
    ...(current && { code: current }),
  };
}

export function phoneDirectory(
  { sheet, say }: DocumentContext,
  room: { readonly availableMm: number; readonly sizePt: number },
): Directory {
  const entries = sheet.phones.map(({ name, phone }) => ({ name, value: phone }));
  return directory({ title: say('sheet.phones'), entries }, room);
}

const DIRECTORY_GAP_MM = 4;
/** Room for the dots between name and number. */
const DOTS_EM = 1;
/** Lines of a directory stand this many sizes apart, its title as high as a line (`sheet.typ`). */
const DIRECTORY_LINE = 1.37;
/** Above and beneath the title. */
const DIRECTORY_TITLE_MM = 4.5;

/** As many columns as hold every entry on one line. */
export function directory(
  { title, entries }: Pick<Directory, 'title' | 'entries'>,
  { availableMm, sizePt }: { readonly availableMm: number; readonly sizePt: number },
): Directory {
  const widest = widestEntryMm(entries, sizePt);
  const columns = Math.max(1, Math.floor((availableMm + DIRECTORY_GAP_MM) / (widest + DIRECTORY_GAP_MM)));
  return { kind: 'directory', title, columns: Math.min(columns, entries.length), sizePt, entries };
}

function widestEntryMm(entries: Directory['entries'], sizePt: number): number {
  const ems = entries.map(({ name, value }) => widthEm(name, 'sans') + widthEm(value, 'sans') + DOTS_EM);
  return pointsToMm(Math.max(1, ...ems) * sizePt);
}

/** Whether every entry stands on one line: one so long may be that it has a page's width alone and wants more. */
export function holdsLines({ entries, columns, sizePt }: Directory, page: PageSetup): boolean {
  const columnMm = (innerWidthMm(page) - (columns - 1) * DIRECTORY_GAP_MM) / columns;
  return widestEntryMm(entries, sizePt) <= columnMm;
}

export function directoryHeightMm({ entries, columns, sizePt }: Directory): number {
  return DIRECTORY_TITLE_MM + pointsToMm((Math.ceil(entries.length / columns) + 1) * sizePt * DIRECTORY_LINE);
}

/**
 * Notes, and who drew it up, who checked it where the unit has that, who signs: beside the notes where the page is wide enough,
 * else beneath them, so that neither offices nor notes are squeezed.
 */
export function sheetEnd(
  context: DocumentContext,
  notes: readonly string[],
  { sizePt, availableMm }: { readonly sizePt: number; readonly availableMm: number },
): SheetEnd {
  const { sheet, fields } = context;
  const [maker = '', head = ''] = sheet.signatures;
  const { signer, checkerOffice, checkerName = '' } = fields;
  const isChecked = checkerOffice !== undefined;
  const above = isChecked && notes.length > 0 && availableMm / 4 < SIGNER_MM;
  const columns = above || notes.length === 0 ? 3 : 4;
  const eachMm = isChecked ? availableMm / columns - SIGNER_GAP_MM : SIGNER_MM;
  const block = (of: SignatureBlock): SignatureBlock => ({
    ...of,
    office: of.office.flatMap((line) => officeLines(line, sizePt, eachMm)),
    ...(of.name === '' && { hint: context.say('document.sign.hint') }),
  });
  const signers = [
    { office: [maker], name: fields.maker ?? '' },
    ...(isChecked ? [{ office: [checkerOffice], name: checkerName }] : []),
    signer === undefined ? { office: [head], name: '' } : signatureOf(signer, context),
  ].map(block);
  return [
    ...(above
      ? [{ kind: 'paragraphs' as const, sizePt, indentMm: 0, items: notes.map((text) => ({ text })) }]
      : []),
    {
      kind: 'signatures',
      sizePt,
      roomMm: 18,
      recipients: { title: '', lines: [] },
      notes: above ? [] : notes,
      signers,
    },
  ];
}

export type SheetEnd = readonly (Paragraphs | Signatures)[];

function officeLines(office: string, sizePt: number, widthMm: number): string[] {
  return brokenOffice(capitals(office), { widthMm, sizePt, bold: true, face: 'sans' });
}

/** Above the block, and inside it. */
const SIGNATURES_ABOVE_MM = 8;
const NOTE_LINE = 1.42;
/** Between two paragraphs of notes, and above the first. */
const NOTE_GAP_MM = { between: 1, above: 3 };
/** What is asked for and the name, with the space between paragraphs, in sizes; and a line more of a name. */
const NAME_LINES = 3.1;
const NAME_LINE = 1.8;

/** As `letter.typ` sets it. */
export function endHeightMm(end: SheetEnd, availableMm: number): number {
  return end.reduce(
    (total, block) =>
      total +
      (block.kind === 'paragraphs'
        ? NOTE_GAP_MM.above +
          (block.items.length - 1) * NOTE_GAP_MM.between +
          notesHeightMm(
            block.items.map(({ text }) => text),
            block.sizePt,
            availableMm,
          )
        : signaturesHeightMm(block, availableMm)),
    0,
  );
}

function notesHeightMm(notes: readonly string[], sizePt: number, availableMm: number): number {
  const roomEm = availableMm / pointsToMm(sizePt);
  const lines = notes
    .flatMap((note) => note.split('\n'))
    .map((line) => linesWrapped(line, roomEm, { face: 'sans' }));
  return pointsToMm(sum(lines) * NOTE_LINE * sizePt);
}

/** Notes wrapped beside the signers. */
function signaturesHeightMm({ notes, signers, sizePt, roomMm }: Signatures, availableMm: number): number {
  const eachMm = signers.length > 2 ? availableMm / (signers.length + 1) : SIGNER_MM + SIGNER_GAP_MM;
  const notesMm = availableMm - signers.length * eachMm;
  const offices = Math.max(...signers.map(({ office }) => office.length));
  const nameEm = (eachMm - SIGNER_GAP_MM) / pointsToMm(sizePt);
  const names = signers.map(({ name }) => linesWrapped(name, nameEm, { face: 'sans', bold: true }) - 1);
  const more = Math.max(0, ...names) * NAME_LINE;
  const signed = roomMm + pointsToMm((offices * NOTE_LINE + NAME_LINES + more) * sizePt);
  return SIGNATURES_ABOVE_MM + Math.max(notesHeightMm(notes, sizePt, notesMm), signed);
}
