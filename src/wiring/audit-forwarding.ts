/** The job that sends the audit trail to a log server, when one is configured. */

import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { type ChainedEntry, forwardAudit } from '../app/access/forward-audit.ts';
import type { App } from '../app/app.ts';
import type { Config } from '../config.ts';
import type { AuditAction } from '../domain/audit.ts';
import { createSyslog, type LogLine } from '../net/syslog.ts';
import type { BackgroundJob } from './run-background.ts';

const FORWARDED_MS = 2_000;
/** Whoever watches should look at these. */
const WARNINGS: readonly AuditAction[] = [
  'session.refuse',
  'session.throttle',
  'audit.left-out',
  'audit.trim',
];

export interface AuditForwarding {
  readonly jobs: readonly BackgroundJob[];
  close(): void;
}

/** Throws when the file of certificates cannot be read. */
export function auditForwarding(app: App, { syslog }: Pick<Config, 'syslog'>): AuditForwarding {
  if (!syslog) return { jobs: [], close() {} };
  const { caFile, ...settings } = syslog;
  const ca = caFile === undefined ? {} : { ca: readFileSync(caFile, 'utf8') };
  const logServer = createSyslog({ ...settings, ...ca }, hostname());
  const run = (): Promise<unknown> => forwardAudit(app, (entries) => logServer.send(entries.map(lineOf)));
  return {
    jobs: [{ name: 'audit forwarding', everyMs: FORWARDED_MS, last: true, run }],
    close: () => logServer.close(),
  };
}

function lineOf(entry: ChainedEntry): LogLine {
  const { at, action } = entry;
  const json = { ...entry, at: new Date(at).toISOString() };
  return { at, severity: WARNINGS.includes(action) ? 4 : 5, kind: action, json };
}
