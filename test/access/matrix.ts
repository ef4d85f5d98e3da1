/**
 * Every route of the table × every role × the own unit and another one, and nobody and an operator: let in or refused,
 * held against the rows. A route without a row is a fault.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinWithNewAccount } from '../../src/app/access/accept-invitation.ts';
import { findVisitor } from '../../src/app/access/find-visitor.ts';
import { invite } from '../../src/app/access/invite.ts';
import { openSetup } from '../../src/app/access/open-setup.ts';
import { setUpFirstAccount } from '../../src/app/access/set-up-first-account.ts';
import { signIn } from '../../src/app/access/sign-in.ts';
import type { App } from '../../src/app/app.ts';
import { loadCase } from '../../src/app/periods/load-case.ts';
import { dayOf, VIETNAM } from '../../src/calendar/zone.ts';
import { ROLES, type Role, type Visitor } from '../../src/domain/account.ts';
import { AppError } from '../../src/kernel/app-error.ts';
import { FORM_TOKEN, formTokenOf } from '../../src/web/access/form-token.ts';
import type { WebDeps } from '../../src/web/kit/deps.ts';
import type { Route } from '../../src/web/kit/route.ts';
import type { Visit } from '../../src/web/kit/visit.ts';
import { enter } from '../../src/web/site/enter.ts';
import { ROUTES } from '../../src/web/site/routes.ts';
import { openApp } from '../../src/wiring/open-app.ts';
import { sampleCase, sampleHolidays } from '../sample-case.ts';
import { keptEmpty } from '../store/engine.ts';
import { type Allowed, ROWS } from './rows.ts';

const PASSWORD = 'bốn con vịt xòe 7 cái ô';
const PUBLIC_URL = 'https://truc.lamgiang.example';

interface Place {
  readonly unitId: string;
  readonly periodId: string;
}

/** Who asks: what it is in the unit asked about. */
interface Asker {
  readonly name: string;
  readonly token?: string;
  readonly role?: Role;
  readonly operator?: true;
  /** A manager there has a unit of its own, whatever is asked about. */
  readonly elsewhere?: Role;
}

export interface MatrixResult {
  readonly checked: number;
  readonly faults: readonly string[];
}

export async function checkMatrix(routes: readonly Route[] = ROUTES): Promise<MatrixResult> {
  const folder = mkdtempSync(join(tmpdir(), 'rota-access-'));
  const beside = join(folder, 'rota.db');
  const opened = await openApp(await (await keptEmpty()).place(beside), sampleHolidays(), { beside });
  const app: App = { ...opened, passwordCost: { logN: 4, r: 1, p: 1 } };
  try {
    const own = await load(app, 'unit-small');
    const askers = await peopleOf(app, own, await load(app, 'urgent-72h'));
    const faults: string[] = [];
    let checked = 0;
    for (const route of routes) {
      const row = ROWS[keyOf(route)];
      if (row === undefined) faults.push(`${keyOf(route)}: no row`);
      else {
        for (const asker of askers) {
          checked += 1;
          faults.push(...(await check(app, { route, row, asker, place: own })));
        }
      }
    }
    return { checked, faults };
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function keyOf({ method, path }: Route): string {
  return `${method} ${path}`;
}

async function load(app: App, sample: string): Promise<Place> {
  const loaded = await loadCase(app, { source: sampleCase(sample), actor: 'cli' });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  return loaded.value;
}

/** Every role in the unit asked about, every role in another one, an operator, a member of nothing, nobody. */
async function peopleOf(app: App, own: Place, other: Place): Promise<Asker[]> {
  const code = (await openSetup(app)) ?? '';
  const form = {
    signInName: 'ha@a.example',
    name: 'Vũ Thanh Hà',
    password: PASSWORD,
    language: 'vi',
  } as const;
  const made = await setUpFirstAccount(app, { ...form, code });
  if (!made.done) throw new Error(made.key);
  const token = await tokenOf(app, form.signInName);
  const host = await findVisitor(app, token);
  if (!host) throw new Error('the session is there');
  const askers: Asker[] = [{ name: 'nobody' }, { name: 'forged', token: 'x'.repeat(43) }];
  askers.push({ name: 'operator', token, operator: true });
  for (const role of ROLES) {
    askers.push({
      name: `own ${role}`,
      role,
      token: await memberOf(app, host, { ...own, role, tag: 'own' }),
    });
    const outsider = await memberOf(app, host, { ...other, role, tag: 'other' });
    askers.push({ name: `other ${role}`, elsewhere: role, token: outsider });
  }
  return askers;
}

async function memberOf(
  app: App,
  host: Visitor,
  { unitId, role, tag }: Place & { role: Role; tag: string },
): Promise<string> {
  const { token } = await invite(app, host, { unitId, role });
  const signInName = `${role}.${tag}@a.example`;
  const joined = await joinWithNewAccount(app, token, {
    signInName,
    name: 'Đỗ Văn Nam',
    password: PASSWORD,
    language: 'vi',
  });
  if (!joined.done) throw new Error(joined.key);
  return tokenOf(app, signInName);
}

async function tokenOf(app: App, signInName: string): Promise<string> {
  const result = await signIn(app, { signInName, password: PASSWORD, client: 'test' });
  if (!result.signedIn) throw new Error(result.refusal);
  return result.token;
}

interface Case {
  readonly route: Route;
  readonly row: Allowed;
  readonly asker: Asker;
  readonly place: Place;
}

async function check(app: App, { route, row, asker, place }: Case): Promise<string[]> {
  const wanted = isAllowed(row, asker, route);
  const got = await outcomeOf(app, { route, asker, place }, true);
  const name = `${keyOf(route)} × ${asker.name}`;
  const faults: string[] = [];
  if ((got === 'in') !== wanted) faults.push(`${name}: ${got}`);
  // Someone of another unit learns nothing of this one.
  const named = route.path.includes(':period') || route.path.includes(':unit');
  if (asker.elsewhere && named && got !== 'not-found')
    faults.push(`${name}: ${got}, not as if it were not there`);
  // A form of another session is refused whoever sends it (ASVS 5.0 3.5.1).
  if (got === 'in' && route.method === 'post' && row !== 'anyone') {
    const foreign = await outcomeOf(app, { route, asker, place }, false);
    if (foreign !== 'forbidden') faults.push(`${name}: a form of another session is ${foreign}`);
  }
  return faults;
}

function isAllowed(
  row: Allowed,
  { token, role, operator, elsewhere, name }: Asker,
  { path }: Route,
): boolean {
  if (row === 'anyone') return true;
  if (token === undefined || name === 'forged') return false;
  if (row === 'signed-in' || operator === true) return true;
  if (row === 'operator') return false;
  // Such an address names no unit: the form does, and the use case looks.
  const named = path.includes(':period') || path.includes(':unit');
  const counted = named ? role : (role ?? elsewhere);
  return counted !== undefined && row.includes(counted);
}

async function outcomeOf(
  app: App,
  { route, asker, place }: Omit<Case, 'row'>,
  ownForm: boolean,
): Promise<string> {
  const deps: Partial<WebDeps> = { app, access: 'accounts', publicUrl: PUBLIC_URL };
  try {
    const visit = visitOf(app, { route, asker, place }, ownForm);
    const entry = await enter(route, visit, deps as WebDeps, { read: async () => visit });
    return entry.reply ? entry.reply.kind : 'in';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

function visitOf(app: App, { route, asker, place }: Omit<Case, 'row'>, ownForm: boolean): Visit {
  const now = app.clock();
  const form = { [FORM_TOKEN]: formTokenOf(ownForm ? (asker.token ?? '') : 'of another session') };
  const params: Readonly<Record<string, string>> = { period: place.periodId, unit: place.unitId };
  return {
    language: 'vi',
    now,
    today: dayOf(now, VIETNAM),
    method: route.method.toUpperCase(),
    path: route.path,
    query: new URLSearchParams(),
    param: (name) => params[name] ?? 'nothing',
    header: (name) =>
      name === 'cookie' && asker.token !== undefined ? `lang=vi; __Host-session=${asker.token}` : undefined,
    form: new URLSearchParams(route.method === 'post' ? form : {}),
    actor: 'web',
    formToken: '',
    files: new Map(),
    say: (key) => key,
  };
}
