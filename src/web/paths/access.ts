/** Where the pages of accounts live, and which of the addresses in a form is one of ours. */

export const SETUP_PATH = '/setup';
export const SIGN_IN_PATH = '/sign-in';
export const ACCOUNT_PATH = '/account';
export const PROVE_PATH = '/account/prove';
/** Away to the identity provider, and where it sends people back to. */
export const PROVIDER_PATH = '/sign-in/provider';
export const PROVIDER_RETURN_PATH = '/sign-in/provider/return';
export const PROVIDER_CODE_PATH = '/sign-in/provider/code';
export const PROVIDER_LINK_PATH = '/account/provider';
export const AUDIT_PATH = '/audit';

export function signInPath(next: string): string {
  return next === '/' ? SIGN_IN_PATH : `${SIGN_IN_PATH}?${new URLSearchParams({ next })}`;
}

export function provePath(next: string): string {
  return `${PROVE_PATH}?${new URLSearchParams({ next })}`;
}

export function joinPath(token: string): string {
  return `/join/${encodeURIComponent(token)}`;
}

export function membersPath(unitId: string): string {
  return `/units/${encodeURIComponent(unitId)}/members`;
}

/** Without a unit: the whole installation. */
export function auditPath(unitId?: string): string {
  return unitId === undefined ? AUDIT_PATH : `/units/${encodeURIComponent(unitId)}/audit`;
}

/** The path to go to afterwards, when it leads nowhere else: `//evil.example` and `/\evil.example` do (ASVS 5.0 3.7.2). */
export function innerPath(text: string | null): string {
  const path = text ?? '/';
  const here = 'http://here.invalid';
  if (!path.startsWith('/') || !URL.canParse(path, here)) return '/';
  const url = new URL(path, here);
  return url.origin === here ? `${url.pathname}${url.search}` : '/';
}

/** @param options `for` and what belongs to it, and `next`. */
export function providerPath(options: Readonly<Record<string, string>>): string {
  return `${PROVIDER_PATH}?${new URLSearchParams(options)}`;
}
