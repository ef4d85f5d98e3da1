/** Requests to a superior's installation by the token it gave: an answer of another kind than expected is told by its key. */

import { parseUpwardOrders, type UpwardOrders } from '../../input/upward-orders.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { SealedLink } from '../../store/upward-store.ts';
import { unseal } from '../access/secret-box.ts';
import type { App } from '../app.ts';
import type { Outbound } from '../machines/outbound.ts';

const TIMEOUT_MS = 15_000;
const MOST_OCTETS = 4 * 1024 * 1024;

/** What sealed the token, so that it opens for this unit alone. */
export function sealOwner(unitId: string): string {
  return `upward:${unitId}`;
}

export function tokenOf(app: App, { unitId, secret }: Pick<SealedLink, 'unitId' | 'secret'>): string {
  return Buffer.from(unseal(app, sealOwner(unitId), secret)).toString('utf8');
}

export interface Asking {
  /** Below the address of the installation. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Posted; absent: only asked. */
  readonly body?: string;
}

/** Rejects with an `AppError`, `unavailable` where it may go well later, `invalid` where it will not as it stands. */
export async function askSuperior(
  send: Outbound,
  { address, token }: { readonly address: string; readonly token: string },
  { path, headers = {}, body }: Asking,
): Promise<string> {
  const answer = await send({
    ...{ address: `${address}${path}`, timeoutMs: TIMEOUT_MS, mostOctets: MOST_OCTETS },
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...{ Authorization: `Bearer ${token}`, Accept: 'application/json', 'User-Agent': 'lich-truc' },
      ...(body === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
    // The token goes where it was meant for, and nowhere else.
    mostRedirects: 0,
  });
  const { status } = answer;
  if (status === 200) return answer.body.toString('utf8');
  if (status === 401) throw new AppError('invalid', 'upward.outcome.token');
  if (status >= 300 && status < 400) throw new AppError('invalid', 'upward.outcome.moved');
  if (status === 404) throw new AppError('invalid', 'upward.outcome.not-found');
  if (status === 409) throw new AppError('invalid', 'upward.outcome.lifted');
  if (status >= 400 && status < 500 && status !== 408 && status !== 429)
    throw new AppError('invalid', 'upward.outcome.refused', { status });
  throw new AppError('unavailable', 'upward.outcome.busy', { status });
}

/** Throws as `askSuperior`. */
export async function readSuperior(
  send: Outbound,
  superior: { readonly address: string; readonly token: string },
): Promise<UpwardOrders> {
  const read = parseUpwardOrders(await askSuperior(send, superior, { path: '/api/v1/orders' }));
  if (!read) throw new AppError('invalid', 'upward.outcome.other-program');
  return read;
}
