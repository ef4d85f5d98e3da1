/** Settings that may stand in a file of their own instead of the environment: systemd's LoadCredential, Docker's secrets. */

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Each as `…_FILE`. The key has a file of its own kind. */
export const FILED_SETTINGS = [
  'ROTA_DB',
  'ROTA_SMTP_SECRET',
  'ROTA_OIDC_SECRET',
  'ROTA_LDAP_SECRET',
  'ROTA_SEAL_SECRET',
  'ROTA_METRICS_TOKEN',
] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** The environment with what the files hold in place of their names; a fault a line. */
export function withSecretFiles(
  environment: Environment,
  root: string,
): { readonly environment: Environment; readonly faults: readonly string[] } {
  const whole: Record<string, string | undefined> = { ...environment };
  const faults: string[] = [];
  for (const name of FILED_SETTINGS) {
    const named = `${name}_FILE`;
    const path = environment[named];
    if (path === undefined) continue;
    delete whole[named];
    if (environment[name] !== undefined) faults.push(`${named}: beside ${name}, one of them wanted`);
    try {
      whole[name] = readFileSync(resolve(root, path), 'utf8').trim();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
      faults.push(`${named}=${JSON.stringify(path)}: ${code}`);
    }
  }
  return { environment: whole, faults };
}
