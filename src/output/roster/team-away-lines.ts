/** `Kíp An, Hà, Hùng luôn trực cùng nhau: Hà nghỉ, không đứng được ca bắt đầu T3 09/03, nên cả kíp vắng những ca ấy.` */

import { teamsAway } from '../../constraints/teams-away.ts';
import type { Plan } from '../../domain/plan.ts';
import { givenStaffName } from '../../domain/staff-names.ts';
import { formatWeekdayDateShort } from '../../i18n/format.ts';
import { type Language, translate } from '../../i18n/translate.ts';

/** Days beyond this many are counted, not listed. */
const MOST_DAYS = 4;

/** A sentence for each member of a team who is on leave in the period. */
export function teamAwayLines(language: Language, plan: Plan): string[] {
  return teamsAway(plan).map(({ staffIds, awayId, days }) => {
    const more = days.length > MOST_DAYS ? [`+${days.length - MOST_DAYS}`] : [];
    const told = days.slice(0, MOST_DAYS).map((day) => formatWeekdayDateShort(language, day));
    return translate(language, 'shortage.team-away', {
      team: staffIds.map((id) => givenStaffName(plan.staff, id)).join(', '),
      name: givenStaffName(plan.staff, awayId),
      days: [...told, ...more].join(', '),
    });
  });
}
