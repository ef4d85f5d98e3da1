/**
 * Signing in by an organisation's own identity provider: the way there, the way back, and what may stand in between. The
 * browser leaves by a link and not by a form, since `form-action` lets forms lead nowhere else.
 */

import { enterByIdentity, enterByIdentityCode } from '../../app/access/enter-by-identity.ts';
import type { Identity, IdentityQuestion } from '../../app/access/identity.ts';
import { joinByIdentity } from '../../app/access/join-by-identity.ts';
import { linkIdentity, proveByIdentity, unlinkIdentity } from '../../app/access/link-identity.ts';
import { openFlow, type ProviderFlow, sealFlow } from '../../app/access/provider-flow.ts';
import type { App } from '../../app/app.ts';
import { AppError } from '../../kernel/app-error.ts';
import { accountsOf, inside, proven, redirect } from '../kit/allowed.ts';
import type { ProviderDeps, WebDeps } from '../kit/deps.ts';
import type { RedirectReply, Reply, Visit } from '../kit/visit.ts';
import { ACCOUNT_PATH, PROVIDER_CODE_PATH, PROVIDER_LINK_PATH, SIGN_IN_PATH } from '../paths/access.ts';
import { innerPath } from '../paths/inner.ts';
import { type Entered, enteredCookies, tokensOf } from './entered-cookies.ts';
import { type Fault, formPage } from './form-page.ts';
import { secondPasskeyPart } from './passkey-parts.ts';
import { endedFlowCookie, flowCookie, readFlowCookie } from './provider-cookie.ts';
import { signInPage } from './signing.ts';

/** Who proves anew must have typed a password or shown a key there, within this. */
const PROOF_SECONDS = 300;

/** Throws `not-found` where there is no provider. */
function providerOf({ provider }: WebDeps): ProviderDeps {
  if (!provider) throw new AppError('not-found', 'web.failure.no-page');
  return provider;
}

/** The way there. `for`: `join` with the invitation's token, `prove`, `link`; else to sign in. */
export async function leaveForProvider(visit: Visit, deps: WebDeps): Promise<Reply> {
  const app = accountsOf(deps);
  const { query, visitor } = visit;
  const purpose = query.get('for');
  const proves = purpose === 'prove' || purpose === 'link';
  if (proves && !visitor) return redirect(SIGN_IN_PATH);
  const maxAge = purpose === 'prove' ? { maxAgeSeconds: PROOF_SECONDS } : {};
  const { address, question } = await providerOf(deps).identity.ask(maxAge);
  const flow = flowOf(visit, question);
  return redirect(address, flowCookie(deps.publicUrl, sealFlow(app, flow)));
}

function flowOf({ query, now, visitor }: Visit, question: IdentityQuestion): ProviderFlow {
  const common = { question, startedAt: now, next: innerPath(query.get('next')) };
  const purpose = query.get('for');
  if ((purpose === 'prove' || purpose === 'link') && visitor) {
    return { ...common, purpose, accountId: visitor.account.id };
  }
  if (purpose === 'join') return { ...common, purpose, invitation: query.get('invitation') ?? '' };
  return { ...common, purpose: 'sign-in' };
}

/** The way back. Whatever comes of it, the question is good once. */
export async function returnFromProvider(visit: Visit, deps: WebDeps): Promise<Reply> {
  const app = accountsOf(deps);
  const provider = providerOf(deps);
  const sealed = readFlowCookie(visit.header('cookie'), deps.publicUrl);
  const flow = openFlow(app, sealed, ['sign-in', 'join', 'prove', 'link']);
  if (!flow) throw new AppError('forbidden', 'identity.expired');
  const identity = await provider.identity.readAnswer(visit.query.toString(), flow.question);
  const back = { visit, deps, identity };
  switch (flow.purpose) {
    case 'join':
      await joinByIdentity(app, { token: flow.invitation, identity, language: visit.language });
      return comeIn(back, '/');
    case 'prove':
      return takeProof(back, flow);
    case 'link':
      return askWhetherToLink(back, flow);
    default:
      return comeIn(back, flow.next);
  }
}

interface Back {
  readonly visit: Visit;
  readonly deps: WebDeps;
  readonly identity: Identity;
}

async function comeIn({ visit, deps, identity }: Back, next: string): Promise<Reply> {
  const app = accountsOf(deps);
  const entered = await enterByIdentity(app, identity, comingOf(visit, deps));
  if (entered.signedIn) return arrived(deps, next, entered);
  if (entered.refusal === 'unknown')
    return { ...(await signInPage(visit, deps, { fault: { key: 'identity.unknown' } })), status: 403 };
  const { accountId } = entered;
  const flow: ProviderFlow = { purpose: 'code', accountId, next, startedAt: visit.now };
  return redirect(PROVIDER_CODE_PATH, flowCookie(deps.publicUrl, sealFlow(app, flow)));
}

function comingOf(visit: Visit, { publicUrl }: WebDeps) {
  return { client: visit.header('user-agent') ?? '', ...tokensOf(visit.header('cookie'), publicUrl) };
}

function arrived({ publicUrl }: WebDeps, next: string, entered: Entered): RedirectReply {
  return redirect(next, [...enteredCookies(publicUrl, entered), endedFlowCookie(publicUrl)]);
}

/** The provider's session may be someone else's by now: only the visitor's own counts. */
async function takeProof(
  { visit, deps, identity }: Back,
  { accountId, next }: { readonly accountId: string; readonly next: string },
): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  const same = visitor.account.id === accountId;
  const proved = same ? await proveByIdentity(app, visitor, identity) : undefined;
  if (!proved) throw new AppError('forbidden', 'identity.not-yours');
  return arrived(deps, next, proved);
}

function askWhetherToLink(
  { visit, deps, identity }: Back,
  { accountId }: { readonly accountId: string },
): Reply {
  const app = accountsOf(deps);
  const flow: ProviderFlow = {
    purpose: 'link-confirm',
    accountId,
    identity,
    next: ACCOUNT_PATH,
    startedAt: visit.now,
  };
  return redirect(PROVIDER_LINK_PATH, flowCookie(deps.publicUrl, sealFlow(app, flow)));
}

export async function showProviderLink(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { identity } = linkToConfirm(visit, deps);
  const { name } = providerOf(deps);
  const who = identity.userName ?? identity.name ?? identity.subject;
  return formPage(visit, {
    title: visit.say('identity.link.title', { provider: name }),
    text: visit.say('identity.link.text', { provider: name, who }),
    to: PROVIDER_LINK_PATH,
    fields: [],
    submit: visit.say('identity.link.submit'),
  });
}

export async function linkProvider(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  const { identity } = linkToConfirm(visit, deps);
  return proven(PROVIDER_LINK_PATH, async () => {
    await linkIdentity(app, visitor, identity);
    return redirect(`${ACCOUNT_PATH}?done=provider`, endedFlowCookie(deps.publicUrl));
  });
}

/** A way back that began in another account's session links nothing here. */
function linkToConfirm(visit: Visit, deps: WebDeps): { readonly identity: Identity } {
  const { app, visitor } = inside(visit, deps);
  const sealed = readFlowCookie(visit.header('cookie'), deps.publicUrl);
  const flow = openFlow(app, sealed, ['link-confirm']);
  if (flow?.accountId !== visitor.account.id) throw new AppError('forbidden', 'identity.expired');
  return flow;
}

export function unlinkProvider(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app, visitor } = inside(visit, deps);
  return proven(ACCOUNT_PATH, async () => {
    await unlinkIdentity(app, visitor);
    return redirect(`${ACCOUNT_PATH}?done=no-provider`);
  });
}

export async function showProviderCode(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { accountId } = codeFlow(accountsOf(deps), visit, deps);
  return codePage(visit, deps, accountId);
}

export async function enterProviderCode(visit: Visit, deps: WebDeps): Promise<Reply> {
  const app = accountsOf(deps);
  const { accountId, next } = codeFlow(app, visit, deps);
  const code = visit.form.get('code') ?? '';
  const entered = await enterByIdentityCode(app, { accountId, code, ...comingOf(visit, deps) });
  if (entered) return arrived(deps, next, entered);
  return codePage(visit, deps, accountId, { field: 'code', key: 'error.access.code-wrong' });
}

function codeFlow(app: App, visit: Visit, deps: WebDeps): Extract<ProviderFlow, { purpose: 'code' }> {
  const flow = openFlow(app, readFlowCookie(visit.header('cookie'), deps.publicUrl), ['code']);
  if (!flow) throw new AppError('forbidden', 'identity.expired');
  return flow;
}

async function codePage(visit: Visit, deps: WebDeps, accountId: string, fault?: Fault): Promise<Reply> {
  return formPage(visit, {
    title: visit.say('access.sign-in.title'),
    text: visit.say('signIn.code-wanted'),
    to: PROVIDER_CODE_PATH,
    fields: ['totpCode'],
    submit: visit.say('access.sign-in.title'),
    fault,
    passkey: await secondPasskeyPart(visit, deps, { accountId, by: 'provider' }),
  });
}
