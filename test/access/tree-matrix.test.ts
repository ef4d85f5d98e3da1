/**
 * Nobody sees more of the tree than it gives: a province, a department and one beside it, a commune. Every route of trees,
 * orders, answers, overviews, reports and incidents below × role × above, own, beside, below, at two addresses: the unit's
 * own, and the asker's own place with the same order. What is expected stands in rules of one line a kind of route.
 */

import { describe, expect, it } from 'vitest';
import { openIncident } from '../../src/app/incidents/open-incident.ts';
import { saveWatch } from '../../src/app/log/watch-setting.ts';
import { newToken } from '../../src/app/secret-token.ts';
import { ROLES, type Role, type Visitor } from '../../src/domain/account.ts';
import { byTheDay } from '../../src/domain/answer.ts';
import { judgeAnswer } from '../../src/domain/answer-judgement.ts';
import { daysOf } from '../../src/domain/order.ts';
import { STANDARD_WATCH } from '../../src/domain/watch-setting.ts';
import { AppError } from '../../src/kernel/app-error.ts';
import { saveAnswerDocument } from '../../src/store/answer-document-store.ts';
import { insertAnswer } from '../../src/store/answer-store.ts';
import { insertRevision, saveAsked, saveOrder } from '../../src/store/order-store.ts';
import { saveUnit } from '../../src/store/unit-store.ts';
import { savePlace } from '../../src/store/unit-tree-store.ts';
import { ANSWER_ROUTES } from '../../src/web/answers/answer-routes.ts';
import { INCIDENT_ROUTES } from '../../src/web/incidents/incident-routes.ts';
import type { WebDeps } from '../../src/web/kit/deps.ts';
import type { Route } from '../../src/web/kit/route.ts';
import type { Visit } from '../../src/web/kit/visit.ts';
import { ORDER_ROUTES } from '../../src/web/orders/order-routes.ts';
import { OVERVIEW_ROUTES } from '../../src/web/overview/overview-routes.ts';
import { REPORT_ROUTES } from '../../src/web/reports/report-routes.ts';
import { admit } from '../../src/web/site/admit.ts';
import { ROUTES } from '../../src/web/site/routes.ts';
import { readIncidentRules } from '../../src/wiring/incident-rules.ts';
import { ROOT } from '../../src/wiring/root.ts';
import { type SampleApp, sampleApp } from '../app/sample-app.ts';
import { at, CONTENT, duty, order } from '../orders/order-facts.ts';
import { type Allowed, ROWS } from './rows.ts';

const ABOUT = 'so';
/** Which unit someone belongs to who stands so to `so`. */
const PLACES = { above: 'tinh', own: ABOUT, beside: 'so-ben-canh', below: 'xa' } as const;
type Place = keyof typeof PLACES;
const PHONE = '0901 234 567';

const OF_BELOW = /\/below\//;
/** What is read of a superior's order: it lets in whoever stands above that superior too. */
const READS_ORDER = /^get \/units\/:unit\/orders\/:order\/(overview|list|answers|reports|report-summary)/;
const TREE_ROUTES: readonly Route[] = [
  ...[...ORDER_ROUTES, ...ANSWER_ROUTES, ...OVERVIEW_ROUTES, ...REPORT_ROUTES],
  ...INCIDENT_ROUTES.filter(({ path }) => OF_BELOW.test(path)),
].filter(({ path }) => path.includes(':unit'));

const keyOf = ({ method, path }: Route): string => `${method} ${path}`;

/** Who of which places gets through from where they are, about what belongs to `so`. */
function placesFor(route: Route): readonly Place[] {
  const key = keyOf(route);
  // An order that `so` wrote to the commune.
  if (READS_ORDER.test(key)) return ['above', 'own'];
  if (key.includes('/orders/:order')) return ['own'];
  // An order that the province wrote to `so`.
  if (key.includes('/asked/:order')) return ['own'];
  // An incident of `so` itself.
  if (key.includes('/below/:below')) return ['above'];
  // Pages of one's own place: of the tree, the orders, who is on duty below.
  return ['above', 'own', 'beside', 'below'];
}

/** Said to who is let in: the form named nothing that is there. */
const INSIDE: ReadonlySet<string> = new Set([
  'answers.error.no-link',
  'answers.error.no-file',
  'tree.error.not-below',
  'overview.form.none',
  'orders.error.no-attached',
  'error.version.nothing-published',
]);

async function treeOf(app: SampleApp): Promise<void> {
  const { db } = app;
  const contact = { name: 'Lò Thị Hoa', title: 'Chánh Văn phòng', phone: PHONE, email: '' };
  for (const id of Object.values(PLACES))
    await saveUnit(db, { id, name: `Đơn vị ${id}`, zone: order().zone });
  const superiors = { tinh: undefined, so: 'tinh', 'so-ben-canh': 'tinh', xa: 'so' } as const;
  for (const [unitId, superiorId] of Object.entries(superiors)) {
    const kind = unitId === 'xa' ? 'Xã, phường' : 'Sở, ban, ngành';
    await savePlace(
      db,
      { unitId, kind, branch: '', contact, ...(superiorId ? { superiorId } : {}) },
      app.clock(),
    );
  }
  for (const [id, unitId, asked] of [
    ['cua-so', ABOUT, 'xa'],
    ['cua-tinh', 'tinh', ABOUT],
  ] as const) {
    const sent = order({ id, unitId });
    await saveOrder(db, sent);
    const about = { content: CONTENT, sentAt: sent.updatedAt, sentBy: 'a' };
    await insertRevision(db, id, { revision: 1, ...about });
    await saveAsked(db, [
      { orderId: id, unitId: asked, kind: 'Xã, phường', branch: '', deadline: at('2027-01-29T17:00') },
    ]);
    const duties = byTheDay([duty('2027-02-04T00:00', '2027-02-11T00:00', { phone: PHONE })]);
    const judged = { days: daysOf(sent, app.clock()), demands: CONTENT.demands, zone: sent.zone };
    const told = { orderId: id, unitId: asked, number: 1, sentAt: sent.updatedAt, sentBy: 'a' } as const;
    const answer = { ...told, source: 'file', revision: 1, late: false, duties } as const;
    const answerId = await insertAnswer(db, answer, judgeAnswer(judged, duties));
    const signed = { number: '12/BC', signer: 'Lò Thị Hoa', fileName: 'da-ky.pdf' };
    await saveAnswerDocument(db, answerId, signed, { savedAt: app.clock(), content: new Uint8Array([37]) });
  }
  const setting = { ...STANDARD_WATCH, parts: new Set(['log', 'incidents'] as const) };
  await saveWatch(app, { unitId: ABOUT, setting, actor: 'cli' });
  await openIncident(app, {
    ...{ unitId: ABOUT, key: 'of-the-matrix', actor: 'cli', shipped: readIncidentRules(ROOT) },
    ...{ title: 'Mất kết nối', kind: 'ransomware', level: 'serious', systems: [], personalData: false },
    ...{ detectedAt: app.clock(), words: 'Mở sự cố' },
  });
}

function visitorOf(app: SampleApp, unitId: string, role: Role): Visitor {
  const account = { id: 'a', name: 'Vũ Thanh Hà', language: 'vi', operator: false, createdAt: app.clock() };
  const session = { id: 's', accountId: 'a', provenAt: app.clock(), token: newToken(app) };
  const memberships = [{ accountId: 'a', unitId, role }];
  return { account, session, memberships } as unknown as Visitor;
}

interface Asking {
  readonly route: Route;
  readonly visitor: Visitor;
  readonly unitId: string;
}

/** `in`, or the code of the refusal; with what the page shows. */
async function ask(
  app: SampleApp,
  asking: Asking,
): Promise<{ readonly got: string; readonly shown: string }> {
  const { route, visitor, unitId } = asking;
  const orderId = route.path.includes('/asked/') ? 'cua-tinh' : 'cua-so';
  const params: Readonly<Record<string, string>> = {
    ...{ unit: unitId, order: orderId, below: ABOUT, incident: '1', answer: '1', format: 'csv' },
    ...(route.path.includes('report-summary') ? { format: 'docx' } : {}),
  };
  const visit: Visit = {
    ...{ language: 'vi', now: app.clock(), today: '2027-01-28' as Visit['today'], path: route.path },
    ...{
      method: route.method.toUpperCase(),
      query: new URLSearchParams(),
      form: new URLSearchParams({ answer: '1' }),
    },
    ...{ param: (name: string) => params[name] ?? 'nothing', header: () => undefined },
    ...{ actor: 'a', formToken: '', files: new Map(), say: (key: string) => key, visitor },
  };
  const documents = { write: async () => ({ content: new Uint8Array(), mediaType: '', fileName: '' }) };
  const deps = {
    ...{ app: { ...app, caller: visitor }, access: 'accounts', publicUrl: 'https://truc.example' },
    ...{ zone: order().zone, documents, incidentRules: [], holidays: [], clock: app.clock },
  } as unknown as WebDeps;
  try {
    await admit(app, visitor, route, visit.param);
    return { got: 'in', shown: JSON.stringify(await route.show(visit, deps)) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const refused = (error.code === 'forbidden' || error.code === 'not-found') && !INSIDE.has(error.key);
    return { got: refused ? error.code : 'in', shown: '' };
  }
}

function rowOf(route: Route): readonly Role[] {
  const row: Allowed | undefined = ROWS[keyOf(route)];
  return Array.isArray(row) ? row : [];
}

describe('the tree of units', () => {
  it('gives a role at a superior the overview below it, whatever the depth, and nothing else', async () => {
    const app = await sampleApp();
    app.setClock('2027-01-28T08:00');
    await treeOf(app);
    const faults: string[] = [];
    // Those that write come last: a lifted order lets in the same.
    const routes = TREE_ROUTES.toSorted((a, b) => a.method.localeCompare(b.method));
    for (const route of routes) {
      for (const [place, unitId] of Object.entries(PLACES) as [Place, string][]) {
        for (const role of ROLES) {
          const visitor = visitorOf(app, unitId, role);
          const name = `${keyOf(route)} × ${place} ${role}`;
          if (place !== 'own') {
            const there = await ask(app, { route, visitor, unitId: ABOUT });
            if (there.got !== 'not-found') faults.push(`${name}, at the unit's address: ${there.got}`);
          }
          const wanted = placesFor(route).includes(place) && rowOf(route).includes(role);
          const { got, shown } = await ask(app, { route, visitor, unitId });
          if ((got === 'in') !== wanted) faults.push(`${name}: ${got}`);
          if (role === 'reader' && shown.includes(PHONE)) faults.push(`${name}: shows telephones`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(routes.length).toBeGreaterThan(28);
  });

  it('closes every other page of a unit to whoever stands above, beside or below it', async () => {
    const app = await sampleApp();
    await treeOf(app);
    const faults: string[] = [];
    for (const route of ROUTES.filter(({ path }) => path.includes(':unit'))) {
      for (const unitId of [PLACES.above, PLACES.beside, PLACES.below]) {
        for (const role of ROLES) {
          const visitor = visitorOf(app, unitId, role);
          const got = await admit(app, visitor, route, () => ABOUT).then(
            () => 'in',
            (error: unknown) => (error instanceof AppError ? error.code : String(error)),
          );
          if (got !== 'not-found') faults.push(`${keyOf(route)} × ${unitId} ${role}: ${got}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });
});
