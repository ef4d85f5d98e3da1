/** One backup a day, the newest so many kept: called at the start and every hour, it does what is due. */

import { join } from 'node:path';
import type { Instant } from '../calendar/interval.ts';
import {
  type BackupDatabase,
  type BackupFile,
  backupDatabase,
  backupName,
  listBackups,
  parseBackupName,
  rotateBackups,
} from '../store/backup.ts';
import { requireMachine } from './access/authorise.ts';
import type { App } from './app.ts';
import { record } from './record.ts';

export interface BackupKeeping {
  readonly databasePath: string;
  readonly folder: string;
  /** How many are kept; at least one. */
  readonly keep: number;
  /** For whom copies are encrypted; in plain when there is none. */
  readonly recipients?: readonly string[];
  /** How a copy is made, such as in another thread; here when absent. */
  readonly copy?: BackupDatabase;
}

/** Somewhat less than a day, so that an hourly call does not make the time of day wander. */
const DUE_AFTER_MS = 23.5 * 3_600_000;

/** The backup made; undefined when the newest is not a day old. Throws as `backupDatabase` does. */
export async function keepBackups(app: App, keeping: BackupKeeping): Promise<BackupFile | undefined> {
  const newest = parseBackupName(listBackups(keeping.folder).at(-1) ?? '');
  // A stamp from the future means that the clock was set back: then one is due as well.
  if (newest !== undefined && Math.abs(app.clock() - newest) < DUE_AFTER_MS) return undefined;
  return makeBackup(app, keeping, 'rota');
}

/** Now, due or not. */
export async function makeBackup(app: App, keeping: BackupKeeping, actor: string): Promise<BackupFile> {
  requireMachine(app);
  const { databasePath, folder, keep, recipients = [], copy = backupDatabase } = keeping;
  const encrypted = recipients.length > 0;
  const taken = listBackups(folder).map((each) => parseBackupName(each));
  const name = backupName(freeStamp(app.clock(), taken), encrypted);
  const backup = await copy(databasePath, join(folder, name), recipients);
  const rotated = rotateBackups(folder, keep);
  const details = {
    bytes: backup.bytes,
    sha256: backup.sha256,
    rotated: rotated.length,
    recipients: recipients.length,
  };
  await record(app.db, app, { actor, action: 'backup.make', unitId: '', subject: name }, details);
  return backup;
}

/** Names count seconds; of two backups in one second the later one is called after the next. */
function freeStamp(at: Instant, taken: readonly (Instant | undefined)[]): Instant {
  const second = (at - (at % 1000)) as Instant;
  return taken.includes(second) ? freeStamp((at + 1000) as Instant, taken) : second;
}
