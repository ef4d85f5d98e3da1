/**
 * What must be remembered between asking a browser for a key and its answer. The page carries it, sealed: nobody can make
 * one or change it, nothing is kept for those who never answer, and each is answered once.
 */

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '../../calendar/interval.ts';
import type { Database } from '../../store/database.ts';
import { takeChallenge } from '../../store/passkey-store.ts';
import { instant } from '../../store/records.ts';
import type { App } from '../app.ts';
import { carriedJson, sealJson } from './sealed-json.ts';

/**
 * `add`: a new key. `alone`: a key in place of name and password. `second`: a key after another proof. `prove`: a key by whoever
 * is signed in, in place of the password asked for once more.
 */
export type PasskeyFlow = { readonly startedAt: Instant; readonly challenge: string } & (
  | { readonly purpose: 'add'; readonly accountId: string }
  | { readonly purpose: 'alone' }
  | { readonly purpose: 'prove'; readonly accountId: string; readonly sessionId: string }
  | {
      readonly purpose: 'second';
      readonly accountId: string;
      readonly by: 'password' | 'provider';
      /** Of the password that was given: another one since, and the flow is over. */
      readonly passwordMark: string;
    }
);

const begun = { startedAt: instant, challenge: z.string() };
const passkeyFlow: z.ZodType<PasskeyFlow> = z.discriminatedUnion('purpose', [
  z.object({ ...begun, purpose: z.literal('add'), accountId: z.string() }),
  z.object({ ...begun, purpose: z.literal('alone') }),
  z.object({ ...begun, purpose: z.literal('prove'), accountId: z.string(), sessionId: z.string() }),
  z.object({
    ...begun,
    purpose: z.literal('second'),
    accountId: z.string(),
    by: z.enum(['password', 'provider']),
    passwordMark: z.string(),
  }),
]);

type Purpose = PasskeyFlow['purpose'];
type Without<T> = T extends unknown ? Omit<T, 'startedAt' | 'challenge'> : never;

const OWNER = 'passkey-flow';
const LASTS_MS = 10 * 60_000;
const LONGEST = 2_000;
const CHALLENGE_BYTES = 32;

export interface BegunFlow {
  readonly challenge: string;
  readonly sealed: string;
}

export function beginFlow(app: App, about: Without<PasskeyFlow>): BegunFlow {
  const challenge = Buffer.from(app.randomBytes(CHALLENGE_BYTES)).toString('base64url');
  const flow = { ...about, startedAt: app.clock(), challenge };
  return { challenge, sealed: sealJson(app, OWNER, flow) };
}

/** Undefined for what is not ours, is over, or is for something else. */
export function openFlow<P extends Purpose>(
  app: App,
  sealed: string,
  purposes: readonly P[],
): Extract<PasskeyFlow, { purpose: P }> | undefined {
  if (sealed === '' || sealed.length > LONGEST) return undefined;
  const flow = carriedJson(app, OWNER, { sealed, shape: passkeyFlow });
  if (!flow || Math.abs(app.clock() - flow.startedAt) > LASTS_MS) return undefined;
  const wanted = (purposes as readonly string[]).includes(flow.purpose);
  return wanted ? (flow as Extract<PasskeyFlow, { purpose: P }>) : undefined;
}

/** False for a challenge that was answered before, by whichever process. */
export function takeFlow(trx: Database, app: App, { challenge }: PasskeyFlow): Promise<boolean> {
  const at = app.clock();
  const hash = createHash('sha256').update(challenge).digest('base64url');
  return takeChallenge(trx, hash, { at, before: (at - 2 * LASTS_MS) as Instant });
}

export function passwordMark(passwordHash: string | undefined): string {
  return createHash('sha256')
    .update(passwordHash ?? '')
    .digest('base64url');
}
