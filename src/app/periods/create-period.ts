/** Makes a period ready to be filled: from posts and a profile of rules, from an earlier period, or as the unit stands. */

import type { Instant, Interval } from '../../calendar/interval.ts';
import { type ProfileId, profileOf } from '../../constraints/profiles.ts';
import { fitRules } from '../../constraints/rule-fit.ts';
import type { Case } from '../../domain/case.ts';
import type { Period, PeriodKey } from '../../domain/period.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { parsePosts } from '../../input/unit-file.ts';
import type { Parsed } from '../../kernel/fault.ts';
import { compareNames } from '../../kernel/names.ts';
import { freeSlug, slugOf } from '../../kernel/slug.ts';
import type { Database } from '../../store/database.ts';
import { listHolidays } from '../../store/holiday-store.ts';
import { listPeriodIds, savePeriod } from '../../store/period-store.ts';
import { replacePosts } from '../../store/post-store.ts';
import { saveRuleSet } from '../../store/rule-set-store.ts';
import { listStaff, replaceParticipants } from '../../store/staff-store.ts';
import { findStanding, saveStanding } from '../../store/standing-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { requireCase, requireUnit } from '../require.ts';
import { changeWithin } from '../staff/change-people.ts';
import { standingWithin } from '../standing/open-standing.ts';
import { planOf, servingItsHolidays } from './get-plan.ts';

export interface PeriodCreating {
  readonly unitId: string;
  readonly name: string;
  /** In order and apart; one of them is the whole span. */
  readonly spans: readonly [Interval, ...Interval[]];
  /** Keys of the holiday breaks it serves; none for an urgent rota. */
  readonly holidays: readonly string[];
  /** Its end moves on until someone lifts it. */
  readonly untilLifted?: true;
  readonly submitBy?: Instant;
  readonly wishesUntil?: Instant;
  readonly from: PeriodOrigin;
  readonly staffIds: readonly string[];
  /** Skills people are given with it, as their titles proposed and whoever makes it accepted. */
  readonly grants?: readonly SkillGrant[];
  readonly actor: string;
}

export interface SkillGrant {
  readonly skill: string;
  readonly staffIds: readonly string[];
}

export type PeriodOrigin =
  /** Posts written as in `unit.json`. */
  | { readonly kind: 'nothing'; readonly posts: readonly unknown[]; readonly profile: ProfileId }
  | { readonly kind: 'period'; readonly periodId: string; readonly postIds: readonly string[] }
  /** As the unit stands. */
  | {
      readonly kind: 'standing';
      readonly postIds: readonly string[];
      /** Posts besides, written as in `unit.json`. */
      readonly extra?: readonly unknown[];
    };

/** Refuses, with every fault, what no plan can be made from. Throws `not-found` without the unit or the earlier period. */
export async function createPeriod(app: App, creating: PeriodCreating): Promise<Parsed<PeriodKey>> {
  allow(app, 'period.edit', { unitId: creating.unitId });
  if (creating.grants?.length) allow(app, 'staff.edit', { unitId: creating.unitId });
  const { unitId, actor } = creating;
  return app.db.transaction().execute(async (trx): Promise<Parsed<PeriodKey>> => {
    const base = await originOf(trx, creating);
    if (!base.ok) return base;
    const fresh = servingItsHolidays(app, await freshCase(trx, creating, base.value));
    const plan = planOf(app, fresh);
    if (!plan.ok) return plan;
    for (const { skill, staffIds } of creating.grants ?? []) {
      const change = { kind: 'give-skill', text: skill } as const;
      await changeWithin(trx, app, { unitId, staffIds, change, actor });
    }
    const key = { unitId, periodId: fresh.period.id };
    await savePeriod(trx, unitId, fresh.period);
    await saveRuleSet(trx, key, fresh.ruleSet);
    await replacePosts(trx, key, fresh.posts);
    await replaceParticipants(
      trx,
      key,
      fresh.staff.map((member) => member.id),
    );
    if (!(await findStanding(trx, unitId))) await saveStanding(trx, unitId, fresh);
    const details = { staff: fresh.staff.length, posts: fresh.posts.length };
    await record(trx, app, { actor, action: 'period.create', unitId, subject: key.periodId }, details);
    return { ok: true, value: key, warnings: plan.warnings };
  });
}

type Origin = Pick<Case, 'posts' | 'ruleSet' | 'ledger'>;

async function originOf(trx: Database, { unitId, from }: PeriodCreating): Promise<Parsed<Origin>> {
  if (from.kind === 'nothing') {
    const posts = parsePosts(from.posts);
    if (!posts.ok) return posts;
    const value = { posts: posts.value, ruleSet: profileOf(from.profile), ledger: [] };
    return { ok: true, value, warnings: [] };
  }
  if (from.kind === 'standing') {
    const { standing } = await standingWithin(trx, unitId);
    const own = standing.posts.filter(({ id }) => from.postIds.includes(id));
    const extra = from.extra?.length ? parsePosts(from.extra) : undefined;
    if (extra && !extra.ok) return extra;
    const posts = [...own, ...(extra?.value ?? [])];
    return { ok: true, value: { posts, ruleSet: standing.ruleSet, ledger: [] }, warnings: [] };
  }
  const source = await requireCase(trx, { unitId, periodId: from.periodId });
  const posts = source.posts.filter(({ id }) => from.postIds.includes(id));
  return { ok: true, value: { posts, ruleSet: source.ruleSet, ledger: source.ledger }, warnings: [] };
}

/** The ledger is the unit's and read anew with each plan: here it changes no verdict. */
async function freshCase(trx: Database, creating: PeriodCreating, origin: Origin): Promise<Case> {
  const { unitId, staffIds } = creating;
  const unit = await requireUnit(trx, unitId);
  const staff = (await listStaff(trx, unitId))
    .filter(({ id }) => staffIds.includes(id))
    .map((member) => withGrants(member, creating.grants ?? []))
    .sort((a, b) => compareNames(a.name, b.name));
  const known = { staffIds: new Set(staff.map(({ id }) => id)), posts: origin.posts };
  const holidayOverrides = await listHolidays(trx, unitId);
  return {
    unit,
    ...origin,
    ruleSet: fitRules(origin.ruleSet, known).ruleSet,
    staff,
    period: await freshPeriod(trx, creating),
    availability: [],
    pins: [],
    past: [],
    ...(holidayOverrides.length > 0 ? { holidayOverrides } : {}),
  };
}

function withGrants(member: StaffMember, grants: readonly SkillGrant[]): StaffMember {
  const given = grants.filter(({ staffIds }) => staffIds.includes(member.id)).map(({ skill }) => skill);
  return { ...member, skills: [...new Set([...member.skills, ...given])] };
}

async function freshPeriod(trx: Database, creating: PeriodCreating): Promise<Period> {
  const { name, spans, holidays, untilLifted, submitBy, wishesUntil } = creating;
  const [first] = spans;
  const last = spans.at(-1) ?? first;
  // An address names no unit, so no two units may share an id.
  const taken = new Set(await listPeriodIds(trx));
  return {
    id: freeSlug(slugOf(name, { most: 60, fallback: 'period' }), taken),
    name,
    span: { start: first.start, end: last.end },
    ...(spans.length > 1 ? { parts: spans } : {}),
    holidays,
    ...(untilLifted === true ? { untilLifted } : {}),
    ...(submitBy === undefined ? {} : { submitBy }),
    ...(wishesUntil === undefined ? {} : { wishesUntil }),
  };
}
