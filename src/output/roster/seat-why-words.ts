/** “Vì sao người này”: what another would break, cost or mend on a seat, in words that can be checked; points only beside words. */

import type { Violation } from '../../constraints/check.ts';
import type { Plan } from '../../domain/plan.ts';
import { staffName } from '../../domain/staff-names.ts';
import { type Language, type MessageKey, type MessageParams, translate } from '../../i18n/translate.ts';
import { violationText } from '../violation-words.ts';
import type { KindCount, SeatWhy } from './seat-why.ts';
import { fixedLine, shiftLine } from './shift-words.ts';

export interface WhyWords {
  /** `blocked`: breaks a hard rule, or leaves a seat empty. */
  readonly standing: 'blocked' | 'costs' | 'same' | 'better';
  readonly text: string;
}

const MOST_FINDINGS = 2;
const MOST_COUNTS = 2;

interface Told {
  readonly plan: Plan;
  readonly shiftId: string;
  /** As told apart from namesakes. */
  readonly holder: string;
}

/** @param why its findings without what the reader may not know. */
export function whyWords(language: Language, why: SeatWhy, told: Told): WhyWords {
  const { change, gained, counts } = why;
  const say = (key: MessageKey, params: MessageParams = {}): string => translate(language, key, params);
  const hard = gained.filter(({ level }) => level !== 'soft');
  if (change.hard > 0 || change.cover > 0) {
    const lines = findingLines(language, hard, told);
    return { standing: 'blocked', text: lines.join(' ') || say('why.blocked') };
  }
  const own = gained.filter(({ kind, staffIds }) => kind !== 'balance' && staffIds.includes(why.staffId));
  const lines = [
    ...findingLines(language, own, told),
    ...counts
      .filter(({ other, holder }) => other >= holder)
      .slice(0, MOST_COUNTS)
      .map((each) => countWords(language, each, told.holder)),
  ];
  if (change.hard < 0 || change.cover < 0) return { standing: 'better', text: say('why.mends') };
  if (change.soft === 0) return { standing: 'same', text: [say('why.same'), ...lines].join(' ') };
  const points = Math.abs(change.soft);
  if (change.soft < 0)
    return { standing: 'better', text: [say('why.better', { points }), ...lines].join(' ') };
  const worst = worstLine(language, why, told);
  const main = worst === undefined || lines.includes(worst) ? lines : [...lines, worst];
  const known = main.length > 0 ? main : [say('why.uneven')];
  return { standing: 'costs', text: [...known, say('why.points', { points })].join(' ') };
}

/** What costs most of all that is found then and not now; of somebody else with their name. */
function worstLine(language: Language, { staffId, gained }: SeatWhy, told: Told): string | undefined {
  const soft = gained.filter(({ level }) => level === 'soft');
  const [worst] = soft.toSorted((a, b) => b.cost - a.cost);
  const [line] = worst ? findingLines(language, [worst], told) : [];
  if (!worst || line === undefined || worst.staffIds.includes(staffId)) return line;
  const [whose] = worst.staffIds;
  return whose === undefined ? line : `${staffName(told.plan.staff, whose)}: ${line}`;
}

/** The first kind of which another stands as many or more; empty where there is none. */
export function mostTelling(language: Language, counts: readonly KindCount[], holder: string): string {
  const found = counts.find((each) => each.other >= each.holder);
  return found ? countWords(language, found, holder) : '';
}

/** `Đã đứng 3 đêm khác; Hùng đứng 1, kể cả ca này.` */
function countWords(language: Language, { kind, label, other, holder }: KindCount, name: string): string {
  return translate(language, `why.count.${kind}`, { other, holder, name, label });
}

function findingLines(language: Language, findings: readonly Violation[], { plan, shiftId }: Told): string[] {
  return findings.slice(0, MOST_FINDINGS).map((finding) => {
    const shift = plan.shifts.find(({ id }) => id !== shiftId && finding.shiftIds.includes(id));
    const [fixed] = finding.fixed ?? [];
    const words = shift ? shiftLine(language, plan, shift) : fixed && fixedLine(language, plan, fixed);
    const isPair = finding.shiftIds.length + (finding.fixed?.length ?? 0) === 2;
    return `${violationText(language, finding)}${words !== undefined && isPair ? ` (${words})` : ''}.`;
  });
}
