/**
 * What the signing program on somebody's own machine may fetch and send back. It has no session, so what it may is sealed in the
 * address it is given, for a quarter of an hour, and kept nowhere; who asked is held to what they may do then.
 */

import type { SigningPart, VersionOfPeriod } from '../../domain/signed-document.ts';
import type { Language } from '../../kernel/languages.ts';
import { findAccount } from '../../store/account-store.ts';
import { listMemberships } from '../../store/membership-store.ts';
import { seal, unseal } from '../access/secret-box.ts';
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

interface Sealed {
  readonly ticket: SigningTicket;
  readonly until: number;
}

export function sealTicket(
  app: Pick<App, 'sealingKey' | 'randomBytes' | 'clock'>,
  ticket: SigningTicket,
): string {
  const sealed: Sealed = { ticket, until: app.clock() + TICKET_MINUTES * 60_000 };
  return seal(app, PURPOSE, Buffer.from(JSON.stringify(sealed)));
}

/** With the use cases as whoever asked may use them; undefined for one that is old, made up, or of an account disabled since. */
export async function openTicket(
  app: App,
  text: string,
): Promise<{ readonly ticket: SigningTicket; readonly app: App } | undefined> {
  const sealed = opened(app, text);
  if (!sealed || sealed.until <= app.clock()) return undefined;
  const { ticket } = sealed;
  const { accountId } = ticket;
  if (accountId === undefined) return { ticket, app };
  const account = (await findAccount(app.db, accountId))?.account;
  if (!account || account.disabledAt !== undefined) return undefined;
  const memberships = await listMemberships(app.db, accountId);
  return { ticket, app: { ...app, caller: { account, memberships } } };
}

function opened(app: App, text: string): Sealed | undefined {
  try {
    // Sealed by nobody but us, so it is what it was.
    return JSON.parse(Buffer.from(unseal(app, PURPOSE, text)).toString()) as Sealed;
  } catch {
    return undefined;
  }
}
