/** What a route is: a method, a path pattern and the page that answers. */

import type { WebDeps } from './deps.ts';
import type { Reply, Visit } from './visit.ts';

export type Show = (visit: Visit, deps: WebDeps) => Promise<Reply>;

export interface Route {
  readonly method: 'get';
  /** As Express 5 reads paths. */
  readonly path: string;
  readonly show: Show;
}
