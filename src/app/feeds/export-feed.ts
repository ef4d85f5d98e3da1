/** A feed as a file to hand over, without a link of its own and so without phone numbers. */

import { dayOf, startOfDay } from '../../calendar/zone.ts';
import type { FeedOptions, FeedScope } from '../../domain/feed.ts';
import { AppError } from '../../kernel/app-error.ts';
import { renderFeed } from '../../output/calendar-feed.ts';
import { findPostName } from '../../store/post-store.ts';
import { findStaffMember } from '../../store/staff-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { gatherFeedPeriods } from './gather-feed-periods.ts';

export interface FeedExport {
  readonly unitId: string;
  readonly scope: FeedScope;
  readonly options: FeedOptions;
}

/** Throws `not-found` when there is no such unit, person or post. */
export async function exportFeed(app: App, { unitId, scope, options }: FeedExport): Promise<string> {
  const unit = await findUnit(app.db, unitId);
  if (!unit) throw new AppError('not-found', 'error.unit.missing', { unit: unitId });
  const subject = await subjectOf(app, unitId, scope);
  const readAt = startOfDay(dayOf(app.clock(), unit.zone), unit.zone);
  const { periods } = await gatherFeedPeriods(app.db, unit, readAt);
  return renderFeed({ scope, subject: subject ?? unit.name, options, guarded: false, periods, readAt });
}

async function subjectOf({ db }: App, unitId: string, scope: FeedScope): Promise<string | undefined> {
  if (scope.kind === 'personal') {
    const member = await findStaffMember(db, unitId, scope.staffId);
    if (!member) throw new AppError('not-found', 'error.staff.missing', { staff: scope.staffId });
    return member.name;
  }
  if (scope.kind !== 'post') return undefined;
  const name = await findPostName(db, unitId, scope.postId);
  if (name === undefined) throw new AppError('not-found', 'error.post.missing', { post: scope.postId });
  return name;
}
