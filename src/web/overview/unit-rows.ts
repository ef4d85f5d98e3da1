/** Units as rows of the overview: how each stands, day by day, what one must know, whom to call. */

import type { OrderKey } from '../../app/overview/open-order.ts';
import type { AskedOverview, Overview } from '../../app/overview/read-overview.ts';
import type { Day } from '../../calendar/day.ts';
import { minutesBetween } from '../../calendar/interval.ts';
import { namedDayOf } from '../../calendar/named-days.ts';
import type { DayJudgement } from '../../domain/answer-judgement.ts';
import { standingOf } from '../../domain/order-standing.ts';
import { formatClockDay, formatCountdown } from '../../i18n/format.ts';
import type { Visit } from '../kit/visit.ts';
import { orderPartPath } from '../paths/overview.ts';
import { telephonePath } from '../paths/periods.ts';
import type { UnitGroup } from './asked.ts';
import { hourParts } from './hours.ts';
import {
  gapWords,
  openedWords,
  phoneWords,
  reminderWords,
  shortMoment,
  standingWords,
} from './need-words.ts';

export interface RowSources {
  readonly overview: Overview;
  readonly columns: readonly Day[];
  readonly days: ReadonlyMap<string, readonly DayJudgement[]>;
  readonly key: OrderKey;
  readonly canRemind: boolean;
}

const LOOKS = {
  overdue: { icon: 'octagon', chip: 'chip-error' },
  lacking: { icon: 'triangle', chip: 'chip-warning' },
  waiting: { icon: 'clock', chip: 'chip-outline' },
  complete: { icon: 'check-circle', chip: 'chip-good' },
} as const;

export function groupHead(visit: Visit, { key, standing, branch, units }: UnitGroup, sources: RowSources) {
  const title = standing
    ? visit.say(`overview.group.${standing}`)
    : branch || visit.say('overview.no-branch');
  return {
    ...{ key, title, count: visit.say('word.units', { count: units.length }), standing: standing ?? '' },
    text: groupText(visit, { standing, units }, sources),
  };
}

function groupText(
  { say, now, language }: Visit,
  { standing, units }: Pick<UnitGroup, 'units'> & { readonly standing: UnitGroup['standing'] | undefined },
  { overview: { order } }: RowSources,
): string {
  const [first] = units;
  if (!first || !standing) return '';
  if (standing === 'lacking') return say('overview.group-text.lacking');
  if (standing === 'complete') {
    const at = first.answer?.sentAt ?? now;
    return say('overview.group-text.complete', { unit: first.name, at: shortMoment(at, now, order.zone) });
  }
  const until = formatClockDay(language, first.deadline, { zone: order.zone });
  const minutes = Math.abs(minutesBetween(now, first.deadline));
  return say(`overview.group-text.${standing}`, {
    until,
    time: formatCountdown(language, Math.floor(minutes)),
  });
}

export function unitRow(visit: Visit, unit: AskedOverview, sources: RowSources) {
  const { overview, columns, key, canRemind } = sources;
  const { order } = overview;
  const standing = standingOf(unit, visit.now);
  const days = sources.days.get(unit.unitId) ?? [];
  const reminded = reminderWords(visit, overview.reminders.get(unit.unitId) ?? [], order.zone);
  const { contact, answer } = unit;
  const calls = overview.phones && !answer && contact.phone !== '';
  const needs = [gapWords(visit, order, days), phoneWords(visit, unit)].filter(Boolean);
  return {
    ...{ name: unit.name, chip: standingWords(visit, unit), ...chipOf(standing) },
    sent: answer !== undefined,
    contact: answer ? '' : contactWords(visit, unit, order.zone),
    contactName: contact.name,
    cells: answer ? columns.map((day) => cellOf(visit, day, { days, sources })) : [],
    span: columns.length,
    need: answer
      ? [...needs, ...(unit.outdatedAt === undefined ? [] : [visit.say('overview.outdated')])].join('; ')
      : reminded.text,
    needBad: !answer && reminded.failed,
    reminded: answer ? reminded.text : '',
    phone: calls ? contact.phone : '',
    phoneHref: calls ? telephonePath(contact.phone) : '',
    callLabel: visit.say('overview.call', {
      name: contact.name || unit.name,
      phone: calls ? contact.phone : '',
    }),
    at: answer
      ? visit.say('overview.sent-at', {
          at: shortMoment(answer.sentAt, visit.now, order.zone),
          number: answer.number,
        })
      : '',
    remindPath:
      canRemind && standing !== 'complete'
        ? orderPartPath(key, 'remind', { unit: unit.unitId, standing })
        : '',
    remindLabel: visit.say('overview.remind.one', { name: unit.name }),
  };
}

function chipOf(standing: keyof typeof LOOKS) {
  const { icon, chip } = LOOKS[standing];
  return { icon, chipClass: chip, standing };
}

function contactWords(visit: Visit, unit: AskedOverview, zone: string): string {
  const { contact } = unit;
  const opened = openedWords(visit, unit, zone);
  if (contact.name === '') return `${opened} ${visit.say('overview.no-contact')}`;
  const who = contact.title === '' ? contact.name : `${contact.name}, ${contact.title}`;
  return `${opened} ${visit.say('overview.contact', { who })}`;
}

const LANE_HEIGHT = 7;

function cellOf(
  visit: Visit,
  day: Day,
  { days, sources }: { readonly days: readonly DayJudgement[]; readonly sources: RowSources },
) {
  const { order } = sources.overview;
  const place = ({ demandId }: DayJudgement): number =>
    order.content.demands.findIndex(({ id }) => id === demandId);
  const own = days.filter((each) => each.day === day).toSorted((a, b) => place(a) - place(b));
  const lanes = own.map((each, i) => ({ y: i * LANE_HEIGHT, parts: hourParts(each, order.zone) }));
  const short = own.some(({ shortMinutes }) => shortMinutes > 0);
  const words = short ? gapWords(visit, order, own) : visit.say('overview.day-full');
  return {
    lanes,
    height: Math.max(1, own.length) * LANE_HEIGHT,
    short,
    words,
    named: namedDayOf(day) !== undefined,
  };
}
