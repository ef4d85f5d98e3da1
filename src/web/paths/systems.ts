/** Where the systems a unit watches stand. */

import { unitPath } from './setup.ts';

export function systemsPath(unitId: string, done?: string): string {
  return `${unitPath(unitId)}/systems${done === undefined ? '' : `?${new URLSearchParams({ done })}`}`;
}

export function newSystemPath(unitId: string): string {
  return `${unitPath(unitId)}/systems/new`;
}

export function systemPath(unitId: string, systemId: string): string {
  return `${unitPath(unitId)}/systems/${encodeURIComponent(systemId)}`;
}

export function certificatesPath(unitId: string): string {
  return `${unitPath(unitId)}/systems/certificates`;
}

/** Which system was watched by whom. */
export function watchedHoursPath(unitId: string): string {
  return `${unitPath(unitId)}/watched-hours`;
}

export function watchedHoursFilePath(unitId: string, format: 'csv' | 'xlsx', query: URLSearchParams): string {
  return `${unitPath(unitId)}/watched-hours.${format}?${query}`;
}
