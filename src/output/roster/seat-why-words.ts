/** “Vì sao người này”: what another would break, cost or mend on a seat, in words that can be checked; points only beside words. */

import type { Violation } from '../../constraints/check.ts';
import type { Plan } from '../../domain/plan.ts';
import { staffName } from '../../domain/staff-names.ts';
import { type Language, type MessageKey, type MessageParams, translate } from '../../i18n/translate.ts';
import { groupedBy } from '../../kernel/groups.ts';
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

/** What one rule finds with the same people, before and after. */
interface Matter {
  /** Points, of the finding's level, that it costs more than before; less than nought where it costs less. */
  readonly more: number;
  /** As found then; where it costs less, as found now. */
  readonly finding: Violation;
  /** Where it costs less: nothing in its place. */
  readonly isOver: boolean;
}

/** @param why its findings without what the reader may not know. */
export function whyWords(language: Language, why: SeatWhy, told: Told): WhyWords {
  const { change, staffId, counts } = why;
  const say = (key: MessageKey, params: MessageParams = {}): string => translate(language, key, params);
  const matters = mattersOf(why);
  const isHard = ({ finding }: Matter): boolean => finding.level !== 'soft';
  const worse = matters.filter(({ more }) => more > 0);
  const gains = (found: readonly Matter[]): string[] =>
    found.slice(0, MOST_FINDINGS).map((each) => findingLine(language, each.finding, told, staffId));
  if (change.hard > 0 || change.cover > 0) {
    return { standing: 'blocked', text: gains(worse.filter(isHard)).join(' ') || say('why.blocked') };
  }
  const ends = (found: readonly Matter[]): string[] =>
    found.slice(0, MOST_FINDINGS).map(({ finding, isOver }) => {
      const what = findingLine(language, finding, told);
      return say(isOver ? 'why.ends' : 'why.lessens', { what });
    });
  const better = matters.filter(({ more }) => more < 0).reverse();
  if (change.hard < 0 || change.cover < 0) {
    return { standing: 'better', text: [say('why.mends'), ...ends(better.filter(isHard))].join(' ') };
  }
  const own = worse.filter(
    ({ finding: { kind, staffIds } }) => kind !== 'balance' && staffIds.includes(staffId),
  );
  const isBetter = change.soft < 0;
  const countLines = counts
    .filter(({ other, holder }) => (isBetter ? other < holder : other >= holder))
    .slice(0, MOST_COUNTS)
    .map((each) => countWords(language, each, told.holder));
  const lines = [...gains(own), ...countLines];
  if (change.soft === 0) return { standing: 'same', text: [say('why.same'), ...lines].join(' ') };
  const points = Math.abs(change.soft);
  if (isBetter) {
    const known = [...ends(better.slice(0, 1)), ...lines];
    return { standing: 'better', text: [say('why.better', { points }), ...known].join(' ') };
  }
  const [worst] = gains(worse.slice(0, 1));
  // A wish that is not for the reader's eyes.
  const main = worst ?? say('why.weighed');
  const known = lines.includes(main) ? lines : [...lines, main];
  return { standing: 'costs', text: [...known, say('why.points', { points })].join(' ') };
}

/** What costs most more first, what costs most less last: a finding alone may be what is left of a larger one. */
function mattersOf({ gained, lost }: SeatWhy): Matter[] {
  const nameOf = ({ rule, level, staffIds }: Violation): string => JSON.stringify([rule, level, staffIds]);
  const after = groupedBy(gained, nameOf);
  const before = groupedBy(lost, nameOf);
  const sum = (found: readonly Violation[]): number => found.reduce((total, { cost }) => total + cost, 0);
  return [...new Set([...after.keys(), ...before.keys()])]
    .flatMap((name): Matter[] => {
      const then = after.get(name) ?? [];
      const now = before.get(name) ?? [];
      const more = sum(then) - sum(now);
      const found = (more > 0 ? then : now).toSorted((a, b) => b.cost - a.cost);
      const isNew = more > 0 && now.length === 0;
      const findings = isNew ? found : found.slice(0, 1);
      return findings.map((finding) => ({
        more: isNew ? finding.cost : more,
        finding,
        isOver: then.length === 0,
      }));
    })
    .sort((a, b) => b.more - a.more);
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

/** @param staffId whom the line stands beside: a finding of theirs alone needs no name. */
function findingLine(
  language: Language,
  finding: Violation,
  { plan, shiftId }: Told,
  staffId?: string,
): string {
  const shift = plan.shifts.find(({ id }) => id !== shiftId && finding.shiftIds.includes(id));
  const [fixed] = finding.fixed ?? [];
  const words = shift ? shiftLine(language, plan, shift) : fixed && fixedLine(language, plan, fixed);
  const isPair = finding.shiftIds.length + (finding.fixed?.length ?? 0) === 2;
  const names = finding.staffIds.map((id) => staffName(plan.staff, id)).join(', ');
  const isTheirs = finding.staffIds.every((id) => id === staffId);
  const text = violationText(language, finding);
  return `${isTheirs ? '' : `${names}: `}${text}${words !== undefined && isPair ? ` (${words})` : ''}.`;
}
