/** The refusal of those who must wait. */

import type { Instant } from '../../calendar/interval.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { App } from '../app.ts';

/** `forbidden`, `error.access.throttled`, with the seconds to wait. */
export function throttled(app: App, retryAt: Instant): AppError {
  const seconds = Math.ceil((retryAt - app.clock()) / 1000);
  return new AppError('forbidden', 'error.access.throttled', { seconds });
}
