/** Posts or rules that stand for the unit from now on. Periods keep their copies until someone applies it to them. */

import type { Standing } from '../../domain/standing.ts';
import { parseRuleSet } from '../../input/rule-set-form.ts';
import { parsePosts } from '../../input/unit-file.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Fault } from '../../kernel/fault.ts';
import { listStaff } from '../../store/staff-store.ts';
import { saveStanding } from '../../store/standing-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import type { By } from '../availability/availability-access.ts';
import { stampOf } from '../stamp.ts';
import { recordStanding, type StandingPart, standingWithin } from './open-standing.ts';

export interface StandingSaving {
  readonly unitId: string;
  readonly part: StandingPart;
  /** Posts as in `unit.json`, all in order; or `{ profile, rules, points }`. */
  readonly written: unknown;
  /** Stamp of the part this was made from. */
  readonly seen: string;
  readonly by: By;
}

export type StandingSaved =
  | { readonly saved: true }
  | { readonly saved: false; readonly faults: readonly Fault[] };

/** Throws `not-found`, `forbidden`; `conflict`, `error.standing.moved-on`, when someone changed it since it was shown. */
export async function saveStandingPart(app: App, saving: StandingSaving): Promise<StandingSaved> {
  const { unitId, part, seen, by } = saving;
  allow(app, part === 'posts' ? 'period.edit' : 'rules.edit', { unitId });
  return app.db.transaction().execute(async (trx): Promise<StandingSaved> => {
    const { standing } = await standingWithin(trx, unitId);
    if (standingStamp(standing, part) !== seen) throw new AppError('conflict', 'error.standing.moved-on');
    const staffIds = new Set((await listStaff(trx, unitId)).map(({ id }) => id));
    const read = readPart(standing, staffIds, saving);
    if ('faults' in read) return { saved: false, faults: read.faults };
    await saveStanding(trx, unitId, read.standing);
    await recordStanding(trx, app, { by, part, unitId, subject: unitId }, read.standing);
    return { saved: true };
  });
}

/** What the stamp of a page about the part is taken of. */
export function standingStamp({ posts, ruleSet }: Standing, part: 'posts' | 'rules'): string {
  return stampOf(part === 'posts' ? posts : ruleSet);
}

type Read = { readonly standing: Standing } | { readonly faults: readonly Fault[] };

function readPart(
  standing: Standing,
  staffIds: ReadonlySet<string>,
  { part, written }: Pick<StandingSaving, 'part' | 'written'>,
): Read {
  if (part === 'posts') {
    const posts = parsePosts(Array.isArray(written) ? written : []);
    return posts.ok ? { standing: { ...standing, posts: posts.value } } : { faults: posts.faults };
  }
  const ruleSet = parseRuleSet(written, { staffIds, posts: standing.posts });
  return ruleSet.ok ? { standing: { ...standing, ruleSet: ruleSet.value } } : { faults: ruleSet.faults };
}
