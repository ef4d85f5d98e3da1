/** Two versions side by side: by person, by seat, who must be told, and a message to paste. No phone number leaves here. */

import type { VersionComparison } from '../../app/versions/compare-versions.ts';
import { RosterIndex } from '../../domain/roster-index.ts';
import type { Shift } from '../../domain/shift.ts';
import type { PersonChange, SeatChange } from '../../domain/version-difference.ts';
import { formatClockRange, formatDayName, formatStamp, formatWeekdayDateShort } from '../../i18n/format.ts';
import type { Visit } from '../kit/visit.ts';

interface ShiftWords {
  readonly when: string;
  readonly hours: string;
  readonly night: boolean;
  readonly named: string;
}

export interface Comparison {
  readonly summary: string;
  readonly people: readonly {
    readonly name: string;
    readonly team: string;
    readonly lost: readonly ShiftWords[];
    readonly gained: readonly ShiftWords[];
    readonly points: string;
    readonly mail: string;
  }[];
  readonly rows: readonly { when: string; post: string; night: boolean; before: string; after: string }[];
  readonly message: string;
}

export function comparisonModel(visit: Visit, compared: VersionComparison): Comparison {
  const { people, seats, after } = compared;
  const kept = after.plan.shifts.reduce((sum, { cover }) => sum + cover.minimum, 0) - seats.length;
  return {
    summary: visit.say('editor.compare.summary', {
      people: people.length,
      seats: seats.length,
      kept: Math.max(0, kept),
    }),
    people: people.map((each) => personModel(visit, compared, each)),
    rows: seats.map((seat) => seatRow(visit, compared, seat)),
    message: messageOf(visit, compared),
  };
}

function personModel(visit: Visit, { before, after }: VersionComparison, change: PersonChange) {
  const { staff, gained, lost, moved } = change;
  const words = (shift: Shift): ShiftWords => shiftWords(visit, after.plan.unit.zone, shift);
  const gains = [...gained, ...moved.map((each) => each.after)];
  const losses = [...lost, ...moved.map((each) => each.before)];
  const [first] = [...gained, ...lost];
  return {
    name: staff.name,
    team: after.plan.posts.find(({ id }) => id === first?.postId)?.shortName ?? '',
    lost: losses.map(words),
    gained: gains.map(words),
    points: `${pointsOf(before, staff.id)} → ${pointsOf(after, staff.id)}`,
    mail: staff.email === '' ? '' : mailOf(visit, { before, after } as VersionComparison, change),
  };
}

function pointsOf({ plan, roster }: VersionComparison['after'], staffId: string): number {
  return new RosterIndex(plan, roster).shiftsOf(staffId).reduce((sum, { points }) => sum + points, 0);
}

function mailOf(
  { say, language }: Visit,
  { after }: VersionComparison,
  { staff, gained, lost }: PersonChange,
): string {
  const { zone } = after.plan.unit;
  const line = (key: string, shift: Shift): string =>
    say(key, {
      when: `${formatWeekdayDateShort(language, shift.day)} ${formatClockRange(language, shift.span, zone)}`,
    });
  const body = [
    ...lost.map((shift) => line('editor.compare.mail-lost', shift)),
    ...gained.map((shift) => line('editor.compare.mail-gained', shift)),
  ].join('\n');
  const subject = say('editor.compare.mail-subject', {
    period: after.plan.period.name,
    number: after.number,
  });
  return `mailto:${staff.email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

function shiftWords({ language }: Visit, zone: string, shift: Shift): ShiftWords {
  return {
    when: formatWeekdayDateShort(language, shift.day),
    hours: formatClockRange(language, shift.span, zone),
    night: shift.night,
    named: formatDayName(language, shift.day),
  };
}

function seatRow(
  visit: Visit,
  { after }: VersionComparison,
  { shift, post, before, after: now }: SeatChange,
) {
  const { when, hours, night } = shiftWords(visit, after.plan.unit.zone, shift);
  const nobody = visit.say('editor.compare.nobody');
  return {
    when: `${when} ${hours}`,
    post: post.shortName,
    night,
    before: before?.name ?? nobody,
    after: now?.name ?? nobody,
  };
}

/** For a chat group: who replaces whom, shift by shift. */
function messageOf(visit: Visit, { before, after, seats }: VersionComparison): string {
  const { language, say } = visit;
  const { plan, number, publishedAt } = after;
  const nobody = say('editor.compare.nobody');
  const lines = seats.map(({ shift, post, before: was, after: now }) => {
    const { when, hours, named } = shiftWords(visit, plan.unit.zone, shift);
    const day = named === '' ? when : `${when} (${named.toLocaleLowerCase(language)})`;
    const change = say(
      was && now ? 'editor.compare.replaces' : now ? 'editor.compare.joins' : 'editor.compare.leaves',
      {
        now: now?.name ?? nobody,
        was: was?.name ?? nobody,
      },
    );
    return `• ${day}, ${hours}, ${post.shortName}:\n  ${change}`;
  });
  return [
    say('editor.compare.message-head', { period: plan.period.name.toLocaleUpperCase(language) }),
    say('editor.compare.message-versions', {
      number,
      replaced: before.number,
      stamp: formatStamp(language, publishedAt, plan.unit.zone),
    }),
    '',
    ...lines,
    '',
    say('editor.compare.message-end'),
  ].join('\n');
}
