/** Requests about personal data: asked by the person, answered by the unit, each with its clocks. */

import {
  type DataRequest,
  LONGEST_WORDS,
  type RequestClock,
  type RequestKind,
  requestClock,
} from '../../domain/data-request.ts';
import { AppError } from '../../kernel/app-error.ts';
import { insertDataRequest, listDataRequests, saveDataAnswer } from '../../store/data-request-store.ts';
import type { Database } from '../../store/database.ts';
import { listHolidays } from '../../store/holiday-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { findStaffMember } from '../../store/staff-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { record } from '../record.ts';
import { requireUnit } from '../require.ts';
import { newId } from '../secret-token.ts';
import type { Person } from './own-data.ts';

const MOST_LISTED = 500;
/** Open at a time, of one person. */
const MOST_OPEN = 10;

export type ClockedRequest = DataRequest & RequestClock;

export interface Asking extends Person {
  readonly kind: RequestKind;
  readonly words: string;
  readonly actor: string;
}

/** Throws `not-found`, `forbidden`; `conflict` for one too many that are open. */
export async function askDataRequest(
  app: App,
  { unitId, staffId, kind, words, actor }: Asking,
): Promise<void> {
  allow(app, 'swap.ask', { unitId, staffId });
  await app.db.transaction().execute(async (trx) => {
    if (!(await findStaffMember(trx, unitId, staffId))) {
      throw new AppError('not-found', 'error.staff.missing', { staff: staffId });
    }
    const open = (await listDataRequests(trx, { unitId, staffId }, MOST_LISTED)).filter(
      ({ doneAt }) => doneAt === undefined,
    );
    if (open.length >= MOST_OPEN)
      throw new AppError('conflict', 'error.data-request.too-many', { most: MOST_OPEN });
    const id = newId(app);
    const asked = { id, unitId, staffId, kind, words: words.trim().slice(0, LONGEST_WORDS), answer: '' };
    await insertDataRequest(trx, { ...asked, askedAt: app.clock() });
    await record(trx, app, { actor, action: 'data.request', unitId, subject: id }, { kind });
  });
}

/** One's own, newest first. Throws `not-found`, `forbidden`. */
export function listOwnDataRequests(app: App, { unitId, staffId }: Person): Promise<ClockedRequest[]> {
  allow(app, 'swap.ask', { unitId, staffId });
  return clocked(app, unitId, (trx) => listDataRequests(trx, { unitId, staffId }, MOST_LISTED));
}

/** Of the whole unit, newest first. Throws `not-found`, `forbidden`. */
export function listUnitDataRequests(app: App, unitId: string): Promise<ClockedRequest[]> {
  allow(app, 'staff.edit', { unitId });
  return clocked(app, unitId, (trx) => listDataRequests(trx, { unitId }, MOST_LISTED));
}

function clocked(
  app: App,
  unitId: string,
  read: (trx: Database) => Promise<DataRequest[]>,
): Promise<ClockedRequest[]> {
  return readOnly(app.db, async (trx) => {
    const unit = await requireUnit(trx, unitId);
    const holidays = { ...app.holidays, overrides: await listHolidays(trx, unitId) };
    return (await read(trx)).map((request) => ({
      ...request,
      ...requestClock(request, unit.zone, holidays),
    }));
  });
}

export interface Answering {
  readonly unitId: string;
  readonly id: string;
  readonly answer: string;
  /** What was asked is done, or refused for good. */
  readonly done: boolean;
  readonly actor: string;
}

/** Throws `forbidden`; `conflict` for one that is done already, or is not there. */
export async function answerDataRequest(app: App, { unitId, id, actor, ...given }: Answering): Promise<void> {
  allow(app, 'staff.edit', { unitId });
  await app.db.transaction().execute(async (trx) => {
    const answer = given.answer.trim().slice(0, LONGEST_WORDS);
    const saved = await saveDataAnswer(trx, { unitId, id }, { at: app.clock(), answer, done: given.done });
    if (!saved) throw new AppError('conflict', 'error.data-request.done');
    const details = { done: given.done ? 1 : 0 };
    await record(trx, app, { actor, action: 'data.answer', unitId, subject: id }, details);
  });
}
