/** What a server of PostgreSQL, or the way to it, refuses, told as what happened and what to do about it. */

import { AppError } from '../../kernel/app-error.ts';

/** By the beginning of SQLSTATE (appendix A of PostgreSQL's manual) or Node's own codes. */
const KEYS: Readonly<Record<string, string>> = {
  '08': 'error.server.unreachable',
  '57P': 'error.server.unreachable',
  // Ended in the middle of a transaction that stood still.
  '25P03': 'error.server.unreachable',
  '53300': 'error.server.unreachable',
  '28': 'error.server.refused',
  '3D000': 'error.server.refused',
  '42501': 'error.server.refused',
  '53100': 'error.server.full',
  '25006': 'error.server.read-only',
};
const NETWORK = /^E[A-Z_]+$/;
/** What the driver says without a code. */
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** `AppError('unavailable', 'error.server.…')` where the server is the trouble; any other error as it is. */
export function postgresError(place: string, error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const known = Object.entries(KEYS).find(([prefix]) => code.startsWith(prefix))?.[1];
  const isLost = NETWORK.test(code) || LOST.test(error.message);
  const key = known ?? (isLost ? 'error.server.unreachable' : undefined);
  return key === undefined
    ? error
    : new AppError('unavailable', key, { place, cause: code || error.message });
}
