/** Addresses that nobody but this machine can open (RFC 6890; RFC 6761 6.3). */

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/** The address, unless a phone that reads it could not open it: nothing of that kind is printed. */
export function openElsewhere(address: string): string | undefined {
  return isLoopback(new URL(address).hostname) ? undefined : address;
}

/**
 * Whether it names a server and nothing on it: `https://truc.example`, with or without a slash. Under a path the links of a
 * program that begins its own at the root would lead beside it.
 */
export function isOrigin(url: string): boolean {
  return URL.canParse(url) && new URL(url).href.replace(/\/+$/, '') === new URL(url).origin;
}
