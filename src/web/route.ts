/** What a route is: a method, a path pattern, the page that answers, and what one must be allowed to do to see it. */

import type { Action } from '../domain/permission.ts';
import type { WebDeps } from './deps.ts';
import type { Reply, Visit } from './visit.ts';

export type Show = (visit: Visit, deps: WebDeps) => Promise<Reply>;

export interface Route {
  /** Only `post` changes anything. */
  readonly method: 'get' | 'post';
  /** As Express 5 reads paths. */
  readonly path: string;
  readonly show: Show;
  /** Asked of `WebDeps.admit` before the page is shown; absent for what anyone may see. */
  readonly action?: Action;
}
