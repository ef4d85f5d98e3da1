/** Whose word on people is taken beside the accounts of this installation: an identity provider, a directory. */

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { ROLES } from './domain/account.ts';

/** An organisation's own identity provider (OpenID Connect). */
export interface ProviderConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As people call it. */
  readonly name: string;
}

/** An organisation's directory (LDAP, Active Directory). */
export interface DirectoryConfig {
  readonly url: string;
  readonly startTls: boolean;
  /** Holds the certificates it is trusted by beside those that Node.js knows. */
  readonly caFile?: string;
  readonly name: string;
  readonly base: string;
  readonly user?: string;
  readonly secret?: string;
  readonly filter: string;
  readonly groupFilter: string;
  readonly personAttribute?: string;
  readonly map: DirectoryMap;
}

/** What groups of the directory are here, and whom a unit may take into its staff list. */
export interface DirectoryMap {
  readonly roles: readonly {
    readonly group: string;
    readonly unit: string;
    readonly role: (typeof ROLES)[number];
  }[];
  readonly people: readonly { readonly unit: string; readonly base?: string; readonly filter: string }[];
}

const ATTRIBUTE = /^[A-Za-z][A-Za-z0-9-]{0,63}$/;

/** One row a variable, as in `config.ts`. */
export const IDENTITY_SETTINGS = {
  ROTA_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  ROTA_OIDC_CLIENT: z.string().min(1).optional(),
  ROTA_OIDC_SECRET: z.string().min(1).optional(),
  ROTA_OIDC_NAME: z.string().trim().min(1).max(60).optional(),
  ROTA_LDAP: z.url({ protocol: /^ldaps?$/ }).optional(),
  ROTA_LDAP_NAME: z.string().trim().min(1).max(60).optional(),
  ROTA_LDAP_TLS: z.enum(['required', 'none']).default('required'),
  ROTA_LDAP_CA: z.string().min(1).optional(),
  ROTA_LDAP_BASE: z
    .string()
    .regex(/^\s*[A-Za-z0-9.]+\s*=/)
    .optional(),
  ROTA_LDAP_USER: z.string().min(1).optional(),
  ROTA_LDAP_SECRET: z.string().min(1).optional(),
  ROTA_LDAP_FILTER: z
    .string()
    .regex(/^\(.*\{name\}.*\)$/)
    .default('(|(uid={name})(sAMAccountName={name})(userPrincipalName={name}))'),
  ROTA_LDAP_GROUP_FILTER: z
    .string()
    .regex(/^\(.*\{(?:dn|name)\}.*\)$/)
    .default('(|(member={dn})(uniqueMember={dn})(memberUid={name}))'),
  ROTA_LDAP_PERSON: z.string().regex(ATTRIBUTE).optional(),
  ROTA_LDAP_MAP: z.string().min(1).optional(),
};

const MAP = z.strictObject({
  roles: z
    .array(z.strictObject({ group: z.string().regex(/=/), unit: z.string().min(1), role: z.enum(ROLES) }))
    .max(10_000)
    .default([]),
  people: z
    .array(
      z.strictObject({
        unit: z.string().min(1),
        base: z.exactOptional(z.string().regex(/=/)),
        filter: z
          .string()
          .regex(/^\(.*\)$/)
          .default('(objectClass=person)'),
      }),
    )
    .max(10_000)
    .default([]),
});

type Environment = Readonly<Record<string, string | undefined>>;
type Values = z.infer<z.ZodObject<typeof IDENTITY_SETTINGS>>;

const PROVIDER_NAMES = ['ROTA_OIDC_ISSUER', 'ROTA_OIDC_CLIENT', 'ROTA_OIDC_SECRET', 'ROTA_OIDC_NAME'];
const DIRECTORY_NAMES = ['ROTA_LDAP', 'ROTA_LDAP_NAME', 'ROTA_LDAP_BASE', 'ROTA_LDAP_MAP'];
const LOOPBACK = /^(?:http|ldap):\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?(\/|$)/;

/** All of it or nothing; and who someone is, and by what password, does not travel in plain. */
export function identityFaults(environment: Environment, root: string): string[] {
  const issuer = environment.ROTA_OIDC_ISSUER ?? 'https:';
  return [
    ...wholeFaults(environment, PROVIDER_NAMES),
    ...(issuer.startsWith('http:') && !LOOPBACK.test(issuer) ? ['ROTA_OIDC_ISSUER: https wanted'] : []),
    ...directoryFaults(environment, root),
  ];
}

function wholeFaults(environment: Environment, names: readonly string[]): string[] {
  const given = names.filter((name) => environment[name] !== undefined);
  const missing = given.length === 0 ? [] : names.filter((name) => !given.includes(name));
  return missing.map((name) => `${name}: missing beside ${given.join(', ')}`);
}

function directoryFaults(environment: Environment, root: string): string[] {
  const url = environment.ROTA_LDAP;
  const given = (name: string): boolean => environment[name] !== undefined;
  const lone = Object.keys(IDENTITY_SETTINGS).filter((name) => name.startsWith('ROTA_LDAP') && given(name));
  const ca = environment.ROTA_LDAP_CA;
  return [
    ...(url === undefined && lone.length > 0 ? [`ROTA_LDAP: missing beside ${lone.join(', ')}`] : []),
    ...(url === undefined ? [] : wholeFaults(environment, DIRECTORY_NAMES)),
    ...(given('ROTA_LDAP_USER') !== given('ROTA_LDAP_SECRET')
      ? ['ROTA_LDAP_USER: with ROTA_LDAP_SECRET or ROTA_LDAP_SECRET_FILE, or neither']
      : []),
    ...(url?.startsWith('ldap:') && environment.ROTA_LDAP_TLS === 'none' && !LOOPBACK.test(url)
      ? ['ROTA_LDAP_TLS=none: would send passwords in plain, perhaps required']
      : []),
    ...(url !== undefined && /^ldaps?:\/\/[^/?#]*[/?#]./.test(url)
      ? ['ROTA_LDAP: host and port alone, what is searched stands in ROTA_LDAP_BASE']
      : []),
    ...(ca === undefined ? [] : faultsOf('ROTA_LDAP_CA', () => readFileSync(resolve(root, ca), 'utf8'))),
    ...mapFaults(environment.ROTA_LDAP_MAP, root),
  ];
}

function mapFaults(path: string | undefined, root: string): string[] {
  return path === undefined ? [] : faultsOf('ROTA_LDAP_MAP', () => readMap(resolve(root, path)));
}

function readMap(path: string): DirectoryMap {
  return MAP.parse(JSON.parse(readFileSync(path, 'utf8')));
}

function faultsOf(name: string, read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof z.ZodError)
      return error.issues.map(({ path, message }) => `${name}: ${path.join('.')}: ${message}`);
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    return [`${name}: ${code ?? (error instanceof Error ? error.message : 'unreadable')}`];
  }
}

export function providerOf(values: Values): { readonly provider?: ProviderConfig } {
  const { ROTA_OIDC_ISSUER: issuer, ROTA_OIDC_CLIENT: clientId } = values;
  const { ROTA_OIDC_SECRET: clientSecret, ROTA_OIDC_NAME: name } = values;
  if (issuer === undefined || clientId === undefined) return {};
  if (clientSecret === undefined || name === undefined) return {};
  return { provider: { issuer, clientId, clientSecret, name } };
}

export function directoryOf(values: Values, root: string): { readonly directory?: DirectoryConfig } {
  const { ROTA_LDAP: url, ROTA_LDAP_NAME: name, ROTA_LDAP_BASE: base, ROTA_LDAP_MAP: map } = values;
  if (url === undefined || name === undefined || base === undefined || map === undefined) return {};
  const { ROTA_LDAP_CA: ca, ROTA_LDAP_USER: user, ROTA_LDAP_SECRET: secret } = values;
  const { ROTA_LDAP_PERSON: personAttribute } = values;
  const directory: DirectoryConfig = {
    url,
    startTls: url.startsWith('ldap:') && values.ROTA_LDAP_TLS === 'required',
    name,
    base: base.trim(),
    filter: values.ROTA_LDAP_FILTER,
    groupFilter: values.ROTA_LDAP_GROUP_FILTER,
    map: readMap(resolve(root, map)),
    ...(ca === undefined ? {} : { caFile: resolve(root, ca) }),
    ...(user === undefined || secret === undefined ? {} : { user, secret }),
    ...(personAttribute === undefined ? {} : { personAttribute }),
  };
  return { directory };
}
