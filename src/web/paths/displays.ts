/** Where screens on walls look, and where a unit makes and ends their links. */

export function displaysPath(unitId: string, linkId?: string): string {
  const all = `/units/${encodeURIComponent(unitId)}/displays`;
  return linkId === undefined ? all : `${all}/${encodeURIComponent(linkId)}/end`;
}

export const displayPath = (token: string): string => `/wall/${encodeURIComponent(token)}`;

/** The screen of who is on duty in the units below. */
export const belowDisplayPath = (token: string): string => `${displayPath(token)}/below`;

/** Where the code on the wall leads. */
export const wallCodePath = (unitId: string, code: string): string =>
  `/take/${encodeURIComponent(unitId)}/${encodeURIComponent(code)}`;
