/** Where units are made and set up. */

export const NEW_UNIT_PATH = '/units/new';

export function unitSettingsPath(unitId: string, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `/units/${encodeURIComponent(unitId)}/settings${search === '' ? '' : `?${search}`}`;
}
