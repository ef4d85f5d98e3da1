/**
 * What somebody sent when the session had ended, or before the password was given once more: sealed for that account and
 * kept for a few minutes where every server finds it, to be looked at again and sent by a press. It never sends itself.
 * Files are not kept.
 */

import { z } from 'zod';
import type { Instant } from '../../calendar/interval.ts';
import { findHeldForm, insertHeldForm } from '../../store/held-form-store.ts';
import type { App } from '../app.ts';
import { hashOfToken, isToken, newToken } from '../secret-token.ts';
import { carriedJson } from './sealed-json.ts';
import { seal } from './secret-box.ts';

export interface HeldForm {
  /** With its query. */
  readonly path: string;
  readonly fields: readonly (readonly [string, string])[];
  /** There were some, and they are gone. */
  readonly hadFiles: boolean;
}

const heldForm: z.ZodType<HeldForm> = z.object({
  path: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])),
  hadFiles: z.boolean(),
});

export const HELD_MINUTES = 15;
const MOST_BYTES = 256 * 1024;
/** Of what opens an account nothing is kept, sealed or not. */
const SECRET = /password|code|secret/iu;

/** Its id; undefined for a form that is too long or holds a secret. */
export async function holdForm(app: App, accountId: string, form: HeldForm): Promise<string | undefined> {
  const bytes = Buffer.from(JSON.stringify(form));
  if (bytes.length > MOST_BYTES || form.fields.some(([name]) => SECRET.test(name))) return undefined;
  const now = app.clock();
  const id = newToken(app);
  const until = (now + HELD_MINUTES * 60_000) as Instant;
  const held = { idHash: hashOfToken(id), accountId, until, sealed: seal(app, accountId, bytes) };
  await app.db.transaction().execute((trx) => insertHeldForm(trx, held, now));
  return id;
}

/** Undefined for what is not there, no longer, or somebody else's. */
export async function openHeldForm(app: App, accountId: string, id: string): Promise<HeldForm | undefined> {
  if (!isToken(id)) return undefined;
  const sealed = await findHeldForm(app.db, { idHash: hashOfToken(id), accountId }, app.clock());
  return sealed === undefined ? undefined : carriedJson(app, accountId, { sealed, shape: heldForm });
}
