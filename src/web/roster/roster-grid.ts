/** The roster as days × posts: column heads, and for every day the seats of every shift. */

import type { Day } from '../../calendar/day.ts';
import type { SeatRef } from '../../domain/draft-edit.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Shift } from '../../domain/shift.ts';
import type { Post } from '../../domain/unit.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { cellShifts, type RosterColumn, rosterColumns } from '../../output/roster/columns.ts';
import { type DayHead, dayHead, rosterDays } from '../../output/roster/day-head.ts';
import { type Rostered, type Seat, seatName, seatsOf } from '../../output/roster/seats.ts';

export interface GridPost {
  readonly name: string;
  readonly note: string;
  readonly columns: number;
}

export interface GridColumn {
  readonly label: string;
  readonly hours: string;
  readonly icon: 'sun' | 'sunset' | 'crescent' | 'clock';
  readonly night: boolean;
  /** First of its post: a heavier rule stands before it. */
  readonly first: boolean;
}

/** `error` and `warning` come from findings; the seat's own words say why. */
export type SeatMark = '' | 'error' | 'warning';

export interface GridSeat {
  /** `shift@place`, as editors name a seat. */
  readonly ref: string;
  /** Empty for an empty seat. */
  readonly staffId: string;
  /** Why its person stands it; empty where nobody asks. */
  readonly whyHref: string;
  /** Held by someone who was not there in the version people know. */
  readonly changed: boolean;
  readonly kind: Seat['kind'];
  readonly name: string;
  readonly uncovered: boolean;
  readonly pinned: boolean;
  readonly error: boolean;
  readonly warning: boolean;
}

export interface GridCell {
  /** Fragment name, so that a finding can point here. */
  readonly anchor: string;
  readonly night: boolean;
  readonly first: boolean;
  /** The night of Giao thừa or of New Year's Eve. */
  readonly eve: boolean;
  /** Post and hours, for the phone form, where heads are gone. */
  readonly post: string;
  readonly hours: string;
  readonly icon: GridColumn['icon'];
  readonly seats: readonly GridSeat[];
  /** True when the post keeps no such shift that day. */
  readonly none: boolean;
}

export interface GridRow {
  /** Fragment name of the day. */
  readonly anchor: string;
  readonly head: DayHead;
  readonly cells: readonly GridCell[];
  /** A seat of the day is empty that must not be. */
  readonly short: boolean;
}

export interface RosterGrid {
  readonly posts: readonly GridPost[];
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly dense: boolean;
}

export type MarkOf = (shiftId: string, staffId: string | undefined) => SeatMark;

interface Column extends RosterColumn {
  readonly icon: GridColumn['icon'];
  readonly first: boolean;
}

/** From here on columns are narrower and seats lower. */
const DENSE_FROM = 10;
const MINUTES_OF_WHOLE_DAY = 1440;

export function anchorOf(plan: Plan): (shiftId: string) => string {
  const order = new Map(plan.shifts.map(({ id }, index) => [id, index]));
  return (shiftId) => `shift-${order.get(shiftId) ?? 0}`;
}

export interface GridMarks {
  readonly markOf: MarkOf;
  readonly isChanged?: (shiftId: string, staffId: string) => boolean;
  /** Which days are shown; all when absent. */
  readonly isShown?: (day: Day) => boolean;
  /** Where it is told why the seat's person stands it. */
  readonly whyHref?: (seat: SeatRef) => string;
}

export function rosterGrid(
  language: Language,
  { plan, roster }: Rostered,
  { markOf, isChanged = () => false, isShown = () => true, whyHref = () => '' }: GridMarks,
): RosterGrid {
  const columns = columnsOf(language, plan);
  const seats = seatsOf(plan, roster);
  const anchor = anchorOf(plan);
  const pins = new Set(plan.pins.map(({ shiftId, staffId }) => `${shiftId} ${staffId}`));
  const shiftAt = cellShifts(plan);
  const seatModel = (shift: Shift, seat: Seat): GridSeat => {
    const staffId = seat.kind === 'held' ? seat.member.id : undefined;
    const mark = markOf(shift.id, staffId);
    return {
      ref: `${shift.id}@${seat.place}`,
      staffId: staffId ?? '',
      whyHref: staffId === undefined ? '' : whyHref({ shiftId: shift.id, place: seat.place }),
      changed: staffId !== undefined && isChanged(shift.id, staffId),
      kind: seat.kind,
      name: seatName(language, plan, seat),
      uncovered: seat.kind === 'uncovered',
      pinned: pins.has(`${shift.id} ${staffId}`),
      error: mark === 'error',
      warning: mark === 'warning',
    };
  };
  const posts = [...new Set(columns.map(({ post }) => post))];
  return {
    posts: posts.map((post) => ({
      name: post.shortName,
      note: postNote(language, post),
      columns: columns.filter((column) => column.post === post).length,
    })),
    columns: columns.map(({ label, range, icon, night, first }) => ({
      label,
      hours: range,
      icon,
      night,
      first,
    })),
    rows: rosterDays(plan)
      .filter(isShown)
      .map((day) => {
        const cells = columns.map((column): GridCell => {
          const shift = shiftAt(column, day);
          return {
            anchor: shift ? anchor(shift.id) : '',
            night: column.night,
            first: column.first,
            eve: shift !== undefined && isEve(shift),
            post: column.post.shortName,
            hours: column.words,
            icon: column.icon,
            seats: shift ? seats(shift).map((seat) => seatModel(shift, seat)) : [],
            none: shift === undefined,
          };
        });
        const short = cells.some(({ seats }) => seats.some(({ uncovered }) => uncovered));
        return { anchor: `day-${day}`, head: dayHead(language, day), cells, short };
      }),
    dense: columns.length >= DENSE_FROM,
  };
}

/** A night that people remember by name; a whole day that merely runs through that midnight is not one. */
function isEve({ night, namedDay }: Shift): boolean {
  return night && (namedDay === 'giao-thua' || namedDay === 'new-year-eve');
}

function columnsOf(language: Language, plan: Plan): Column[] {
  let last: Post | undefined;
  return rosterColumns(language, plan).map((column) => {
    const first = column.post !== last;
    last = column.post;
    return { ...column, icon: iconOf(column), first };
  });
}

function iconOf({ pattern, night }: RosterColumn): GridColumn['icon'] {
  if (pattern.durationMinutes >= MINUTES_OF_WHOLE_DAY) return 'clock';
  return night ? 'crescent' : partOfDay(pattern.start);
}

function partOfDay(start: string): 'sun' | 'sunset' {
  return start < '12:00' ? 'sun' : 'sunset';
}

/** `2 người mỗi ca 8 giờ`, when all its shifts are alike; else only how many people. */
function postNote(language: Language, post: Post): string {
  const hours = new Set(post.patterns.map(({ durationMinutes }) => durationMinutes / 60));
  const people = new Set(post.patterns.map(({ cover }) => (cover ?? post.cover).minimum));
  const [only] = hours;
  const [count] = people;
  if (people.size !== 1 || count === undefined || count < 2) return '';
  return hours.size === 1 && only !== undefined
    ? translate(language, 'web.grid.people-hours', { people: count, hours: only })
    : translate(language, 'web.grid.people', { people: count });
}
