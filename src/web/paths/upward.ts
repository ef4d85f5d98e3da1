/** Where a unit says on which installation its superior is. */

export function upwardPath(unitId: string, step: '' | 'end' = ''): string {
  return `/units/${encodeURIComponent(unitId)}/upward${step === '' ? '' : `/${step}`}`;
}
