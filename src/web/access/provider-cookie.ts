/** The cookie that carries, sealed, what must be remembered while someone is at the identity provider. */

import { isSecure } from './session-cookie.ts';

const LASTS_SECONDS = 600;

function nameOf(publicUrl: string): string {
  return isSecure(publicUrl) ? '__Host-provider' : 'provider';
}

export function readFlowCookie(cookies: string | undefined, publicUrl: string): string | undefined {
  const name = `${nameOf(publicUrl)}=`;
  const found = (cookies ?? '').split(/;\s*/).find((each) => each.startsWith(name));
  return found?.slice(name.length);
}

/** `Lax`, since the way back begins at the provider's page. */
export function flowCookie(publicUrl: string, sealed: string): string {
  return cookie(publicUrl, sealed, LASTS_SECONDS);
}

export function endedFlowCookie(publicUrl: string): string {
  return cookie(publicUrl, '', 0);
}

function cookie(publicUrl: string, value: string, seconds: number): string {
  const secure = isSecure(publicUrl) ? '; Secure' : '';
  return `${nameOf(publicUrl)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}
