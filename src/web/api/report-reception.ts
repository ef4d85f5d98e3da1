/** `POST /api/v1/orders/{order}/report`: as an answer comes, so does a report: the token, a bounded body, once under each key. */

import type { IncomingMessage } from 'node:http';
import type { App } from '../../app/app.ts';
import { takeMachineReport } from '../../app/reports/machine-report.ts';
import { formatTimestamp } from '../../calendar/zone.ts';
import { type OrderAbout, readSending, toldRefused } from './answer-reception.ts';
import type { Reception } from './json-body.ts';

export async function readReport(app: App, request: IncomingMessage, about: OrderAbout): Promise<Reception> {
  const sending = await readSending(app, request, about.orderId);
  if ('status' in sending) return sending;
  const taken = await takeMachineReport(app, sending);
  if (taken.kind !== 'taken') return toldRefused(taken);
  const { late, repeated } = taken;
  const receivedAt = formatTimestamp(taken.receivedAt, about.zone);
  return { kind: 'taken', taken: { order: about.orderId, receivedAt, late, repeated } };
}
