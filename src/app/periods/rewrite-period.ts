/**
 * The one way posts, rules, people and span of a stored period change: whole or not at all, fitted to one another, and
 * nothing that people had said falls away before someone agreed.
 */

import { fitRules } from '../../constraints/rule-fit.ts';
import type { AuditAction } from '../../domain/audit.ts';
import { daysAround } from '../../domain/availability-line.ts';
import type { Case } from '../../domain/case.ts';
import { type FallenInputs, fitInputs } from '../../domain/input-fit.ts';
import type { PeriodKey } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Assignment } from '../../domain/roster.ts';
import { fitRoster } from '../../domain/roster-fit.ts';
import type { Rule } from '../../domain/rule-set.ts';
import { AppError, type Params } from '../../kernel/app-error.ts';
import type { Fault } from '../../kernel/fault.ts';
import { listLines } from '../../store/availability-store.ts';
import { replacePeriodParts } from '../../store/case-store.ts';
import type { Database } from '../../store/database.ts';
import { dropCertificate, findDraft } from '../../store/draft-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { ofPeriod, record } from '../record.ts';
import { requireCase } from '../require.ts';
import { stampOf } from '../stamp.ts';
import { planOf } from './get-plan.ts';

/** What would be lost, or was. */
export interface FallenAway extends FallenInputs {
  readonly rules: readonly Rule[];
  /** Seats of the draft whose shift or person is gone. */
  readonly seats: readonly Assignment[];
}

export interface PeriodRewriting {
  readonly key: PeriodKey;
  /** Gives the case as it should be, or every fault. */
  readonly change: (source: Case) => Case | readonly Fault[];
  /** What the change was made from, as `stampOf` had it; someone may have changed it since. */
  readonly seen?: { readonly stamp: string; readonly of: (source: Case) => unknown };
  /** What falls away was shown and may go. */
  readonly agreed: boolean;
  readonly action: AuditAction;
  readonly details: (source: Case) => Params;
  readonly actor: string;
}

/** `asks`: nothing was changed yet, since something would fall away. */
export type PeriodRewritten =
  | { readonly kind: 'saved' | 'asks'; readonly plan: Plan; readonly fallen: FallenAway }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] };

/** A draft stays, as far as it fits, but loses its certificate. Throws `not-found`; `conflict`, `error.period.moved-on`. */
export async function rewritePeriod(app: App, rewriting: PeriodRewriting): Promise<PeriodRewritten> {
  allow(app, 'period.edit', rewriting.key);
  const { key, change, seen } = rewriting;
  return app.db.transaction().execute(async (trx): Promise<PeriodRewritten> => {
    const before = await requireCase(trx, key);
    if (seen && stampOf(seen.of(before)) !== seen.stamp) {
      throw new AppError('conflict', 'error.period.moved-on', { period: before.period.name });
    }
    const wanted = change(before);
    if ('length' in wanted) return { kind: 'refused', faults: wanted };
    const fitted = fitCase(app, await withAvailability(trx, wanted));
    if ('length' in fitted) return { kind: 'refused', faults: fitted };
    const { source, plan, fallen } = fitted;
    const seats = await fallenSeats(trx, key, plan);
    const all = { ...fallen, seats };
    if (!rewriting.agreed && isAnything(all)) return { kind: 'asks', plan, fallen: all };
    await replacePeriodParts(trx, source);
    await dropCertificate(trx, key);
    const { actor, action, details } = rewriting;
    await record(trx, app, { actor, action, ...ofPeriod(key) }, details(source));
    return { kind: 'saved', plan, fallen: all };
  });
}

/** Other days or people: what these people have granted on those days. */
async function withAvailability(trx: Database, wanted: Case): Promise<Case> {
  const { unit, period, staff } = wanted;
  const lines = await listLines(trx, unit.id, {
    staffIds: staff.map(({ id }) => id),
    within: daysAround(period, unit.zone),
    state: 'granted',
  });
  return { ...wanted, availability: lines.map(({ entry }) => entry) };
}

export interface Fitted {
  readonly source: Case;
  readonly plan: Plan;
  readonly fallen: Omit<FallenAway, 'seats'>;
}

/** Pins, past duties and rules that mean nothing any more are left out and named. */
export function fitCase(app: App, wanted: Case): Fitted | readonly Fault[] {
  const staffIds = new Set(wanted.staff.map(({ id }) => id));
  const { ruleSet, dropped } = fitRules(wanted.ruleSet, { staffIds, posts: wanted.posts });
  const bare = planOf(app, { ...wanted, ruleSet, availability: [], pins: [], past: [] });
  if (!bare.ok) return bare.faults;
  const shiftIds = new Set(bare.value.shifts.map(({ id }) => id));
  const { source, fallen } = fitInputs({ ...wanted, ruleSet }, shiftIds);
  const plan = planOf(app, source);
  if (!plan.ok) return plan.faults;
  return { source, plan: plan.value, fallen: { ...fallen, rules: dropped } };
}

async function fallenSeats(trx: Database, key: PeriodKey, plan: Plan): Promise<readonly Assignment[]> {
  const draft = await findDraft(trx, key);
  return draft ? fitRoster(plan, draft.roster).dropped : [];
}

function isAnything({ pins, past, rules, seats }: FallenAway): boolean {
  return [pins, past, rules, seats].some((each) => each.length > 0);
}
