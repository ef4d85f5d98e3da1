/**
 * Who could take a seat, best first, and with whom its holder could swap: what each would change in the score, from the
 * pricer, and what each would break, from the referee.
 */

import { constraintOf } from '../../constraints/catalogue.ts';
import { check, type Violation } from '../../constraints/check.ts';
import { type CheckPerson, personChecker } from '../../constraints/check-person.ts';
import { cellsOf, compile } from '../../constraints/compile.ts';
import type { Score } from '../../constraints/shapes.ts';
import { holderOf, isPinned, type SeatRef, type Work } from '../../domain/draft-edit.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Shift } from '../../domain/shift.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { AppError } from '../../kernel/app-error.ts';
import { nameFitness } from '../../kernel/names.ts';
import { type Candidate, ChangePricer } from '../../solver/change-pricer.ts';

/** `fits`: breaks nothing new and costs nothing. `costs`: legal, at a price. `blocked`: breaks a hard rule. */
export type Standing = 'fits' | 'costs' | 'blocked';

export interface RankedCandidate {
  readonly member: StaffMember;
  readonly standing: Standing;
  readonly change: Score;
  /** What the person would break that is not broken now; empty when only balance is touched. */
  readonly findings: readonly Violation[];
  /** Shifts the person would stand in the period. */
  readonly shifts: number;
  /** How well the query names the person, as `nameFitness`; 0 without a query. */
  readonly fitness: number;
}

export interface RankedSwap {
  readonly member: StaffMember;
  /** What the person of the seat would stand instead. */
  readonly shift: Shift;
  readonly seat: SeatRef;
  readonly change: Score;
}

export interface SeatOptions {
  readonly seat: SeatRef;
  readonly shift: Shift;
  readonly holder?: StaffMember;
  readonly pinned: boolean;
  readonly candidates: readonly RankedCandidate[];
  /** People who match the query, those beyond the list included. */
  readonly matching: number;
  readonly swaps: readonly RankedSwap[];
}

export interface CandidateQuestion {
  readonly plan: Plan;
  readonly work: Work;
  readonly seat: SeatRef;
  /** Part of a name, with or without diacritics; empty for everyone. */
  readonly query: string;
  /** Candidates at most; swaps are a handful. */
  readonly most: number;
  /** Who is offered nothing any more. */
  readonly left?: ReadonlySet<string>;
}

const MOST_SWAPS = 3;

/** Throws `not-found` when the plan has no such shift. */
export function rankCandidates(question: CandidateQuestion): SeatOptions {
  const { plan, work, seat, query, most, left = new Set() } = question;
  const index = plan.shifts.findIndex(({ id }) => id === seat.shiftId);
  const shift = plan.shifts[index];
  if (!shift) throw new AppError('not-found', 'editor.failure.no-seat', { seat: seat.shiftId });
  const pricer = pricerOf(plan, work);
  const holderId = holderOf(work.roster, seat);
  const holderIndex = plan.staff.findIndex(({ id }) => id === holderId);
  const holder = plan.staff[holderIndex];
  const wanted = query.trim();
  const fitness = (person: number): number => nameFitness(wanted, plan.staff[person]?.name ?? '');
  const matching = pricer
    .candidates(index, holder ? holderIndex : undefined)
    .filter(({ person }) => !left.has(plan.staff[person]?.id ?? ''))
    .filter(({ person }) => wanted === '' || fitness(person) > 0)
    .sort((a, b) => fitness(b.person) - fitness(a.person));
  const judge = candidateJudge({ plan, work, seat, shift });
  const swaps =
    holder && wanted === '' && !left.has(holder.id)
      ? pricer.swaps(index, holderIndex, MOST_SWAPS).flatMap(swapOf(plan, work))
      : [];
  return {
    seat,
    shift,
    ...(holder ? { holder } : {}),
    pinned: holder !== undefined && isPinned(work.pins, { shiftId: shift.id, staffId: holder.id }),
    candidates: byStanding(
      matching
        .slice(0, most)
        .flatMap((found) => judge(found).map((each) => ({ ...each, fitness: fitness(found.person) }))),
    ),
    matching: matching.length,
    swaps: swaps.filter(({ member }) => !left.has(member.id)),
  };
}

/**
 * A pricer is built once for a plan; plans that differ in pins alone share their shifts. What other periods have published
 * beside them, and who has left, may have changed since.
 */
const pricers = new WeakMap<readonly Shift[], { readonly beside: string; readonly pricer: ChangePricer }>();

function pricerOf(plan: Plan, work: Work): ChangePricer {
  const beside = JSON.stringify([plan.fixed, plan.leave]);
  const kept = pricers.get(plan.shifts);
  const pricer = kept?.beside === beside ? kept.pricer : new ChangePricer(compile(plan));
  pricers.set(plan.shifts, { beside, pricer });
  pricer.seat(cellsOf(plan, work.roster));
  return pricer;
}

interface SeatInPlan {
  readonly plan: Plan;
  readonly work: Work;
  readonly seat: SeatRef;
  readonly shift: Shift;
}

function candidateJudge({
  plan,
  work,
  seat,
  shift,
}: SeatInPlan): (found: Candidate) => Omit<RankedCandidate, 'fitness'>[] {
  const checkPerson = personChecker(plan);
  const stands = new Map(plan.staff.map(({ id }): [string, string[]] => [id, []]));
  for (const { shiftId, staffId } of work.roster.assignments) stands.get(staffId)?.push(shiftId);
  return ({ person, change }) => {
    const member = plan.staff[person];
    if (!member) return [];
    const now = stands.get(member.id) ?? [];
    const own = newFindings(checkPerson, member.id, now, [...now, shift.id]);
    const explained = change.hard <= 0 || own.some(({ level }) => level === 'hard');
    const findings = explained ? own : [...own, ...sharedFindings({ plan, work, seat, shift }, member)];
    const told = findings.some(({ kind }) => kind !== 'balance');
    const standing = change.hard > 0 ? 'blocked' : told ? 'costs' : change.soft > 0 ? 'costs' : 'fits';
    return [{ member, change, findings, standing, shifts: now.length + 1 }];
  };
}

function newFindings(
  checkPerson: CheckPerson,
  staffId: string,
  before: readonly string[],
  after: readonly string[],
): Violation[] {
  const found = checkPerson(staffId, after);
  if (found.length === 0) return [];
  const known = new Set(checkPerson(staffId, before).map(nameOf));
  return found.filter((each) => !known.has(nameOf(each)));
}

/** Rules over several people are judged on the whole roster: slow, and seldom needed. */
function sharedFindings({ plan, work, seat, shift }: SeatInPlan, member: StaffMember): Violation[] {
  const shared = plan.ruleSet.rules.filter(({ constraint }) => !constraintOf(constraint).personal);
  const reduced = { ...plan, ruleSet: { ...plan.ruleSet, rules: shared } };
  const others = work.roster.assignments.filter(
    ({ shiftId, place }) => shiftId !== shift.id || place !== seat.place,
  );
  const assignments = [...others, { ...seat, staffId: member.id }];
  const hard = (list: readonly Violation[]): Violation[] => list.filter(({ level }) => level === 'hard');
  const known = new Set(hard(check(reduced, work.roster).violations).map(nameOf));
  const after = check(reduced, { ...work.roster, assignments });
  return hard(after.violations).filter((each) => !known.has(nameOf(each)));
}

function nameOf({ rule, shiftIds, staffIds, params }: Violation): string {
  return JSON.stringify([rule, shiftIds, staffIds, params]);
}

const ORDER: readonly Standing[] = ['fits', 'costs', 'blocked'];

/** Whom the query names best first; of those alike by standing, in the pricer's order. */
function byStanding(candidates: readonly RankedCandidate[]): RankedCandidate[] {
  const sorted = ORDER.flatMap((standing) => candidates.filter((each) => each.standing === standing));
  return sorted.sort((a, b) => b.fitness - a.fitness);
}

function swapOf(plan: Plan, work: Work) {
  return (offer: {
    readonly person: number;
    readonly shift: number;
    readonly change: Score;
  }): RankedSwap[] => {
    const member = plan.staff[offer.person];
    const shift = plan.shifts[offer.shift];
    const held = work.roster.assignments.find(
      ({ shiftId, staffId }) => shiftId === shift?.id && staffId === member?.id,
    );
    if (!member || !shift || !held) return [];
    if (isPinned(work.pins, { shiftId: shift.id, staffId: member.id })) return [];
    return [{ member, shift, seat: { shiftId: shift.id, place: held.place }, change: offer.change }];
  };
}
