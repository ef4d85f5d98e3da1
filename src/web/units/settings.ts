/** What a unit is called and where its other settings are; and who may do what, read from the permission table itself. */

import type { App } from '../../app/app.ts';
import { usesWatch } from '../../app/log/watch-setting.ts';
import { lastResortOf } from '../../app/units/last-resort.ts';
import { type OpenUnit, openUnit } from '../../app/units/open-unit.ts';
import { saveUnit } from '../../app/units/save-unit.ts';
import { ROLES, type Role } from '../../domain/account.ts';
import { type Action, permits } from '../../domain/permission.ts';
import { mayIn, redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, formOf } from '../kit/fields.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { auditPath, membersPath } from '../paths/access.ts';
import { displaysPath } from '../paths/displays.ts';
import { feedsPath } from '../paths/feeds.ts';
import { watchSettingsPath } from '../paths/log.ts';
import { machinesPath } from '../paths/machines.ts';
import { outboxPath } from '../paths/notices.ts';
import { treePath } from '../paths/orders.ts';
import { flowPath, personalLinksPath } from '../paths/own.ts';
import { personalDataPath } from '../paths/personal-data.ts';
import { contactsPath, holidayNoticePath, ledgerPath, unitStandingPath } from '../paths/setup.ts';
import { staffPath } from '../paths/staff.ts';
import { systemsPath } from '../paths/systems.ts';
import { NEW_UNIT_PATH, UNITS_PATH, unitSettingsPath } from '../paths/units.ts';
import { upwardPath } from '../paths/upward.ts';
import {
  callNoteField,
  lastResortField,
  listOrderField,
  typedUnit,
  unitFields,
  unitValues,
} from './unit-form.ts';

export async function showUnitSettings(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const open = await opened(visit, app);
  const lastResort = await lastResortOf(app, open.unit.id);
  return settingsPage(visit, open, unitValues({ ...open.unit, lastResort }));
}

export async function saveUnitSettings(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const saved = await saveUnit(app, { unitId, form: typedUnit(visit), actor: visit.actor });
  if (saved.saved) return redirect(unitSettingsPath(unitId, { done: 'saved' }));
  return settingsPage(visit, await opened(visit, app), visit.form, saved.faults);
}

interface OpenSettings extends OpenUnit {
  readonly systems: boolean;
}

async function opened(visit: Visit, app: App): Promise<OpenSettings> {
  const unitId = visit.param('unit');
  return { ...(await openUnit(app, unitId)), systems: await usesWatch(app, unitId, 'systems') };
}

const DONE = ['saved', 'made'] as const;

function settingsPage(
  visit: Visit,
  { unit, systems }: OpenSettings,
  values: URLSearchParams,
  faults: readonly FormFault[] = [],
): Reply {
  const form = formOf(visit, values, faults);
  const done = DONE.find((each) => each === visit.query.get('done'));
  const operator = !visit.visitor || visit.visitor.account.operator;
  return {
    kind: 'page',
    view: 'units/settings',
    title: visit.say('unit.settings.title'),
    unitName: unit.name,
    ...refusedIf(faults.length > 0),
    model: {
      title: visit.say('unit.settings.title'),
      unitName: unit.name,
      done: done === undefined || faults.length > 0 ? '' : visit.say(`unit.settings.done.${done}`),
      to: unitSettingsPath(unit.id),
      whole: form.whole,
      fields: unitFields(form),
      listOrder: listOrderField(visit, form),
      callNote: callNoteField(form),
      lastResort: lastResortField(form),
      code: visit.say('unit.settings.code', { code: unit.id }),
      links: linksOf(visit, unit.id, systems),
      operator,
      newPath: NEW_UNIT_PATH,
      unitsPath: UNITS_PATH,
      roles: ROLES.map((role) => visit.say(`role.${role}`)),
      rights: RIGHTS.map((action) => ({
        label: visit.say(`unit.right.${action}`),
        cells: ROLES.map((role) => rightCell(visit, role, action)),
      })),
    },
  };
}

function linksOf(visit: Visit, unitId: string, systems: boolean) {
  const signedIn = visit.visitor !== undefined;
  const pages: readonly (readonly [string, string, string, Action, boolean])[] = [
    ['people', 'staff', staffPath(unitId), 'staff.view', true],
    ['person', 'members', membersPath(unitId), 'account.edit', signedIn],
    ['document', 'audit', auditPath(unitId), 'audit.view', signedIn],
    ['calendar', 'feeds', feedsPath(unitId), 'feed.edit', true],
    ['check-circle', 'flow', flowPath(unitId), 'unit.edit', true],
    ['clock', 'personal', personalLinksPath(unitId), 'feed.edit', true],
    ['people', 'tree', treePath(unitId), 'tree.edit', true],
    ['home', 'displays', displaysPath(unitId), 'feed.edit', true],
    ['bell', 'notices', outboxPath(unitId), 'notice.edit', true],
    ['lock', 'data', personalDataPath(unitId), 'staff.edit', true],
    ['send', 'upward', upwardPath(unitId), 'machine.edit', true],
    ['lock', 'machines', machinesPath(unitId), 'machine.edit', true],
    ['shield', 'periods', '/periods', 'roster.view', true],
    ['document', 'standing', unitStandingPath(unitId), 'period.edit', true],
    ['calendar', 'holidays', holidayNoticePath(unitId), 'holidays.edit', true],
    ['crescent', 'ledger', ledgerPath(unitId), 'ledger.view', true],
    ['phone', 'contacts', contactsPath(unitId), 'roster.view', true],
    ['clock', 'watch', watchSettingsPath(unitId), 'watch.edit', true],
    ['shield', 'systems', systemsPath(unitId), 'roster.view', systems],
  ];
  return pages
    .filter(([, , , action, shown]) => shown && mayIn(visit, action, unitId))
    .map(([icon, name, href]) => ({
      icon,
      href,
      label: visit.say(`unit.link.${name}`),
      text: visit.say(`unit.link.${name}-text`),
    }));
}

/** In the order of a reader's questions: what is seen, what is made, what is let through, who keeps the house. */
const RIGHTS = [
  'roster.view',
  'phones.view',
  'ledger.view',
  'staff.view',
  'staff.edit',
  'availability.edit',
  'draft.view',
  'draft.edit',
  'period.edit',
  'rules.edit',
  'version.submit',
  'version.approve',
  'version.publish',
  'swap.ask',
  'swap.decide',
  'feed.edit',
  'machine.edit',
  'log.view',
  'log.write',
  'watch.edit',
  'account.edit',
  'unit.edit',
  'staff.erase',
  'audit.view',
] as const satisfies readonly Action[];

function rightCell(visit: Visit, role: Role, action: Action) {
  const extent = permits(role, action) ?? 'none';
  return { yes: extent === 'all', own: extent === 'own', words: visit.say(`unit.extent.${extent}`) };
}
