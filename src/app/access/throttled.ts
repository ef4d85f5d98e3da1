/** The refusal of those who must wait. */

import type { Instant } from '../../calendar/interval.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { App } from '../app.ts';

/** `too-many`, `error.access.throttled`, with the seconds to wait. */
export function throttled(app: App, retryAt: Instant): AppError {
  const seconds = Math.ceil((retryAt - app.clock()) / 1000);
  return new AppError('too-many', 'error.access.throttled', { seconds });
}
