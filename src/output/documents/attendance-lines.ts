/** Seat by seat behind the attendance sheet, where people take their shifts: which were stood as confirmed, which as planned. */

import type { Instant } from '../../calendar/interval.ts';
import { clockTimeOf, dayOf } from '../../calendar/zone.ts';
import { staffName } from '../../domain/staff-names.ts';
import { type StoodLine, stoodLines } from '../../domain/stood.ts';
import { formatWeekdayDateShort } from '../../i18n/format.ts';
import { cleanLine } from '../plain-text.ts';
import { shiftWords } from '../roster/shift-words.ts';
import { type Block, type Cell, innerWidthMm, type Section } from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { headCell } from './duty-table.ts';
import { periodName } from './letter.ts';
import { sheetPage } from './pages.ts';
import { masthead } from './sheet-parts.ts';
import { fitTable } from './table-fit.ts';

const SIZES = { least: 9, most: 11 };
const COLUMNS = ['day', 'shift', 'post', 'person', 'stood', 'note'] as const;

/** None where nothing is known of what was stood. */
export function attendanceLines(context: DocumentContext): Section[] {
  const { source, stood, say, options } = context;
  if (!stood) return [];
  const page = sheetPage(options);
  const lines = stoodLines(source.plan.shifts, source.roster, stood);
  const head = [COLUMNS.map((each) => headCell(say(`document.attendance.line.${each}`)))];
  const rows = lines.map((line) => cellsOf(context, line));
  const paddingMm = 1.2;
  const fit = fitTable({
    ...{ head, rows, face: 'sans', availableMm: innerWidthMm(page), sizes: SIZES, paddingMm },
    grow: [0, 0, 1, 2, 1, 2],
  });
  const title = say('document.attendance.lines', { period: periodName(context) });
  const subtitle = say('document.attendance.lines.sum', {
    confirmed: lines.filter(({ as }) => as === 'confirmed').length,
    count: lines.length,
    planned: lines.filter(({ as }) => as === 'planned').length,
    ahead: lines.filter(({ as }) => as === 'ahead').length,
  });
  const blocks: Block[] = [
    masthead(context, { title, subtitle }),
    { kind: 'table', name: title, ...fit, head, rows, paddingMm, start: 'here' },
  ];
  return [{ page, face: 'sans', blocks }];
}

function cellsOf({ source, say }: DocumentContext, line: StoodLine): Cell[] {
  const { plan, language } = source;
  const { day, what, post } = shiftWords(language, plan, line.shift);
  const nameOf = (id: string): string => cleanLine(staffName(plan.staff, id));
  const cell = (text: string): Cell => ({ lines: [{ text }] });
  const when = (at: Instant): string =>
    `${clockTimeOf(at, plan.unit.zone)} ${formatWeekdayDateShort(language, dayOf(at, plan.unit.zone))}`;
  const words = say(
    `document.attendance.as.${line.as}`,
    line.at === undefined ? {} : { time: when(line.at) },
  );
  return [
    cell(day),
    cell(what),
    cell(post),
    cell(nameOf(line.staffId)),
    { lines: [{ text: words, italic: line.as !== 'confirmed' }] },
    cell(
      line.insteadOf === undefined
        ? ''
        : say('document.attendance.instead', { name: nameOf(line.insteadOf) }),
    ),
  ];
}
