/** The organisation's seal: a certificate with its key, for digital signatures made here. */

import { resolve } from 'node:path';
import { z } from 'zod';

export interface SealConfig {
  /** PKCS#12. */
  readonly file: string;
  readonly secret: string;
  /** Ids of those whose letters it seals: a seal is one organisation's, an installation may hold several. */
  readonly units: readonly string[];
}

/** One row a variable, as in `config.ts`. */
export const SEAL_SETTINGS = {
  ROTA_SEAL_FILE: z.string().min(1).optional(),
  ROTA_SEAL_SECRET: z.string().min(1).optional(),
  ROTA_SEAL_UNITS: z.string().min(1).optional(),
};

type Environment = Readonly<Record<string, string | undefined>>;

/** All three or none. */
export function sealFaults(environment: Environment): string[] {
  const names = Object.keys(SEAL_SETTINGS);
  const given = names.filter((name) => environment[name] !== undefined);
  if (given.length === 0) return [];
  return names
    .filter((name) => !given.includes(name))
    .map((name) => `${name}: missing beside ${given.join(', ')}`);
}

export function sealOf(
  {
    ROTA_SEAL_FILE: file,
    ROTA_SEAL_SECRET: secret,
    ROTA_SEAL_UNITS: units,
  }: { readonly [N in keyof typeof SEAL_SETTINGS]?: string | undefined },
  root: string,
): { readonly seal?: SealConfig } {
  if (file === undefined || secret === undefined || units === undefined) return {};
  const ids = units.split(',').map((each) => each.trim());
  return { seal: { file: resolve(root, file), secret, units: ids.filter((each) => each !== '') } };
}
