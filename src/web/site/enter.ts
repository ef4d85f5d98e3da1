/** Who asks: from the session's cookie to a visit with a name, or to the sign-in page. */

import { NOBODY } from '../../app/access/authorise.ts';
import { findVisitor } from '../../app/access/find-visitor.ts';
import { heldBack } from '../../app/access/held-back.ts';
import { isSetUp } from '../../app/access/open-setup.ts';
import { watchSettingOf } from '../../app/log/watch-setting.ts';
import { countNew } from '../../app/notices/own-notices.ts';
import { chooseUnit, listCallersUnits } from '../../app/units/choose-unit.ts';
import type { Visitor } from '../../domain/account.ts';
import type { Asker } from '../../domain/permission.ts';
import type { WatchPart } from '../../domain/watch-setting.ts';
import { AppError } from '../../kernel/app-error.ts';
import { FORM_TOKEN, isFormToken, ownedFormToken } from '../access/form-token.ts';
import { readSessionToken } from '../access/session-cookie.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Route } from '../kit/route.ts';
import { lastUnitOf, type Reply, type Visit } from '../kit/visit.ts';
import { ACCOUNT_PATH, SETUP_PATH, signInPath } from '../paths/access.ts';
import { admit, scopeOf } from './admit.ts';
import { heldUntilSignedIn } from './hold.ts';

export interface Entry {
  readonly visit: Visit;
  readonly deps: WebDeps;
  /** Instead of the page. */
  readonly reply?: Reply;
}

export interface Arrival {
  /** Told who it is before anything is decided: a refusal too is someone's. */
  recognise?(visitor: Visitor): void;
  /** What the form sent; asked for last, of who may come in. */
  read(): Promise<Pick<Visit, 'form' | 'files'>>;
}

/** Throws `forbidden` and `not-found` as `admit` does, and `forbidden` for a form of another session; rejects as `read` does. */
export async function enter(
  route: Route,
  visit: Visit,
  deps: WebDeps,
  { recognise, read }: Arrival,
): Promise<Entry> {
  const { app, access, publicUrl } = deps;
  if (access === 'open') {
    return { visit: { ...(await withUnit(route, visit, deps)), ...(await read()) }, deps };
  }
  const token = readSessionToken(visit.header('cookie'), publicUrl);
  const visitor = token === undefined ? undefined : await findVisitor(app, token);
  if (token === undefined || !visitor) {
    if (route.scope === 'anyone') {
      return { visit: { ...visit, ...(await read()) }, deps: calledBy(deps, NOBODY) };
    }
    const held = route.method === 'post' ? await heldUntilSignedIn(route, visit, deps, read) : undefined;
    return { visit, deps, reply: held ?? (await askToSignIn(route, visit, deps)) };
  }
  recognise?.(visitor);
  await admit(app, visitor, route, visit.param);
  if (route.scope !== 'anyone' && !isOwnAccount(route)) {
    const held = await heldBack(app, visitor);
    if (held && route.method === 'post') throw new AppError('forbidden', `safety.held.${held}`);
    if (held) return { visit, deps, reply: { kind: 'redirect', to: ACCOUNT_PATH } };
  }
  const sent = await read();
  // Signing in is a form of no session yet.
  if (route.method === 'post' && route.scope !== 'anyone' && !isFormToken(sent.form.get(FORM_TOKEN), token)) {
    throw new AppError('forbidden', 'access.failure.form-token');
  }
  const known = {
    ...visit,
    ...sent,
    visitor,
    formToken: ownedFormToken(app, token, visitor.account.id),
    actor: visitor.account.id,
  };
  const theirs = calledBy(deps, visitor);
  return { visit: await withNews(await withUnit(route, known, theirs), theirs), deps: theirs };
}

/** Where a second step is made, and the way out. */
function isOwnAccount({ path }: Route): boolean {
  return path === ACCOUNT_PATH || path.startsWith(`${ACCOUNT_PATH}/`) || path.startsWith('/sign-out');
}

function calledBy(deps: WebDeps, caller: Asker): WebDeps {
  return { ...deps, app: { ...deps.app, caller } };
}

/** What everyone may see is about no unit. */
async function withUnit(route: Route, visit: Visit, { app }: WebDeps): Promise<Visit> {
  if (route.scope === 'anyone') return visit;
  const scope = scopeOf(route);
  const lastId = visit.query.get('unit') ?? lastUnitOf(visit);
  const unit = await chooseUnit(app, {
    ...(scope === 'unit' ? { unitId: visit.param('unit') } : {}),
    ...(scope === 'period' ? { periodId: visit.param('period') } : {}),
    ...(lastId === undefined ? {} : { lastId }),
  });
  const units = await listCallersUnits(app);
  const watch = unit ? (await watchSettingOf(app, unit.id)).parts : new Set<WatchPart>();
  return { ...visit, watch, ...(unit ? { unit } : {}), ...(units.length > 1 ? { units } : {}) };
}

/** For the bell on every page. */
async function withNews(visit: Visit, { app }: WebDeps): Promise<Visit> {
  const { unit, visitor } = visit;
  const staffId = visitor?.memberships.find(({ unitId }) => unitId === unit?.id)?.staffId;
  if (!unit || staffId === undefined) return visit;
  return { ...visit, news: await countNew(app, { unitId: unit.id, staffId }) };
}

/** What was sent without a session and without word of whose it was is not kept: it could be anybody's. */
async function askToSignIn(route: Route, visit: Visit, { app }: WebDeps): Promise<Reply> {
  if (route.method === 'post') throw new AppError('forbidden', 'access.failure.signed-out');
  if (!(await isSetUp(app))) return { kind: 'redirect', to: SETUP_PATH };
  const search = visit.query.toString();
  return { kind: 'redirect', to: signInPath(search === '' ? visit.path : `${visit.path}?${search}`) };
}
