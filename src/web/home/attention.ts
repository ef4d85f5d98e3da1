/** What asks for someone's hand now, each line with where to go. Only what the data shows; an empty list is good news. */

import type { PeriodSummary } from '../../app/periods/list-periods.ts';
import { addDays, daysBetween } from '../../calendar/day.ts';
import { type HolidayBreak, lastDayOf } from '../../calendar/holidays.ts';
import { dayOf } from '../../calendar/zone.ts';
import { type ContactEntry, isOldContact } from '../../domain/contact-entry.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { formatClockDay, formatDate } from '../../i18n/format.ts';
import { seatsOf } from '../../output/roster/seats.ts';
import { shiftLine } from '../../output/roster/shift-words.ts';
import { mayIn } from '../kit/allowed.ts';
import type { Visit } from '../kit/visit.ts';
import { documentsPath, newPeriodPath, rosterPath } from '../paths/periods.ts';
import { contactsPath, holidayNoticePath } from '../paths/setup.ts';
import { mayStart } from '../roster/making-list.ts';
import { hardFaults, stageOf, titleOfBreak } from '../roster/period-list.ts';
import { anchorOf } from '../roster/roster-grid.ts';

export interface AttentionItem {
  readonly icon:
    | 'octagon'
    | 'triangle'
    | 'clock'
    | 'document'
    | 'phone'
    | 'swap'
    | 'check-circle'
    | 'calendar';
  readonly urgent: boolean;
  readonly title: string;
  readonly text: string;
  /** Empty when there is nowhere to go. */
  readonly href: string;
  readonly action: string;
  /** Answers of one touch, sent with these fields; absent where one first has to look. */
  readonly answers?: {
    readonly path: string;
    readonly fields: readonly { readonly name: string; readonly value: string }[];
    readonly buttons: readonly { readonly name: string; readonly value: string; readonly words: string }[];
  };
}

export interface AttentionSources {
  readonly versions: readonly RosterVersion[];
  readonly breaks: readonly HolidayBreak[];
  readonly contacts: readonly ContactEntry[];
  /** Every period there is, published or in the making. */
  readonly entries: readonly PeriodSummary[];
  /** Published seats whose people can't stand them, before all else. */
  readonly needs: readonly AttentionItem[];
  /** What waits for the visitor's own word. */
  readonly toDecide: readonly AttentionItem[];
}

/** A holiday this near without a roster is worth a line. */
const DAYS_BEFORE_HOLIDAY = 45;

export function attentionItems(
  visit: Visit,
  { versions, breaks, contacts, entries, toDecide, needs }: AttentionSources,
): AttentionItem[] {
  const live = versions.filter((each) => ['coming', 'running'].includes(stageOf(each, visit.now)));
  const periods = [...live.map(({ plan }) => plan.period), ...entries.map(({ period }) => period)];
  const served = new Set(periods.flatMap(({ holidays }) => holidays));
  return [
    ...needs,
    ...live.flatMap((version) => [...gapItem(visit, version), ...faultItem(visit, version)]),
    ...toDecide,
    ...live.flatMap((version) => deadlineItem(visit, version)),
    ...breaks.flatMap((holiday) =>
      served.has(holiday.key) ? unofficialItem(visit, holiday, live) : missingItem(visit, holiday),
    ),
    ...contactItem(visit, contacts),
  ];
}

function gapItem({ language, say }: Visit, version: RosterVersion): AttentionItem[] {
  const { plan, roster, periodId } = version;
  const seats = seatsOf(plan, roster);
  const gaps = plan.shifts.flatMap((shift) =>
    seats(shift)
      .filter(({ kind }) => kind === 'uncovered')
      .map(() => shift),
  );
  const [first] = gaps;
  if (!first) return [];
  const post = plan.posts.find(({ id }) => id === first.postId)?.shortName ?? '';
  return [
    {
      icon: 'octagon',
      urgent: true,
      title: say('web.attention.gaps', { count: gaps.length, period: plan.period.name }),
      text: say(gaps.length === 1 ? 'web.attention.gap' : 'web.attention.first-gap', {
        seat: `${shiftLine(language, plan, first)}, ${post}`,
      }),
      href: `${rosterPath(periodId)}?month=${first.day.slice(0, 7)}#${anchorOf(plan)(first.id)}`,
      action: say('web.attention.open-seat'),
    },
  ];
}

function faultItem({ say }: Visit, version: RosterVersion): AttentionItem[] {
  const faults = hardFaults(version);
  if (faults === 0) return [];
  return [
    {
      icon: 'octagon',
      urgent: true,
      title: say('web.attention.faults', { count: faults, period: version.plan.period.name }),
      text: version.overrideReason ?? say('web.attention.faults-text'),
      href: rosterPath(version.periodId),
      action: say('web.attention.open-roster'),
    },
  ];
}

function deadlineItem(
  { language, now, say, today }: Visit,
  { plan, periodId }: RosterVersion,
): AttentionItem[] {
  const { submitBy, name } = plan.period;
  if (submitBy === undefined || submitBy < now) return [];
  const { zone } = plan.unit;
  return [
    {
      icon: 'clock',
      urgent: false,
      title: say('web.attention.deadline', {
        period: name,
        moment: formatClockDay(language, submitBy, { zone }),
      }),
      text: say('web.attention.days-left', { days: daysBetween(today, dayOf(submitBy, zone)) }),
      href: documentsPath(periodId),
      action: say('web.attention.open-documents'),
    },
  ];
}

function unofficialItem(
  visit: Visit,
  holiday: HolidayBreak,
  live: readonly RosterVersion[],
): AttentionItem[] {
  if (holiday.status === 'official') return [];
  const version = live.find(({ plan }) => plan.period.holidays.includes(holiday.key));
  const unitId = version?.plan.unit.id ?? visit.unit?.id;
  const may = unitId !== undefined && mayIn(visit, 'holidays.edit', unitId);
  return [
    {
      icon: 'document',
      urgent: false,
      title: visit.say('web.attention.unofficial', { holiday: titleOfBreak(holiday) }),
      text: visit.say(`web.holiday.${holiday.status}`),
      href: may ? holidayNoticePath(unitId, holiday.key) : version ? rosterPath(version.periodId) : '',
      action: visit.say(may ? 'web.attention.enter-notice' : 'web.attention.open-roster'),
    },
  ];
}

function missingItem(visit: Visit, holiday: HolidayBreak): AttentionItem[] {
  const { say, today } = visit;
  if (holiday.from > addDays(today, DAYS_BEFORE_HOLIDAY) || lastDayOf(holiday) < today) return [];
  return [
    {
      icon: 'triangle',
      urgent: false,
      title: say('web.attention.missing', { holiday: titleOfBreak(holiday) }),
      text: say('web.attention.days-left', { days: Math.max(0, daysBetween(today, holiday.from)) }),
      href: mayStart(visit) ? newPeriodPath(holiday.key) : '',
      action: say('web.attention.start'),
    },
  ];
}

function contactItem({ say, today, unit }: Visit, contacts: readonly ContactEntry[]): AttentionItem[] {
  const old = contacts.filter((each) => isOldContact(each, today)).sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
  const [oldest] = old;
  if (!oldest) return [];
  return [
    {
      icon: 'phone',
      urgent: false,
      title: say('web.attention.contacts', { count: old.length }),
      text: say('web.attention.contacts-text', { name: oldest.name, day: formatDate(oldest.asOf) }),
      href: unit ? contactsPath(unit.id) : '',
      action: say('contacts.open'),
    },
  ];
}
