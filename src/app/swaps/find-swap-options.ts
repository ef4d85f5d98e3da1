/**
 * With whom a shift could be swapped, best first: against which of their shifts, or as a gift, and what that would break
 * or cost. The pricer finds, the referee explains.
 */

import type { Instant } from '../../calendar/interval.ts';
import type { Violation } from '../../constraints/check.ts';
import { type CheckPerson, personChecker } from '../../constraints/check-person.ts';
import { cellsOf, compile } from '../../constraints/compile.ts';
import { compareScores, type Score } from '../../constraints/shapes.ts';
import type { Plan } from '../../domain/plan.ts';
import { RosterIndex } from '../../domain/roster-index.ts';
import type { Shift } from '../../domain/shift.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { LEAST_NOTICE_MS } from '../../domain/swap.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { ChangePricer } from '../../solver/change-pricer.ts';
import { readOnly } from '../../store/read-only.ts';
import { allow, isAllowed } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { swapPlans } from './judge-swap.ts';
import { showingPeople } from './people-beside.ts';

export interface SwapOption {
  readonly member: StaffMember;
  /** The roster was not made with them. */
  readonly beside: boolean;
  /** What the asker would take for it; absent for a gift. */
  readonly shift?: Shift;
  readonly change: Score;
  /** What either would break or miss that is not so now. */
  readonly findings: readonly Violation[];
}

export interface SwapOptions {
  readonly shift: Shift;
  /** Everyone named here, to tell namesakes apart. */
  readonly people: readonly StaffMember[];
  /** The best exchange with each colleague, best first. */
  readonly exchanges: readonly SwapOption[];
  /** Shifts that somebody could give for it, by start. */
  readonly obtainable: readonly Shift[];
  /** Who could take it without giving anything, best first. */
  readonly takers: readonly SwapOption[];
  /** Who has the skills, but can neither exchange nor take it, and why not. */
  readonly blocked: readonly SwapOption[];
}

/** Every pair of seats is tried; so many are looked at. */
const MOST_PAIRS = 2_000;
const MOST_OBTAINABLE = 24;

/** Undefined when the person does not stand the shift. */
export function findSwapOptions(
  app: App,
  {
    version,
    shiftId,
    askerId,
  }: {
    readonly version: RosterVersion;
    readonly shiftId: string;
    readonly askerId: string;
  },
): Promise<SwapOptions | undefined> {
  const { id: unitId } = version.plan.unit;
  // Who decides on swaps may also arrange them.
  if (!isAllowed(app, 'swap.decide', { unitId })) allow(app, 'swap.ask', { unitId, staffId: askerId });
  return readOnly(app.db, async (trx) => {
    const { judged, left, beside } = await swapPlans(trx, app, version);
    return optionsIn({ plan: judged, version, left, beside, now: app.clock() }, shiftId, askerId);
  });
}

interface Field {
  readonly plan: Plan;
  readonly version: RosterVersion;
  /** Off the staff list by now: not offered, not even as blocked. */
  readonly left: ReadonlySet<string>;
  readonly beside: readonly StaffMember[];
  readonly now: Instant;
}

function optionsIn(field: Field, shiftId: string, askerId: string): SwapOptions | undefined {
  const { plan, version, left, beside, now } = field;
  const isBeside = (id: string): boolean => beside.some((each) => each.id === id);
  const index = new RosterIndex(plan, version.roster);
  const shiftAt = plan.shifts.findIndex(({ id }) => id === shiftId);
  const askerAt = plan.staff.findIndex(({ id }) => id === askerId);
  const shift = plan.shifts[shiftAt];
  if (!shift || askerAt < 0 || !index.stands(askerId, shiftId)) return undefined;
  const pricer = new ChangePricer(compile(plan));
  pricer.seat(cellsOf(plan, version.roster));
  const explain = explainer(index, personChecker(plan), { askerId, shiftId });
  const best = new Map<string, SwapOption>();
  const obtainable = new Set<Shift>();
  for (const offer of pricer.swaps(shiftAt, askerAt, MOST_PAIRS)) {
    const member = plan.staff[offer.person];
    const taken = plan.shifts[offer.shift];
    if (!member || !taken || left.has(member.id)) continue;
    const isTold = obtainable.has(taken) || obtainable.size >= MOST_OBTAINABLE;
    if (best.has(member.id) && isTold) continue;
    if (taken.span.start - now < LEAST_NOTICE_MS) continue;
    const findings = explain(member.id, taken.id);
    if (findings.some(({ level }) => level === 'hard')) continue;
    if (!isTold) obtainable.add(taken);
    if (best.has(member.id)) continue;
    best.set(member.id, { member, beside: false, shift: taken, change: offer.change, findings });
  }
  const gifts = pricer.candidates(shiftAt, askerAt).flatMap(({ person, change }): SwapOption[] => {
    const member = plan.staff[person];
    if (!member || left.has(member.id)) return [];
    return [{ member, beside: isBeside(member.id), change, findings: explain(member.id) }];
  });
  const isBlocked = ({ change, findings }: SwapOption): boolean =>
    change.hard > 0 || findings.some(({ level }) => level === 'hard');
  return {
    shift,
    people: showingPeople(version, beside).plan.staff,
    exchanges: [...best.values()].sort((a, b) => rank(a) - rank(b) || compareScores(a.change, b.change)),
    obtainable: [...obtainable].sort((a, b) => a.span.start - b.span.start),
    takers: gifts.filter((gift) => !isBlocked(gift)).sort((a, b) => rank(a) - rank(b)),
    blocked: gifts.filter((gift) => isBlocked(gift) && isOfTeam(gift) && !best.has(gift.member.id)),
  };
}

/** Nobody wonders why those who never stand at the post cannot take it. */
function isOfTeam({ findings }: SwapOption): boolean {
  return !findings.some(({ constraint }) => constraint === 'qualified');
}

/** What costs nobody anything comes first, whatever it does to the balance. */
function rank({ findings }: SwapOption): number {
  return findings.length === 0 ? 0 : 1;
}

type Explain = (partnerId: string, takenId?: string) => Violation[];

function explainer(
  index: RosterIndex,
  checkPerson: CheckPerson,
  { askerId, shiftId }: { readonly askerId: string; readonly shiftId: string },
): Explain {
  const idsOf = (staffId: string): string[] => index.shiftsOf(staffId).map(({ id }) => id);
  const news = (staffId: string, given: string | undefined, taken: string | undefined): Violation[] => {
    const before = idsOf(staffId);
    const after = [...before.filter((id) => id !== given), ...(taken === undefined ? [] : [taken])];
    const known = new Set(checkPerson(staffId, before).map(nameOf));
    return checkPerson(staffId, after).filter((each) => !known.has(nameOf(each)) && each.kind !== 'balance');
  };
  return (partnerId, takenId) => [
    ...news(partnerId, takenId, shiftId),
    ...(takenId === undefined ? [] : news(askerId, shiftId, takenId)),
  ];
}

function nameOf({ rule, shiftIds, staffIds, params }: Violation): string {
  return JSON.stringify([rule, shiftIds, staffIds, params]);
}
