/** Where units are made and set up. */

import { type Query, withQuery } from './query.ts';

export const UNITS_PATH = '/units';
export const NEW_UNIT_PATH = '/units/new';

/** The unit's own home page: what one may do there may differ from unit to unit. */
export const unitHomePath = (unitId: string): string => `/?${new URLSearchParams({ unit: unitId })}`;
export const unitSettingsPath = (unitId: string, query: Query = {}): string =>
  withQuery(`/units/${encodeURIComponent(unitId)}/settings`, query);
