/** What a swap would break or cost, in a line or two that name whom it concerns. The referee judges, not this. */

import type { SwapStop } from '../../app/swaps/carry-out-swap.ts';
import type { SwapOption } from '../../app/swaps/find-swap-options.ts';
import type { SwapJudgement } from '../../app/swaps/judge-swap.ts';
import type { Violation } from '../../constraints/check.ts';
import type { Plan } from '../../domain/plan.ts';
import { givenStaffName } from '../../domain/staff-names.ts';
import { fixedLine, shiftLine } from '../../output/roster/shift-words.ts';
import { violationText } from '../../output/violation-words.ts';
import type { Visit } from '../kit/visit.ts';
import { withoutReasons } from '../roster/discreet.ts';

export interface SwapEffect {
  readonly standing: 'fits' | 'costs' | 'blocked';
  readonly icon: 'check-circle' | 'triangle' | 'octagon';
  readonly text: string;
}

const MOST_FINDINGS = 2;
const MOST_TOLD = 4;

interface Reader {
  readonly plan: Plan;
  /** Called “you”. */
  readonly staffId?: string;
  /** Ids of the shifts that change hands. */
  readonly about?: readonly string[];
}

export function judgementEffect(visit: Visit, judgement: SwapJudgement, reader: Reader): SwapEffect {
  if (judgement.fits) {
    const { costs, carried } = judgement;
    const notes = carried.length > 0 ? [visit.say('swap.effect.carried', { count: carried.length })] : [];
    return effectOf(visit, { hard: false, findings: costs, notes, fine: 'swap.effect.fits' }, reader);
  }
  if (judgement.refusal === 'breaks') {
    const { violations } = judgement;
    return effectOf(visit, { hard: true, findings: violations, notes: [], fine: 'swap.effect.fits' }, reader);
  }
  return { standing: 'blocked', icon: 'octagon', text: visit.say(`swap.refusal.${judgement.refusal}`) };
}

export function optionEffect(
  visit: Visit,
  { findings, shift, change }: SwapOption,
  reader: Reader,
): SwapEffect {
  const hard = change.hard > 0 || findings.some(({ level }) => level === 'hard');
  const told = hard ? findings.filter(({ level }) => level === 'hard') : findings;
  const fine = hard ? 'swap.effect.shared' : shift ? 'swap.effect.fits' : 'swap.effect.takes';
  return effectOf(visit, { hard, findings: told, notes: [], fine }, reader);
}

interface Told {
  readonly hard: boolean;
  readonly findings: readonly Violation[];
  readonly notes: readonly string[];
  /** Said when nothing is found. */
  readonly fine: string;
}

function effectOf(visit: Visit, { hard, findings, notes, fine }: Told, reader: Reader): SwapEffect {
  const lines = findingLines(visit, findings.slice(0, MOST_FINDINGS), reader);
  const text = [...(lines.length > 0 ? lines : [visit.say(fine)]), ...notes].join(' ');
  if (hard) return { standing: 'blocked', icon: 'octagon', text };
  const costs = findings.length + notes.length > 0;
  return { standing: costs ? 'costs' : 'fits', icon: costs ? 'triangle' : 'check-circle', text };
}

/**
 * `Hưng: Chỉ nghỉ 8 giờ, cần 12 (T4 10/02 Chiều 14–22).` Whoever two lines in a row are about is named once; the shifts
 * the swap is about stand above and are not told again.
 */
function findingLines(
  { language, say }: Visit,
  findings: readonly Violation[],
  { plan, staffId, about = [] }: Reader,
): string[] {
  let last = '';
  // Who asks for a swap learns that a colleague cannot, not that the colleague is on leave.
  const told = staffId === undefined ? findings : withoutReasons(findings, staffId);
  return told.map((finding) => {
    const member = plan.staff.find(({ id }) => finding.staffIds.includes(id));
    const shift = plan.shifts.find(({ id }) => finding.shiftIds.includes(id) && !about.includes(id));
    const name = member?.id === staffId ? say('swap.effect.you') : givenStaffName(plan.staff, member?.id);
    const text = violationText(language, finding);
    const [fixed] = finding.fixed ?? [];
    const words = shift ? shiftLine(language, plan, shift) : fixed && fixedLine(language, plan, fixed);
    const where = words === undefined ? '' : ` (${words})`;
    const isNamed = name === '' || name === last;
    last = name;
    return isNamed ? `${text}${where}.` : `${name}: ${text}${where}.`;
  });
}

/** Why it went no further, all of it. */
export function stopWords(
  visit: Visit,
  stop: SwapStop | { readonly refusal: string },
  reader?: Reader,
): string {
  const main = visit.say(`swap.refusal.${stop.refusal}`);
  if (!('violations' in stop)) return main;
  const about = {
    plan: stop.version.plan,
    ...(reader?.staffId === undefined ? {} : { staffId: reader.staffId }),
  };
  return [main, ...findingLines(visit, stop.violations.slice(0, MOST_TOLD), about)].join(' ');
}
