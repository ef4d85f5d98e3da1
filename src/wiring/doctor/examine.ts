/** Looks an installation over, while its server runs or not: what is wrong with it, in words. Nothing is changed. */

import { existsSync } from 'node:fs';
import type { Config } from '../../config.ts';
import { AppError } from '../../kernel/app-error.ts';
import { type DatabaseState, readFileState, readServerState } from '../../store/database-state.ts';
import { SCHEMA_NUMBER } from '../../store/migration.ts';
import type { ServerNode } from '../../store/postgres/nodes.ts';
import { createIntegrity } from '../integrity.ts';
import { keyProof, readGivenKey } from '../sealing-key.ts';
import { directoryFindings } from './directory.ts';
import { type Finding, finding } from './finding.ts';
import { clockFinding, versionFinding, zonesFinding } from './program.ts';
import { addressFindings, mailFinding } from './reach.ts';
import { sealFindings } from './seal.ts';
import { backupFindings, diskFinding, filesystemFinding, modeFindings } from './storage.ts';

export async function examine(config: Config, now: number): Promise<Finding[]> {
  const { databasePath, databaseUrl, publicUrl } = config;
  const begun = [versionFinding(process.versions.node), zonesFinding()];
  const reached = [
    ...(await addressFindings(publicUrl, now)),
    await mailFinding(config),
    ...(await directoryFindings(config, now)),
    ...(await sealFindings(config, now)),
  ];
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
    const seen = await (databaseUrl === undefined
      ? readFileState(databasePath)
      : readServerState(databaseUrl));
    if (seen.schema === 0) return [finding('fault', 'database', 'empty')];
    return [
      schemaFinding(seen, SCHEMA_NUMBER),
      ...(seen.servers ? [serversFinding(seen.servers)] : []),
      keyFinding(config, seen),
      clockFinding(now, seen.newest),
    ];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [{ about: 'database', standing: 'fault', key: error.key, params: error.params }];
  }
}

/** @param known by this program. */
function schemaFinding(
  { schema: found, needed }: Pick<DatabaseState, 'schema' | 'needed'>,
  known: number,
): Finding {
  if (needed > known) return finding('fault', 'database', 'newer', { found, known });
  if (found > known) return finding('heed', 'database', 'expanded', { found, known });
  return found < known
    ? finding('heed', 'database', 'older', { found, known })
    : finding('fine', 'database', 'fine');
}

type Running = Pick<ServerNode, 'kind' | 'version' | 'isFirst'>;

/** Of two versions one is on its way out, or was forgotten. */
function serversFinding(running: readonly Running[]): Finding {
  const servers = running.filter(({ kind }) => kind === 'serve');
  const versions = [...new Set(running.map(({ version }) => version))].sort();
  const params = {
    count: servers.length,
    workers: running.length - servers.length,
    versions: versions.join(', '),
  };
  if (servers.length === 0) return finding('heed', 'servers', 'none');
  if (!servers.some(({ isFirst }) => isFirst)) return finding('heed', 'servers', 'no-first', params);
  return versions.length > 1
    ? finding('heed', 'servers', 'mixed', params)
    : finding('fine', 'servers', 'fine', params);
}

/** The server makes a key where there is none: what is sealed with the one that was lost then stays shut. */
function keyFinding({ databasePath, key }: Config, { keyProof: made }: DatabaseState): Finding {
  const path = key === undefined ? `${databasePath}.key` : 'file' in key ? key.file : 'ROTA_KEY';
  if (key === undefined && !existsSync(path)) return finding('fault', 'key', 'missing', { path });
  const own = keyProof(key === undefined ? readGivenKey({ file: path }) : readGivenKey(key));
  return made !== undefined && made !== own
    ? finding('fault', 'key', 'other', { path })
    : finding('fine', 'key', 'fine');
}
