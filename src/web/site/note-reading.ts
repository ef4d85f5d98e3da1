/** Who read what about people: every file taken away, the pages with lists of telephones, the audit trail itself. */

import { noteInAudit } from '../../app/audit-notes.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Route } from '../kit/route.ts';
import type { Reply, Visit } from '../kit/visit.ts';

/** Nothing where nobody signs in: there is no one to tell of. */
export function noteReading(route: Route, visit: Visit, { app }: WebDeps, reply: Reply): void {
  if (!visit.visitor || route.method !== 'get' || !isAnswer(reply)) return;
  const what = reply.kind === 'bytes' ? 'file' : route.reads;
  if (what === undefined) return;
  noteInAudit(app, {
    actor: visit.actor,
    action: route.reads === 'audit' ? 'read.audit' : what === 'file' ? 'read.file' : 'read.people',
    unitId: visit.param('unit') === '' ? (visit.unit?.id ?? '') : visit.param('unit'),
    subject: visit.param('period') === '' ? visit.param('staff') : visit.param('period'),
    details: { page: route.path },
  });
}

function isAnswer(reply: Reply): boolean {
  return (reply.kind === 'page' || reply.kind === 'bytes') && (reply.status ?? 200) === 200;
}
