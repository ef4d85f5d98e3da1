/** The cookies of whoever has come in, written together and read together: the session's, and what the browser is known by. */

import { deviceCookie, readDeviceToken } from './device-cookie.ts';
import { readSessionToken, sessionCookie } from './session-cookie.ts';

export interface Entered {
  readonly token: string;
  /** Absent where the browser keeps the one it has. */
  readonly deviceToken?: string;
}

export function enteredCookies(publicUrl: string, { token, deviceToken }: Entered): string[] {
  const session = sessionCookie(publicUrl, token);
  return deviceToken === undefined ? [session] : [session, deviceCookie(publicUrl, deviceToken)];
}

/** What the browser came with. */
export function tokensOf(
  cookies: string | undefined,
  publicUrl: string,
): { readonly previousToken?: string; readonly deviceToken?: string } {
  const previousToken = readSessionToken(cookies, publicUrl);
  const deviceToken = readDeviceToken(cookies, publicUrl);
  return {
    ...(previousToken === undefined ? {} : { previousToken }),
    ...(deviceToken === undefined ? {} : { deviceToken }),
  };
}
