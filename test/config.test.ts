/** The configuration: defaults, every row, and all faults at once. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../src/config.ts';
import { AppError } from '../src/kernel/app-error.ts';

function faultsOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment, '/srv');
  } catch (error) {
    if (error instanceof AppError) return String(error.params.faults).split('\n');
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('needs no variable at all, and is frozen', () => {
    const config = readConfig({ HOME: '/root', PATH: '/bin' }, '/srv');
    expect(config).toMatchObject({
      databasePath: '/srv/var/rota.db',
      publicUrl: 'http://127.0.0.1:8027',
      access: 'accounts',
      logLevel: 'info',
      solverMemoryMb: 2048,
      stopDelaySeconds: 0,
      backupFolder: '/srv/var/rota.db-backups',
      backupRecipients: [],
    });
    expect(config.metricsToken).toBeUndefined();
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('tells all faults together, each with its name', () => {
    const faults = faultsOf({
      ROTA_PORT: '99999',
      ROTA_URL: 'ftp://x',
      ROTA_WORKERS: '0',
      ROTA_ACCESS: 'closed',
      ROTA_LOG: 'loud',
      ROTA_AUDIT_DAYS: 'many',
    });
    const names = faults.map((fault) => fault.split('=')[0]);
    expect(names.sort()).toEqual([
      'ROTA_ACCESS',
      'ROTA_AUDIT_DAYS',
      'ROTA_LOG',
      'ROTA_PORT',
      'ROTA_URL',
      'ROTA_WORKERS',
    ]);
  });

  it('takes the address of a database in place of a file, and a key of its own', () => {
    const url = 'postgres://rota:secret@db.example/rota';
    const key = 'k'.repeat(43);
    expect(readConfig({ ROTA_DB: url, ROTA_KEY: key }, '/srv')).toMatchObject({
      databaseUrl: url,
      databasePath: '/srv/var/rota',
      backupFolder: '/srv/var/rota-backups',
      key: { text: key },
    });
    expect(
      readConfig({ ROTA_DB: 'postgres://rota@/rota?host=/run/postgresql' }, '/srv').databaseUrl,
    ).toBeDefined();
    expect(readConfig({ ROTA_KEY_FILE: 'a.key' }, '/srv').key).toEqual({ file: '/srv/a.key' });
    expect(readConfig({}, '/srv').databaseUrl).toBeUndefined();
    // On a file there is nobody else to search.
    expect(readConfig({ ROTA_DB: url, ROTA_WORKERS: '0' }, '/srv').solverWorkers).toBe(0);
    expect(faultsOf({ ROTA_DB: 'mysql://db/rota', ROTA_KEY: key, ROTA_KEY_FILE: 'b' })).toEqual([
      'ROTA_KEY_FILE: beside ROTA_KEY, one of them wanted',
      'ROTA_DB: mysql://… is no address of a database, perhaps postgres://user@host/name',
    ]);
    expect(faultsOf({ ROTA_KEY: 'short and secret' }).join()).not.toContain('short');
  });

  it('knows every name, and says which was meant', () => {
    expect(faultsOf({ ROTA_PROT: '80', ROTA_XYZZY_PLUGH: '1' })).toEqual([
      'ROTA_PROT: unknown, perhaps ROTA_PORT',
      'ROTA_XYZZY_PLUGH: unknown',
    ]);
  });

  it('wants an identity provider whole, and over TLS but on this machine', () => {
    const whole = {
      ROTA_OIDC_ISSUER: 'https://sso.lamgiang.example',
      ROTA_OIDC_CLIENT: 'lich-truc',
      ROTA_OIDC_SECRET: 'hush',
      ROTA_OIDC_NAME: 'SSO tỉnh',
    };
    expect(readConfig(whole, '/srv').provider).toEqual({
      issuer: 'https://sso.lamgiang.example',
      clientId: 'lich-truc',
      clientSecret: 'hush',
      name: 'SSO tỉnh',
    });
    const { ROTA_OIDC_SECRET: _, ...half } = whole;
    const [missing = ''] = faultsOf(half);
    expect(missing).toContain('ROTA_OIDC_SECRET: missing');
    expect(faultsOf({ ...whole, ROTA_OIDC_ISSUER: 'http://sso.lamgiang.example' })).toEqual([
      'ROTA_OIDC_ISSUER: https wanted',
    ]);
    expect(faultsOf({ ...whole, ROTA_OIDC_ISSUER: 'http://127.0.0.1:9999' })).toEqual([]);
  });

  it('wants a directory whole, encrypted but on this machine, with a list of groups it can read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rota-config-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'map.json'), '{"roles":[{"group":"cn=a,dc=b","unit":"u","role":"manager"}]}');
    writeFileSync(join(folder, 'odd.json'), '{"roles":[{"group":"a","unit":"u","role":"king"}],"rolles":[]}');
    const faults = (environment: Readonly<Record<string, string>>): string[] => {
      try {
        readConfig(environment, folder);
        return [];
      } catch (error) {
        return error instanceof AppError ? String(error.params.faults).split('\n') : [String(error)];
      }
    };
    const whole = {
      ROTA_LDAP: 'ldap://ad.lamgiang.example',
      ROTA_LDAP_NAME: 'Sở Y tế',
      ROTA_LDAP_BASE: 'dc=lamgiang,dc=example',
      ROTA_LDAP_MAP: 'map.json',
    };
    expect(readConfig(whole, folder).directory).toMatchObject({
      startTls: true,
      map: { roles: [{ group: 'cn=a,dc=b', unit: 'u', role: 'manager' }], people: [] },
    });
    const { ROTA_LDAP_NAME: _, ...half } = whole;
    expect(faults(half)).toEqual(['ROTA_LDAP_NAME: missing beside ROTA_LDAP, ROTA_LDAP_BASE, ROTA_LDAP_MAP']);
    expect(faults({ ROTA_SEAL_FILE: 'seal.p12', ROTA_SEAL_UNITS: 'u' })).toEqual([
      'ROTA_SEAL_SECRET: missing beside ROTA_SEAL_FILE, ROTA_SEAL_UNITS',
    ]);
    expect(faults({ ROTA_LDAP_PERSON: 'mail' })).toEqual(['ROTA_LDAP: missing beside ROTA_LDAP_PERSON']);
    expect(faults({ ...whole, ROTA_LDAP_USER: 'cn=a' })).toEqual([
      'ROTA_LDAP_USER: with ROTA_LDAP_SECRET or ROTA_LDAP_SECRET_FILE, or neither',
    ]);
    expect(faults({ ...whole, ROTA_LDAP_TLS: 'none' })).toEqual([
      'ROTA_LDAP_TLS=none: would send passwords in plain, perhaps required',
    ]);
    expect(faults({ ...whole, ROTA_LDAP: 'ldap://localhost:3389', ROTA_LDAP_TLS: 'none' })).toEqual([]);
    expect(faults({ ...whole, ROTA_LDAP_CA: 'none.pem' })).toEqual(['ROTA_LDAP_CA: ENOENT']);
    expect(faults({ ...whole, ROTA_LDAP_MAP: 'odd.json' }).map((each) => each.split(':')[1])).toEqual([
      ' roles.0.group',
      ' roles.0.role',
      ' ',
    ]);
  });

  it('reads secrets from files of their own, and tells one that is not there', () => {
    const root = mkdtempSync(join(tmpdir(), 'config-'));
    writeFileSync(join(root, 'metrics'), 'sixteen letters and more\n');
    expect(readConfig({ ROTA_METRICS_TOKEN_FILE: 'metrics' }, root).metricsToken).toBe(
      'sixteen letters and more',
    );
    writeFileSync(join(root, 'db'), 'postgres://truc:x@db.example/truc\n');
    expect(readConfig({ ROTA_DB_FILE: 'db' }, root).databaseUrl).toBe('postgres://truc:x@db.example/truc');
    expect(faultsOf({ ROTA_METRICS_TOKEN_FILE: '/nowhere/metrics' })).toEqual([
      'ROTA_METRICS_TOKEN_FILE="/nowhere/metrics": ENOENT',
    ]);
    expect(faultsOf({ ROTA_DB_FILE: join(root, 'db'), ROTA_DB: 'x.db' })).toEqual([
      'ROTA_DB_FILE: beside ROTA_DB, one of them wanted',
    ]);
    expect(faultsOf({ ROTA_METRICS_TOKEN_FIEL: 'x' })).toEqual([
      'ROTA_METRICS_TOKEN_FIEL: unknown, perhaps ROTA_METRICS_TOKEN_FILE',
    ]);
  });

  it.each(['https://truc.example/lich', 'https://truc.example/?a', 'https://truc.example/#a'])(
    'refuses the address %s: under a path links would lead beside the program',
    (url) => {
      expect(faultsOf({ ROTA_URL: url })).toEqual([
        `ROTA_URL="${url}": a name of its own wanted, without a path`,
      ]);
      expect(readConfig({ ROTA_URL: 'https://truc.example/' }, '/srv').publicUrl).toBe(
        'https://truc.example',
      );
    },
  );

  it('wants a mail server with a sender, a name with its secret, and no secret in plain', () => {
    const whole = {
      ROTA_SMTP: 'smtp://thu.lamgiang.example',
      ROTA_SMTP_FROM: 'Lịch trực <truc@lamgiang.example>',
      ROTA_SMTP_USER: 'truc',
      ROTA_SMTP_SECRET: 'mật',
    };
    expect(readConfig(whole, '/srv').mail).toEqual({
      host: 'thu.lamgiang.example',
      port: 587,
      tls: 'required',
      from: 'Lịch trực <truc@lamgiang.example>',
      user: 'truc',
      secret: 'mật',
    });
    const wrapped = { ...whole, ROTA_SMTP: 'smtps://[2001:db8::1]' };
    expect(readConfig(wrapped, '/srv').mail).toMatchObject({
      host: '2001:db8::1',
      port: 465,
      tls: 'wrapped',
    });
    expect(faultsOf({ ROTA_SMTP: 'smtp://x' })[0]).toContain('ROTA_SMTP_FROM: missing');
    expect(faultsOf({ ROTA_SMTP_FROM: 'a@b' })[0]).toContain('ROTA_SMTP: missing');
    const { ROTA_SMTP_USER: _, ...nameless } = whole;
    expect(faultsOf(nameless)[0]).toContain('ROTA_SMTP_USER');
    expect(faultsOf({ ...whole, ROTA_SMTP_TLS: 'none' })[0]).toContain('ROTA_SMTP_TLS=none');
    expect(faultsOf({ ROTA_SMTP: 'smtp://x', ROTA_SMTP_FROM: 'a@b\r\nBcc: c@d' })).toHaveLength(1);
  });

  it('does not repeat a secret', () => {
    const [fault = ''] = faultsOf({ ROTA_METRICS_TOKEN: 'short' });
    expect(fault).toMatch(/^ROTA_METRICS_TOKEN=/);
    expect(fault).not.toContain('short');
  });
});
