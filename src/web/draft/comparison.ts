/** Two versions side by side: by person, by seat, who must be told, and a message to paste. No phone number leaves here. */

import type { VersionComparison } from '../../app/versions/compare-versions.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Shift } from '../../domain/shift.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { staffName } from '../../domain/staff-names.ts';
import type { PersonChange, SeatChange } from '../../domain/version-difference.ts';
import { formatStamp } from '../../i18n/format.ts';
import { seatsNeeded } from '../../output/roster/seats.ts';
import { type ShiftWords, shiftLine, shiftWords } from '../../output/roster/shift-words.ts';
import { totalsByPerson } from '../../output/roster/totals.ts';
import type { Visit } from '../kit/visit.ts';

interface ChangedShift extends Pick<ShiftWords, 'hours' | 'night' | 'named'> {
  readonly when: string;
}

export function comparisonModel(visit: Visit, compared: VersionComparison) {
  const { people, seats, after } = compared;
  const kept = seatsNeeded(after.plan) - seats.length;
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

function personModel(visit: Visit, compared: VersionComparison, change: PersonChange) {
  const { before, after } = compared;
  const { staff, gained, lost, moved } = change;
  const words = (shift: Shift): ChangedShift => changedShift(visit, after.plan, shift);
  const gains = [...gained, ...moved.map((each) => each.after)];
  const losses = [...lost, ...moved.map((each) => each.before)];
  const [first] = [...gained, ...lost];
  return {
    name: nameIn({ before, after }, staff),
    team: after.plan.posts.find(({ id }) => id === first?.postId)?.shortName ?? '',
    lost: losses.map(words),
    gained: gains.map(words),
    points: `${pointsOf(before, staff.id)} → ${pointsOf(after, staff.id)}`,
    mail: staff.email === '' ? '' : mailOf(visit, compared, change),
  };
}

function pointsOf({ plan, roster }: VersionComparison['after'], staffId: string): number {
  return totalsByPerson({ plan, roster })(staffId).points;
}

function mailOf(
  { say, language }: Visit,
  { after }: VersionComparison,
  { staff, gained, lost }: PersonChange,
): string {
  const line = (key: string, shift: Shift): string =>
    say(key, {
      when: shiftLine(language, after.plan, shift),
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

function changedShift({ language }: Visit, plan: Plan, shift: Shift): ChangedShift {
  const { day, hours, night, named } = shiftWords(language, plan, shift);
  return { when: day, hours, night, named };
}

/** As either version calls them: who left the list is on the older one only. */
function nameIn(
  { before, after }: Pick<VersionComparison, 'before' | 'after'>,
  staff: StaffMember | undefined,
): string {
  return staffName(after.plan.staff, staff?.id) || staffName(before.plan.staff, staff?.id);
}

function seatRow(visit: Visit, versions: VersionComparison, { shift, post, before, after: now }: SeatChange) {
  const { when, hours, night } = changedShift(visit, versions.after.plan, shift);
  const nobody = visit.say('editor.compare.nobody');
  return {
    when: `${when} ${hours}`,
    post: post.shortName,
    night,
    before: nameIn(versions, before) || nobody,
    after: nameIn(versions, now) || nobody,
  };
}

/** For a chat group: who replaces whom, shift by shift. */
function messageOf(visit: Visit, { before, after, seats }: VersionComparison): string {
  const { language, say } = visit;
  const { plan, number, publishedAt } = after;
  const nobody = say('editor.compare.nobody');
  const lines = seats.map(({ shift, post, before: was, after: now }) => {
    const { when, hours, named } = changedShift(visit, plan, shift);
    const day = named === '' ? when : `${when} (${named.toLocaleLowerCase(language)})`;
    const change = say(
      was && now ? 'editor.compare.replaces' : now ? 'editor.compare.joins' : 'editor.compare.leaves',
      {
        now: nameIn({ before, after }, now) || nobody,
        was: nameIn({ before, after }, was) || nobody,
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
