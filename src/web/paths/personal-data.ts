/** Where a unit's page about personal data lives. */

export const personalDataPath = (unitId: string, step: '' | 'answer' | 'breach' | 'told' = ''): string =>
  `/units/${encodeURIComponent(unitId)}/personal-data${step === '' ? '' : `/${step}`}`;
