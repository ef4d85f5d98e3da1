/** One page for one person: own shifts with whom they are stood and handed over, whom to call, QR of the own feed. */

import { nextShifts } from '../../domain/handover.ts';
import { RosterIndex } from '../../domain/roster-index.ts';
import type { Shift } from '../../domain/shift.ts';
import type { Contact } from '../../domain/unit.ts';
import { formatDuration } from '../../i18n/format.ts';
import { onceFor } from '../../kernel/once-for.ts';
import { cleanLine } from '../plain-text.ts';
import { dayHead } from '../roster/day-head.ts';
import { shiftWords } from '../roster/shift-words.ts';
import { type Totals, totalsByPerson } from '../roster/totals.ts';
import { type Block, type Cell, innerHeightMm, innerWidthMm, type Section, type Table } from './document.ts';
import type { DocumentContext } from './document-request.ts';
import { centred, headCell } from './duty-table.ts';
import { type ListedPerson, sortedPeople } from './listed-people.ts';
import { mergeDown } from './merge-down.ts';
import { slipPage } from './pages.ts';
import { qrCode } from './qr-code.ts';
import { type SheetBlock, sheetHeightMm } from './sheet-height.ts';
import { directory, masthead } from './sheet-parts.ts';
import { fitTable, tableHeightMm } from './table-fit.ts';

/** Smaller than 8.5 only where the page would not hold everything otherwise. */
const SIZES = { least: 7, most: 10.5, running: 8.5 };
/** Above the table. */
const TABLE_GAP_MM = 4;
/** Of what stands around the table; the smaller where everything would not stand on one page otherwise. */
interface Looks {
  readonly codeMm: number;
  readonly phonesPt: number;
  readonly manyPhonesPt: number;
  readonly callsPt: number;
}
const USUAL: Looks = { codeMm: 30, phonesPt: 8.5, manyPhonesPt: 7.5, callsPt: 9 };
const SMALL: Looks = { codeMm: 24, phonesPt: 7, manyPhonesPt: 7, callsPt: 8 };
/** Names of a cell that get a line each. */
const MOST_OWN_LINES = 2;
/** More numbers than this are set smaller. */
const MANY_PHONES = 16;

export function personalSlips(context: DocumentContext): Section[] {
  const { staffIds } = context.options;
  const index = new RosterIndex(context.source.plan, context.source.roster);
  const totalsOf = totalsByPerson(context.source);
  const people = sortedPeople(context);
  const byId = new Map(people.map((person) => [person.id, person]));
  const stoodOf = onceFor((shift: Shift) => stood(context, shift, { index, byId }));
  return people
    .filter(({ id }) => staffIds === undefined || staffIds.includes(id))
    .map((person) => ({
      page: slipPage(),
      face: 'sans',
      onePage: true,
      blocks: slipBlocks(context, { person, index, totalsOf, stoodOf }),
    }));
}

interface Standing {
  readonly person: ListedPerson;
  readonly index: RosterIndex;
  readonly totalsOf: (staffId: string) => Totals;
  readonly stoodOf: (shift: Shift) => Stood;
}

/** What all who stand a shift are told of it. */
interface Stood {
  /** Day, hours and post. */
  readonly cells: readonly Cell[];
  readonly crew: readonly ListedPerson[];
  readonly takers: readonly ListedPerson[];
}

function slipBlocks(context: DocumentContext, standing: Standing): Block[] {
  const usual = slipSet(context, standing, USUAL);
  return usual.fits ? usual.blocks : slipSet(context, standing, SMALL).blocks;
}

function slipSet(
  context: DocumentContext,
  standing: Standing,
  looks: Looks,
): { readonly blocks: Block[]; readonly fits: boolean } {
  const { say, sheet, source } = context;
  const { person, index, totalsOf } = standing;
  const shifts = index.shiftsOf(person.id);
  const totals = totalsOf(person.id);
  const sums = say('document.slip.sums', {
    shifts: totals.shifts,
    hours: formatDuration(source.language, totals.minutes),
    nights: totals.nights,
  });
  const feedUrl = context.options.feedUrls?.get(person.id);
  const above: SheetBlock[] = [
    masthead(context, { title: person.name, subtitle: person.office }, feedUrl === undefined),
    { kind: 'paragraphs', sizePt: 10.5, indentMm: 0, items: [{ lead: sheet.title, text: sums }] },
    ...(feedUrl === undefined ? [] : [feedBlock(context, feedUrl, looks)]),
  ];
  const below = [
    ...phoneBlocks(context, shifts, { ...standing, ...looks }),
    ...callBlocks(context, shifts, { ...standing, ...looks }),
  ];
  const page = slipPage();
  const heightMm = innerHeightMm(page) - sheetHeightMm([...above, ...below], page) - TABLE_GAP_MM;
  const table = shiftTable(context, shifts, { ...standing, heightMm });
  const fits = tableHeightMm(table.sizePt, table.widthsMm, { ...table, face: 'sans' }) <= heightMm;
  return { blocks: [...above, table, ...below], fits };
}

function shiftTable(
  context: DocumentContext,
  shifts: readonly Shift[],
  { heightMm, ...standing }: Standing & { readonly heightMm: number },
): Table {
  const { say } = context;
  const head = [
    [
      headCell(say('document.column.day')),
      headCell(say('document.slip.shift')),
      headCell(say('document.slip.with')),
      headCell(say('document.slip.handover')),
    ],
  ];
  const rows = mergeDown(
    shifts.map((shift) => shiftRow(shift, standing)),
    [2, 3],
  );
  const paddingMm = 1;
  const fit = fitTable({
    head,
    rows,
    face: 'sans',
    availableMm: innerWidthMm(slipPage()),
    sizes: SIZES,
    heightMm,
    paddingMm,
  });
  return { kind: 'table', name: standing.person.name, ...fit, head, rows, paddingMm, start: 'here' };
}

interface Everyone {
  readonly index: RosterIndex;
  /** All who hold a seat. */
  readonly byId: ReadonlyMap<string, ListedPerson>;
}

function stood({ source }: DocumentContext, shift: Shift, { index, byId }: Everyone): Stood {
  const { plan, language } = source;
  const people = (ids: Iterable<string>): ListedPerson[] => [...ids].flatMap((id) => byId.get(id) ?? []);
  const takers = new Set(nextShifts(plan, shift).flatMap(({ id }) => index.staffOf(id)));
  const { weekday, date, lunar, named } = dayHead(language, shift.day);
  const { what, post, night } = shiftWords(language, plan, shift);
  const day = [
    { text: `${weekday} ${date}`, bold: true },
    { text: named ? `${lunar} · ${named}` : lunar, scale: 0.9 },
  ];
  const hours = [
    { text: what, bold: true, ...(night ? { moon: true } : {}) },
    { text: post, scale: 0.9 },
  ];
  return {
    cells: [{ lines: day }, { lines: hours, ...(night ? { shade: 'night' as const } : {}) }],
    crew: people(index.staffOf(shift.id)),
    takers: people(takers),
  };
}

function shiftRow(shift: Shift, { person, stoodOf }: Standing): Cell[] {
  const { cells, crew, takers } = stoodOf(shift);
  return [...cells, namesCell(crew, person), namesCell(takers, person)];
}

function namesCell(people: readonly ListedPerson[], person: ListedPerson): Cell {
  const others = people.filter(({ id }) => id !== person.id).map(({ name }) => name);
  if (others.length === 0) return centred('–');
  // More than two take as few lines as they can: a slip is one page.
  const lines = others.length > MOST_OWN_LINES ? [others.join(', ')] : others;
  return { lines: lines.map((text) => ({ text })) };
}

/** Numbers of everyone named in the table, once each, where numbers may stand. */
function phoneBlocks(
  { say }: DocumentContext,
  shifts: readonly Shift[],
  { person, stoodOf, phonesPt, manyPhonesPt }: Standing & Looks,
): SheetBlock[] {
  const named = shifts.map(stoodOf).flatMap(({ crew, takers }) => [...crew, ...takers]);
  const entries = [...new Map(named.map((each) => [each.id, each])).values()].flatMap(
    ({ id, name, phone }) => (id !== person.id && phone ? [{ name, value: phone }] : []),
  );
  if (entries.length === 0) return [];
  const sizePt = entries.length > MANY_PHONES ? manyPhonesPt : phonesPt;
  const room = { availableMm: innerWidthMm(slipPage()), sizePt };
  return [directory({ title: say('sheet.phones'), entries }, room)];
}

/** The person's own secret link, above the table, so that no slip ends with it alone on a page. */
function feedBlock({ say }: DocumentContext, url: string, { codeMm }: Looks): SheetBlock {
  const words = [say('document.slip.feed'), say('document.slip.feed-how'), say('document.slip.feed-secret')];
  const lines = words.map((text, i) => (i === 0 ? { text, bold: true } : { text }));
  return { kind: 'scan', code: qrCode(url), sizeMm: codeMm, lines };
}

/** Contacts of the posts this person stands, then the unit's own note. */
function callBlocks(
  { source, say }: DocumentContext,
  shifts: readonly Shift[],
  { index, callsPt }: Standing & Looks,
): SheetBlock[] {
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
  return items.length === 0 ? [] : [{ kind: 'paragraphs', sizePt: callsPt, indentMm: 0, items }];
}

export function contactWords({ name, phone, email, note }: Contact, phones: boolean): string {
  return [name, phones ? (phone ?? '') : '', email ?? '', note ?? '']
    .map(cleanLine)
    .filter((part) => part !== '')
    .join(', ');
}
