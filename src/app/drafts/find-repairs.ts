/**
 * Why a seat is empty and what would fill it: each repair is tried on the whole roster, first by seating one person, then
 * by a short search, and told only when a roster with fewer empty seats and no rule broken more was found.
 */

import { overlaps } from '../../calendar/interval.ts';
import { findConstraint } from '../../constraints/catalogue.ts';
import { check, type Violation } from '../../constraints/check.ts';
import { cellsOf, compile, rosterOf } from '../../constraints/compile.ts';
import type { Problem, Score } from '../../constraints/shapes.ts';
import type { Case } from '../../domain/case.ts';
import { isKeptLeave } from '../../domain/leave-kind.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import { byFit } from '../../domain/proposed-people.ts';
import { type Repair, repairCase } from '../../domain/repair.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Shift } from '../../domain/shift.ts';
import { AppError } from '../../kernel/app-error.ts';
import { ChangePricer } from '../../solver/change-pricer.ts';
import { mendProblem } from '../../solver/mend.ts';
import { findCase } from '../../store/case-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { planOf } from '../periods/get-plan.ts';
import type { Searches } from '../runs/searches.ts';
import type { StartSearch } from '../runs/solve-runs.ts';
import { openDraft } from './open-draft.ts';
import { type ShortageReason, shortageReasons } from './shortage-reasons.ts';
import { gapsOf, type Weighed, weighLevers } from './weigh-levers.ts';

export interface FoundRepair {
  readonly repair: Repair;
  /** Who would take the seat. */
  readonly staffId?: string;
  /** A roster that shows it, judged under the repaired inputs. */
  readonly roster: Roster;
  readonly plan: Plan;
  readonly score: Score;
  /** Seats that change besides the one that is filled. */
  readonly moved: number;
}

export interface Shortage {
  readonly plan: Plan;
  readonly shift: Shift;
  readonly missing: number;
  readonly revision: number;
  readonly roster: Roster;
  readonly reasons: readonly ShortageReason[];
  /** Of the whole period, in this roster. */
  readonly gaps: number;
  /** Other shifts that are short and whose people are kept from them by the very same things. */
  readonly alike: readonly Shift[];
  /** Fewest moves first; lowering what the post asks for comes last. */
  readonly repairs: readonly FoundRepair[];
}

/** With the rules that fill seats when lifted. */
export interface WeighedShortage extends Shortage {
  readonly weighed: Weighed;
}

/** So many of each kind are tried; more would not be read. */
const MOST_OF_A_KIND = 4;
const MOST_SEARCHES = 4;
/** A fifth of a second or so. */
const SEARCH = { kind: 'steps', moves: 150_000, nodes: 0 } as const;
/** Soft points for each seat that changes hands. */
const CHANGE_PRICE = 400;

interface Trial {
  readonly source: Case;
  readonly plan: Plan;
  readonly roster: Roster;
  readonly shift: Shift;
  readonly score: Score;
  /** Off the staff list by now: no leave of theirs can be moved, no seat be theirs. */
  readonly left?: ReadonlySet<string>;
}

/** Undefined when the shift is not short. Throws `not-found` without such a shift, `unavailable` when too many wait, and as `getPlan` does. */
export function findShortage(
  app: App,
  { search, repairs }: Pick<Searches, 'search' | 'repairs'>,
  asked: Asked,
): Promise<Shortage | undefined> {
  allow(app, 'draft.view', asked.key);
  return repairs(() => shortageNow(app, search, asked), app.origin?.address);
}

/** The same, and which rules are in the way in the whole period. */
export function weighShortage(
  app: App,
  { search, repairs }: Pick<Searches, 'search' | 'repairs'>,
  asked: Asked,
): Promise<WeighedShortage | undefined> {
  allow(app, 'draft.view', asked.key);
  const weighed = async (): Promise<WeighedShortage | undefined> => {
    const shortage = await shortageNow(app, search, asked);
    return shortage && { ...shortage, weighed: await weighLevers(search, shortage.plan, shortage.roster) };
  };
  return repairs(weighed, app.origin?.address);
}

interface Asked {
  readonly key: PeriodKey;
  readonly shiftId: string;
}

async function shortageNow(
  app: App,
  search: StartSearch,
  { key, shiftId }: Asked,
): Promise<Shortage | undefined> {
  const { plan, work, revision, left } = await openDraft(app, key);
  const shift = plan.shifts.find(({ id }) => id === shiftId);
  const source = await readOnly(app.db, (trx) => findCase(trx, key));
  if (!shift || !source) throw new AppError('not-found', 'editor.failure.no-seat', { seat: shiftId });
  const found = await shortageOf(app, search, { source, plan, roster: work.roster, shift, left });
  return found && { ...found, revision };
}

/** The same for a roster that need not be stored. */
export async function shortageOf(
  app: Pick<App, 'holidays'>,
  search: StartSearch,
  about: Omit<Trial, 'score'>,
): Promise<Omit<Shortage, 'revision'> | undefined> {
  const { plan, roster, shift } = about;
  const found = shortageReasons(plan, roster, shift);
  if (!found) return undefined;
  const trial = { ...about, score: check(plan, roster).score };
  const repairs = await proven(app, search, trial, repairsFor(found.reasons, trial));
  return { plan, shift, roster, ...found, gaps: gapsOf(plan, roster), repairs };
}

/** What might help, from the reasons: people of teams near the post first. */
function repairsFor(reasons: readonly ShortageReason[], trial: Trial): Repair[] {
  const { plan, shift, left = new Set() } = trial;
  const blockedBy = (constraint: string): readonly string[] =>
    reasons.filter((reason) => reason.constraint === constraint).flatMap(({ staffIds }) => staffIds);
  const limits = reasons.filter(({ constraint = '' }) => findConstraint(constraint)?.limit);
  const post = plan.posts.find(({ id }) => id === shift.postId);
  const missing = (id: string): number => {
    const skills = plan.staff.find((member) => member.id === id)?.skills ?? [];
    return (post?.skills ?? []).filter((skill) => !skills.includes(skill)).length;
  };
  const barred = new Set(blockedBy('qualified'));
  const unskilled = byFit(post?.tier ?? 'watch', plan.staff)
    .flatMap(({ id }) => (barred.has(id) && !left.has(id) ? [id] : []))
    .toSorted((a, b) => missing(a) - missing(b));
  const free = reasons.find(({ obstacle }) => obstacle === 'free')?.staffIds ?? [];
  if (free.length > 0) return free.slice(0, MOST_OF_A_KIND).map((staffId) => ({ kind: 'seat', staffId }));
  return [
    ...blockedBy('available')
      // Maternity and illness are nobody's to move.
      .filter((id) => !left.has(id) && !keptAway(plan, id, shift))
      .slice(0, MOST_OF_A_KIND)
      .map((staffId): Repair => ({ kind: 'leave', staffId })),
    ...limits.flatMap(({ rule }): Repair[] => (rule === undefined ? [] : [{ kind: 'limit', rule }])),
    ...unskilled.slice(0, MOST_OF_A_KIND).map((staffId): Repair => ({ kind: 'skill', staffId })),
    { kind: 'cover' },
  ];
}

async function proven(
  app: Pick<App, 'holidays'>,
  search: StartSearch,
  trial: Trial,
  repairs: readonly Repair[],
): Promise<FoundRepair[]> {
  const found: FoundRepair[] = [];
  let searches = 0;
  for (const repair of repairs) {
    const plan = planOf(app, repairCase(trial.source, repair, trial.shift));
    if (!plan.ok) continue;
    const away = trial.plan.leave.filter(({ staffId }) => trial.left?.has(staffId));
    const repaired = { ...plan.value, fixed: trial.plan.fixed, leave: [...plan.value.leave, ...away] };
    const direct = directly(trial, repaired, repair);
    const shown =
      direct ?? (searches++ < MOST_SEARCHES ? await bySearch(search, trial, repaired, repair) : undefined);
    if (shown) found.push(shown);
  }
  const last = (each: FoundRepair): number => (each.repair.kind === 'cover' ? 1 : 0);
  return found.sort((a, b) => last(a) - last(b) || a.moved - b.moved || a.score.soft - b.score.soft);
}

/** Seats the best person who may sit there; a lower cover needs nobody. */
function directly(trial: Trial, plan: Plan, repair: Repair): FoundRepair | undefined {
  const { roster, shift } = trial;
  if (repair.kind === 'cover') return judged(trial, { plan, roster, repair, moved: 0 });
  const pricer = new ChangePricer(compile(plan));
  pricer.seat(cellsOf(plan, roster));
  const index = plan.shifts.findIndex(({ id }) => id === shift.id);
  const best = pricer
    .candidates(index)
    .find(({ person, change }) => change.hard <= 0 && change.cover < 0 && isAbout(repair, plan, person));
  const staffId = plan.staff[best?.person ?? -1]?.id;
  if (staffId === undefined) return undefined;
  const cells = [...cellsOf(plan, roster), (best?.person ?? 0) * plan.shifts.length + index];
  const filled = rosterOf(plan, Int32Array.from(cells).sort(), roster);
  return judged(trial, { plan, roster: filled, repair, moved: 0, staffId });
}

function isAbout(repair: Repair, plan: Plan, person: number): boolean {
  return !('staffId' in repair) || plan.staff[person]?.id === repair.staffId;
}

async function bySearch(
  search: StartSearch,
  trial: Trial,
  plan: Plan,
  repair: Repair,
): Promise<FoundRepair | undefined> {
  const start = cellsOf(plan, trial.roster);
  // A price on every new name, so that as few as possible change shifts for the sake of the one seat.
  const price = plan.shifts.map(() => CHANGE_PRICE);
  const problem = dearer(compile(plan), trial.shift, plan);
  const { cells } = await search(mendProblem(problem, { base: start, price }), {
    seed: 1,
    budget: SEARCH,
    start,
    onProgress: () => undefined,
  }).outcome;
  const known = new Set(start);
  const fresh = cells.filter((cell) => !known.has(cell));
  const roster = rosterOf(plan, cells, trial.roster);
  return judged(trial, { plan, roster, repair, moved: Math.max(0, fresh.length - 1) });
}

/** The shift's seats count twice: of rosters with as few empty seats, one that fills this one is looked for. */
function dearer(problem: Problem, { id }: Shift, { shifts }: Plan): Problem {
  const index = shifts.findIndex((shift) => shift.id === id);
  const terms = problem.counters.filter(
    ({ rule, blocks }) =>
      problem.rules[rule]?.constraint === 'cover-minimum' &&
      blocks.some((block) => block.shifts.includes(index)),
  );
  return { ...problem, counters: [...problem.counters, ...terms] };
}

/** The proof, by the referee under the repaired plan: this seat is filled, none opens, no hard rule is broken more. */
function judged(trial: Trial, shown: Omit<FoundRepair, 'score'>): FoundRepair | undefined {
  const { score, violations } = check(shown.plan, shown.roster);
  const before = emptySeats(check(trial.plan, trial.roster).violations);
  const after = emptySeats(violations);
  const isFilled = (after.get(trial.shift.id) ?? 0) < (before.get(trial.shift.id) ?? 0);
  const opens = [...after].some(([id, empty]) => empty > (before.get(id) ?? 0));
  return isFilled && !opens && score.hard <= trial.score.hard ? { ...shown, score } : undefined;
}

function emptySeats(violations: readonly Violation[]): Map<string, number> {
  const covers = violations.filter(({ constraint }) => constraint === 'cover-minimum');
  return new Map(covers.flatMap(({ shiftIds, amount }) => shiftIds.map((id) => [id, amount] as const)));
}

function keptAway({ leave }: Plan, staffId: string, { span }: Shift): boolean {
  return leave.some((each) => each.staffId === staffId && overlaps(each.span, span) && isKeptLeave(each));
}
