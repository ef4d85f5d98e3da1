/**
 * Who stands in for whom (trực thay, đổi ca): every seat held otherwise than in an earlier version, for the file that both
 * versions lie in. Two who took each other's shifts are told as one exchange.
 */

import type { Shift } from '../../domain/shift.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { type SeatChange, versionDifference } from '../../domain/version-difference.ts';
import { cleanLine } from '../plain-text.ts';
import { shiftWords } from '../roster/shift-words.ts';
import { type Block, type Cell, innerWidthMm, type Line, type Section } from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { centred, headCell } from './duty-table.ts';
import { periodName } from './letter.ts';
import { listed } from './listed-people.ts';
import { sheetPage } from './pages.ts';
import { masthead, sheetEnd } from './sheet-parts.ts';
import { fitTable } from './table-fit.ts';

const SIZES = { least: 9, most: 12 };
const PADDING_MM = 1.4;
const PHONE_MM = 24;

export function changeList(context: DocumentContext): Section[] {
  const { source, before, say, options } = context;
  const page = sheetPage(options);
  const changes = before ? versionDifference(before, source).seats : [];
  const title = say('document.changes.title');
  const subtitle = before
    ? say('document.changes.since', { period: periodName(context), before: beforeWords(context) })
    : periodName(context);
  const blocks: Block[] = [
    masthead(context, { title, subtitle }),
    tableOf(context, changes, { title, widthMm: innerWidthMm(page) }),
    ...sheetEnd(context, changes.length === 0 ? [] : [say('document.changes.note')], {
      sizePt: 10,
      availableMm: innerWidthMm(page),
    }),
  ];
  return [{ page, face: 'sans', blocks }];
}

/** `Bản 1`, or that it is a roster without a number, as one from a file is. */
function beforeWords({ before, say }: DocumentContext): string {
  const number = before?.version?.number;
  return number === undefined ? say('document.changes.unnumbered') : say('sheet.version', { number });
}

function nothingWords(context: DocumentContext): string {
  const { before, say } = context;
  return before
    ? say('document.changes.none', { before: beforeWords(context) })
    : say('document.changes.first');
}

function tableOf(
  context: DocumentContext,
  changes: readonly SeatChange[],
  { title, widthMm }: { readonly title: string; readonly widthMm: number },
): Block {
  const { say, source } = context;
  const phones = source.phones;
  const head = [
    [
      headCell(say('sheet.column.number')),
      headCell(say('document.column.day')),
      headCell(say('document.changes.shift')),
      headCell(say('document.changes.before')),
      headCell(say('document.changes.after')),
      ...(phones ? [headCell(say('sheet.column.phone'))] : []),
      headCell(say('document.column.note')),
    ],
  ];
  const partners = exchanges(changes);
  const rows = changes.map((change, i) => rowOf(context, change, { number: i + 1, partner: partners[i] }));
  if (rows.length === 0)
    rows.push([{ lines: [{ text: nothingWords(context) }], columns: head[0]?.length ?? 1 }]);
  const fit = fitTable({
    head,
    rows,
    face: 'sans',
    availableMm: widthMm,
    sizes: SIZES,
    grow: [0, 1, 1, 2, 2, ...(phones ? [0] : []), 2],
    leastMm: [0, 0, 0, 0, 0, ...(phones ? [PHONE_MM] : [])],
    paddingMm: PADDING_MM,
  });
  return { kind: 'table', name: title, ...fit, head, rows, paddingMm: PADDING_MM, start: 'here' };
}

/** Of each change the place of the one that gives the same two people the other way round; each has one at most. */
function exchanges(changes: readonly SeatChange[]): (number | undefined)[] {
  const partners: (number | undefined)[] = changes.map(() => undefined);
  changes.forEach(({ before, after }, i) => {
    if (!before || !after || before.id === after.id || partners[i] !== undefined) return;
    const other = changes.findIndex(
      (each, j) =>
        j > i && partners[j] === undefined && each.before?.id === after.id && each.after?.id === before.id,
    );
    if (other < 0) return;
    partners[i] = other;
    partners[other] = i;
  });
  return partners;
}

interface Numbered {
  readonly number: number;
  readonly partner: number | undefined;
}

function rowOf(context: DocumentContext, change: SeatChange, { number, partner }: Numbered): Cell[] {
  const { source, before } = context;
  const { language, plan } = source;
  const words = shiftWords(language, plan, change.shift);
  const named = words.named === '' ? [] : [{ text: words.named, bold: true }];
  const post = cleanLine(change.post.name);
  return [
    centred(String(number)),
    { lines: [{ text: words.day }, { text: words.lunar }, ...named], align: 'center' },
    { lines: [{ text: `${words.label} ${words.clock}`.trim() }, { text: post, scale: 0.9 }] },
    personCell(change.before, before ? { ...source, plan: before.plan } : source),
    personCell(change.after, source),
    ...(source.phones ? [centred(change.after ? listed(source, change.after).phone : '')] : []),
    { lines: noteOf(context, change, partner) },
  ];
}

function personCell(member: StaffMember | undefined, source: DocumentContext['source']): Cell {
  if (!member) return centred('–');
  const { name, office } = listed(source, member);
  return { lines: [{ text: name, bold: true }, ...(office === '' ? [] : [{ text: office, scale: 0.85 }])] };
}

function noteOf({ say, source }: DocumentContext, change: SeatChange, partner: number | undefined): Line[] {
  const { before, after, movedFrom } = change;
  const moved = movedFrom
    ? [{ text: say('document.changes.moved', { hours: clockOf(source, movedFrom) }) }]
    : [];
  if (before?.id === after?.id) return moved;
  if (partner !== undefined)
    return [{ text: say('document.changes.exchange', { number: partner + 1 }) }, ...moved];
  const key = !before ? 'added' : !after ? 'emptied' : 'stands-in';
  return [{ text: say(`document.changes.${key}`) }, ...moved];
}

function clockOf({ language, plan }: DocumentContext['source'], shift: Shift): string {
  return shiftWords(language, plan, shift).clock;
}
