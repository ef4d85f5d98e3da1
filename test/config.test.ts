/** The configuration: defaults, every row, and all faults at once. */

import { describe, expect, it } from 'vitest';
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
      backupFolder: '/srv/var/rota.db-backups',
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

  it('knows every name, and says which was meant', () => {
    expect(faultsOf({ ROTA_PROT: '80', ROTA_XYZZY_PLUGH: '1' })).toEqual([
      'ROTA_PROT: unknown, perhaps ROTA_PORT',
      'ROTA_XYZZY_PLUGH: unknown',
    ]);
  });

  it('does not repeat a secret', () => {
    const [fault = ''] = faultsOf({ ROTA_METRICS_TOKEN: 'short' });
    expect(fault).toMatch(/^ROTA_METRICS_TOKEN=/);
    expect(fault).not.toContain('short');
  });
});
