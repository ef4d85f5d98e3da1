/** Where screens on walls look, and where a unit makes and ends their links. */

export function displaysPath(unitId: string, linkId?: string): string {
  const all = `/units/${encodeURIComponent(unitId)}/displays`;
  return linkId === undefined ? all : `${all}/${encodeURIComponent(linkId)}/end`;
}

export function displayPath(token: string): string {
  return `/wall/${encodeURIComponent(token)}`;
}

/** The screen of who is on duty in the units below. */
export function belowDisplayPath(token: string): string {
  return `${displayPath(token)}/below`;
}

/** Where the code on the wall leads. */
export function wallCodePath(unitId: string, code: string): string {
  return `/take/${encodeURIComponent(unitId)}/${encodeURIComponent(code)}`;
}
