/** The one adapter to LDAP: a connection for one question, encrypted before anything is said, and its failures in a few words. */

import { isIP } from 'node:net';
import { rootCertificates } from 'node:tls';
import { Client, EqualityFilter, OrFilter, ResultCodeError } from 'ldapts';
import { AppError } from '../../kernel/app-error.ts';
import type { RawEntry } from './entry.ts';

export interface ConnectionSettings {
  /** `ldap://host:port` or `ldaps://…`. */
  readonly url: string;
  /** Of `ldap://`: plain only to this machine, which the configuration sees to. */
  readonly startTls: boolean;
  /** Certificates it is trusted by beside the usual ones, PEM. */
  readonly ca?: string;
  /** The distinguished name that searches, and its password; nameless where there is none. */
  readonly user?: string;
  readonly secret?: string;
}

/** Where a question went wrong; `directory.why.<reason>` tells it. */
export type DirectoryFault = 'connect' | 'tls' | 'account' | 'base' | 'other';

const CONNECT_MS = 5_000;
const ANSWER_MS = 10_000;
const ANSWER_SECONDS = ANSWER_MS / 1000;
/** Of the whole question, the handshake too. */
const WHOLE_MS = 20_000;

/** Bound as the account that searches. Rejects with `AppError('unavailable', 'directory.unreachable')`. */
export function asSearcher<T>(
  settings: ConnectionSettings,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const { user, secret } = settings;
  return connected(settings, async (client) => {
    if (user !== undefined && secret !== undefined) {
      await client.bind(user, secret).catch((cause: unknown) => {
        throw isRefusedBind(cause) ? unreachable('account', cause) : cause;
      });
    }
    return work(client);
  });
}

/** `expired`: it was right, and the directory wants another first. */
export type BindResult = 'right' | 'wrong' | 'expired';

/**
 * @param password never empty: a bind without one succeeds as nobody (RFC 4513, 5.1.2).
 * Rejects as `asSearcher` does.
 */
export function tryPassword(settings: ConnectionSettings, dn: string, password: string): Promise<BindResult> {
  if (password === '' || dn === '') return Promise.resolve('wrong');
  return connected(settings, async (client): Promise<BindResult> => {
    try {
      await client.bind(dn, password);
      return 'right';
    } catch (cause) {
      if (!isRefusedBind(cause)) throw cause;
      // Active Directory tells it only to who has the right password.
      return /\bdata (?:532|773)\b/.test(cause.message) ? 'expired' : 'wrong';
    }
  });
}

export interface Search {
  readonly base: string;
  /** As text; or any of the attributes with any of the values. */
  readonly filter: string | { readonly attributes: readonly string[]; readonly values: readonly string[] };
  readonly attributes: readonly string[];
  readonly octetAttributes?: readonly string[];
  readonly most: number;
}

/** Of the subtree; referrals are not followed: where they lead nobody here vouches for. */
export async function searchEntries(client: Client, search: Search): Promise<readonly RawEntry[]> {
  const { base, attributes, octetAttributes = [], most } = search;
  const { searchEntries: entries } = await client.search(base, {
    scope: 'sub',
    filter: typeof search.filter === 'string' ? search.filter : anyOf(search.filter),
    attributes: [...attributes],
    explicitBufferAttributes: [...octetAttributes],
    sizeLimit: most,
    timeLimit: ANSWER_SECONDS,
    ...(most > PAGE ? { paged: { pageSize: PAGE } } : {}),
  });
  return entries.slice(0, most);
}

/** Active Directory gives a thousand at once. */
const PAGE = 500;

/** Octets come and go as hexadecimal text. */
function anyOf({ attributes, values }: Exclude<Search['filter'], string>): OrFilter {
  return new OrFilter({
    filters: values.flatMap((value) =>
      attributes.map(
        (attribute) =>
          new EqualityFilter({
            attribute,
            value: attribute === 'objectGUID' ? Buffer.from(value, 'hex') : value,
          }),
      ),
    ),
  });
}

async function connected<T>(
  { url, startTls, ca }: ConnectionSettings,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  const tls = {
    host,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
    minVersion: 'TLSv1.2',
  } as const;
  const client = new Client({
    url,
    timeout: ANSWER_MS,
    connectTimeout: CONNECT_MS,
    ...(url.startsWith('ldaps:') ? { tlsOptions: tls } : {}),
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unreachable('connect', undefined)), WHOLE_MS);
  });
  const asked = (async () => {
    if (startTls) await client.startTLS(tls);
    return work(client);
  })();
  try {
    return await Promise.race([asked, late]);
  } catch (cause) {
    asked.catch(() => undefined);
    throw cause instanceof AppError ? cause : unreachable(reasonOf(cause), cause);
  } finally {
    clearTimeout(timer);
    await client.unbind().catch(() => undefined);
  }
}

/** RFC 4511, A.1: inappropriateAuthentication, invalidCredentials, unwillingToPerform. */
const REFUSED = [48, 49, 53];
const NO_SUCH_OBJECT = 32;

function isRefusedBind(cause: unknown): cause is ResultCodeError {
  return cause instanceof ResultCodeError && REFUSED.includes(cause.code);
}

function reasonOf(cause: unknown): DirectoryFault {
  if (cause instanceof ResultCodeError) return cause.code === NO_SUCH_OBJECT ? 'base' : 'other';
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return /CERT|TLS|SSL|SIGNATURE/.test(code) ? 'tls' : 'connect';
}

function unreachable(reason: DirectoryFault, cause: unknown): AppError {
  const error = new AppError('unavailable', 'directory.unreachable', { reason });
  error.cause = cause;
  return error;
}
