/**
 * The bodies of `POST /api/v1/alerts`: Alertmanager's webhook (version 4), and a plain one for any other program. Each
 * becomes signals; what only says that the program is alive becomes none.
 */

import { z } from 'zod';
import type { AlertSignal } from '../domain/alert.ts';
import { normaliseName } from '../kernel/names.ts';

const MOST_SIGNALS = 1000;
const MOST_WORDS = 4000;

export interface AlertBody {
  /** Who spoke, where it says so. */
  readonly source?: string;
  readonly signals: readonly Omit<AlertSignal, 'source'>[];
}

const line = (most: number) => z.string().transform((text) => normaliseName(text).slice(0, most));
const words = z.record(z.string(), z.string());

const alertmanager = z.object({
  version: z.string(),
  receiver: z.string(),
  alerts: z
    .array(
      z.object({
        status: z.enum(['firing', 'resolved']),
        labels: words,
        annotations: words.optional(),
        fingerprint: z.string().min(1).max(200),
      }),
    )
    .max(MOST_SIGNALS),
});

const SEVERITIES = ['normal', 'warning', 'serious'] as const;

const signal = z.object({
  key: line(200).refine((key) => key !== ''),
  title: line(200).refine((title) => title !== ''),
  // Cut and never refused: an alert of many words is an alert.
  words: z
    .string()
    .default('')
    .transform((text) => text.slice(0, MOST_WORDS)),
  state: z.enum(['firing', 'resolved']).default('firing'),
  severity: z.enum(SEVERITIES).default('warning'),
  system: line(120).default(''),
});

const plain = z.object({
  source: line(80).optional(),
  alerts: z.array(signal).max(MOST_SIGNALS),
});

/** Undefined for what is neither; the paths of what is wrong are told beside. */
export function parseAlertBody(
  body: unknown,
):
  | { readonly ok: true; readonly value: AlertBody }
  | { readonly ok: false; readonly wrong: readonly string[] } {
  const isAlertmanager = typeof body === 'object' && body !== null && 'receiver' in body;
  if (isAlertmanager) {
    const read = alertmanager.safeParse(body);
    return read.success ? { ok: true, value: fromAlertmanager(read.data) } : wrongIn(read.error);
  }
  const read = plain.safeParse(body);
  if (!read.success) return wrongIn(read.error);
  const { source, alerts: signals } = read.data;
  return { ok: true, value: { signals, ...(source ? { source } : {}) } };
}

function wrongIn({ issues }: z.ZodError) {
  const wrong = issues.slice(0, 10).map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  return { ok: false as const, wrong };
}

/** Prometheus's always firing alert by which one hears that it is alive. */
const HEARTBEAT = 'Watchdog';
const SERIOUS = /^(critical|page|emergency|disaster|high|serious)$/iu;
const CALM = /^(info|none|normal)$/iu;

function fromAlertmanager({ alerts }: z.output<typeof alertmanager>): AlertBody {
  const signals = alerts
    .filter(({ labels }) => labels.alertname !== HEARTBEAT)
    .map(({ status, labels, annotations = {}, fingerprint }) => {
      const name = labels.alertname ?? '';
      const title = normaliseName(annotations.summary ?? name) || fingerprint;
      const severity = labels.severity ?? '';
      return {
        key: fingerprint,
        title: title.slice(0, 200),
        words: (annotations.description ?? '').slice(0, 1000),
        state: status,
        severity: SERIOUS.test(severity) ? 'serious' : CALM.test(severity) ? 'normal' : 'warning',
        system: normaliseName(labels.system ?? labels.instance ?? '').slice(0, 120),
      } as const;
    });
  return { source: 'Alertmanager', signals };
}
