/** Where the systems a unit watches stand. */

import { withQuery } from './query.ts';
import { unitPath } from './setup.ts';

export const systemsPath = (unitId: string, done?: string): string =>
  withQuery(`${unitPath(unitId)}/systems`, { done });
export const newSystemPath = (unitId: string): string => `${unitPath(unitId)}/systems/new`;
export const systemPath = (unitId: string, systemId: string): string =>
  `${unitPath(unitId)}/systems/${encodeURIComponent(systemId)}`;
export const certificatesPath = (unitId: string): string => `${unitPath(unitId)}/systems/certificates`;

/** Which system was watched by whom. */
export const watchedHoursPath = (unitId: string): string => `${unitPath(unitId)}/watched-hours`;
export const watchedHoursFilePath = (
  unitId: string,
  format: 'csv' | 'xlsx',
  query: URLSearchParams,
): string => `${unitPath(unitId)}/watched-hours.${format}?${query}`;
