/** The card on top of someone's own page: the shift that runs or comes next, how long still, with whom, whom to call. */

import { addDays } from '../../calendar/day.ts';
import { contains, type Instant, minutesBetween } from '../../calendar/interval.ts';
import { moonOf } from '../../calendar/moon.ts';
import { clockTimeOf, dayOf } from '../../calendar/zone.ts';
import { giversOf, takersOf } from '../../domain/handover.ts';
import type { Plan } from '../../domain/plan.ts';
import { RosterIndex } from '../../domain/roster-index.ts';
import type { Shift } from '../../domain/shift.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { staffName } from '../../domain/staff-names.ts';
import { isUnstood, type RosterVersion } from '../../domain/version.ts';
import { formatWeekdayDateShort, formatWeekdayInline } from '../../i18n/format.ts';
import { shiftWords } from '../../output/roster/shift-words.ts';
import type { Visit } from '../kit/visit.ts';
import { telephonePath } from '../paths/periods.ts';

export interface OwnShift {
  readonly version: RosterVersion;
  readonly index: RosterIndex;
  readonly shift: Shift;
}

/** Of every roster that stands, by start. */
export function ownShifts(versions: readonly RosterVersion[], staffId: string): OwnShift[] {
  return versions
    .flatMap((version): OwnShift[] => {
      const index = new RosterIndex(version.plan, version.roster);
      return index.shiftsOf(staffId).map((shift) => ({ version, index, shift }));
    })
    .sort((a, b) => a.shift.span.start - b.shift.span.start);
}

export function nextShift(visit: Visit, shifts: readonly OwnShift[], staffId: string) {
  const { now, say, language } = visit;
  const next = shifts.find(({ shift }) => shift.span.end > now);
  if (!next) return undefined;
  const { version, index, shift } = next;
  const { plan } = version;
  const running = shift.span.start <= now;
  const words = shiftWords(language, plan, shift);
  const until = running ? shift.span.end : shift.span.start;
  const people = (ids: readonly string[]): StaffMember[] =>
    ids.flatMap((id) => index.staffById.get(id) ?? []);
  const namesOf = (ids: readonly string[]): string =>
    people(ids)
      .map(({ id }) => staffName(plan.staff, id))
      .join(', ');
  const leaders = leadersOf(next, now).filter(({ id }) => id !== staffId);
  const post = index.postById.get(shift.postId);
  return {
    // `Ca kế tiếp của bạn, còn`.
    kicker: say(running ? 'own.next.running' : 'own.next.coming'),
    // What is left, figure by figure: `9` `giờ`, `18` `phút`.
    figures: figuresOf(visit, Math.ceil(minutesBetween(now, until))),
    // Milliseconds since 1970, for the script that counts on.
    until,
    running,
    when: whenWords(visit, next),
    place: [post?.name, plan.unit.place].filter(Boolean).join(' · '),
    periodId: version.periodId,
    shift: words,
    moon: moonOf(shift.day),
    lunar: words.lunar,
    beside: standersOf(next, shift)
      .filter(({ id }) => id !== staffId)
      .map((each) => callOf(plan, each)),
    from: namesOf(giversOf(plan, index, shift)),
    to: namesOf(takersOf(plan, index, shift)),
    leaders: leaders.map((each) => callOf(plan, each)),
    // Who stands the other posts at that moment, post by post.
    posts: otherPosts(next, now, staffId),
    // Whom to call in what order, as the unit wrote it; empty when it did not.
    callNote: plan.unit.callNote ?? '',
    // The leader's number, for the button; empty when there is none.
    callHref: leaders.map(({ phone }) => (phone === '' ? '' : telephonePath(phone))).find(Boolean) ?? '',
  };
}

/** Of a shift, without those who can't stand it by now: nobody should call them. */
function standersOf({ version, index }: OwnShift, shift: Shift): StaffMember[] {
  return index
    .staffOf(shift.id)
    .filter((id) => !isUnstood(version, id, shift))
    .flatMap((id) => index.staffById.get(id) ?? []);
}

/** Who leads when the shift begins, or now while it runs. */
function leadersOf(own: OwnShift, now: Instant): StaffMember[] {
  const { version, shift } = own;
  const { plan } = version;
  const leading = new Set(plan.posts.filter(({ tier }) => tier === 'leader').map(({ id }) => id));
  const at = Math.max(shift.span.start, now) as Instant;
  return plan.shifts
    .filter(({ postId, span }) => leading.has(postId) && contains(span, at))
    .flatMap((each) => standersOf(own, each));
}

/** Of posts but the own and the leaders': at the shift's start, or now while it runs. */
function otherPosts(own: OwnShift, now: Instant, staffId: string) {
  const { version, shift } = own;
  const { plan } = version;
  const at = Math.max(shift.span.start, now) as Instant;
  return plan.posts
    .filter(({ id, tier }) => id !== shift.postId && tier !== 'leader')
    .map(({ id, shortName }) => ({
      post: shortName,
      people: plan.shifts
        .filter(({ postId, span }) => postId === id && contains(span, at))
        .flatMap((each) => standersOf(own, each))
        .filter((each) => each.id !== staffId)
        .map((each) => callOf(plan, each)),
    }))
    .filter(({ people }) => people.length > 0);
}

function callOf({ staff }: Plan, { id, phone }: StaffMember) {
  return { name: staffName(staff, id), phone, href: phone === '' ? '' : telephonePath(phone) };
}

const MINUTES = { days: 1440, hours: 60, minutes: 1 } as const;

/** Days and hours from two days on, else hours and minutes. */
function figuresOf({ say }: Visit, left: number) {
  const units = left >= 2 * MINUTES.days ? (['days', 'hours'] as const) : (['hours', 'minutes'] as const);
  let rest = left;
  return units.flatMap((unit) => {
    const minutes = MINUTES[unit];
    const figure = Math.floor(rest / minutes);
    rest -= figure * minutes;
    const isShown = figure > 0 || unit === 'minutes';
    return isShown ? [{ figure: String(figure), unit: say(`own.unit.${unit}`), minutes }] : [];
  });
}

function whenWords({ language, now, say }: Visit, { version, shift }: OwnShift): string {
  const { zone } = version.plan.unit;
  const today = dayOf(now, zone);
  const endDay = dayOf(shift.span.end, zone);
  const end = clockTimeOf(shift.span.end, zone);
  const params = {
    label: shift.label,
    start: clockTimeOf(shift.span.start, zone),
    end: endDay === shift.day ? end : `${end} ${formatWeekdayInline(language, endDay)}`,
    day: formatWeekdayDateShort(language, shift.day),
  };
  if (shift.day === today) return say(shift.night ? 'own.when.tonight' : 'own.when.today', params);
  return say(shift.day === addDays(today, 1) ? 'own.when.tomorrow' : 'own.when.day', params);
}
