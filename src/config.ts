/** The server's configuration: environment variables, read once, frozen, every fault told together. */

import { resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from './kernel/app-error.ts';

export interface Config {
  /** SQLite file; its folder is made when missing. */
  readonly databasePath: string;
  readonly host: string;
  readonly port: number;
  /** Public address without a trailing slash, used in feeds, QR codes and printed sheets. */
  readonly publicUrl: string;
  /** True lets web hooks and calendar imports reach this machine and its network. */
  readonly privateAddresses: boolean;
  /** Worker threads for solving. */
  readonly solverWorkers: number;
  /** `open`: whoever reaches the server may do everything, so it listens to this machine only. `accounts`: sign-in. */
  readonly access: Access;
  /** Proxies whose word on a visitor's address is believed, as Express reads them. */
  readonly trustedProxies: string;
  /** Of this database alone: backups beyond those kept are deleted. */
  readonly backupFolder: string;
  /** Daily backups kept. */
  readonly backupsKept: number;
  readonly auditKeptDays: number;
}

export const ACCESSES = ['open', 'accounts'] as const;
export type Access = (typeof ACCESSES)[number];

/** One row a variable: its name, what a value must look like, and what stands when it is absent. */
const SCHEMA = z.object({
  ROTA_DB: z.string().min(1).default('var/rota.db'),
  ROTA_HOST: z.string().min(1).default('127.0.0.1'),
  ROTA_PORT: z.coerce.number().int().min(0).max(65535).default(8027),
  ROTA_URL: z.url({ protocol: /^https?$/ }).optional(),
  ROTA_PRIVATE_ADDRESSES: z.enum(['refuse', 'allow']).default('refuse'),
  ROTA_WORKERS: z.coerce.number().int().min(1).max(16).default(2),
  ROTA_ACCESS: z.enum(ACCESSES).default('accounts'),
  ROTA_TRUSTED_PROXIES: z.string().min(1).default('loopback'),
  ROTA_BACKUPS: z.string().min(1).optional(),
  ROTA_BACKUPS_KEPT: z.coerce.number().int().min(1).max(1000).default(14),
  ROTA_AUDIT_DAYS: z.coerce.number().int().min(30).max(36_500).default(730),
});

/** Throws `AppError('invalid', 'error.config')` whose `faults` parameter lists every bad variable. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, root: string): Config {
  const parsed = SCHEMA.safeParse(environment);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => {
      const name = path.join('.');
      return `${name}=${JSON.stringify(environment[name])}: ${message}`;
    });
    throw new AppError('invalid', 'error.config', { faults: faults.join('\n') });
  }
  const { ROTA_DB, ROTA_HOST, ROTA_PORT, ROTA_URL, ROTA_PRIVATE_ADDRESSES, ROTA_WORKERS, ...rest } =
    parsed.data;
  return Object.freeze({
    databasePath: resolve(root, ROTA_DB),
    host: ROTA_HOST,
    port: ROTA_PORT,
    publicUrl: (ROTA_URL ?? `http://${ROTA_HOST}:${ROTA_PORT}`).replace(/\/+$/, ''),
    privateAddresses: ROTA_PRIVATE_ADDRESSES === 'allow',
    solverWorkers: ROTA_WORKERS,
    access: rest.ROTA_ACCESS,
    trustedProxies: rest.ROTA_TRUSTED_PROXIES,
    backupFolder: resolve(root, rest.ROTA_BACKUPS ?? `${ROTA_DB}-backups`),
    backupsKept: rest.ROTA_BACKUPS_KEPT,
    auditKeptDays: rest.ROTA_AUDIT_DAYS,
  });
}
