/** The body of `POST /api/v1/orders/{order}/report`: which report it is, who was on duty, what it says; nothing said is calm. */

import { z } from 'zod';
import type { Instant } from '../calendar/interval.ts';
import { parseInstant } from '../calendar/zone.ts';
import type { ReportText } from '../domain/duty-report.ts';

const MOST_TEXTS = 12;
const MOST_TOLD = 10;

export const reportBody = z.object({
  /** Id of a report the order asks for. */
  duty: z.string().min(1).max(100),
  /** The moment it is owed for; null because something arose. */
  due: z.iso.datetime({ offset: true }).nullable(),
  /** Who was on duty; empty: who leads by what was sent up. */
  signer: z.string().max(200).default(''),
  texts: z
    .array(z.object({ heading: z.string().max(400).default(''), text: z.string().max(4_000) }))
    .max(MOST_TEXTS),
});

export interface ReportBody {
  readonly dutyId: string;
  /** 0 because something arose. */
  readonly dueAt: Instant;
  readonly signer: string;
  readonly texts: readonly ReportText[];
}

export type ReportBodyRead =
  | { readonly ok: true; readonly report: ReportBody }
  /** By path: `texts.3.text: …`. */
  | { readonly ok: false; readonly wrong: readonly string[] };

export function parseReportBody(body: unknown): ReportBodyRead {
  const read = reportBody.safeParse(body);
  if (!read.success) {
    const { issues } = read.error;
    const wrong = issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
    return { ok: false, wrong: wrong.slice(0, MOST_TOLD) };
  }
  const { duty, due, signer, texts } = read.data;
  const dueAt = due === null ? (0 as Instant) : parseInstant(due, 'UTC');
  if (dueAt === undefined) return { ok: false, wrong: ['due: no such moment'] };
  return { ok: true, report: { dutyId: duty, dueAt, signer, texts } };
}
