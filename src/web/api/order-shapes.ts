/** Duty orders and answers as the API has them, field by field; promises as in `shapes.ts`. */

import { z } from 'zod';
import { answerBody } from '../../app/answers/machine-answer.ts';
import { reportBody } from '../../app/reports/machine-report.ts';
import { ANSWER_FITS } from '../../domain/answer-judgement.ts';
import { REPORT_MODES } from '../../domain/order.ts';
import { TIERS } from '../../domain/unit.ts';
import { NAMED_SHAPES, named } from './shapes.ts';

const text = z.string();
const moment = z.iso.datetime({ offset: true });
const whole = z.int().min(0);

const demand = named(
  'OrderDemand',
  z.strictObject({
    id: text,
    tier: z.enum(TIERS),
    name: text,
    /** Clock time of the order's zone, and how long from then on. */
    start: text,
    minutes: whole,
    least: whole,
    phone: z.boolean(),
  }),
);

const contact = z.strictObject({ name: text, phone: text.nullable() });

const report = named(
  'OrderReport',
  z.strictObject({
    id: text,
    mode: z.enum(REPORT_MODES),
    /** Of a daily one. */
    clock: text.nullable(),
    at: z.array(moment),
    withinMinutes: whole.nullable(),
    headings: z.array(text),
  }),
);

const order = named(
  'DutyOrder',
  z.strictObject({
    id: text,
    state: z.enum(['sent', 'lifted']),
    revision: whole,
    name: text,
    dispatchNumber: text,
    dispatchDay: z.iso.date().nullable(),
    superior: text,
    zone: text,
    firstDay: z.iso.date(),
    /** Null: until lifted. */
    lastDay: z.iso.date().nullable(),
    deadline: moment,
    sentAt: moment,
    changedAt: moment.nullable(),
    liftedAt: moment.nullable(),
    /** Kind and branch of the unit, as the order asks it. */
    kind: text,
    branch: text,
    demands: z.array(demand),
    systems: z.array(text),
    contacts: z.array(contact),
    reports: z.array(report),
    /** Number of the answer in force. */
    answered: whole.nullable(),
  }),
);

export const orders = named(
  'DutyOrders',
  z.strictObject({
    unit: z.strictObject({ id: text, name: text }),
    /** The unit's direct superior. */
    superior: text.nullable(),
    orders: z.array(order),
  }),
);

export const answerReceipt = named(
  'AnswerReceipt',
  z.strictObject({
    order: text,
    revision: whole,
    number: whole,
    receivedAt: moment,
    late: z.boolean(),
    fits: z.enum(ANSWER_FITS),
    askedMinutes: whole,
    shortMinutes: whole,
    phonesMissing: whole,
    gaps: z.array(
      z.strictObject({
        day: z.iso.date(),
        demand: text,
        start: moment,
        end: moment,
        held: whole,
        least: whole,
      }),
    ),
    /** The key had come before: nothing was taken once more. */
    repeated: z.boolean(),
  }),
);

export const reportReceipt = named(
  'ReportReceipt',
  z.strictObject({ order: text, receivedAt: moment, late: z.boolean(), repeated: z.boolean() }),
);

NAMED_SHAPES.add(answerBody, { id: 'Answer' });
NAMED_SHAPES.add(reportBody, { id: 'Report' });

export { answerBody, reportBody };

export type OrdersAnswer = z.output<typeof orders>;
export type ReceiptAnswer = z.output<typeof answerReceipt>;
