/**
 * What a swap would do to the published roster: what it would break that stands now, and what it would cost. Judged by
 * the published plan, with what is known today of the two people: leave and skills may have changed since.
 */

import { constraintOf } from '../../constraints/catalogue.ts';
import { check, type Violation } from '../../constraints/check.ts';
import type { Score } from '../../constraints/shapes.ts';
import type { Leave } from '../../domain/availability.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Roster } from '../../domain/roster.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { type Exchange, exchanged } from '../../domain/swap.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { listLeavers } from '../../store/staff-store.ts';
import type { App } from '../app.ts';
import { attachStream } from '../periods/attach-stream.ts';
import { recentPlanWithin } from '../periods/plan-memory.ts';
import { leaveOfRest, listBeside, withoutIdle, withPeople } from './people-beside.ts';

export type SwapJudgement =
  /** `left`: who would take a shift is off the staff list. */
  | { readonly fits: false; readonly refusal: 'moved' | 'stands-already' | 'left' }
  /** It would break hard rules, or leave a seat with too few, that stands now. */
  | { readonly fits: false; readonly refusal: 'breaks'; readonly violations: readonly Violation[] }
  | {
      readonly fits: true;
      /** What the version after it keeps. */
      readonly plan: Plan;
      readonly roster: Roster;
      /** Soft rules and wishes it would break anew, and turns. */
      readonly costs: readonly Violation[];
      readonly change: Score;
      /** Hard rules the published roster breaks already, with a reason, and would go on breaking. */
      readonly carried: readonly Violation[];
      /** Whether the roster breaks any hard rule, so that the version after it keeps a reason. */
      readonly overrides: boolean;
    };

/** Plans to judge a swap by. */
export interface SwapPlans {
  /** The published one, beside what other periods of the unit publish today: both people may stand there too. */
  readonly published: Plan;
  /** The published one with today's leave and skills of everyone it knows. */
  readonly judged: Plan;
  /** The published one but for leave that was lifted since. */
  readonly kept: Plan;
  /** Ids of those off the staff list: they take nothing any more. */
  readonly left: ReadonlySet<string>;
  /** On the list today, and in all three plans, though the roster was not made with them. */
  readonly beside: readonly StaffMember[];
}

/** What is stored today may not fit together for a while, as when posts are being changed: then the published plan alone counts. */
export async function swapPlans(trx: Database, app: App, version: RosterVersion): Promise<SwapPlans> {
  const beside = await listBeside(trx, version.plan);
  const plan = withPeople(await attachStream(trx, version.plan), beside);
  const key = { unitId: plan.unit.id, periodId: plan.period.id };
  const left = new Set((await listLeavers(trx, key.unitId)).map(({ member }) => member.id));
  const known = { left, beside };
  try {
    const today = await recentPlanWithin(trx, app, key);
    return { ...plansWith(plan, today, await leaveOfRest(trx, plan, today.staff)), ...known };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const leave = [...plan.leave, ...(await leaveOfRest(trx, plan, version.plan.staff))];
    return { published: plan, judged: { ...plan, leave }, kept: plan, ...known };
  }
}

function plansWith(
  published: Plan,
  today: Plan,
  ofRest: readonly Leave[],
): Pick<SwapPlans, 'published' | 'judged' | 'kept'> {
  const current = new Map(today.staff.map((member) => [member.id, member]));
  const staff = published.staff.map((member) => {
    const now = current.get(member.id);
    return now ? { ...member, skills: now.skills, limits: now.limits } : member;
  });
  const known = new Set(published.staff.map(({ id }) => id));
  const leave = [...today.leave.filter(({ staffId }) => known.has(staffId)), ...ofRest];
  const stillThere = new Set(leave.map(nameOfLeave));
  const kept = published.leave.filter((each) => stillThere.has(nameOfLeave(each)));
  return { published, judged: { ...published, staff, leave }, kept: { ...published, staff, leave: kept } };
}

function nameOfLeave({ staffId, span }: Leave): string {
  return `${staffId} ${span.start} ${span.end}`;
}

export function judgeSwap(version: RosterVersion, plans: SwapPlans, exchange: Exchange): SwapJudgement {
  return swapJudge(version, plans)(exchange);
}

/** For many swaps of one roster: what it breaks as it stands is asked once. */
export function swapJudge(version: RosterVersion, plans: SwapPlans): (exchange: Exchange) => SwapJudgement {
  if (version.withdrawn) return () => ({ fits: false, refusal: 'moved' });
  const before = check(plans.judged, version.roster);
  const accepted = new Set(hardOf(check(plans.published, version.roster).violations).map(nameOf));
  return (exchange) => {
    if (takersOf(exchange).some((id) => plans.left.has(id))) return { fits: false, refusal: 'left' };
    const after = exchanged(version.roster, exchange);
    if (!after.ok) return { fits: false, refusal: after.refusal };
    return judgeAfter(plans, { before, accepted }, after.roster);
  };
}

function judgeAfter(
  plans: SwapPlans,
  { before, accepted }: { readonly before: Checked; readonly accepted: ReadonlySet<string> },
  roster: Roster,
): SwapJudgement {
  const then = check(plans.judged, roster);
  const known = new Set(before.violations.map(nameOf));
  const fresh = then.violations.filter((each) => !known.has(nameOf(each)));
  const broken = fresh.filter(isRefused);
  const hollowed =
    then.score.cover > before.score.cover ? fresh.filter(({ level }) => level === 'cover') : [];
  const hard = hardOf(check(plans.kept, roster).violations);
  const carried = hard.filter((each) => accepted.has(nameOf(each)));
  const unaccepted = hard
    .filter(isRefused)
    .filter((each) => !accepted.has(nameOf(each)) && !broken.some(isSame(each)));
  const violations = [...broken, ...hollowed, ...unaccepted];
  if (violations.length > 0) return { fits: false, refusal: 'breaks', violations };
  return {
    fits: true,
    plan: withoutIdle(plans.kept, plans.beside, roster),
    roster,
    costs: fresh.filter((each) => each.level !== 'cover' && !isRefused(each) && each.kind !== 'balance'),
    change: {
      hard: then.score.hard - before.score.hard,
      cover: then.score.cover - before.score.cover,
      soft: then.score.soft - before.score.soft,
    },
    carried,
    overrides: hard.length > 0,
  };
}

type Checked = ReturnType<typeof check>;

/** Who stands a shift after it that they don't stand before. A gift of someone who left is welcome. */
function takersOf({ askerId, partnerId, other }: Exchange): string[] {
  return [...(partnerId === undefined ? [] : [partnerId]), ...(other ? [askerId] : [])];
}

/** Whose turn it is heals by itself: whoever was passed over comes next in the period after. */
function isRefused({ level, constraint }: Violation): boolean {
  return level === 'hard' && constraintOf(constraint).ofMaking !== true;
}

function hardOf(violations: readonly Violation[]): Violation[] {
  return violations.filter(({ level }) => level === 'hard');
}

function isSame(one: Violation): (other: Violation) => boolean {
  return (other) => nameOf(one) === nameOf(other);
}

function nameOf({ rule, shiftIds, staffIds, params }: Violation): string {
  return JSON.stringify([rule, shiftIds, staffIds, params]);
}
