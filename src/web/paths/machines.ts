/** Where the pages about other programs live. */

export const API_PAGE_PATH = '/api';

export const machinesPath = (unitId: string): string => `/units/${encodeURIComponent(unitId)}/machines`;
export const tokensPath = (unitId: string): string => `${machinesPath(unitId)}/tokens`;
export const hooksPath = (unitId: string): string => `${machinesPath(unitId)}/hooks`;
