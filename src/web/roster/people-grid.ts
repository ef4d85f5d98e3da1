/** The roster as people × days: a code for every shift stood, leave, and what it adds up to. */

import type { Day } from '../../calendar/day.ts';
import { dayOf, startOfDay } from '../../calendar/zone.ts';
import { type LieuDay, lieuDaysStood } from '../../constraints/lieu-days-stood.ts';
import type { Plan } from '../../domain/plan.ts';
import { RosterIndex } from '../../domain/roster-index.ts';
import type { Shift } from '../../domain/shift.ts';
import { staffName } from '../../domain/staff-names.ts';
import type { Absences } from '../../domain/version.ts';
import { formatWeekdayDateShort } from '../../i18n/format.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { type DayHead, dayHead, rosterDays } from '../../output/roster/day-head.ts';
import { coverOf, type Rostered, seatsOf } from '../../output/roster/seats.ts';
import { type ShiftCode, shiftCodes } from '../../output/roster/shift-codes.ts';
import { shiftWords } from '../../output/roster/shift-words.ts';
import { teamsOf } from '../../output/roster/teams.ts';
import { figure, hoursFigure, type Totals } from '../../output/roster/totals.ts';

/** A shift someone stands; `href` leads to its seat, and is empty where nothing is edited. */
interface StoodCode {
  readonly code: string;
  readonly night: boolean;
  /** `Ứng cứu, dự phòng, Đêm 18–06`: the post too, as posts may share a code. */
  readonly words: string;
  readonly href: string;
}

/** Where the seat of a person on a shift is edited. */
export type SeatHref = (shiftId: string, staffId: string) => string;

export interface PeopleGrid {
  readonly days: readonly DayHead[];
  readonly teams: readonly {
    readonly name: string;
    readonly size: number;
    readonly people: readonly {
      readonly name: string;
      readonly error: boolean;
      readonly cells: readonly {
        readonly named: boolean;
        readonly leave: boolean;
        /** Its kind in words; empty where nobody said. */
        readonly leaveWords: string;
        /** For which duty the day is off; empty for no day in lieu. */
        readonly lieu: string;
        /** The day is off in lieu, and a duty is stood on it all the same. */
        readonly lieuBroken: boolean;
        readonly codes: readonly StoodCode[];
      }[];
      /** In the order of the heads: shifts, hours, night hours, holiday hours, points now, before, together. */
      readonly totals: readonly string[];
    }[];
  }[];
  readonly cover: readonly { readonly words: string; readonly short: boolean; readonly named: boolean }[];
  readonly key: readonly ShiftCode[];
  readonly span: number;
}

export const TOTAL_HEADS = [
  'web.people.shifts',
  'word.hours',
  'web.people.night-hours',
  'web.people.holiday-hours',
  'web.people.points-now',
  'web.people.points-before',
  'web.people.points',
] as const;

export function peopleGrid(
  language: Language,
  version: Rostered & Absences,
  {
    faulty,
    leave = true,
    seatHref = () => '',
    isShown = () => true,
  }: {
    readonly faulty: ReadonlySet<string>;
    /** Whether days of leave are shown. */
    readonly leave?: boolean;
    readonly seatHref?: SeatHref;
    /** Which days are shown; totals are of all. */
    readonly isShown?: (day: Day) => boolean;
  },
): PeopleGrid {
  const { plan, roster } = version;
  const index = new RosterIndex(plan, roster);
  const codes = shiftCodes(language, plan);
  const days = rosterDays(plan).filter(isShown);
  const heads = days.map((day) => dayHead(language, day));
  const seats = seatsOf(plan, roster);
  const lieu = lieuDaysStood(plan, index);
  const codeOf = (shift: Shift, staffId: string): StoodCode[] => {
    const code = codes.of(shift)?.code;
    const { post, what, night } = shiftWords(language, plan, shift);
    return code === undefined
      ? []
      : [{ code, night, words: `${post}, ${what}`, href: seatHref(shift.id, staffId) }];
  };
  return {
    days: heads,
    teams: teamsOf(version).map(({ post, burdens }) => ({
      name: post.shortName,
      size: burdens.length,
      people: burdens.map((burden) => {
        const { member } = burden;
        const shifts = index.shiftsOf(member.id);
        const off = lieu.get(member.id) ?? [];
        return {
          name: staffName(plan.staff, member.id),
          error: faulty.has(member.id),
          cells: days.map((day, i) => ({
            named: heads[i]?.named !== '',
            ...leaveOn(language, leave ? plan : undefined, { staffId: member.id, day }),
            lieu: lieuWords(language, off, day),
            lieuBroken: off.some((each) => each.day === day) && shifts.some((shift) => shift.day === day),
            codes: shifts.filter((shift) => shift.day === day).flatMap((shift) => codeOf(shift, member.id)),
          })),
          totals: totalWords(language, burden.totals),
        };
      }),
    })),
    cover: days.map((day, i) => {
      const { filled, needed } = coverOf(
        plan.shifts.filter((shift) => shift.day === day),
        seats,
        version,
      );
      return { words: `${filled}/${needed}`, short: filled < needed, named: heads[i]?.named !== '' };
    }),
    key: codes.key,
    span: days.length + TOTAL_HEADS.length + 1,
  };
}

/** Leave that takes any part of the civil day. */
function leaveOn(
  language: Language,
  plan: Plan | undefined,
  { staffId, day }: { readonly staffId: string; readonly day: Day },
): { readonly leave: boolean; readonly leaveWords: string } {
  if (!plan) return { leave: false, leaveWords: '' };
  const { zone } = plan.unit;
  const start = startOfDay(day, zone);
  const found = plan.leave.find(
    (each) => each.staffId === staffId && each.span.end > start && dayOf(each.span.start, zone) <= day,
  );
  const leaveWords = found?.kind === undefined ? '' : translate(language, `leave.kind.${found.kind}`);
  return { leave: found !== undefined, leaveWords };
}

/** `Nghỉ bù cho ca T6 05/02`; empty where the day is none. */
function lieuWords(language: Language, off: readonly LieuDay[], day: Day): string {
  const duties = off.filter((each) => each.day === day).map(({ dutyDay }) => dutyDay);
  if (duties.length === 0) return '';
  const days = duties.map((each) => formatWeekdayDateShort(language, each)).join(', ');
  return translate(language, 'lieu.for', { days });
}

/** In the order of the heads. */
function totalWords(language: Language, totals: Totals): string[] {
  const { shifts, minutes, nightMinutes, holidayMinutes, points, pointsBefore } = totals;
  return [
    figure(language, shifts),
    hoursFigure(language, minutes),
    hoursFigure(language, nightMinutes),
    hoursFigure(language, holidayMinutes),
    figure(language, points),
    figure(language, pointsBefore),
    figure(language, points + pointsBefore),
  ];
}
