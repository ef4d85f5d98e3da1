/** Where the pages of accounts live. */

export const SETUP_PATH = '/setup';
export const SIGN_IN_PATH = '/sign-in';
export const ACCOUNT_PATH = '/account';
/** Takes the account over to the directory's password. */
export const DIRECTORY_PATH = '/account/directory';
export const PROVE_PATH = '/account/prove';
/** Away to the identity provider, and where it sends people back to. */
export const PROVIDER_PATH = '/sign-in/provider';
export const PROVIDER_RETURN_PATH = '/sign-in/provider/return';
export const PROVIDER_CODE_PATH = '/sign-in/provider/code';
export const PROVIDER_LINK_PATH = '/account/provider';
export const PASSKEYS_PATH = '/account/passkeys';
export const PASSKEY_PATH = '/sign-in/passkey';
export const PROVE_KEY_PATH = '/account/prove/passkey';
export const SAFETY_PATH = '/safety';
export const AUDIT_PATH = '/audit';

export const signInPath = (next: string): string =>
  next === '/' ? SIGN_IN_PATH : `${SIGN_IN_PATH}?${new URLSearchParams({ next })}`;
export const provePath = (next: string): string => `${PROVE_PATH}?${new URLSearchParams({ next })}`;

/** What somebody sent and is still to be taken. */
export const heldPath = (id: string): string => `${ACCOUNT_PATH}/held/${encodeURIComponent(id)}`;
export const joinPath = (token: string): string => `/join/${encodeURIComponent(token)}`;
export const joinByDirectoryPath = (token: string): string => `${joinPath(token)}/directory`;
export const membersPath = (unitId: string): string => `/units/${encodeURIComponent(unitId)}/members`;

/** Without a unit: the whole installation. */
export const auditPath = (unitId?: string): string =>
  unitId === undefined ? AUDIT_PATH : `/units/${encodeURIComponent(unitId)}/audit`;

/** @param options `for` and what belongs to it, and `next`. */
export const providerPath = (options: Readonly<Record<string, string>>): string =>
  `${PROVIDER_PATH}?${new URLSearchParams(options)}`;
