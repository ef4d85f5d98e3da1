/** Conditional requests for one representation (RFC 9110 §13): whether the client already has it. */

export interface Validators {
  /** A strong entity tag with its quotes. */
  readonly etag: string;
  /** Milliseconds since 1970. */
  readonly lastModified: number;
}

export interface Conditions {
  readonly ifNoneMatch: string | undefined;
  readonly ifModifiedSince: string | undefined;
}

/** If-None-Match outranks If-Modified-Since (§13.2.2) and compares weakly (§13.1.2): lists, `*` and `W/` count. */
export function isNotModified({ etag, lastModified }: Validators, conditions: Conditions): boolean {
  const { ifNoneMatch, ifModifiedSince } = conditions;
  if (ifNoneMatch !== undefined) {
    // What nearly every reader sends: the one tag it was given.
    if (ifNoneMatch === etag) return true;
    if (ifNoneMatch.trim() === '*') return true;
    const tags = ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? [];
    return tags.some((tag) => tag.replace(/^W\//, '') === etag);
  }
  if (ifModifiedSince === undefined) return false;
  const since = Date.parse(ifModifiedSince);
  // HTTP dates have whole seconds.
  return Number.isFinite(since) && Math.floor(lastModified / 1000) * 1000 <= since;
}

/** `Sun, 06 Nov 1994 08:49:37 GMT` (§5.6.7). */
export function formatHttpDate(ms: number): string {
  return new Date(ms).toUTCString();
}
