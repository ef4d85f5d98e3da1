/**
 * Whether the Node.js at hand can run the program. Both entry files ask before they load anything else: under an older
 * one the database driver ends the process without a word.
 */

export const OLDEST_NODE = '22.14.0';

/** `version` as `process.versions.node` has it: `24.21.0`, `26.0.0-nightly…`. */
export function isNodeTooOld(version: string): boolean {
  return version.localeCompare(OLDEST_NODE, 'en', { numeric: true }) < 0;
}
