/** Where a unit sees how its people are told, and where a mail leads. */

export function outboxPath(
  unitId: string,
  step: '' | '/retry' | '/ways' | '/hook' | '/hook/end' | '/test' = '',
): string {
  return `/units/${encodeURIComponent(unitId)}/notices${step}`;
}

export function receivedPath(token: string): string {
  return `/received/${encodeURIComponent(token)}`;
}
