/** The server's configuration: environment variables, read once, frozen, every fault told together. */

import { resolve } from 'node:path';
import { z } from 'zod';
import {
  type DirectoryConfig,
  directoryOf,
  IDENTITY_SETTINGS,
  identityFaults,
  type ProviderConfig,
  providerOf,
} from './config-identity.ts';
import { SEAL_SETTINGS, type SealConfig, sealFaults, sealOf } from './config-seal.ts';
import { AppError } from './kernel/app-error.ts';
import { isOrigin } from './kernel/loopback.ts';
import { nearest } from './kernel/nearest.ts';
import { FILED_SETTINGS, withSecretFiles } from './secret-files.ts';
import { isServer } from './store/database-place.ts';

export interface Config {
  /** SQLite file; its folder is made when missing. Of a database on a server, what the files beside it begin with. */
  readonly databasePath: string;
  /** `postgres://…`, with its password; absent where the database is a file. */
  readonly databaseUrl?: string;
  /** The key that seals secrets, or the file it stands in; absent where it stands beside the database. */
  readonly key?: { readonly text: string } | { readonly file: string };
  readonly host: string;
  readonly port: number;
  /** Public address without a trailing slash, used in feeds, QR codes and printed sheets. */
  readonly publicUrl: string;
  /** True lets web hooks and calendar imports reach this machine and its network. */
  readonly privateAddresses: boolean;
  /** Worker threads for solving; 0 where other processes on the database solve. */
  readonly solverWorkers: number;
  /** `open`: whoever reaches the server may do everything, so it listens to this machine only. `accounts`: sign-in. */
  readonly access: Access;
  /** Proxies whose word on a visitor's address is believed, as Express reads them. */
  readonly trustedProxies: string;
  /** Of this database alone: backups beyond those kept are deleted. */
  readonly backupFolder: string;
  /** Daily backups kept. */
  readonly backupsKept: number;
  /** `age1…`, for whom backups are encrypted; in plain when there is none. */
  readonly backupRecipients: readonly string[];
  readonly auditKeptDays: number;
  /** Where the audit trail is sent on to; absent where it stays here. */
  readonly syslog?: SyslogConfig;
  readonly logLevel: LogLevel;
  /** Whoever sends it may read `/metrics`; without one, this machine alone. */
  readonly metricsToken?: string;
  /** Absent where nobody signs in by an identity provider. */
  readonly provider?: ProviderConfig;
  /** Absent where nobody signs in by a directory. */
  readonly directory?: DirectoryConfig;
  /** Absent where nothing is sealed. */
  readonly seal?: SealConfig;
  /** Absent where no mail is sent. */
  readonly mail?: MailConfig;
  /** How long it goes on answering after it was told to stop, so that proxies see that it is not ready. */
  readonly stopDelaySeconds: number;
  /** Of a search's heap; beyond it that search ends and the server goes on. */
  readonly solverMemoryMb: number;
}

/** The organisation's own mail server. */
export interface MailConfig {
  readonly host: string;
  readonly port: number;
  readonly tls: 'wrapped' | 'required' | 'offered' | 'none';
  readonly from: string;
  readonly user?: string;
  readonly secret?: string;
}

/** A log server of the organisation. */
export interface SyslogConfig {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  /** Holds the certificates it is trusted by, in place of the system's. */
  readonly caFile?: string;
  readonly format: 'rfc5424' | 'json';
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const ACCESSES = ['open', 'accounts'] as const;
export type Access = (typeof ACCESSES)[number];

/** One row a variable: its name, what a value must look like, and what stands when it is absent. */
const SCHEMA = z.object({
  ROTA_DB: z.string().min(1).default('var/rota.db'),
  ROTA_KEY: z
    .string()
    .regex(/^[\w-]{43}$/)
    .optional(),
  ROTA_KEY_FILE: z.string().min(1).optional(),
  ROTA_HOST: z.string().min(1).default('127.0.0.1'),
  ROTA_PORT: z.coerce.number().int().min(0).max(65535).default(8027),
  ROTA_URL: z
    .url({ protocol: /^https?$/ })
    .refine(isOrigin, 'a name of its own wanted, without a path')
    .optional(),
  ROTA_PRIVATE_ADDRESSES: z.enum(['refuse', 'allow']).default('refuse'),
  ROTA_WORKERS: z.coerce.number().int().min(0).max(16).default(2),
  ROTA_ACCESS: z.enum(ACCESSES).default('accounts'),
  ROTA_TRUSTED_PROXIES: z.string().min(1).default('loopback'),
  ROTA_BACKUPS: z.string().min(1).optional(),
  ROTA_BACKUPS_KEPT: z.coerce.number().int().min(1).max(1000).default(14),
  ROTA_BACKUP_RECIPIENT: z
    .string()
    .regex(/^\s*age1[0-9a-z]+(\s*,\s*age1[0-9a-z]+)*\s*$/)
    .optional(),
  ROTA_AUDIT_DAYS: z.coerce.number().int().min(30).max(36_500).default(730),
  ROTA_SYSLOG: z.url({ protocol: /^(tcp|tls)$/ }).optional(),
  ROTA_SYSLOG_CA: z.string().min(1).optional(),
  ROTA_SYSLOG_FORMAT: z.enum(['rfc5424', 'json']).default('rfc5424'),
  ROTA_LOG: z.enum(LOG_LEVELS).default('info'),
  ROTA_METRICS_TOKEN: z.string().min(16).optional(),
  ROTA_SOLVER_MEMORY: z.coerce.number().int().min(64).max(65_536).default(2048),
  ROTA_STOP_DELAY: z.coerce.number().int().min(0).max(60).default(0),
  ROTA_SMTP: z.url({ protocol: /^smtps?$/ }).optional(),
  ROTA_SMTP_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/)
    .optional(),
  ROTA_SMTP_TLS: z.enum(['required', 'offered', 'none']).default('required'),
  ROTA_SMTP_USER: z.string().min(1).optional(),
  ROTA_SMTP_SECRET: z.string().min(1).optional(),
  ...IDENTITY_SETTINGS,
  ...SEAL_SETTINGS,
  /** Of the command line; read there. */
  ROTA_LANG: z.string().optional(),
});

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws `AppError('invalid', 'error.config')` whose `faults` parameter lists every bad or unknown variable. */
export function readConfig(given: Environment, root: string): Config {
  const { environment, faults: fileFaults } = withSecretFiles(given, root);
  const parsed = SCHEMA.safeParse(environment);
  const faults = [
    ...unknownNames(environment),
    ...identityFaults(environment, root),
    ...sealFaults(environment),
    ...mailFaults(environment),
    ...databaseFaults(environment),
    ...fileFaults,
    ...(parsed.success ? [] : valueFaults(parsed.error, environment)),
  ];
  if (!parsed.success || faults.length > 0) {
    throw new AppError('invalid', 'error.config', { faults: faults.join('\n') });
  }
  const { ROTA_DB, ROTA_HOST, ROTA_PORT, ROTA_URL, ROTA_PRIVATE_ADDRESSES, ROTA_WORKERS, ...rest } =
    parsed.data;
  return Object.freeze({
    ...databaseOf(parsed.data, root),
    host: ROTA_HOST,
    port: ROTA_PORT,
    publicUrl: (ROTA_URL ?? `http://${ROTA_HOST}:${ROTA_PORT}`).replace(/\/+$/, ''),
    privateAddresses: ROTA_PRIVATE_ADDRESSES === 'allow',
    solverWorkers: ROTA_WORKERS,
    access: rest.ROTA_ACCESS,
    trustedProxies: rest.ROTA_TRUSTED_PROXIES,
    backupFolder: resolve(
      root,
      rest.ROTA_BACKUPS ?? `${isServer(ROTA_DB) ? BESIDE_SERVER : ROTA_DB}-backups`,
    ),
    backupsKept: rest.ROTA_BACKUPS_KEPT,
    backupRecipients: rest.ROTA_BACKUP_RECIPIENT?.split(',').map((each) => each.trim()) ?? [],
    auditKeptDays: rest.ROTA_AUDIT_DAYS,
    logLevel: rest.ROTA_LOG,
    ...(rest.ROTA_METRICS_TOKEN === undefined ? {} : { metricsToken: rest.ROTA_METRICS_TOKEN }),
    solverMemoryMb: rest.ROTA_SOLVER_MEMORY,
    stopDelaySeconds: rest.ROTA_STOP_DELAY,
    ...syslogOf(parsed.data, root),
    ...providerOf(parsed.data),
    ...directoryOf(parsed.data, root),
    ...sealOf(parsed.data, root),
    ...mailOf(parsed.data),
  });
}

/** A misspelt name would leave what it was meant for at its default, without a word. */
function unknownNames(environment: Environment): string[] {
  const known = [...Object.keys(SCHEMA.shape), ...FILED_SETTINGS.map((name) => `${name}_FILE`)];
  return Object.keys(environment)
    .filter((name) => name.startsWith('ROTA_') && !known.includes(name))
    .map((name) => {
      const meant = nearest(name, known);
      return meant === undefined ? `${name}: unknown` : `${name}: unknown, perhaps ${meant}`;
    });
}

/** The value of a secret is not repeated. */
function valueFaults({ issues }: z.ZodError, environment: Environment): string[] {
  return issues.map(({ path, message }) => {
    const name = path.join('.');
    const value = /TOKEN|SECRET|KEY/.test(name) ? '…' : JSON.stringify(environment[name]);
    return `${name}=${value}: ${message}`;
  });
}

/** What stands beside a database that is a file elsewhere: the key that was made, the list of revocations. */
const BESIDE_SERVER = 'var/rota';

function databaseOf(
  { ROTA_DB: place, ROTA_KEY: text, ROTA_KEY_FILE: file }: z.infer<typeof SCHEMA>,
  root: string,
): Pick<Config, 'databasePath' | 'databaseUrl' | 'key'> {
  return {
    ...(isServer(place)
      ? { databasePath: resolve(root, BESIDE_SERVER), databaseUrl: place }
      : { databasePath: resolve(root, place) }),
    ...(text === undefined ? {} : { key: { text } }),
    ...(file === undefined ? {} : { key: { file: resolve(root, file) } }),
  };
}

const NO_WORKERS = 'ROTA_WORKERS=0: only beside rota worker, on PostgreSQL';

/** A place that looks like an address and is none would become a file of that name. */
function databaseFaults({ ROTA_DB: place = '', ...environment }: Environment): string[] {
  const both = environment.ROTA_KEY !== undefined && environment.ROTA_KEY_FILE !== undefined;
  const [scheme] = /^\w+:\/\//.exec(place) ?? [];
  return [
    ...(environment.ROTA_WORKERS === '0' && !isServer(place) ? [NO_WORKERS] : []),
    ...(both ? ['ROTA_KEY_FILE: beside ROTA_KEY, one of them wanted'] : []),
    ...(scheme !== undefined && (!isServer(place) || !URL.canParse(place.replace('@/', '@localhost/')))
      ? [`ROTA_DB: ${scheme}… is no address of a database, perhaps postgres://user@host/name`]
      : []),
  ];
}

/** A server and a sender, or neither; a name with its secret, or neither; and no secret over a wire in plain. */
function mailFaults(environment: Environment): string[] {
  const given = (name: string): boolean => environment[name] !== undefined;
  return [
    ...(given('ROTA_SMTP') && !given('ROTA_SMTP_FROM') ? ['ROTA_SMTP_FROM: missing beside ROTA_SMTP'] : []),
    ...(given('ROTA_SMTP_FROM') && !given('ROTA_SMTP') ? ['ROTA_SMTP: missing beside ROTA_SMTP_FROM'] : []),
    ...(given('ROTA_SMTP_USER') !== given('ROTA_SMTP_SECRET')
      ? ['ROTA_SMTP_USER: with ROTA_SMTP_SECRET or ROTA_SMTP_SECRET_FILE, or neither']
      : []),
    ...(given('ROTA_SMTP_USER') && environment.ROTA_SMTP_TLS === 'none'
      ? ['ROTA_SMTP_TLS=none: would send ROTA_SMTP_SECRET in plain, perhaps required']
      : []),
  ];
}

/** RFC 5425, 4.1; plain syslog over TCP has no port of its own and is mostly found here. */
const SYSLOG_PORTS = { 'tls:': 6514, 'tcp:': 514 } as const;

function syslogOf(
  { ROTA_SYSLOG: address, ROTA_SYSLOG_CA: ca, ROTA_SYSLOG_FORMAT: format }: z.infer<typeof SCHEMA>,
  root: string,
): { readonly syslog?: SyslogConfig } {
  if (address === undefined) return {};
  const { protocol, hostname, port } = new URL(address);
  const tls = protocol === 'tls:';
  const syslog: SyslogConfig = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? SYSLOG_PORTS[tls ? 'tls:' : 'tcp:'] : Number(port),
    tls,
    format,
    ...(ca === undefined ? {} : { caFile: resolve(root, ca) }),
  };
  return { syslog };
}

const SUBMISSION_PORT = 587;
/** TLS from the first octet (RFC 8314, 3.3). */
const WRAPPED_PORT = 465;

function mailOf(values: z.infer<typeof SCHEMA>): { readonly mail?: MailConfig } {
  const { ROTA_SMTP: address, ROTA_SMTP_FROM: from, ROTA_SMTP_USER: user } = values;
  const { ROTA_SMTP_SECRET: secret } = values;
  if (address === undefined || from === undefined) return {};
  const { protocol, hostname, port } = new URL(address);
  const wrapped = protocol === 'smtps:';
  const mail: MailConfig = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (wrapped ? WRAPPED_PORT : SUBMISSION_PORT) : Number(port),
    tls: wrapped ? 'wrapped' : values.ROTA_SMTP_TLS,
    from,
    ...(user === undefined ? {} : { user }),
    ...(secret === undefined ? {} : { secret }),
  };
  return { mail };
}
