/**
 * Where nobody signs in, being on this machine is the permission. A page of elsewhere whose name is made to lead here (DNS
 * rebinding) runs in a browser on this machine, but it names itself in `Host`: only our own names are answered.
 */

import { isLoopback } from '../../kernel/loopback.ts';

/** @param host as the request's header has it, with a port or without. */
export function isOwnHost(host: string | undefined, publicUrl: string): boolean {
  if (host === undefined || !URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  return isLoopback(hostname) || hostname === new URL(publicUrl).hostname;
}
