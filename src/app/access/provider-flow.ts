/**
 * What must be remembered while someone is away at an identity provider. The browser itself carries it, sealed: nobody
 * else can bring it back, nobody can read or change it, and nothing is kept for those who never return.
 */

import { z } from 'zod';
import type { Instant } from '../../calendar/interval.ts';
import { instant } from '../../store/records.ts';
import type { App } from '../app.ts';
import type { Identity, IdentityQuestion } from './identity.ts';
import { carriedJson, sealJson } from './sealed-json.ts';

/** `code`: back, but a code of the authenticator app is still asked for. `link-confirm`: back, to be looked at once more. */
export type ProviderFlow = { readonly startedAt: Instant; readonly next: string } & (
  | { readonly purpose: 'sign-in'; readonly question: IdentityQuestion }
  | { readonly purpose: 'join'; readonly question: IdentityQuestion; readonly invitation: string }
  | { readonly purpose: 'prove' | 'link'; readonly question: IdentityQuestion; readonly accountId: string }
  | { readonly purpose: 'code'; readonly accountId: string }
  | { readonly purpose: 'link-confirm'; readonly accountId: string; readonly identity: Identity }
);

const question = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  maxAgeSeconds: z.number().exactOptional(),
});
const identity = z.object({
  issuer: z.string(),
  subject: z.string(),
  name: z.string().exactOptional(),
  userName: z.string().exactOptional(),
});
const begun = { startedAt: instant, next: z.string() };
const accountId = z.string();
const providerFlow: z.ZodType<ProviderFlow> = z.discriminatedUnion('purpose', [
  z.object({ ...begun, purpose: z.literal('sign-in'), question }),
  z.object({ ...begun, purpose: z.literal('join'), question, invitation: z.string() }),
  z.object({ ...begun, purpose: z.enum(['prove', 'link']), question, accountId }),
  z.object({ ...begun, purpose: z.literal('code'), accountId }),
  z.object({ ...begun, purpose: z.literal('link-confirm'), accountId, identity }),
]);

const OWNER = 'provider-flow';
const LASTS_MS = 10 * 60_000;
/** Browsers take four kilobytes. */
const LONGEST = 3_800;

export function sealFlow(app: App, flow: ProviderFlow): string {
  return sealJson(app, OWNER, flow);
}

/** Undefined for what is not ours, is too old, or is for something else. */
export function openFlow<P extends ProviderFlow['purpose']>(
  app: App,
  sealed: string | undefined,
  purposes: readonly P[],
): Extract<ProviderFlow, { purpose: P }> | undefined {
  if (sealed === undefined || sealed === '' || sealed.length > LONGEST) return undefined;
  const flow = carriedJson(app, OWNER, { sealed, shape: providerFlow });
  if (!flow || Math.abs(app.clock() - flow.startedAt) > LASTS_MS) return undefined;
  const wanted = (purposes as readonly string[]).includes(flow.purpose);
  return wanted ? (flow as Extract<ProviderFlow, { purpose: P }>) : undefined;
}
