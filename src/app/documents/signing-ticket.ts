/**
 * What the signing program on somebody's own machine may fetch and send back. It has no session, so what it may is sealed in the
 * address it is given, for a quarter of an hour, and kept nowhere; who asked is held to what they may do then.
 */

import { z } from 'zod';
import { SIGNING_PARTS, type SigningPart, type VersionOfPeriod } from '../../domain/signed-document.ts';
import { LANGUAGES, type Language } from '../../kernel/languages.ts';
import { findAccount } from '../../store/account-store.ts';
import { listMemberships } from '../../store/membership-store.ts';
import { carriedJson, sealJson } from '../access/sealed-json.ts';
import type { App } from '../app.ts';

export interface SigningTicket {
  readonly key: VersionOfPeriod;
  readonly part: SigningPart;
  /** Whether a file that is signed already is signed once more, for number, date and stamp. */
  readonly again: boolean;
  readonly language: Language;
  /** Absent where nobody signs in. */
  readonly accountId?: string;
}

const TICKET_MINUTES = 15;
const PURPOSE = 'ticket of a signing program';

const ticketShape: z.ZodType<SigningTicket> = z.object({
  key: z.object({ unitId: z.string(), periodId: z.string(), version: z.int() }),
  part: z.enum(SIGNING_PARTS),
  again: z.boolean(),
  language: z.enum(LANGUAGES),
  accountId: z.string().exactOptional(),
});
const timedTicket = z.object({ ticket: ticketShape, until: z.number() });

export function sealTicket(
  app: Pick<App, 'sealingKey' | 'randomBytes' | 'clock'>,
  ticket: SigningTicket,
): string {
  return sealJson(app, PURPOSE, { ticket, until: app.clock() + TICKET_MINUTES * 60_000 });
}

/** With the use cases as whoever asked may use them; undefined for one that is old, made up, or of an account disabled since. */
export async function openTicket(
  app: App,
  text: string,
): Promise<{ readonly ticket: SigningTicket; readonly app: App } | undefined> {
  const timed = carriedJson(app, PURPOSE, { sealed: text, shape: timedTicket });
  if (!timed || timed.until <= app.clock()) return undefined;
  const { ticket } = timed;
  const { accountId } = ticket;
  if (accountId === undefined) return { ticket, app };
  const account = (await findAccount(app.db, accountId))?.account;
  if (!account || account.disabledAt !== undefined) return undefined;
  const memberships = await listMemberships(app.db, accountId);
  return { ticket, app: { ...app, caller: { account, memberships } } };
}
