/** What lies on the disk: room, who may read it, backups. */

import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Config } from '../../config.ts';
import { listBackups, parseBackupName } from '../../store/backup.ts';
import { networkKindOf } from '../../store/server-lock.ts';
import { type Finding, finding } from './finding.ts';

const MB = 1024 * 1024;
/** A backup beside the database must fit, and some days' writing. */
const HEED_MB = 2048;
const LEAST_MB = 256;

/** Of the disk that the database is on. */
export function diskFinding(databasePath: string): Finding {
  const { bavail, bsize } = statfsSync(nearestFolder(dirname(databasePath)));
  const free = Math.floor((bavail * bsize) / MB);
  if (free < LEAST_MB) return finding('fault', 'disk', 'full', { free });
  return finding(free < HEED_MB ? 'heed' : 'fine', 'disk', free < HEED_MB ? 'low' : 'fine', { free });
}

function nearestFolder(folder: string): string {
  for (let at = folder; ; at = dirname(at)) if (statSync(at, { throwIfNoEntry: false })) return at;
}

/** SQLite's locks do not hold on network filesystems. */
export function filesystemFinding(databasePath: string): Finding {
  const kind = networkKindOf(databasePath);
  return kind === undefined
    ? finding('fine', 'filesystem', 'fine')
    : finding('fault', 'filesystem', 'network', { kind });
}

const OTHERS_BITS = 0o077;

/** Names, phones and the key are for the server's own account alone. */
export function modeFindings(databasePath: string): Finding[] {
  return [databasePath, `${databasePath}.key`].flatMap((path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return [];
    const open = (stat.mode & OTHERS_BITS) !== 0;
    return [
      finding(open ? 'fault' : 'fine', 'mode', open ? 'open' : 'fine', {
        path,
        mode: (stat.mode & 0o777).toString(8),
      }),
    ];
  });
}

const DAY_MS = 86_400_000;

/** @param now in milliseconds. */
export function backupFindings(
  {
    databasePath,
    backupFolder,
    backupRecipients,
  }: Pick<Config, 'databasePath' | 'backupFolder' | 'backupRecipients'>,
  now: number,
): Finding[] {
  const newest = parseBackupName(listBackups(backupFolder).at(-1) ?? '');
  if (newest === undefined) return [finding('fault', 'backup', 'none', { folder: backupFolder })];
  const days = Math.floor((now - newest) / DAY_MS);
  const age =
    days >= 2
      ? finding('fault', 'backup', 'old', { days, folder: backupFolder })
      : finding('fine', 'backup', 'fine');
  const beside = statSync(backupFolder).dev === statSync(nearestFolder(dirname(databasePath))).dev;
  return [
    age,
    ...(beside ? [finding('heed', 'backup', 'same-disk', { folder: backupFolder })] : []),
    backupRecipients.length > 0 ? finding('fine', 'backup', 'encrypted') : finding('heed', 'backup', 'plain'),
  ];
}
