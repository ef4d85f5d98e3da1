/** What an answer lacks, in words: which hours of which day, of what; and the same as a bar of 24 hours. */

import type { DayJudgement } from '../../domain/answer-judgement.ts';
import type { OrderDemand } from '../../domain/order.ts';
import { formatClockRange, formatDuration, formatWeekdayDateShort } from '../../i18n/format.ts';
import type { Visit } from '../kit/visit.ts';

const MOST_TOLD = 6;

/** `T7 06/02, 22–06: Giám sát ATTT trống`; the first few, then how many more. */
export function gapLines(
  { language, say }: Visit,
  {
    judged,
    demands,
    zone,
  }: {
    readonly judged: readonly DayJudgement[];
    readonly demands: readonly OrderDemand[];
    readonly zone: string;
  },
): string[] {
  const lines = judged.flatMap(({ day, demandId, gaps }) => {
    const demand = demands.find(({ id }) => id === demandId);
    return gaps.map(({ span, held }) =>
      say(held === 0 ? 'answers.gap.empty' : 'answers.gap.few', {
        day: formatWeekdayDateShort(language, day),
        hours: formatClockRange(language, span, zone),
        demand: demand?.name ?? '',
        held,
        least: demand?.least ?? 0,
      }),
    );
  });
  const more = lines.length - MOST_TOLD;
  return more > 0 ? [...lines.slice(0, MOST_TOLD), say('overview.need.more', { count: more })] : lines;
}

/** `Thiếu 8 giờ`, `Thiếu 2 số máy`, `Đủ`. */
export function fitWords(
  { language, say }: Visit,
  { shortMinutes, phonesMissing }: { readonly shortMinutes: number; readonly phonesMissing: number },
): { readonly words: string; readonly css: string; readonly icon: string } {
  if (shortMinutes > 0) {
    const words = say('overview.chip.short', { time: formatDuration(language, shortMinutes) });
    return { words, css: 'chip-warning', icon: 'triangle' };
  }
  if (phonesMissing > 0)
    return {
      words: say('answers.fit.phones', { count: phonesMissing }),
      css: 'chip-warning',
      icon: 'triangle',
    };
  return { words: say('answers.fit.fits'), css: 'chip-good', icon: 'check' };
}
