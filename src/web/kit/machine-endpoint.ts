/** A part of the server that answers machines on Node's own request, before Express and its pages see it. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { SECURITY_HEADERS } from './security-headers.ts';

export interface MachineEndpoint {
  /** False when the request is not for this endpoint; nothing was done then. */
  answers(request: IncomingMessage, response: ServerResponse): boolean;
}

/**
 * What every answer to a machine says, names and values in turn: no search engine lists it, and no address with a secret in
 * it is told to another site. Pages need their own address told to themselves; machines have no forms.
 */
export const MACHINE_HEADERS: readonly string[] = [
  ...Object.entries({ ...SECURITY_HEADERS, 'Referrer-Policy': 'no-referrer' }).flat(),
  ...['X-Robots-Tag', 'noindex'],
];
