/**
 * The crew of a day (kíp trực): who stands when and at which post, numbers, room to sign when taking over; a page a day, for
 * the duty room's door. Shifts that run on from the day before stand first.
 */

import type { Day } from '../../calendar/day.ts';
import type { Shift } from '../../domain/shift.ts';
import { cleanLine } from '../plain-text.ts';
import { dayHead, rosterDays } from '../roster/day-head.ts';
import { seatName, seatsOf } from '../roster/seats.ts';
import { shiftWords } from '../roster/shift-words.ts';
import { type Block, type Cell, innerHeightMm, innerWidthMm, type Section } from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { centred, headCell } from './duty-table.ts';
import { periodName } from './letter.ts';
import { listed } from './listed-people.ts';
import { sheetPage } from './pages.ts';
import { contactWords } from './personal-slip.ts';
import { endHeightMm, masthead, mastheadHeightMm, sheetEnd } from './sheet-parts.ts';
import { fitTable } from './table-fit.ts';

const SIZES = { least: 9, most: 13 };
const NOTE_PT = 10;
/** Browsers and Word set lines higher than it is reckoned here. */
const ROOM_SHARE = 0.9;
const SIGN_MM = 30;
const PADDING_MM = 1.8;

/** Of the day asked for, or of every day there is. */
export function crewSheets(context: DocumentContext): Section[] {
  const { source, options } = context;
  const days = rosterDays(source.plan).filter((day) => options.day === undefined || day === options.day);
  return days.map((day) => crewOf(context, day));
}

function crewOf(context: DocumentContext, day: Day): Section {
  const { source, say, options } = context;
  const page = sheetPage({ ...options, orientation: options.orientation ?? 'portrait' });
  const { weekday, date, lunarLong, named } = dayHead(source.language, day);
  const lunar = lunarLong && say('document.crew.lunar', { day: lunarLong });
  // The first of the year is named by its lunar date alone.
  const name = lunarLong.toLowerCase().startsWith(named.toLowerCase()) ? '' : named;
  const subtitle = [periodName(context), lunar, name].filter((part) => part !== '').join(' · ');
  const title = say('document.crew.title', { day: `${weekday} ${date}/${day.slice(0, 4)}` });
  const head = [
    [
      'document.crew.hours',
      'document.column.post',
      'sheet.column.name',
      'sheet.column.phone',
      'document.crew.sign',
    ] as const,
  ].map((keys) => keys.map((key) => headCell(say(key))));
  const rows = shiftsOf(context, day).flatMap((shift) => rowsOf(context, shift, day));
  const widthMm = innerWidthMm(page);
  const end = sheetEnd(context, notesOf(context), { sizePt: NOTE_PT, availableMm: widthMm });
  const above = masthead(context, { title, subtitle });
  const aroundMm = mastheadHeightMm(above, widthMm) + endHeightMm(end, widthMm);
  const fit = fitTable({
    head,
    rows,
    face: 'sans',
    availableMm: widthMm,
    heightMm: ROOM_SHARE * (innerHeightMm(page) - aroundMm),
    sizes: SIZES,
    grow: [0, 1, 2, 0, 1],
    leastMm: [0, 0, 0, 0, SIGN_MM],
    paddingMm: PADDING_MM,
  });
  const blocks: Block[] = [
    above,
    { kind: 'table', name: `${weekday} ${date}`, ...fit, head, rows, paddingMm: PADDING_MM, start: 'here' },
    ...end,
  ];
  return { page, face: 'sans', blocks };
}

/** What runs on from before, then the day's own by start. */
function shiftsOf({ source }: DocumentContext, day: Day): Shift[] {
  const { plan } = source;
  const own = plan.shifts.filter((shift) => shift.day === day);
  const begin = Math.min(...own.map(({ span }) => span.start));
  const before = plan.shifts.filter(
    ({ day: other, span }) => other < day && span.start < begin && span.end > begin,
  );
  const posts = new Map(plan.posts.map(({ id }, i) => [id, i]));
  const byTime = (a: Shift, b: Shift): number =>
    a.span.start - b.span.start || (posts.get(a.postId) ?? 0) - (posts.get(b.postId) ?? 0);
  return [...before.sort(byTime), ...own.sort(byTime)];
}

/** A row a seat; hours and post reach down over all of a shift's. */
function rowsOf(context: DocumentContext, shift: Shift, day: Day): Cell[][] {
  const { source, say } = context;
  const { plan, roster, language } = source;
  const words = shiftWords(language, plan, shift);
  const post = plan.posts.find(({ id }) => id === shift.postId);
  const seats = seatsOf(plan, roster)(shift).filter(({ kind }) => kind !== 'wanted');
  const since =
    shift.day === day
      ? []
      : [{ text: say('document.crew.since', { day: words.day }), italic: true, scale: 0.85 }];
  const down = seats.length > 1 ? { rows: seats.length } : {};
  return seats.map((seat, i) => {
    const person = seat.kind === 'held' ? listed(source, seat.member) : undefined;
    const name = { text: seatName(language, plan, seat), ...(person ? { bold: true } : { italic: true }) };
    const office = person?.office ?? '';
    return [
      ...(i > 0
        ? []
        : [
            {
              lines: [
                ...(words.label === ''
                  ? []
                  : [{ text: words.label, bold: true, ...(words.night && { moon: true }) }]),
                { text: words.clock },
                ...since,
              ],
              align: 'center' as const,
              ...(words.night && { shade: 'night' as const }),
              ...down,
            },
            { lines: [{ text: cleanLine(post?.name ?? '') }], ...down },
          ]),
      { lines: [name, ...(office === '' ? [] : [{ text: office, scale: 0.85 }])] },
      centred(person?.phone ?? ''),
      { lines: [{ text: '' }] },
    ];
  });
}

function notesOf({ source }: DocumentContext): string[] {
  const { unit, posts } = source.plan;
  const contacts = posts.flatMap(({ contacts }) => contacts.map((each) => contactWords(each, source.phones)));
  return [cleanLine(unit.callNote ?? ''), ...new Set(contacts)].filter((line) => line !== '');
}
