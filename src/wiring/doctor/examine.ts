/** Looks an installation over, while its server runs or not: what is wrong with it, in words. Nothing is changed. */

import { existsSync } from 'node:fs';
import type { Config } from '../../config.ts';
import { AppError } from '../../kernel/app-error.ts';
import { listAudit } from '../../store/audit-store.ts';
import { createIntegrity } from '../integrity.ts';
import { openConfigured } from '../open-app.ts';
import { type Finding, finding } from './finding.ts';
import { clockFinding, versionFinding, zonesFinding } from './program.ts';
import { addressFindings, mailFinding } from './reach.ts';
import { backupFindings, diskFinding, filesystemFinding, modeFindings } from './storage.ts';

export async function examine(config: Config, now: number): Promise<Finding[]> {
  const { databasePath, databaseUrl, publicUrl } = config;
  const begun = [versionFinding(process.versions.node), zonesFinding()];
  const reached = [...(await addressFindings(publicUrl, now)), await mailFinding(config)];
  // To open a database that is not there would make one.
  if (databaseUrl === undefined && !existsSync(databasePath))
    return [
      ...begun,
      diskFinding(databasePath),
      finding('fault', 'database', 'missing', { path: databasePath }),
      ...reached,
    ];
  const stored =
    databaseUrl === undefined
      ? [
          diskFinding(databasePath),
          filesystemFinding(databasePath),
          ...modeFindings(databasePath),
          ...backupFindings(config, now),
        ]
      : [finding('heed', 'backup', 'server')];
  return [...begun, ...stored, ...(await databaseFindings(config, now)), ...reached];
}

async function databaseFindings(config: Config, now: number): Promise<Finding[]> {
  const { databasePath, databaseUrl } = config;
  try {
    if (databaseUrl === undefined) await createIntegrity(databasePath).check();
    // Opening asks for the schema and for the key.
    const app = await openConfigured(config);
    try {
      const [newest] = await listAudit(app.db, {}, 1);
      return [finding('fine', 'database', 'fine'), clockFinding(now, newest?.at)];
    } finally {
      await app.close();
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [{ about: 'database', standing: 'fault', key: error.key, params: error.params }];
  }
}
