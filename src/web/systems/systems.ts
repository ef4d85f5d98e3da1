/** “Hệ thống”: what the unit watches, at which level, who answers for it, which posts watch it, and who lacks a certificate. */

import {
  chooseCertificates,
  forgetSystem,
  SYSTEM_FIELDS,
  type SystemField,
  saveSystem as save,
} from '../../app/systems/edit-systems.ts';
import { type ListedSystem, readSystems } from '../../app/systems/read-systems.ts';
import { dayOf } from '../../calendar/zone.ts';
import { SYSTEM_LEVELS } from '../../domain/watched-system.ts';
import { formatDate, formatWeekdayDateShort } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { mayIn, redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, formOf, typedIn } from '../kit/fields.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { telephonePath } from '../paths/periods.ts';
import {
  certificatesPath,
  newSystemPath,
  systemPath,
  systemsPath,
  watchedHoursPath,
} from '../paths/systems.ts';

/** More names than these are told as a number. */
const MOST_NAMED = 4;

export async function showSystems(visit: Visit, { app, zone }: WebDeps): Promise<Reply> {
  const { say } = visit;
  const unitId = visit.param('unit');
  const { systems, certificates, skills } = await readSystems(app, unitId);
  const maker = mayIn(visit, 'period.edit', unitId);
  const values = new URLSearchParams(certificates.map((each): [string, string] => ['skill', each]));
  const options = [...new Set([...certificates, ...skills])].map((value) => ({ value, label: value }));
  const lacking = systems.filter(({ uncertified }) => uncertified.length > 0).length;
  return {
    kind: 'page',
    view: 'systems/systems',
    title: say('systems.title'),
    model: {
      count: say('word.systems', { count: systems.length }),
      hoursPath: watchedHoursPath(unitId),
      newPath: maker ? newSystemPath(unitId) : '',
      none: systems.length === 0,
      done: visit.query.has('done'),
      warning: lacking === 0 ? '' : say('systems.lacking', { count: lacking }),
      systems: systems.map((each) => row(visit, unitId, each, { maker, zone })),
      certificates:
        maker && options.length > 0
          ? {
              to: certificatesPath(unitId),
              field: formOf(visit, values).choices('skill', 'systems.certificates', options),
              none: certificates.length === 0,
            }
          : false,
    },
  };
}

function row(
  { say, language }: Visit,
  unitId: string,
  { id, name, level, owner, phone, email, note, posts, uncertified, former }: ListedSystem,
  { maker, zone }: { readonly maker: boolean; readonly zone: string },
) {
  const rest = uncertified.length - MOST_NAMED;
  return {
    name,
    former: former.length === 0 ? '' : say('systems.former', { names: former.join(', ') }),
    level: level === undefined ? say('systems.level-unknown') : say('systems.level', { level }),
    high: level !== undefined && level >= 3,
    known: level !== undefined,
    owner,
    phone,
    tel: phone === '' ? '' : telephonePath(phone),
    email,
    note,
    posts: posts.map((post) => post.name).join(', '),
    unwatched: posts.length === 0,
    uncertified: uncertified.slice(0, MOST_NAMED).map((each) =>
      say(each.ended === undefined ? 'systems.uncertified-person' : 'systems.uncertified-ended', {
        name: each.name,
        post: each.post,
        day: formatWeekdayDateShort(language, dayOf(each.start, zone)),
        count: each.shifts,
        end: each.ended === undefined ? '' : formatDate(each.ended),
      }),
    ),
    more: rest > 0 ? say('systems.uncertified-more', { count: rest }) : '',
    href: maker ? systemPath(unitId, id) : '',
    edit: say('word.edit-named', { name }),
  };
}

export async function saveCertificates(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  await chooseCertificates(app, { unitId, skills: visit.form.getAll('skill'), actor: visit.actor });
  return redirect(systemsPath(unitId, 'certificates'));
}

export async function showNewSystem(visit: Visit, deps: WebDeps): Promise<Reply> {
  await readSystems(deps.app, visit.param('unit'));
  return formPage(visit, { values: new URLSearchParams(), faults: [] });
}

export async function addSystem(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const faults = await save(app, { unitId, written: typedIn(visit.form, SYSTEM_FIELDS), actor: visit.actor });
  if (faults.length > 0) return formPage(visit, { values: visit.form, faults });
  return redirect(systemsPath(unitId, 'saved'));
}

export async function showSystem(visit: Visit, deps: WebDeps): Promise<Reply> {
  const system = await existing(visit, deps);
  const values = new URLSearchParams(
    SYSTEM_FIELDS.map((field): [SystemField, string] => [field, String(system[field] ?? '')]),
  );
  return formPage(visit, { values, faults: [], system });
}

export async function saveSystem(visit: Visit, deps: WebDeps): Promise<Reply> {
  const system = await existing(visit, deps);
  const unitId = visit.param('unit');
  const written = typedIn(visit.form, SYSTEM_FIELDS);
  const faults = await save(deps.app, { unitId, id: system.id, written, actor: visit.actor });
  if (faults.length > 0) return formPage(visit, { values: visit.form, faults, system });
  return redirect(systemsPath(unitId, 'saved'));
}

export async function removeSystem(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  await forgetSystem(app, { unitId, id: visit.param('system'), actor: visit.actor });
  return redirect(systemsPath(unitId, 'removed'));
}

async function existing(visit: Visit, { app }: WebDeps): Promise<ListedSystem> {
  const id = visit.param('system');
  const found = (await readSystems(app, visit.param('unit'))).systems.find((each) => each.id === id);
  if (!found) throw new AppError('not-found', 'systems.failure.missing', { system: id.slice(0, 80) });
  return found;
}

interface Filled {
  readonly values: URLSearchParams;
  readonly faults: readonly FormFault[];
  readonly system?: ListedSystem;
}

function formPage(visit: Visit, { values, faults, system }: Filled): Reply {
  const { say } = visit;
  const unitId = visit.param('unit');
  const form = formOf(visit, values, faults);
  const path = system ? systemPath(unitId, system.id) : newSystemPath(unitId);
  const levels = [
    { value: '', label: say('systems.level-unknown') },
    ...SYSTEM_LEVELS.map((level) => ({ value: String(level), label: say('systems.level', { level }) })),
  ];
  return {
    kind: 'page',
    view: 'systems/system-form',
    title: say(system ? 'systems.edit-title' : 'systems.new-title'),
    ...refusedIf(faults.length > 0),
    model: {
      title: say(system ? 'systems.edit-title' : 'systems.new-title'),
      form,
      fields: [
        form.text('name', 'systems.field.name', {
          required: true,
          maxlength: 120,
          hintKey: system ? 'systems.field.name-hint' : 'systems.field.new-name-hint',
        }),
        form.select('level', 'systems.field.level', levels),
        form.text('owner', 'systems.field.owner', { maxlength: 200 }),
        form.text('phone', 'systems.field.phone', { type: 'tel', maxlength: 60 }),
        form.text('email', 'systems.field.email', { type: 'email', maxlength: 200 }),
        form.area('note', 'word.note', { maxlength: 500, rows: 2 }),
      ],
      action: path,
      removeAction: system ? `${path}/remove` : '',
      back: systemsPath(unitId),
    },
  };
}
