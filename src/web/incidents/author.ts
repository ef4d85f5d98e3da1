/** Who writes, and the key by which a form sent twice is written once. */

import { randomUUID } from 'node:crypto';
import type { Author } from '../../app/incidents/open-incident.ts';
import { AppError } from '../../kernel/app-error.ts';
import { ownStaffId } from '../kit/allowed.ts';
import type { Visit } from '../kit/visit.ts';

export function newKey(): string {
  return `incident:${randomUUID()}`;
}

export function authorOf(visit: Visit): Author {
  const unitId = visit.param('unit');
  const staffId = ownStaffId(visit, unitId);
  const key = visit.form.get('key') ?? '';
  return { unitId, key, actor: visit.actor, ...(staffId === undefined ? {} : { staffId }) };
}

/** Throws `not-found` for what is no number. */
export function incidentOf(visit: Visit): number {
  const number = Number(visit.param('incident'));
  if (!Number.isSafeInteger(number) || number < 1) throw new AppError('not-found', 'web.failure.no-page');
  return number;
}
