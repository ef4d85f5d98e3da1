/** What a route is: a method, a path pattern, the page that answers, and what one must be allowed to do to see it. */

import type { Action } from '../../domain/permission.ts';
import type { WebDeps } from './deps.ts';
import type { Reply, Visit } from './visit.ts';

export type Show = (visit: Visit, deps: WebDeps) => Promise<Reply>;

/**
 * Where the action must be allowed, when the address names no unit: nowhere, since all may come; nowhere, but signed in;
 * in one unit at least; in the installation.
 */
export type Scope = 'anyone' | 'signed-in' | 'some-unit' | 'operator';

export interface Route {
  /** Only `post` changes anything. */
  readonly method: 'get' | 'post';
  /** As Express 5 reads paths. */
  readonly path: string;
  readonly show: Show;
  /** What one must be allowed to do; `access/admit.ts` asks before the page is shown. */
  readonly action?: Action;
  /** Also lets in whoever may do it only to what is one's own; the page asks again, naming the person. */
  readonly own?: true;
  /** Shows a list of people with their telephones, or the audit trail: who reads it is noted. Files are noted anyway. */
  readonly reads?: 'people' | 'audit';
  /** Only for addresses that name no unit and no period. */
  readonly scope?: Scope;
  /** Posted by programs, which say of no page that they come from it: a secret in the address is all they have. */
  readonly byProgram?: true;
  /** Takes a form with files (`multipart/form-data`) of at most so many bytes in all. */
  readonly mostUploadBytes?: number;
}
