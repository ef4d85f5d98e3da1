/** Where a unit says on which installation its superior is. */

export const upwardPath = (unitId: string, step: '' | 'end' = ''): string =>
  `/units/${encodeURIComponent(unitId)}/upward${step === '' ? '' : `/${step}`}`;
