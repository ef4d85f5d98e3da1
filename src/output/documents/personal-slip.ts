/** One page for one person: own shifts with whom they are stood and handed over, whom to call, QR of the own feed. */

import { nextShifts } from '../../domain/handover.ts';
import { RosterIndex } from '../../domain/roster-index.ts';
import type { Shift } from '../../domain/shift.ts';
import type { Contact } from '../../domain/unit.ts';
import { formatDuration } from '../../i18n/format.ts';
import { cleanLine } from '../plain-text.ts';
import { dayHead } from '../roster/day-head.ts';
import type { SheetSource } from '../roster/sheet.ts';
import { shiftWords } from '../roster/shift-words.ts';
import { totalsByPerson } from '../roster/totals.ts';
import { type Block, type Cell, innerWidthMm, type Section } from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { centred, headCell } from './duty-table.ts';
import { type ListedPerson, listed, sortedPeople } from './listed-people.ts';
import { slipPage } from './pages.ts';
import { qrCode } from './qr-code.ts';
import { masthead } from './sheet-parts.ts';
import { fitTable } from './table-fit.ts';

const SIZES = { least: 8.5, most: 10.5 };
const CODE_MM = 30;
/** Of the roster's address, which is short. */
const CURRENT_MM = 22;

export function personalSlips(context: DocumentContext): Section[] {
  const { staffIds } = context.options;
  const index = new RosterIndex(context.source.plan, context.source.roster);
  return sortedPeople(context)
    .filter(({ id }) => staffIds === undefined || staffIds.includes(id))
    .map((person) => ({ page: slipPage(), face: 'sans', blocks: slipBlocks(context, person, index) }));
}

function slipBlocks(context: DocumentContext, person: ListedPerson, index: RosterIndex): Block[] {
  const { say, sheet, source } = context;
  const shifts = index.shiftsOf(person.id);
  const totals = totalsByPerson(source)(person.id);
  const sums = say('document.slip.sums', {
    shifts: totals.shifts,
    hours: formatDuration(source.language, totals.minutes),
    nights: totals.nights,
  });
  return [
    masthead(context, { title: person.name, subtitle: person.office }, false),
    { kind: 'paragraphs', sizePt: 10.5, indentMm: 0, items: [{ lead: sheet.title, text: sums }] },
    shiftTable(context, shifts, { person, index }),
    ...scanBlocks(context, person),
    ...callBlocks(context, shifts, index),
  ];
}

interface Standing {
  readonly person: ListedPerson;
  readonly index: RosterIndex;
}

function shiftTable(context: DocumentContext, shifts: readonly Shift[], standing: Standing): Block {
  const { say } = context;
  const head = [
    [
      headCell(say('document.column.day')),
      headCell(say('document.slip.shift')),
      headCell(say('document.slip.with')),
      headCell(say('document.slip.handover')),
    ],
  ];
  const rows = shifts.map((shift) => shiftRow(context, shift, standing));
  const paddingMm = 1;
  const fit = fitTable({
    head,
    rows,
    face: 'sans',
    availableMm: innerWidthMm(slipPage()),
    sizes: SIZES,
    paddingMm,
  });
  return { kind: 'table', name: standing.person.name, ...fit, head, rows, paddingMm, start: 'here' };
}

function shiftRow({ source }: DocumentContext, shift: Shift, { person, index }: Standing): Cell[] {
  const { plan, language } = source;
  const { weekday, date, lunar, named } = dayHead(language, shift.day);
  const { what, post, night } = shiftWords(language, plan, shift);
  const names = (ids: readonly string[]): Cell => {
    const own = ids.filter((id) => id !== person.id).map((id) => nameLine(source, index, id));
    return own.length === 0 ? centred('–') : { lines: own.flat() };
  };
  return [
    {
      lines: [
        { text: `${weekday} ${date}`, bold: true },
        { text: named ? `${lunar} · ${named}` : lunar, scale: 0.9 },
      ],
    },
    {
      lines: [
        {
          text: what,
          bold: true,
          ...(night ? { moon: true } : {}),
        },
        { text: post, scale: 0.9 },
      ],
      ...(night ? { shade: 'night' as const } : {}),
    },
    names(index.staffOf(shift.id)),
    names([...new Set(nextShifts(plan, shift).flatMap(({ id }) => index.staffOf(id)))]),
  ];
}

/** The name, and the number under it where numbers may stand. */
function nameLine(source: SheetSource, index: RosterIndex, id: string): { text: string; scale?: number }[] {
  const member = index.staffById.get(id);
  if (!member) return [];
  const { name, phone } = listed(source, member);
  return [{ text: name }, ...(phone ? [{ text: phone, scale: 0.9 }] : [])];
}

/** The person's own secret link where one was made, else the way to the roster that holds now. */
function scanBlocks({ options, say }: DocumentContext, { id }: ListedPerson): Block[] {
  const own = options.feedUrls?.get(id);
  const url = own ?? options.currentUrl;
  if (url === undefined) return [];
  const words =
    own === undefined
      ? [say('document.slip.current'), say('document.slip.current-how')]
      : [say('document.slip.feed'), say('document.slip.feed-how'), say('document.slip.feed-secret')];
  const lines = words.map((text, i) => (i === 0 ? { text, bold: true } : { text }));
  return [{ kind: 'scan', code: qrCode(url), sizeMm: own === undefined ? CURRENT_MM : CODE_MM, lines }];
}

/** Contacts of the posts this person stands, then the unit's own note. */
function callBlocks({ source, say }: DocumentContext, shifts: readonly Shift[], index: RosterIndex): Block[] {
  const posts = [...new Set(shifts.map(({ postId }) => postId))];
  const lines = posts
    .flatMap((id) => index.postById.get(id)?.contacts ?? [])
    .map((contact, i) => `${i + 1}. ${contactWords(contact, source.phones)}`);
  const note = cleanLine(source.plan.unit.callNote ?? '');
  const items = [
    ...(lines.length > 0
      ? [{ lead: say('document.call'), text: '' }, ...lines.map((text) => ({ text }))]
      : []),
    ...(note ? [{ text: note }] : []),
  ];
  return items.length === 0 ? [] : [{ kind: 'paragraphs', sizePt: 9, indentMm: 0, items }];
}

export function contactWords({ name, phone, email, note }: Contact, phones: boolean): string {
  return [name, phones ? (phone ?? '') : '', email ?? '', note ?? '']
    .map(cleanLine)
    .filter((part) => part !== '')
    .join(', ');
}
