/** What waits for the visitor's word on the home page: swaps both sides want, swaps asked of them, leave that waits, drafts to be approved. */

import type { WaitingLeave, WaitingPerson } from '../../app/availability/list-waiting-leave.ts';
import type { UnplannedDays } from '../../app/periods/list-unplanned.ts';
import type { ListedSwap } from '../../app/swaps/list-swaps.ts';
import type { Submitted } from '../../app/versions/list-submitted.ts';
import { dayOf } from '../../calendar/zone.ts';
import { lastDayOfSpan } from '../../domain/period.ts';
import { formatClockDay, formatWeekdayDateShort } from '../../i18n/format.ts';
import { lineWords } from '../kit/availability-words.ts';
import type { Visit } from '../kit/visit.ts';
import { swapSides, waitsFor } from '../own/swap-sides.ts';
import { leaveRequestsPath } from '../paths/calendars.ts';
import { ownPath, ownPaths, unitSwapsPath } from '../paths/own.ts';
import { makingPath } from '../paths/periods.ts';
import type { ProgressLine } from '../roster/progress.ts';
import type { AttentionItem } from './attention.ts';

export function swapItems(visit: Visit, swaps: readonly ListedSwap[]): AttentionItem[] {
  return swaps
    .filter(({ swap }) => swap.state === 'consented')
    .map((listed) => {
      const { asker, partner, given, taken, until } = swapSides(visit, listed);
      const shifts = [given, taken].flatMap((words) => (words ? [words.whole] : [])).join(' ⇄ ');
      return {
        icon: 'swap',
        urgent: false,
        title: visit.say(taken ? 'swap.attention.title' : 'swap.attention.gift', { asker, partner }),
        text: `${shifts}. ${until}`,
        href: unitSwapsPath(listed.swap.unitId),
        action: visit.say('swap.attention.action'),
      };
    });
}

/** Asked of the visitor as someone on the staff list. */
export function askedItems(visit: Visit, swaps: readonly ListedSwap[], staffId: string): AttentionItem[] {
  return swaps
    .filter((listed) => waitsFor(listed, staffId))
    .map((listed) => {
      const { asker, given, until } = swapSides(visit, listed);
      return {
        icon: 'swap',
        urgent: false,
        title: visit.say('swap.attention.asked', { asker }),
        text: `${given ? given.whole : ''}. ${until}`,
        href: ownPaths(ownPath(listed.swap.unitId))('swaps'),
        action: visit.say('swap.attention.answer'),
      };
    });
}

export function submittedItems(visit: Visit, submitted: readonly Submitted[]): AttentionItem[] {
  return submitted.map(({ key, periodName, zone, by, submission }) => ({
    icon: 'check-circle',
    urgent: false,
    title: visit.say('flow.attention.title', { period: periodName }),
    text: visit.say('flow.attention.text', {
      name: by,
      moment: formatClockDay(visit.language, submission.submittedAt, { zone }),
    }),
    href: makingPath(key.periodId, 'approve'),
    action: visit.say('flow.attention.action'),
  }));
}

/** @param decides whoever decides on what was handed in is asked to, and not told that it waits. */
export function progressItems(lines: readonly ProgressLine[], decides: boolean): AttentionItem[] {
  return lines
    .filter(({ kind }) => !(decides && kind === 'waiting'))
    .map(({ periodName, icon, words, href, action }) => ({
      icon: icon === 'undo' ? 'swap' : icon,
      urgent: false,
      title: `${periodName}: ${words}`,
      text: '',
      href,
      action,
    }));
}

const MOST_ASKING = 4;
const MOST_LINES = 2;

/** One line a person, answered with a touch when all of it can be read there. */
export function leaveItems(visit: Visit, { unit, people }: WaitingLeave): AttentionItem[] {
  const { say } = visit;
  const asking = people.filter(({ lines }) => lines.length > 0);
  const link = { href: leaveRequestsPath(unit.id), action: say('leave.waiting.open') };
  const look = { icon: 'calendar', urgent: false, ...link } as const;
  const items = asking.slice(0, MOST_ASKING).map(({ name, lines }): AttentionItem => {
    const told = lines.slice(0, MOST_LINES).map(({ entry }) => {
      const { days, more } = lineWords(visit, entry, []);
      return `${days} (${more})`;
    });
    const rest = lines.length - told.length;
    const text = [...told, ...(rest > 0 ? [say('leave.waiting.lines-more', { count: rest })] : [])].join(
      '; ',
    );
    const title = say('leave.waiting.attention', { name });
    if (rest > 0) return { ...look, title, text };
    return { ...look, href: '', title, text, answers: answersTo(visit, unit.id, lines) };
  });
  const others = asking.length - items.length;
  if (others <= 0) return items;
  return [...items, { ...look, title: say('leave.waiting.attention-more', { count: others }), text: '' }];
}

function answersTo(
  { say }: Visit,
  unitId: string,
  lines: WaitingPerson['lines'],
): NonNullable<AttentionItem['answers']> {
  return {
    path: leaveRequestsPath(unitId),
    fields: [
      { name: 'back', value: 'home' },
      ...lines.map(({ id }) => ({ name: 'line', value: String(id) })),
    ],
    buttons: [
      { name: 'answer', value: 'yes', words: say('leave.waiting.yes') },
      { name: 'answer', value: 'no', words: say('leave.waiting.no') },
    ],
  };
}

const NEAR_MS = 72 * 3_600_000;
const PLANNING_SECONDS = '30';

/** A period until lifted that nobody has planned on: planned with a touch, beside what is out. */
export function unplannedItems(
  { say, language, now }: Visit,
  unplanned: readonly UnplannedDays[],
): AttentionItem[] {
  return unplanned.map(({ key, name, zone, open }) => {
    const [from, last] = [dayOf(open.start, zone), lastDayOfSpan(open, zone)];
    return {
      icon: 'clock',
      urgent: open.start - now < NEAR_MS,
      title: say('web.attention.unplanned', {
        period: name,
        from: formatWeekdayDateShort(language, from),
        to: formatWeekdayDateShort(language, last),
      }),
      text: say('web.attention.plan-by', { moment: formatClockDay(language, open.start, { zone }) }),
      href: '',
      action: '',
      answers: {
        path: makingPath(key.periodId, 'run'),
        fields: [{ name: 'seconds', value: PLANNING_SECONDS }],
        buttons: [{ name: 'plan', value: 'yes', words: say('web.attention.plan') }],
      },
    };
  });
}
