/** Published seats that their people can't stand, each with the way to a replacement, and replacements that wait for a word. */

import type { ListedReplacement } from '../../app/replacements/approve-replacement.ts';
import type { SeatInNeed, Seats } from '../../app/replacements/seats-in-need.ts';
import { staffName } from '../../domain/staff-names.ts';
import { dutyWords, shiftLine } from '../../output/roster/shift-words.ts';
import type { Visit } from '../kit/visit.ts';
import { replacementsPath, replacePath } from '../paths/replacements.ts';
import type { AttentionItem } from './attention.ts';

/** Each a line of its own; the rest are on their own page. */
const MOST_SEATS = 5;

export function needItems(visit: Visit, { unit, seats }: Seats<SeatInNeed>): AttentionItem[] {
  const { say, language } = visit;
  const shown = seats.length > MOST_SEATS ? MOST_SEATS - 1 : MOST_SEATS;
  const items = seats.slice(0, shown).map(({ duty, place, name, reason }): AttentionItem => {
    const { whole } = dutyWords(language, unit.zone, duty);
    return {
      icon: 'octagon',
      urgent: true,
      title: say('replace.attention', { name, reason: say(`replace.reason.${reason}`) }),
      text: `${whole}, ${duty.seat.post.name}.`,
      href: replacePath(duty.seat.period.id, `${duty.seat.shiftId}@${place}`),
      action: say('replace.title'),
    };
  });
  const others = seats.length - items.length;
  if (others === 0) return items;
  return [
    ...items,
    {
      icon: 'octagon',
      urgent: true,
      title: say('replace.attention.more', { count: others }),
      text: say('replace.attention.more-text'),
      href: replacementsPath(unit.id),
      action: say('word.all'),
    },
  ];
}

/** Approved with a touch; who does not agree says why on their own page. */
export function replacedItems(visit: Visit, listed: readonly ListedReplacement[]): AttentionItem[] {
  const { say, language } = visit;
  return listed.map(({ replacement, version: { plan } }) => {
    const { id, unitId, seat, toId, fromId } = replacement;
    const shift = plan.shifts.find((each) => each.id === seat.shiftId);
    const [to, from] = [staffName(plan.staff, toId), staffName(plan.staff, fromId)];
    return {
      icon: 'check-circle',
      urgent: false,
      title: say('replace.attention.waiting', { to, from }),
      text: shift ? `${shiftLine(language, plan, shift)}.` : '',
      href: replacementsPath(unitId),
      action: say('replace.attention.look'),
      answers: {
        path: replacementsPath(unitId),
        fields: [{ name: 'id', value: id }],
        buttons: [{ name: 'decision', value: 'approve', words: say('replace.approve') }],
      },
    };
  });
}
