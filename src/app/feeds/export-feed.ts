/** A feed as a file to hand over, without a link of its own and so without phone numbers. */

import { dayOf, startOfDay } from '../../calendar/zone.ts';
import type { FeedOptions, FeedScope } from '../../domain/feed.ts';
import { AppError } from '../../kernel/app-error.ts';
import { renderFeed } from '../../output/calendar-feed.ts';
import { requireMachine } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requireUnit } from '../require.ts';
import { subjectOfFeed } from './feed-subject.ts';
import { gatherFeedPeriods } from './gather-feed-periods.ts';

export interface FeedExport {
  readonly unitId: string;
  readonly scope: FeedScope;
  readonly options: FeedOptions;
}

/** Throws `not-found` when there is no such unit, person or post. */
export async function exportFeed(app: App, { unitId, scope, options }: FeedExport): Promise<string> {
  requireMachine(app);
  const unit = await requireUnit(app.db, unitId);
  const subject = await subjectOfFeed(app.db, scope, unit);
  if (subject === undefined) throw missing(scope);
  const readAt = startOfDay(dayOf(app.clock(), unit.zone), unit.zone);
  const { periods } = await gatherFeedPeriods(app.db, unit, readAt);
  return renderFeed({ scope, subject, options, guarded: false, periods, readAt });
}

function missing(scope: FeedScope): AppError {
  return scope.kind === 'personal'
    ? new AppError('not-found', 'error.staff.missing', { staff: scope.staffId })
    : new AppError('not-found', 'error.post.missing', { post: scope.kind === 'post' ? scope.postId : '' });
}
