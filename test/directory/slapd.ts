/** A directory for the length of a test: Debian's slapd on data of its own in a temporary folder, encrypted or not at all. */

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Attribute, Change, Client } from 'ldapts';
import { freePort } from '../bench/feeds/processes.ts';
import { pathOf } from '../programs.ts';

const CERTIFICATE = join(import.meta.dirname, '../net/certificate');
export const CA = readFileSync(join(CERTIFICATE, 'cert.pem'), 'utf8');

export const BASE = 'dc=lamgiang,dc=example';
export const SEARCHER = { user: `cn=tra-cuu,${BASE}`, secret: 'một bí mật chỉ để tra cứu' };
const KEEPER = { dn: `cn=keeper,${BASE}`, secret: 'keeper' };
export const PERSON_PASSWORD = 'Bốn con vịt xòe (7) *cái* ô';

/** What Active Directory says of people, as attributes an OpenLDAP entry may have. */
const AD_CLASS =
  "objectclass ( 1.3.6.1.4.1.4203.666.11.1 NAME 'adPerson' SUP top AUXILIARY MAY ( sAMAccountName $ userAccountControl $ accountExpires $ employeeNumber $ department ) )";

export interface Slapd {
  /** `ldap://`: takes passwords after StartTLS alone. */
  readonly plainUrl: string;
  /** Its certificate is not of this name. */
  readonly otherNameUrl: string;
  readonly tlsUrl: string;
  /** Replaces the attribute's values; none takes it away. */
  set(dn: string, attribute: string, values: readonly string[]): Promise<void>;
  remove(dn: string): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** For good: the folder goes too. */
  end(): Promise<void>;
}

/** @param ldif entries below the base. */
export async function startSlapd(ldif: string): Promise<Slapd> {
  const slapd = pathOf('slapd') ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'rota-slapd-'));
  const config = join(folder, 'slapd.conf');
  mkdirSync(join(folder, 'data'));
  writeFileSync(config, configOf(folder));
  execFileSync(slapd, ['-T', 'add', '-q', '-f', config], {
    input: `${ROOT_ENTRIES}\n${ldif}`,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const [plain, tls] = [await freePort(), await freePort()];
  const plainUrl = `ldap://127.0.0.1:${plain}`;
  const otherNameUrl = `ldap://127.0.0.2:${plain}`;
  const tlsUrl = `ldaps://127.0.0.1:${tls}`;
  let running: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    running = spawn(slapd, ['-d', '0', '-f', config, '-h', `${plainUrl} ${otherNameUrl} ${tlsUrl}`], {
      stdio: 'ignore',
    });
    await answers(tls);
  };
  const stop = async (): Promise<void> => {
    if (!running) return;
    const closed = once(running, 'close');
    running.kill();
    await closed;
    running = undefined;
  };
  const asKeeper = async (work: (client: Client) => Promise<void>): Promise<void> => {
    const client = new Client({ url: tlsUrl, tlsOptions: { ca: CA, host: '127.0.0.1' } });
    await client.bind(KEEPER.dn, KEEPER.secret);
    await work(client).finally(() => client.unbind());
  };
  await start();
  return {
    plainUrl,
    otherNameUrl,
    tlsUrl,
    start,
    stop,
    set: (dn, type, values) => {
      const modification = new Attribute({ type, values: [...values] });
      return asKeeper((client) => client.modify(dn, new Change({ operation: 'replace', modification })));
    },
    remove: (dn) => asKeeper((client) => client.del(dn)),
    end: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As a careful keeper has it: no password in plain, nobody reads without an account. */
function configOf(folder: string): string {
  const schemas = ['core', 'cosine', 'nis', 'inetorgperson', 'msuser'];
  return `${schemas.map((name) => `include /etc/ldap/schema/${name}.schema`).join('\n')}
${AD_CLASS}
modulepath /usr/lib/ldap
moduleload back_mdb
pidfile ${folder}/pid
TLSCertificateFile ${CERTIFICATE}/cert.pem
TLSCertificateKeyFile ${CERTIFICATE}/key.pem
security simple_bind=128
database mdb
suffix "${BASE}"
rootdn "${KEEPER.dn}"
rootpw ${KEEPER.secret}
directory ${folder}/data
maxsize 10485760
dbnosync
access to attrs=userPassword by anonymous auth by * none
access to * by dn.exact="${SEARCHER.user}" read by anonymous auth by * none
`;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const ROOT_ENTRIES = `dn: ${BASE}
objectClass: dcObject
objectClass: organization
dc: lamgiang
o: Lam Giang

dn: ${SEARCHER.user}
objectClass: organizationalRole
objectClass: simpleSecurityObject
cn: tra-cuu
userPassword:: ${base64(SEARCHER.secret)}

dn: ou=people,${BASE}
objectClass: organizationalUnit
ou: people

dn: ou=groups,${BASE}
objectClass: organizationalUnit
ou: groups
`;

export const personDn = (uid: string): string => `uid=${uid},ou=people,${BASE}`;
export const groupDn = (cn: string): string => `cn=${cn},ou=groups,${BASE}`;

/** Names and passwords as octets in base64 (RFC 2849). */
export function personLdif(uid: string, name: string, more: readonly string[] = []): string {
  return `dn: ${personDn(uid)}
objectClass: inetOrgPerson
objectClass: adPerson
uid: ${uid}
cn:: ${base64(name)}
sn:: ${base64(name)}
userPassword:: ${base64(PERSON_PASSWORD)}
${more.map((line) => `${line}\n`).join('')}
`;
}

export function groupLdif(cn: string, members: readonly string[]): string {
  return `dn: ${groupDn(cn)}
objectClass: groupOfNames
cn: ${cn}
${members.map((uid) => `member: ${personDn(uid)}\n`).join('')}
`;
}

async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const socket = connect(port, '127.0.0.1');
    const open = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (open) return;
    await setTimeout(50);
  }
  throw new Error('slapd does not answer');
}
