/**
 * Where nobody signs in, being on this machine is the permission. A page of elsewhere whose name is made to lead here (DNS
 * rebinding) runs in a browser on this machine, but it names itself in `Host`: only our own names are answered.
 */

/** This machine's own addresses (RFC 6890; RFC 6761 6.3). */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/** @param host as the request's header has it, with a port or without. */
export function isOwnHost(host: string | undefined, publicUrl: string): boolean {
  if (host === undefined || !URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  return isLoopback(hostname) || hostname === new URL(publicUrl).hostname;
}
