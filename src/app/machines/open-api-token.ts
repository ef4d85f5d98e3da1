/** From a token of the JSON API to the unit it may read. */

import type { Unit } from '../../domain/unit.ts';
import { findApiToken } from '../../store/api-token-store.ts';
import type { ApiRight } from '../../store/machine-tables.ts';
import { isPast } from '../../store/token-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import type { App } from '../app.ts';
import { noteUse } from '../feeds/token-uses.ts';
import { hashOfToken, isToken } from '../secret-token.ts';

export interface ApiOpening {
  readonly token: string;
  /** What the client calls itself. */
  readonly client: string;
  /** Which tokens will do; those to read alone when absent. */
  readonly mays?: readonly ApiRight[];
}

/** Undefined for any token that opens nothing: malformed, unknown and revoked look the same. */
export async function openApiToken(
  app: App,
  { token, client, mays = ['read'] }: ApiOpening,
): Promise<Unit | undefined> {
  if (!isToken(token)) return undefined;
  const access = await findApiToken(app.db, hashOfToken(token), mays);
  if (!access || isPast(access, app.clock())) return undefined;
  noteUse(app.apiUses, access, { at: app.clock(), client });
  return findUnit(app.db, access.unitId);
}
