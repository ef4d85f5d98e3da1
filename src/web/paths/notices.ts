/** Where a unit sees how its people are told, and where a mail leads. */

export const outboxPath = (
  unitId: string,
  step: '' | '/retry' | '/ways' | '/hook' | '/hook/end' | '/test' = '',
): string => `/units/${encodeURIComponent(unitId)}/notices${step}`;

export const receivedPath = (token: string): string => `/received/${encodeURIComponent(token)}`;
