/** The version a period's address asks for: the newest, or the one that `?version=` names. */

import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { listVersions } from '../../app/versions/list-versions.ts';
import { readVersion } from '../../app/versions/read-version.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Visit } from '../kit/visit.ts';
import type { OpenVersion } from './period-bar.ts';

/** Throws `not-found` when there is no such period or version, `invalid` when the number is none. */
export async function openVersion(visit: Visit, { app }: WebDeps): Promise<OpenVersion> {
  const periodId = visit.param('period');
  const asked = visit.query.get('version');
  if (asked !== null && !/^[1-9]\d{0,8}$/.test(asked)) {
    throw new AppError('invalid', 'web.failure.version-number', { value: asked.slice(0, 40) });
  }
  const key = await resolvePeriod(app, periodId);
  const entries = await listVersions(app, key);
  const newest = entries.at(-1);
  if (!newest) throw new AppError('not-found', 'web.failure.no-period', { period: periodId.slice(0, 80) });
  const number = asked === null ? newest.number : Number(asked);
  const version = await readVersion(app, key, number);
  if (!version) throw new AppError('not-found', 'web.failure.no-version', { number, newest: newest.number });
  return { version, entries, pinnedNumber: number === newest.number ? undefined : number };
}
