/** Where the pages about other programs live. */

export const API_PAGE_PATH = '/api';

export function machinesPath(unitId: string): string {
  return `/units/${encodeURIComponent(unitId)}/machines`;
}

export function tokensPath(unitId: string): string {
  return `${machinesPath(unitId)}/tokens`;
}

export function hooksPath(unitId: string): string {
  return `${machinesPath(unitId)}/hooks`;
}
