/**
 * Answering by a file: a sheet made for one unit and one order, and whatever list comes back, looked at before it is sent.
 * Through a private link or signed in, it is the same reading; nothing is written before it is sent whole.
 */

import type { AnswerPerson } from '../../domain/answer-cells.ts';
import type { Judgement } from '../../domain/answer-judgement.ts';
import { type AnswerTable, readAnswerTable } from '../../input/rosters/answer-table.ts';
import { AppError } from '../../kernel/app-error.ts';
import { listStaff } from '../../store/staff-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { openAnswerLink } from '../orders/answer-links.ts';
import { type OrderKey, requireAsked } from '../orders/order-access.ts';
import type { AskedTable } from '../staff/given-table.ts';
import { judgementOf } from './judge-anew.ts';
import { type AnswerSheet, readAnswerSheet } from './link-answer.ts';
import { type AnswerSent, sendAnswerWithin } from './send-answer.ts';

/** Who answers: whoever holds the link, or someone of the unit. */
export type AnswerWay = { readonly token: string } | (OrderKey & { readonly actor: string });

interface OpenedWay {
  readonly sheet: AnswerSheet;
  readonly people: readonly AnswerPerson[];
  readonly actor: string;
}

/** Throws `not-found`, `forbidden`. */
export async function openAnswerFile(app: App, way: AnswerWay): Promise<AnswerSheet> {
  return (await openWay(app, way)).sheet;
}

/** Through a link only people of earlier answers are known: it tells nothing of the unit's staff list. */
async function openWay(app: App, way: AnswerWay): Promise<OpenedWay> {
  if ('token' in way) {
    const opened = await openAnswerLink(app, way.token);
    if (!opened.open) throw new AppError('not-found', 'answers.error.no-link');
    const sheet = await readAnswerSheet(app, opened);
    return { sheet, people: sheet.known, actor: opened.link.id };
  }
  allow(app, 'answer.send', { unitId: way.unitId });
  const sheet = await readAnswerSheet(app, await requireAsked(app.db, way));
  const staff = (await listStaff(app.db, way.unitId)).map(({ name, title, phone, officePhone }) => ({
    ...{ name, title, phone: phone === '' ? officePhone : phone, label: '' },
  }));
  return { sheet, people: [...sheet.known, ...staff], actor: way.actor };
}

export interface FileAnswer {
  readonly sheet: AnswerSheet;
  readonly given: AskedTable;
  readonly table: AnswerTable;
  /** As it would be judged now. */
  readonly judgement: Judgement;
}

/** Throws as `openAnswerFile`. */
export async function previewFileAnswer(app: App, way: AnswerWay, given: AskedTable): Promise<FileAnswer> {
  return readFileAnswer(app, await openWay(app, way), given);
}

function readFileAnswer(app: App, { sheet, people }: OpenedWay, given: AskedTable): FileAnswer {
  const { order, asked, days, demands } = sheet;
  const { answers = new Map(), sheet: only } = given.asked;
  const table = readAnswerTable(given.book, { days, demands, zone: order.zone, people, answers }, only);
  return { sheet, given, table, judgement: judgementOf(order, asked, table.duties, app.clock()) };
}

export interface FileSending {
  readonly given: AskedTable;
  /** Of the order, as it was when the table was looked at. */
  readonly revision: number;
}

export type FileSent =
  | { readonly sent: true; readonly answer: AnswerSent }
  | { readonly sent: false; readonly reason: 'faults' | 'moved-on'; readonly shown: FileAnswer };

/** Whole or not at all: what is still asked is answered first. Throws as `openAnswerFile`; `conflict` once the order is lifted. */
export async function sendFileAnswer(
  app: App,
  way: AnswerWay,
  { given, revision }: FileSending,
): Promise<FileSent> {
  const opened = await openWay(app, way);
  const shown = readFileAnswer(app, opened, given);
  const { order, asked } = opened.sheet;
  if (order.revision !== revision) return { sent: false, reason: 'moved-on', shown };
  const { questions, duties } = shown.table;
  if (questions.length > 0 || duties.length === 0) return { sent: false, reason: 'faults', shown };
  const { actor } = opened;
  const answer = await app.db
    .transaction()
    .execute((trx) => sendAnswerWithin(trx, app, { order, asked, duties, source: 'file', actor }));
  return { sent: true, answer };
}
