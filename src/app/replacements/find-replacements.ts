/**
 * Who could take one published seat, best first: judged exactly as the replacement will be, by the published roster,
 * today's leave and skills, and what the unit's other periods publish beside it. Leavers are not offered.
 */

import { cellsOf, compile } from '../../constraints/compile.ts';
import { holderOf, type SeatRef } from '../../domain/draft-edit.ts';
import type { FixedDuty } from '../../domain/duty-stream.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import { RosterIndex } from '../../domain/roster-index.ts';
import type { Shift } from '../../domain/shift.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { withTodaysPeople } from '../../domain/todays-people.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import { ChangePricer } from '../../solver/change-pricer.ts';
import type { Database } from '../../store/database.ts';
import { readOnly } from '../../store/read-only.ts';
import { listKnownPeople } from '../../store/staff-store.ts';
import { findNewestVersion } from '../../store/version-store.ts';
import type { App } from '../app.ts';
import { type SwapJudgement, type SwapPlans, swapJudge, swapPlans } from '../swaps/judge-swap.ts';
import { showingPeople } from '../swaps/people-beside.ts';
import { requireReplacing } from './may-replace.ts';
import { approvalOf } from './replace-seat.ts';
import { comingSeatsWithin, type NeedReason } from './seats-in-need.ts';

export interface ReplacementCandidate {
  readonly member: StaffMember;
  /** The roster was not made with them. */
  readonly beside: boolean;
  readonly judgement: SwapJudgement;
  /** What the person stands last before it and next after it, in any period; absent for nothing known. */
  readonly before?: NearDuty;
  readonly after?: NearDuty;
}

/** A shift of the same period, or a duty of another. */
export type NearDuty = { readonly shift: Shift } | { readonly fixed: FixedDuty };

export interface Replacements {
  /** With names and phones of today. */
  readonly version: RosterVersion;
  readonly shift: Shift;
  readonly seat: SeatRef;
  /** Who stands it; absent for an empty seat, which nobody is replaced on. */
  readonly holder?: StaffMember;
  /** Why it needs someone else, where that is known. */
  readonly reason?: NeedReason;
  readonly over: boolean;
  /** What the unit wants of it: nothing, a word afterwards, or before, and then it is not done here. */
  readonly approval: 'none' | 'first' | 'afterwards';
  /** Who fits first, then who can't, each in the order of what it would cost. */
  readonly candidates: readonly ReplacementCandidate[];
}

/** The referee is asked about so many of the roster's people, and of others: by then the cheap ones are told. */
const MOST_JUDGED = 24;
const MOST_BESIDE = 12;

/** Throws `not-found` for a seat that nothing published has; `forbidden` for who may not replace. */
export function findReplacements(
  app: App,
  { key, seat }: { readonly key: PeriodKey; readonly seat: SeatRef },
): Promise<Replacements> {
  return readOnly(app.db, async (trx) => {
    await requireReplacing(trx, app, key.unitId);
    const published = await findNewestVersion(trx, key);
    const shift = published?.plan.shifts.find(({ id }) => id === seat.shiftId);
    if (!published || published.withdrawn || !shift) {
      throw new AppError('not-found', 'editor.failure.no-seat', { seat: seat.shiftId });
    }
    const plans = await swapPlans(trx, app, published);
    const today = withTodaysPeople(published, await listKnownPeople(trx, key.unitId));
    const version = showingPeople(today, plans.beside);
    const holderId = holderOf(version.roster, seat);
    const holder = version.plan.staff.find(({ id }) => id === holderId);
    const over = shift.span.end <= app.clock();
    const reason = await reasonOf(trx, app, key, seat);
    return {
      version,
      shift,
      seat,
      ...(holder ? { holder } : {}),
      ...(reason ? { reason } : {}),
      over,
      approval: await approvalOf(trx, key),
      candidates: holder && !over ? candidatesFor({ version, plans, shift, seat, holder }) : [],
    };
  });
}

async function reasonOf(
  trx: Database,
  app: App,
  { unitId, periodId }: PeriodKey,
  { shiftId, place }: SeatRef,
): Promise<NeedReason | undefined> {
  const { seats } = await comingSeatsWithin(trx, app, unitId);
  return seats.find(
    ({ duty, place: at }) =>
      duty.seat.period.id === periodId && duty.seat.shiftId === shiftId && at === place,
  )?.reason;
}

interface Question {
  readonly version: RosterVersion;
  readonly plans: SwapPlans;
  readonly shift: Shift;
  readonly seat: SeatRef;
  readonly holder: StaffMember;
}

function candidatesFor({ version, plans, shift, seat, holder }: Question): ReplacementCandidate[] {
  const { judged, left } = plans;
  const judge = swapJudge(version, plans);
  const near = nearDuties(judged, version, shift);
  const members = new Map(version.plan.staff.map((member) => [member.id, member]));
  const others = new Set(plans.beside.map(({ id }) => id));
  const able = inOrderOfCost(judged, version, { shift, seat }).filter(
    (id) => id !== holder.id && !left.has(id),
  );
  const ranked = [
    ...able.filter((id) => !others.has(id)).slice(0, MOST_JUDGED),
    ...able.filter((id) => others.has(id)).slice(0, MOST_BESIDE),
  ].flatMap((id): ReplacementCandidate[] => {
    const member = members.get(id);
    const judgement = judge({ askerId: holder.id, seat, partnerId: id });
    if (!member || !isOfTeam(judgement)) return [];
    return [{ member, beside: others.has(id), judgement, ...near(id) }];
  });
  const costs = ({ judgement }: ReplacementCandidate): number =>
    judgement.fits ? Math.min(1, judgement.costs.length) : 2;
  return ranked.toSorted((a, b) => costs(a) - costs(b));
}

/** Nobody wonders why those who never stand at the post cannot take it. */
function isOfTeam(judgement: SwapJudgement): boolean {
  return !('violations' in judgement && judgement.violations.some((each) => each.constraint === 'qualified'));
}

/** Ids of who doesn't stand the shift, on a roster where the seat is empty: what its holder breaks is no one's merit. */
function inOrderOfCost(
  plan: Plan,
  { roster }: RosterVersion,
  { shift, seat }: { readonly shift: Shift; readonly seat: SeatRef },
): string[] {
  const pricer = new ChangePricer(compile(plan));
  const assignments = roster.assignments.filter(
    ({ shiftId, place }) => shiftId !== seat.shiftId || place !== seat.place,
  );
  pricer.seat(cellsOf(plan, { ...roster, assignments }));
  const index = plan.shifts.findIndex(({ id }) => id === shift.id);
  return pricer.candidates(index).flatMap(({ person }) => plan.staff[person]?.id ?? []);
}

function nearDuties(plan: Plan, { roster }: RosterVersion, { span }: Shift) {
  const index = new RosterIndex(plan, roster);
  return (staffId: string): Pick<ReplacementCandidate, 'before' | 'after'> => {
    const duties: NearDuty[] = [
      ...index.shiftsOf(staffId).map((shift) => ({ shift })),
      ...plan.fixed.filter((duty) => duty.staffId === staffId).map((fixed) => ({ fixed })),
    ].toSorted((a, b) => spanOf(a).start - spanOf(b).start);
    const before = duties.findLast((each) => spanOf(each).start < span.start);
    const after = duties.find((each) => spanOf(each).start >= span.start);
    return { ...(before ? { before } : {}), ...(after ? { after } : {}) };
  };
}

export function spanOf(duty: NearDuty): Shift['span'] {
  return 'shift' in duty ? duty.shift.span : duty.fixed.span;
}
