/**
 * Keeps other sites from posting in a visitor's name (OWASP CSRF prevention, "verify origin with standard headers"):
 * every POST must say that it comes from a page of ours. Browsers say so by themselves and pages cannot fake it.
 * The token of the session, which forms carry by `{{> form-token}}`, is looked at in `access/enter.ts`.
 */

export interface PostOrigin {
  readonly fetchSite: string | undefined;
  readonly origin: string | undefined;
  readonly host: string | undefined;
}

/** `Sec-Fetch-Site` where it is sent (secure pages and this machine), else `Origin`. Neither is a refusal. */
export function isOwnPost({ fetchSite, origin, host }: PostOrigin, publicUrl: string): boolean {
  if (fetchSite !== undefined) return fetchSite === 'same-origin';
  if (origin === undefined || origin === 'null') return false;
  return origin === new URL(publicUrl).origin || hostOf(origin) === host;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
