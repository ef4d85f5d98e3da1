/** Whose page a private link opens. Unknown and revoked ones look the same. */

import type { Instant } from '../../calendar/interval.ts';
import {
  findPersonalLink,
  type PersonalLink,
  recordPersonalLinkUse,
} from '../../store/personal-link-store.ts';
import { isPast } from '../../store/token-store.ts';
import type { App } from '../app.ts';
import { hashOfToken, isToken } from '../secret-token.ts';

const HOUR_MS = 3_600_000;

export async function openPersonalLink(app: App, token: string): Promise<PersonalLink | undefined> {
  if (!isToken(token)) return undefined;
  const link = await findPersonalLink(app.db, hashOfToken(token));
  if (!link || isPast(link, app.clock())) return undefined;
  const hour = (app.clock() - (app.clock() % HOUR_MS)) as Instant;
  // To the hour, so that a page looked at again and again is not written of again and again.
  if (link.lastUsedAt !== hour) await recordPersonalLinkUse(app.db, link.id, hour);
  return link;
}
