/** What the posts of a unit look at from now on. */

import { EVERY_HOURS, type WatchCheck } from '../../domain/watch-check.ts';
import { AppError } from '../../kernel/app-error.ts';
import { listWatchChecks, saveWatchChecks } from '../../store/watch-check-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { newId } from '../secret-token.ts';

/** As the page hands it over: new where it has no id. */
export type CheckTyped = Omit<WatchCheck, 'id' | 'since'> & { readonly id?: string };

export interface ChecksSaving {
  readonly unitId: string;
  readonly checks: readonly CheckTyped[];
  readonly actor: string;
}

const MOST_CHECKS = 100;
const MOST_NAME = 200;
const MOST_MINUTES = 12 * 60;

/**
 * All of the unit's, in order. What is new, or asked at other times than before, is due from now on. Throws `not-found`, `forbidden`;
 * `invalid`, `error.check.…`: `name`, `times`, `limits`, `within`, `many`.
 */
export async function saveChecks(app: App, { unitId, checks, actor }: ChecksSaving): Promise<void> {
  allow(app, 'watch.edit', { unitId });
  if (checks.length > MOST_CHECKS) throw new AppError('invalid', 'error.check.many', { most: MOST_CHECKS });
  for (const check of checks) {
    const fault = faultOf(check);
    if (fault) throw new AppError('invalid', `error.check.${fault}`, { name: check.name });
  }
  await app.db.transaction().execute(async (trx) => {
    const before = new Map((await listWatchChecks(trx, unitId)).map((check) => [check.id, check]));
    const kept = checks.map((check): WatchCheck => {
      const known = check.id === undefined ? undefined : before.get(check.id);
      const same =
        known?.postId === check.postId && JSON.stringify(known.times) === JSON.stringify(check.times);
      return { ...check, id: known?.id ?? newId(app), since: same && known ? known.since : app.clock() };
    });
    await saveWatchChecks(trx, unitId, kept);
    const details = { checks: kept.length };
    await record(trx, app, { actor, action: 'checks.save', unitId, subject: unitId }, details);
  });
}

function faultOf({ name, times, asks, withinMinutes }: CheckTyped): string | undefined {
  if (name.trim() === '' || name.length > MOST_NAME) return 'name';
  if (times.kind === 'every' && !EVERY_HOURS.some((hours) => hours === times.hours)) return 'times';
  if (times.kind === 'clock') {
    if (times.times.length === 0 || times.times.length > 24) return 'times';
  }
  if (asks.kind === 'figure') {
    const { least, most } = asks;
    if ([least, most].some((each) => each !== undefined && !Number.isFinite(each))) return 'limits';
    if (least !== undefined && most !== undefined && least > most) return 'limits';
  }
  const right = Number.isInteger(withinMinutes) && withinMinutes >= 5 && withinMinutes <= MOST_MINUTES;
  return right ? undefined : 'within';
}
