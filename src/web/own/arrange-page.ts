/** “Sắp xếp đổi ca”: whoever decides on swaps makes one for two others: whose shift, which, to whom, done. */

import { arrangeSwap, type SwapArranged } from '../../app/swaps/arrange-swap.ts';
import { findSwapOptions, type SwapOption } from '../../app/swaps/find-swap-options.ts';
import { showNewestVersions } from '../../app/versions/todays-versions.ts';
import { staffName } from '../../domain/staff-names.ts';
import { inListOrder } from '../../domain/staff-order.ts';
import { LEAST_NOTICE_MS } from '../../domain/swap.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { AppError } from '../../kernel/app-error.ts';
import { shiftWords } from '../../output/roster/shift-words.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { secondIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { arrangePath, unitSwapsPath } from '../paths/own.ts';
import { parseChoice, rowOf } from './ask-page.ts';
import { type OwnShift, ownShifts } from './next-shift.ts';
import { stopWords } from './swap-effect.ts';
import { noteOfSwap } from './swap-sides.ts';

const MOST_OPTIONS = 12;

interface Typed {
  readonly choice: string;
  readonly note: string;
  readonly fault: string;
}

export function showArrange(visit: Visit, deps: WebDeps): Promise<Reply> {
  return arrangePage(visit, deps, { choice: '', note: '', fault: '' });
}

export async function sendArrange(visit: Visit, deps: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const choice = visit.form.get('choice') ?? '';
  const note = visit.form.get('note') ?? '';
  const found = chosen(visit, await standing(deps, unitId));
  const { partnerId, otherShiftId } = parseChoice(choice) ?? {};
  if (!found || partnerId === undefined) {
    return arrangePage(visit, deps, { choice, note, fault: visit.say('swap.refusal.no-choice') });
  }
  const arranged = await arrangeSwap(deps.app, {
    key: { unitId, periodId: found.version.periodId },
    askerId: found.staffId,
    shiftId: found.shift.id,
    partnerId,
    ...(otherShiftId === undefined ? {} : { otherShiftId }),
    note,
    noteOf: noteOfSwap(deps.language),
    actor: visit.actor,
  });
  if (!('done' in arranged)) {
    return arrangePage(visit, deps, { choice, note, fault: whyNot(visit, arranged) });
  }
  const done = arranged.draft === 'apart' ? 'apart' : 'approved';
  return redirect(unitSwapsPath(unitId, { done, period: arranged.swap.periodId }));
}

function whyNot(visit: Visit, refused: Exclude<SwapArranged, { readonly done: true }>): string {
  if (refused.refusal !== 'breaks') return visit.say(`swap.refusal.${refused.refusal}`);
  return stopWords(visit, { done: false, ...refused });
}

async function standing({ app }: WebDeps, unitId: string): Promise<RosterVersion[]> {
  return (await showNewestVersions(app, unitId)).filter(({ withdrawn }) => !withdrawn);
}

type Chosen = OwnShift & { readonly staffId: string };

/** Undefined while the address says no shift, or one that is no longer there. */
function chosen({ query, now }: Visit, versions: readonly RosterVersion[]): Chosen | undefined {
  const staffId = query.get('person') ?? '';
  const found = comingOf(versions, staffId, now).find(({ shift }) => shift.id === query.get('shift'));
  return found && { ...found, staffId };
}

function comingOf(versions: readonly RosterVersion[], staffId: string, now: number): OwnShift[] {
  return ownShifts(versions, staffId).filter(({ shift }) => shift.span.start - now >= LEAST_NOTICE_MS);
}

async function arrangePage(visit: Visit, deps: WebDeps, typed: Typed): Promise<Reply> {
  const unitId = visit.param('unit');
  const versions = await standing(deps, unitId);
  const found = chosen(visit, versions);
  const title = visit.say('swap.arrange.title');
  const page = { title, back: unitSwapsPath(unitId), action: arrangePath(unitId) };
  const model = found
    ? { ...page, ...(await optionsFor(visit, deps, { unitId, found, typed })) }
    : { ...page, ...pickModel(visit, { unitId, versions }) };
  return {
    kind: 'page',
    view: found ? 'own/arrange' : 'own/arrange-pick',
    title,
    ...secondIf(typed.fault !== ''),
    model,
  };
}

/** Whose shift, then which: both by plain links and one list. */
function pickModel(
  visit: Visit,
  { unitId, versions }: { readonly unitId: string; readonly versions: readonly RosterVersion[] },
) {
  const person = visit.query.get('person') ?? '';
  const names = new Map<string, string>();
  for (const { plan, roster } of versions) {
    const standing = new Set(roster.assignments.map(({ staffId }) => staffId));
    for (const { id } of inListOrder(plan.staff, plan.unit.listOrder)) {
      if (standing.has(id)) names.set(id, staffName(plan.staff, id));
    }
  }
  return {
    people: [...names]
      .filter(([id]) => comingOf(versions, id, visit.now).length > 0)
      .map(([id, name]) => ({ id, name, chosen: id === person })),
    shifts: comingOf(versions, person, visit.now).map(({ version, shift }) => ({
      ...shiftWords(visit.language, version.plan, shift),
      href: arrangePath(unitId, { person, shift: shift.id }),
    })),
    person: names.get(person) ?? '',
  };
}

async function optionsFor(
  visit: Visit,
  deps: WebDeps,
  { unitId, found, typed }: { readonly unitId: string; readonly found: Chosen; readonly typed: Typed },
) {
  const { version, shift, staffId } = found;
  const options = await findSwapOptions(deps.app, { version, shiftId: shift.id, askerId: staffId });
  if (!options) throw new AppError('not-found', 'swap.failure.no-shift');
  const plan = { ...version.plan, staff: options.people };
  const row = rowOf(visit, { plan, given: shift.id }, { choice: typed.choice });
  const rows = (some: readonly SwapOption[]) => some.slice(0, MOST_OPTIONS).map(row);
  return {
    ...typed,
    back: arrangePath(unitId, { person: staffId }),
    action: arrangePath(unitId, { person: staffId, shift: shift.id }),
    shift: shiftWords(visit.language, plan, shift),
    name: staffName(plan.staff, staffId),
    exchanges: rows(options.exchanges),
    takers: rows(options.takers),
    giving: options.exchanges.length === 0 || typed.choice.startsWith('give'),
  };
}
