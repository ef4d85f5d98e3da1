/** The cookie that carries a session's token, and nothing else (OWASP ASVS 5.0 3.3.1–3.3.4). */

/** Browsers take a `__Host-` cookie only over TLS, for this host alone; plain HTTP is for this machine itself. */
function cookieName(publicUrl: string): string {
  return isSecure(publicUrl) ? '__Host-session' : 'session';
}

export function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https:');
}

export function readSessionToken(cookies: string | undefined, publicUrl: string): string | undefined {
  const name = `${cookieName(publicUrl)}=`;
  const found = (cookies ?? '').split(/;\s*/).find((each) => each.startsWith(name));
  return found?.slice(name.length);
}

/** A `Set-Cookie` that ends with the browser; the server ends it earlier. */
export function sessionCookie(publicUrl: string, token: string): string {
  const secure = isSecure(publicUrl) ? '; Secure' : '';
  return `${cookieName(publicUrl)}=${token}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

/** Takes the cookie back. */
export function endedCookie(publicUrl: string): string {
  return `${sessionCookie(publicUrl, '')}; Max-Age=0`;
}
