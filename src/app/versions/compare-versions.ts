/** What changed between two published versions of a period. */

import type { PeriodKey } from '../../domain/period.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { type VersionDifference, versionDifference } from '../../domain/version-difference.ts';
import { AppError } from '../../kernel/app-error.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { findVersion } from './find-version.ts';

export interface VersionComparison extends VersionDifference {
  readonly before: RosterVersion;
  readonly after: RosterVersion;
}

/** Throws `not-found` when there is no version of either number. */
export async function compareVersions(
  app: App,
  key: PeriodKey,
  numbers: { readonly before: number; readonly after: number },
): Promise<VersionComparison> {
  allow(app, 'draft.view', key);
  const before = await existing(app, key, numbers.before);
  const after = await existing(app, key, numbers.after);
  return { before, after, ...versionDifference(before, after) };
}

async function existing(app: App, key: PeriodKey, number: number): Promise<RosterVersion> {
  const version = await findVersion(app, key, number);
  if (!version) throw new AppError('not-found', 'error.version.missing', { period: key.periodId, number });
  return version;
}
