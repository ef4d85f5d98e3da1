/** What waits for the visitor's word on the home page: swaps both sides want, swaps asked of them, drafts to be approved. */

import type { ListedSwap } from '../../app/swaps/list-swaps.ts';
import type { Submitted } from '../../app/versions/list-submitted.ts';
import { formatClockDay } from '../../i18n/format.ts';
import type { Visit } from '../kit/visit.ts';
import { swapSides, waitsFor } from '../own/swap-sides.ts';
import { ownPath, ownPaths, unitSwapsPath } from '../paths/own.ts';
import { makingPath } from '../paths/periods.ts';
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
    href: makingPath(key.periodId, 'publish'),
    action: visit.say('flow.attention.action'),
  }));
}
