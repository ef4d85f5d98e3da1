/** Answering by a private link: what its page is filled from, and what it sends. */

import type { Day } from '../../calendar/day.ts';
import type { AnswerDuty } from '../../domain/answer.ts';
import {
  type AnswerCell,
  cellName,
  cellsOf,
  dutiesOfCells,
  type FilledCell,
  filledFrom,
  type KnownAnswerPerson,
  peopleOfDuties,
} from '../../domain/answer-cells.ts';
import type { DayJudgement } from '../../domain/answer-judgement.ts';
import { daysOf, demandsFor, type Order, type OrderDemand } from '../../domain/order.ts';
import { AppError } from '../../kernel/app-error.ts';
import { normaliseName } from '../../kernel/names.ts';
import {
  type AnswerSummary,
  listAnswerDays,
  listAnswerDuties,
  listAnswers,
} from '../../store/answer-store.ts';
import { type AskedRow, listOrdersAsking } from '../../store/order-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { type OpenedLink, openAnswerLink } from '../orders/answer-links.ts';
import { attachedName } from '../orders/attached-file.ts';
import { type AnswerSent, sendAnswerWithin } from './send-answer.ts';

export interface AnswerSheet {
  readonly order: Order;
  readonly asked: AskedRow;
  readonly unitName: string;
  readonly days: readonly Day[];
  readonly demands: readonly OrderDemand[];
  readonly cells: readonly AnswerCell[];
  readonly filled: ReadonlyMap<string, FilledCell>;
  /** People of earlier answers, named by key. */
  readonly known: readonly KnownAnswerPerson[];
  /** Name of the order it was filled from; absent where nothing was. */
  readonly filledFrom?: string;
  /** Name of the file that goes with the order; empty for none. */
  readonly attached: string;
  /** What was last sent for this order, and what it lacks. */
  readonly sent?: AnswerSummary & { readonly judged: readonly DayJudgement[] };
}

type Closed = Extract<OpenedLink, { open: false }>;
export type OpenedSheet = { readonly open: true; readonly sheet: AnswerSheet } | Closed;

export async function openAnswerSheet(app: App, token: string): Promise<OpenedSheet> {
  const opened = await openAnswerLink(app, token);
  if (!opened.open) return opened;
  return { open: true, sheet: await readAnswerSheet(app, opened) };
}

/** What a unit's answer to an order is written from, whichever way. */
export async function readAnswerSheet(
  app: App,
  { order, asked }: { readonly order: Order; readonly asked: AskedRow },
): Promise<AnswerSheet> {
  const { db } = app;
  const days = daysOf(order, app.clock());
  const demands = demandsFor(order.content, asked.kind);
  const cells = cellsOf(days, demands);
  const answered = (await listOrdersAsking(db, asked.unitId)).filter(
    (each) => each.asked.answerId !== undefined,
  );
  const duties = await answeredDuties(db, answered);
  const source = answered.find((each) => each.order.id === order.id) ?? answered[0];
  const old = duties.get(source?.asked.answerId ?? 0) ?? [];
  const filled = filledFrom(cells, demands, { duties: old, zone: order.zone });
  const [sent] = await listAnswers(db, asked);
  return {
    ...{ order, asked, days, demands, cells },
    attached: await attachedName(app, order.id),
    unitName: (await findUnit(db, asked.unitId))?.name ?? '',
    filled: new Map(filled.map((cell) => [cellName(cell), cell])),
    known: peopleOfDuties([...duties.values()].flat()),
    ...(source ? { filledFrom: source.order.content.name } : {}),
    ...(sent ? { sent: { ...sent, judged: (await listAnswerDays(db, [sent.id])).get(sent.id) ?? [] } } : {}),
  };
}

/** By answer. What a person was called after a demand alone is no force of theirs: another order asks for something else. */
async function answeredDuties(
  db: App['db'],
  answered: Awaited<ReturnType<typeof listOrdersAsking>>,
): Promise<Map<number, AnswerDuty[]>> {
  const ids = answered.flatMap(({ asked: { answerId } }) => answerId ?? []);
  const parts = new Set(answered.flatMap(({ order }) => order.content.demands.map(({ name }) => name)));
  const all = await listAnswerDuties(db, ids);
  return new Map(
    [...all].map(([id, duties]) => [
      id,
      duties.map((duty) => (parts.has(duty.label) ? { ...duty, label: '' } : duty)),
    ]),
  );
}

/** One cell as the page sends it: somebody known, by key; or anybody, by name. */
export interface WrittenCell {
  readonly known: string;
  readonly name: string;
  readonly title: string;
  readonly phone: string;
  /** The force or firm they belong to; empty for none. */
  readonly label: string;
}

const MOST_LETTERS = 120;

/** @param written by the cell's name. */
function cellsWritten(sheet: AnswerSheet, written: ReadonlyMap<string, WrittenCell>): FilledCell[] {
  const known = new Map(sheet.known.map((person) => [person.key, person]));
  return sheet.cells.flatMap((cell) => {
    const given = written.get(cellName(cell));
    if (!given) return [];
    const name = cleaned(given.name);
    if (name !== '') {
      const [title, phone, label] = [given.title, given.phone, given.label].map(cleaned);
      return [{ ...cell, person: { name, title: title ?? '', phone: phone ?? '', label: label ?? '' } }];
    }
    const person = known.get(given.known);
    return person ? [{ ...cell, person }] : [];
  });
}

function cleaned(text: string): string {
  return normaliseName(text).slice(0, MOST_LETTERS);
}

/** Takes what there is, however little. Throws `not-found` for a link that opens nothing. */
export async function sendLinkAnswer(
  app: App,
  token: string,
  written: ReadonlyMap<string, WrittenCell>,
): Promise<AnswerSent> {
  const opened = await openAnswerLink(app, token);
  if (!opened.open) throw new AppError('not-found', 'answers.error.no-link');
  const sheet = await readAnswerSheet(app, opened);
  const { order, asked, demands } = sheet;
  const duties = dutiesOfCells(cellsWritten(sheet, written), demands, order.zone);
  return app.db
    .transaction()
    .execute((trx) =>
      sendAnswerWithin(trx, app, { order, asked, duties, source: 'link', actor: opened.link.id }),
    );
}
