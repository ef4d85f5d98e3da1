/** Where units are made and set up. */

export const UNITS_PATH = '/units';
export const NEW_UNIT_PATH = '/units/new';

/** The unit's own home page: what one may do there may differ from unit to unit. */
export function unitHomePath(unitId: string): string {
  return `/?${new URLSearchParams({ unit: unitId })}`;
}

export function unitSettingsPath(unitId: string, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `/units/${encodeURIComponent(unitId)}/settings${search === '' ? '' : `?${search}`}`;
}
