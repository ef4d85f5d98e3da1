/**
 * What must be remembered while someone is away at an identity provider. The browser itself carries it, sealed: nobody
 * else can bring it back, nobody can read or change it, and nothing is kept for those who never return.
 */

import type { Instant } from '../../calendar/interval.ts';
import type { App } from '../app.ts';
import type { Identity, IdentityQuestion } from './identity.ts';
import { seal, unseal } from './secret-box.ts';

/** `code`: back, but a code of the authenticator app is still asked for. `link-confirm`: back, to be looked at once more. */
export type ProviderFlow = { readonly startedAt: Instant; readonly next: string } & (
  | { readonly purpose: 'sign-in'; readonly question: IdentityQuestion }
  | { readonly purpose: 'join'; readonly question: IdentityQuestion; readonly invitation: string }
  | { readonly purpose: 'prove' | 'link'; readonly question: IdentityQuestion; readonly accountId: string }
  | { readonly purpose: 'code'; readonly accountId: string }
  | { readonly purpose: 'link-confirm'; readonly accountId: string; readonly identity: Identity }
);

const OWNER = 'provider-flow';
const LASTS_MS = 10 * 60_000;
/** Browsers take four kilobytes. */
const LONGEST = 3_800;

export function sealFlow(app: App, flow: ProviderFlow): string {
  return seal(app, OWNER, Buffer.from(JSON.stringify(flow)));
}

/** Undefined for what is not ours, is too old, or is for something else. */
export function openFlow<P extends ProviderFlow['purpose']>(
  app: App,
  sealed: string | undefined,
  purposes: readonly P[],
): Extract<ProviderFlow, { purpose: P }> | undefined {
  if (sealed === undefined || sealed === '' || sealed.length > LONGEST) return undefined;
  const flow = opened(app, sealed);
  if (!flow || Math.abs(app.clock() - flow.startedAt) > LASTS_MS) return undefined;
  const wanted = (purposes as readonly string[]).includes(flow.purpose);
  return wanted ? (flow as Extract<ProviderFlow, { purpose: P }>) : undefined;
}

function opened(app: App, sealed: string): ProviderFlow | undefined {
  try {
    // Sealed by nobody but us, so it is what it was.
    return JSON.parse(Buffer.from(unseal(app, OWNER, sealed)).toString()) as ProviderFlow;
  } catch {
    return undefined;
  }
}
