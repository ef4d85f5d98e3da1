/** The cookie by which a browser that has signed in before is known; chance alone, and it lets nobody in. */

import { DEVICE_COOKIE_DAYS } from '../../app/access/known-device.ts';
import { isSecure } from './session-cookie.ts';

const LASTS_SECONDS = DEVICE_COOKIE_DAYS * 86_400;

function nameOf(publicUrl: string): string {
  return isSecure(publicUrl) ? '__Host-device' : 'device';
}

export function readDeviceToken(cookies: string | undefined, publicUrl: string): string | undefined {
  const name = `${nameOf(publicUrl)}=`;
  const found = (cookies ?? '').split(/;\s*/).find((each) => each.startsWith(name));
  return found?.slice(name.length);
}

export function deviceCookie(publicUrl: string, token: string): string {
  const secure = isSecure(publicUrl) ? '; Secure' : '';
  return `${nameOf(publicUrl)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${LASTS_SECONDS}${secure}`;
}
