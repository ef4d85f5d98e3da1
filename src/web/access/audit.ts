/** The audit trail on a page and as a file: of one unit, or of the whole installation. */

import { listAccounts } from '../../app/access/edit-accounts.ts';
import { listUnitMembers } from '../../app/access/edit-members.ts';
import { listOwnUnits } from '../../app/access/list-own-units.ts';
import { exportAudit, readAudit } from '../../app/access/read-audit.ts';
import type { App } from '../../app/app.ts';
import type { Visitor } from '../../domain/account.ts';
import { inside, stamp } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { fileReply } from '../kit/file-reply.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { auditPath } from '../paths/access.ts';

function unitOf(visit: Visit): { readonly unitId?: string } {
  const unitId = visit.param('unit');
  return unitId === '' ? {} : { unitId };
}

export async function showAudit(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  const { unitId } = unitOf(visit);
  const before = Number(visit.query.get('before'));
  const page = Number.isSafeInteger(before) && before > 0 ? { before } : {};
  const entries = await readAudit(app, visitor, { ...unitOf(visit), ...page });
  const units = await listOwnUnits(app, visitor);
  const unit = units.find((each) => each.unitId === unitId)?.name ?? '';
  const title =
    unitId === undefined ? visit.say('access.audit.whole-title') : visit.say('access.audit.title', { unit });
  const names = await namesOf(app, visitor, unitId);
  const last = entries.at(-1)?.number ?? 1;
  return {
    kind: 'page',
    view: 'access/audit',
    title,
    unitName: unit,
    model: {
      title,
      csv: `${auditPath(unitId)}.csv`,
      older: last > 1 ? `${auditPath(unitId)}?before=${last}` : '',
      entries: entries.map((entry) => ({
        at: stamp(visit, deps, entry.at),
        // What is no account is a command, such as `rota load`.
        actor: names.get(entry.actor) ?? entry.actor,
        action: visit.say(`audit.${entry.action}`),
        subject: entry.subject,
        details: Object.entries(entry.details)
          .map(([name, value]) => `${name} ${value}`)
          .join(' · '),
        address: entry.address ?? '',
      })),
    },
  };
}

/** Only of who reads the trail anyway: members of the unit, or every account for an operator. */
async function namesOf(app: App, visitor: Visitor, unitId?: string): Promise<ReadonlyMap<string, string>> {
  if (visitor.account.operator) {
    return new Map((await listAccounts(app, visitor)).map(({ id, name }) => [id, name]));
  }
  if (unitId === undefined) return new Map();
  const { members } = await listUnitMembers(app, visitor, unitId);
  return new Map(members.map(({ account }) => [account.id, account.name]));
}

export async function exportAuditFile(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  const parts: string[] = [];
  for await (const part of exportAudit(app, visitor, unitOf(visit))) parts.push(part);
  return fileReply({ content: parts.join(''), mediaType: 'text/csv; charset=utf-8', fileName: 'audit.csv' });
}
