/** What is still unmet in a roster, told by the rules that weigh most instead of by a sum of points that means nothing alone. */

import type { Report } from '../constraints/check.ts';
import { formatPercent } from '../i18n/format.ts';
import { type Language, translate } from '../i18n/translate.ts';

const MOST_RULES = 4;
/** Less is told as no per cent at all. */
const LEAST_PART = 0.005;

/** `Đều theo lượt 61 %, Nguyện vọng 20 %`: parts of the whole cost, largest first; empty where nothing costs. */
export function costWords(language: Language, { byRule, score }: Pick<Report, 'byRule' | 'score'>): string {
  return byRule
    .filter(({ level, cost }) => level === 'soft' && cost > score.soft * LEAST_PART)
    .toSorted((a, b) => b.cost - a.cost)
    .slice(0, MOST_RULES)
    .map(({ constraint, cost }) => {
      const part = formatPercent(language, Math.round((100 * cost) / score.soft) / 100);
      return `${translate(language, `constraint.${constraint}.name`)} ${part}`;
    })
    .join(', ');
}
