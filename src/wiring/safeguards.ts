/** What of the machine's settings the page of the security level tells. */

import type { Safeguards } from '../app/access/safety-report.ts';
import type { Instant } from '../calendar/interval.ts';
import type { Config } from '../config.ts';
import { listBackups, parseBackupName } from '../store/backup.ts';

export function safeguardsOf(config: Config, clock: () => Instant): Safeguards {
  return {
    tls: config.publicUrl.startsWith('https:'),
    auditKeptDays: config.auditKeptDays,
    auditForwarded: config.syslog !== undefined,
    backupsEncrypted: config.backupRecipients.length > 0,
    backupAgeMs() {
      const newest = parseBackupName(listBackups(config.backupFolder).at(-1) ?? '');
      return newest === undefined ? undefined : Math.abs(clock() - newest);
    },
  };
}
