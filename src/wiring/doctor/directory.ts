/** The organisation's directory: whether it answers, is trusted, takes the account that searches, and has what is searched. */

import type { Config } from '../../config.ts';
import { AppError } from '../../kernel/app-error.ts';
import { openDirectoryClient } from '../directory.ts';
import { type Finding, finding } from './finding.ts';

/** None where nobody signs in by one. */
export async function directoryFindings(
  { directory }: Pick<Config, 'directory'>,
  now: number,
): Promise<Finding[]> {
  if (!directory) return [];
  const { url, map } = directory;
  try {
    await openDirectoryClient({ directory }, () => now).greet();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [finding('fault', 'directory', String(error.params.reason), { url })];
  }
  const answers = finding('fine', 'directory', 'fine', { url });
  return map.roles.length === 0 ? [answers, finding('heed', 'directory', 'no-roles')] : [answers];
}
