/** Where a unit's page about personal data lives. */

export function personalDataPath(unitId: string, step: '' | 'answer' | 'breach' | 'told' = ''): string {
  return `/units/${encodeURIComponent(unitId)}/personal-data${step === '' ? '' : `/${step}`}`;
}
