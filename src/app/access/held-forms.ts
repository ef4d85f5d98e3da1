/**
 * What somebody sent when the session had ended, or before the password was given once more: sealed for that account and
 * kept in memory for a few minutes, to be looked at again and sent by a press. It never sends itself. Files are not kept.
 */

import type { Instant } from '../../calendar/interval.ts';
import type { App } from '../app.ts';
import { newToken } from '../secret-token.ts';
import { seal, unseal } from './secret-box.ts';

export interface HeldForm {
  /** With its query. */
  readonly path: string;
  readonly fields: readonly (readonly [string, string])[];
  /** There were some, and they are gone. */
  readonly hadFiles: boolean;
}

interface Kept {
  readonly accountId: string;
  readonly until: Instant;
  readonly sealed: string;
}

/** By an id that only its sender is told. */
export type HeldForms = Map<string, Kept>;

type Sealing = Pick<App, 'sealingKey' | 'randomBytes' | 'clock'>;

export const HELD_MINUTES = 15;
const MOST_BYTES = 256 * 1024;
const MOST_OF_ACCOUNT = 3;
/** 64 MB at the very most. */
const MOST = 250;
/** Of what opens an account nothing is kept, sealed or not. */
const SECRET = /password|code|secret/iu;

/** Its id; undefined for a form that is too long or holds a secret. */
export function holdForm(
  app: Sealing,
  held: HeldForms,
  accountId: string,
  form: HeldForm,
): string | undefined {
  const bytes = Buffer.from(JSON.stringify(form));
  if (bytes.length > MOST_BYTES || form.fields.some(([name]) => SECRET.test(name))) return undefined;
  const now = app.clock();
  for (const [id, { until }] of held) if (until <= now) held.delete(id);
  const own = [...held].filter(([, kept]) => kept.accountId === accountId);
  for (const [id] of own.slice(0, Math.max(0, own.length - MOST_OF_ACCOUNT + 1))) held.delete(id);
  const [oldest] = held.keys();
  if (held.size >= MOST && oldest !== undefined) held.delete(oldest);
  const id = newToken(app);
  const until = (now + HELD_MINUTES * 60_000) as Instant;
  held.set(id, { accountId, until, sealed: seal(app, accountId, bytes) });
  return id;
}

/** Undefined for what is not there, no longer, or somebody else's. */
export function openHeldForm(
  app: Sealing,
  held: HeldForms,
  accountId: string,
  id: string,
): HeldForm | undefined {
  const kept = held.get(id);
  if (!kept || kept.accountId !== accountId || kept.until <= app.clock()) return undefined;
  // Sealed by nobody but us, so it is what it was.
  return JSON.parse(Buffer.from(unseal(app, accountId, kept.sealed)).toString()) as HeldForm;
}
