/** The list beside an open seat: swaps first, then people by what seating them would break or cost, in words. */

import type { RankedCandidate, RankedSwap, SeatOptions, Standing } from '../../app/drafts/rank-candidates.ts';
import { compareScores, type Score } from '../../constraints/shapes.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Shift } from '../../domain/shift.ts';
import { staffName } from '../../domain/staff-names.ts';
import { formatBothCalendars } from '../../i18n/format.ts';
import { seatCounts } from '../../output/roster/seat-why.ts';
import { mostTelling } from '../../output/roster/seat-why-words.ts';
import type { Rostered } from '../../output/roster/seats.ts';
import { fixedLine, shiftLine, shiftWords } from '../../output/roster/shift-words.ts';
import { teamsOf } from '../../output/roster/teams.ts';
import { figure } from '../../output/roster/totals.ts';
import { violationText } from '../../output/violation-words.ts';
import type { Visit } from '../kit/visit.ts';
import { draftSeatWhyPath } from '../paths/periods.ts';

export interface SeatRow {
  /** What the form sends: `assign p12`, `swap giam-sat/dem/2027-02-05@0 p7`. */
  readonly choice: string;
  readonly name: string;
  readonly text: string;
  readonly shifts: string;
  readonly standing: Standing | 'swap';
  readonly icon: 'swap' | 'check-circle' | 'triangle' | 'octagon';
}

const ICONS = { fits: 'check-circle', costs: 'triangle', blocked: 'octagon' } as const;
const MOST_FINDINGS = 2;

export function seatPanel(
  visit: Visit,
  rostered: Rostered,
  { options, query }: { readonly options: SeatOptions; readonly query: string },
) {
  const { language, say } = visit;
  const { plan } = rostered;
  const { shift, seat, holder, pinned, candidates, matching, swaps } = options;
  const post = plan.posts.find(({ id }) => id === shift.postId)?.shortName ?? '';
  const points = pointsWords(visit, rostered);
  const counts = countsBeside(visit, rostered, options);
  const more = matching - candidates.length;
  return {
    title: shiftWords(language, plan, shift).what,
    about: say('editor.seat.about', {
      day: formatBothCalendars(language, shift.day),
      post,
      seat: seat.place + 1,
      points: shift.points,
      holder: staffName(plan.staff, holder?.id) || say('editor.seat.nobody'),
    }),
    seat: `${shift.id}@${seat.place}`,
    // Who sits there as this list was made; empty for nobody.
    seen: holder?.id ?? '',
    holder: staffName(plan.staff, holder?.id),
    pinned,
    // Why its holder stands it.
    whyHref: draftSeatWhyPath(plan.period.id, seat),
    query,
    rows: inOrder([
      ...swaps.map((swap) => ({ row: swapRow(visit, plan, swap), change: swap.change, fitness: 0 })),
      ...candidates.map((candidate) => ({
        row: candidateRow(visit, plan, { candidate, shift, points, counts }),
        change: candidate.change,
        fitness: candidate.fitness,
      })),
    ]),
    // The query names the first row's person and no other as well.
    sure: isSure(options),
    // How many more people there are; empty when all are listed.
    more: more > 0 ? say('editor.seat.more', { count: more }) : '',
  };
}

interface PricedRow {
  readonly row: SeatRow;
  readonly change: Score;
  readonly fitness: number;
}

function isSure({ candidates: [first, second] }: SeatOptions): boolean {
  return first !== undefined && first.fitness > 0 && first.fitness > (second?.fitness ?? 0);
}

/** What makes the roster better, then whoever fits, then the rest by price; the blocked last. */
function inOrder(rows: readonly PricedRow[]): SeatRow[] {
  const rank = ({ row, change }: PricedRow): number => {
    if (row.standing === 'blocked') return 3;
    if (change.hard < 0 || change.cover < 0) return 0;
    return row.standing === 'fits' || change.soft <= 0 ? 1 : 2;
  };
  const sorted = rows.toSorted(
    (a, b) =>
      b.fitness - a.fitness || rank(a) - rank(b) || (rank(a) === 3 ? 0 : compareScores(a.change, b.change)),
  );
  return sorted.map(({ row }) => row);
}

type PointsWords = (staffId: string, shift: Shift) => string;

/** `Lên 27 điểm, trung bình 23,1`. */
function pointsWords({ language, say }: Visit, rostered: Rostered): PointsWords {
  const burdens = new Map(
    teamsOf(rostered).flatMap(({ burdens, mean }) =>
      burdens.map(({ member, total }) => [member.id, { total, mean, share: member.share }] as const),
    ),
  );
  return (staffId, shift) => {
    const burden = burdens.get(staffId);
    if (!burden) return '';
    const points = figure(language, burden.total + shift.points / burden.share);
    const mean = figure(language, burden.mean);
    return say(burden.share === 1 ? 'editor.seat.points' : 'editor.seat.points-full-time', { points, mean });
  };
}

/** `Đã đứng 3 đêm khác; Hùng đứng 1, kể cả ca này.` Empty for an empty seat. */
function countsBeside(
  { language }: Visit,
  { plan, roster }: Rostered,
  { shift, holder }: SeatOptions,
): (staffId: string) => string {
  if (!holder) return () => '';
  const countsOf = seatCounts(plan, roster, { shiftId: shift.id, holder: holder.id });
  return (staffId) => mostTelling(language, countsOf(staffId), staffName(plan.staff, holder.id));
}

function candidateRow(
  { language, say }: Visit,
  plan: Plan,
  about: {
    readonly candidate: RankedCandidate;
    readonly shift: Shift;
    readonly points: PointsWords;
    readonly counts: (staffId: string) => string;
  },
): SeatRow {
  const { member, standing, change, findings, shifts } = about.candidate;
  const told = findings.slice(0, MOST_FINDINGS).map((finding) => {
    const other = plan.shifts.find(({ id }) => id !== about.shift.id && finding.shiftIds.includes(id));
    const [fixed] = finding.fixed ?? [];
    const words = other ? shiftLine(language, plan, other) : fixed && fixedLine(language, plan, fixed);
    const isPair = finding.shiftIds.length + (finding.fixed?.length ?? 0) === 2;
    const beside = words !== undefined && isPair ? ` (${words})` : '';
    return `${violationText(language, finding)}${beside}.`;
  });
  const mends = change.hard < 0 ? [say('editor.seat.mends')] : [];
  const points = about.points(member.id, about.shift);
  return {
    choice: `assign ${member.id}`,
    name: staffName(plan.staff, member.id),
    text: [...mends, ...(told.length > 0 ? told : [about.counts(member.id), points])]
      .filter(Boolean)
      .join(' '),
    shifts: say('editor.seat.shifts', { count: shifts }),
    standing,
    icon: ICONS[standing],
  };
}

function swapRow(visit: Visit, plan: Plan, { member, shift, seat, change }: RankedSwap): SeatRow {
  return {
    choice: `swap ${seat.shiftId}@${seat.place} ${member.id}`,
    name: visit.say('editor.seat.swap-with', { name: staffName(plan.staff, member.id) }),
    text: visit.say('editor.seat.swap-text', {
      when: shiftLine(visit.language, plan, shift),
      effect: effectWords(visit, change),
    }),
    shifts: '',
    standing: 'swap',
    icon: 'swap',
  };
}

function effectWords({ say }: Visit, { hard, cover, soft }: Score): string {
  if (hard < 0) return say('editor.seat.mends');
  if (cover < 0) return say('editor.seat.covers');
  if (soft === 0) return say('editor.seat.same-cost');
  return say(soft < 0 ? 'editor.seat.less-cost' : 'editor.seat.more-cost');
}
