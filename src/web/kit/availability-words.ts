/** A line of leave or wish in words, and what was said to it. */

import { addDays } from '../../calendar/day.ts';
import type { LineState } from '../../domain/availability-line.ts';
import type { AvailabilityEntry, AvailabilityKind } from '../../domain/case.ts';
import { LEAVE_KINDS } from '../../domain/leave-kind.ts';
import type { Post } from '../../domain/unit.ts';
import { formatBothCalendars } from '../../i18n/format.ts';
import type { Visit } from './visit.ts';

/** `chờ duyệt`; empty for what is granted. */
export function stateWords({ say }: Visit, state: LineState): string {
  return state === 'granted' ? '' : say(`leave.state.${state}`);
}

/** `Nghỉ phép · Thứ Sáu 05/02 (29 tháng Chạp) – Chủ nhật 07/02 (mùng 2 tháng Giêng) · cả ngày`. */
export function lineWords(
  { language, say }: Visit,
  entry: AvailabilityEntry,
  posts: readonly Post[],
): { readonly kind: AvailabilityKind; readonly title: string; readonly days: string; readonly more: string } {
  const { kind, leaveKind, from, to, startTime, endTime, postId, weight, note, rrule } = entry;
  const last = addDays(to, -1);
  const days = [from, ...(last > from ? [last] : [])].map((day) => formatBothCalendars(language, day));
  const post = posts.find(({ id }) => id === postId)?.name;
  const more = [
    startTime === undefined || endTime === undefined
      ? say('availability.whole-day')
      : `${startTime}–${endTime}`,
    ...(rrule === undefined ? [] : [say('availability.recurring')]),
    ...(post === undefined ? [] : [post]),
    ...(kind === 'leave' ? [] : [say('availability.weight', { weight })]),
    ...(note === '' ? [] : [note]),
  ];
  return {
    kind,
    title: leaveKind ? say(`leave.kind.${leaveKind}`) : say(`availability.kind.${kind}`),
    days: days.join(' – '),
    more: more.join(' · '),
  };
}

/** To choose from, first that it is not said. */
export function leaveKindOptions(say: Visit['say']): { readonly value: string; readonly label: string }[] {
  return [
    { value: '', label: say('leave.kind.unsaid') },
    ...LEAVE_KINDS.map((value) => ({ value, label: say(`leave.kind.${value}`) })),
  ];
}
