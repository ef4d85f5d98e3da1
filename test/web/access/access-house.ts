/** A unit and its people through the real server: the first account, invitations, roles. */

import { expect } from 'vitest';
import { openSetup } from '../../../src/app/access/open-setup.ts';
import { getPlan } from '../../../src/app/periods/get-plan.ts';
import type { Role } from '../../../src/domain/account.ts';
import type { Case } from '../../../src/domain/case.ts';
import type { WebLog } from '../../../src/web/kit/deps.ts';
import type { Served } from '../../../src/web/kit/trace.ts';
import {
  type Loaded,
  loadInto,
  published,
  type SampleApp,
  type Starts,
  seat,
  startedApp,
  withoutRules,
} from '../../app/sample-app.ts';
import { sampleCase } from '../../sample-case.ts';
import { Browser, openAccessSite } from './access-site.ts';

export const PASSWORD = 'bốn con vịt xòe 7 cái ô';
export const HOST = { signInName: 'ha@a.example', name: 'Vũ Thanh Hà', password: PASSWORD };

const STARTS: Starts<Pick<Loaded, 'key' | 'plan'>> = new Map();

async function fill(app: SampleApp, other: Case): Promise<Pick<Loaded, 'key' | 'plan'>> {
  const key = await loadInto(app, withoutRules(sampleCase('unit-small')));
  const plan = await getPlan(app, key);
  await loadInto(app, other);
  await published(app, key, [seat(plan, 0, 0)]);
  return { key, plan };
}

/** A unit with a published version, another unit, and the operator signed in. */
export async function house(publicUrl?: string) {
  const other = sampleCase('urgent-72h');
  const { app, value } = await startedApp(STARTS, '', (fresh) => fill(fresh, other));
  const { key, plan } = value;
  const served: Served[] = [];
  const log: WebLog = { error: (event) => console.error(event), served: (each) => served.push(each) };
  const site = await openAccessSite(app, publicUrl, 'accounts', { log });
  const code = (await openSetup(app)) ?? '';
  const host = new Browser(site);
  const made = await host.post('/setup', { ...HOST, code });
  expect([made.status, made.location]).toEqual([303, '/']);
  return { app, key, plan, other, site, host, served };
}

export type House = Awaited<ReturnType<typeof house>>;

export async function joined({ site, host, key }: House, role: Role): Promise<Browser> {
  const members = `/units/${key.unitId}/members`;
  await host.get(members);
  const link = await host.post(`/units/${key.unitId}/invitations`, { role, staff: '' });
  const path = /(\/join\/[\w-]{43})/.exec(link.html)?.[1] ?? '';
  const browser = new Browser(site);
  const page = await browser.get(path);
  expect(page.status).toBe(200);
  const entered = await browser.post(path, {
    signInName: `${role}@a.example`,
    name: 'Đỗ Văn Nam',
    password: PASSWORD,
  });
  expect([entered.status, entered.location]).toEqual([303, '/']);
  return browser;
}
