/**
 * What an event says: title, description, place, category, in the subscriber's language. Every piece of someone's text
 * is cleaned here, so that the feed's adapter can trust it.
 */

import { lunarOf } from '../calendar/lunar.ts';
import { versionLieuDays } from '../constraints/lieu-days-stood.ts';
import type { TitleStyle } from '../domain/feed.ts';
import { takeoverOf } from '../domain/handover.ts';
import type { Plan } from '../domain/plan.ts';
import { versionIndex } from '../domain/roster-index.ts';
import type { FormerHolder, HeldSeat } from '../domain/seat-history.ts';
import type { Shift } from '../domain/shift.ts';
import type { StaffMember } from '../domain/staff.ts';
import { staffName } from '../domain/staff-names.ts';
import type { Contact, Post } from '../domain/unit.ts';
import type { RosterVersion } from '../domain/version.ts';
import {
  formatClockDay,
  formatDate,
  formatDuration,
  formatLunarFull,
  formatWeekday,
  joinLunarAndName,
} from '../i18n/format.ts';
import { type Language, type MessageKey, type MessageParams, translate } from '../i18n/translate.ts';
import { cleanLine, cleanText } from './plain-text.ts';
import { shiftWords } from './roster/shift-words.ts';

export interface FeedWords {
  readonly title: string;
  readonly description: string;
  /** Empty when there is no place to go to. */
  readonly location: string;
  readonly category: string;
}

export interface WordingContext {
  readonly language: Language;
  readonly title: TitleStyle;
  /** True when the feed is not the holder's own, so the title must say who it is. */
  readonly namesHolder: boolean;
  readonly phones: boolean;
  readonly latest: RosterVersion;
  readonly beside: readonly RosterVersion[];
}

export function heldWords(context: WordingContext, seat: HeldSeat): FeedWords {
  const { shift, post, holder } = seat;
  return {
    title: titleOf(context, seat, holder),
    description: [
      ...whenLines(context, shift),
      ...lieuLines(context, seat),
      ...postLines(context, post),
      ...peopleLines(context, seat),
      ...callLines(context, post),
    ].join('\n'),
    location: post.presence === 'on-site' ? cleanLine(context.latest.plan.unit.name) : '',
    category: cleanLine(post.name),
  };
}

/** The shift as the person who lost it knew it; who has it now is not said. */
export function cancelledWords(context: WordingContext, last: FormerHolder): FeedWords {
  const { language, namesHolder } = context;
  return {
    title: translate(language, 'feed.title.cancelled', { title: titleOf(context, last, last.staff) }),
    description: [
      translate(language, namesHolder ? 'feed.cancelled.seat' : 'feed.cancelled.personal'),
      ...whenLines(context, last.shift),
    ].join('\n'),
    location: '',
    category: cleanLine(last.post.name),
  };
}

function titleOf(
  { language, title, namesHolder, latest: { plan } }: WordingContext,
  { shift, post }: { readonly shift: Shift; readonly post: Post },
  holder: StaffMember,
): string {
  const who = namesHolder ? [cleanLine(nameOf(plan, holder))] : [];
  const { label, hours, what: when, named } = shiftWords(language, plan, shift);
  const what = {
    full: [cleanLine(post.name), when, named],
    short: [cleanLine(post.shortName) || cleanLine(post.name), label || hours],
    discreet: [translate(language, 'feed.title.discreet')],
  }[title];
  return [...who, ...what].filter((part) => part !== '').join(' · ');
}

/** Namesakes told apart; who lost the seat is called as they were then, should they be called otherwise now. */
function nameOf({ staff }: Plan, { id, name }: StaffMember): string {
  return staff.some((member) => member.id === id && member.name === name) ? staffName(staff, id) : name;
}

function whenLines({ language, latest: { plan } }: WordingContext, shift: Shift): string[] {
  const { hours, named } = shiftWords(language, plan, shift);
  const lunar = formatLunarFull(language, lunarOf(shift.day));
  return [
    translate(language, 'feed.when', {
      weekday: formatWeekday(language, shift.day),
      date: formatDate(shift.day),
      range: hours,
      duration: formatDuration(language, shift.minutes),
    }),
    translate(language, 'feed.lunar', { lunar: joinLunarAndName(lunar, named) }),
  ];
}

/** Of whoever subscribes to their own shifts. */
function lieuLines({ language, namesHolder, latest }: WordingContext, { shift, holder }: HeldSeat): string[] {
  if (namesHolder) return [];
  const off = versionLieuDays(latest).get(holder.id) ?? [];
  const days = off.filter(({ shiftId }) => shiftId === shift.id).map(({ day }) => day);
  if (days.length === 0) return [];
  const told = days.map((day) => `${formatWeekday(language, day)} ${formatDate(day)}`).join(', ');
  return [translate(language, 'lieu.of-duty', { days: told })];
}

function postLines({ language }: WordingContext, post: Post): string[] {
  const systems = post.systems.map(cleanLine).join('; ');
  return [
    translate(language, `feed.post.${post.presence}`, { post: cleanLine(post.name) }),
    ...line(language, 'feed.systems', { systems }),
  ];
}

function peopleLines(context: WordingContext, { shift, holder }: HeldSeat): string[] {
  const { language, namesHolder, latest, beside } = context;
  const others = versionIndex(latest)
    .staffOf(shift.id)
    .filter((id) => id !== holder.id);
  const next = takeoverOf(latest, beside, shift);
  return [
    ...line(language, 'feed.holder', { people: namesHolder ? person(context, holder) : '' }),
    ...line(language, 'feed.together', { people: people(context, others) }),
    ...(next
      ? line(language, 'feed.handover', {
          people: next.people.map((taker) => contactLine(taker, context.phones)).join('; '),
          when: formatClockDay(language, next.start, { zone: latest.plan.unit.zone }),
        })
      : []),
  ];
}

/** In call-out order; the unit's own note comes last, as it is about all posts. */
function callLines({ language, phones, latest: { plan } }: WordingContext, post: Post): string[] {
  const contacts = post.contacts.map((contact, i) => `${i + 1}. ${contactLine(contact, phones)}`);
  const note = cleanText(plan.unit.callNote ?? '');
  return [
    ...(contacts.length > 0 ? [translate(language, 'feed.call')] : []),
    ...contacts,
    ...(note ? [note] : []),
  ];
}

function contactLine({ name, phone, email, note }: Contact, phones: boolean): string {
  return [name, phones ? phone : undefined, email, note]
    .map((part) => cleanLine(part ?? ''))
    .filter((part) => part !== '')
    .join(', ');
}

/** Each person once, with a phone number where it may be told. */
function people(context: WordingContext, ids: readonly string[]): string {
  return [...new Set(ids)]
    .flatMap((id) => versionIndex(context.latest).staffById.get(id) ?? [])
    .map((member) => person(context, member))
    .join('; ');
}

function person({ phones, latest: { plan } }: WordingContext, { id, phone }: StaffMember): string {
  return contactLine({ name: staffName(plan.staff, id), phone }, phones);
}

/** The sentence, or none when any of its figures is empty. */
function line(language: Language, key: MessageKey, params: MessageParams): string[] {
  return Object.values(params).includes('') ? [] : [translate(language, key, params)];
}
