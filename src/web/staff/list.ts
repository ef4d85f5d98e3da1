/** The staff list of a unit: found without diacritics, in the unit's own order, with what each person may stand and lately stood. */

import { listStaff, type StaffEntry, type StaffList } from '../../app/staff/list-staff.ts';
import { isGhost } from '../../domain/erased-person.ts';
import { type StaffMember, staffText } from '../../domain/staff.ts';
import { STAFF_FIELD_NAMES, staffSpec } from '../../domain/staff-fields.ts';
import { staffName } from '../../domain/staff-names.ts';
import { formatPercent, formatStamp } from '../../i18n/format.ts';
import { foldForSearch } from '../../kernel/names.ts';
import { mayIn } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { paged } from '../kit/pages.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { membersPath } from '../paths/access.ts';
import { telephonePath } from '../paths/periods.ts';
import {
  newPersonPath,
  personActionPath,
  personPath,
  staffFilePath,
  staffImportPath,
  staffPath,
} from '../paths/staff.ts';
import { changeBar, NOBODY_TICKED, type Ticking } from './change-bar.ts';

export function showStaff(visit: Visit, deps: WebDeps): Promise<Reply> {
  return staffPage(visit, deps, NOBODY_TICKED);
}

export async function staffPage(visit: Visit, { app }: WebDeps, ticking: Ticking): Promise<Reply> {
  const unitId = visit.param('unit');
  const list = await listStaff(app, unitId);
  const staff = list.entries.map(({ member }) => member);
  const asked = visit.query.get('q') ?? '';
  const found = list.entries.filter((entry) => isFound(entry, asked));
  const maker = mayIn(visit, 'staff.edit', unitId);
  const { shown, pages } = paged({ path: staffPath(unitId), query: visit.query }, found);
  return {
    kind: 'page',
    view: 'staff/list',
    title: visit.say('staff.title'),
    unitName: list.unit.name,
    ...refusedIf(ticking.faults.length > 0),
    script: 'staff-search.js',
    model: {
      title: visit.say('staff.title'),
      count: visit.say('word.people', { count: list.entries.length }),
      done: doneWords(visit),
      asked,
      path: staffPath(unitId),
      maker,
      newPath: newPersonPath(unitId),
      importPath: staffImportPath(unitId),
      csvPath: staffFilePath(unitId, 'csv'),
      xlsxPath: staffFilePath(unitId, 'xlsx'),
      empty: list.entries.length === 0,
      noneFound: list.entries.length > 0 && found.length === 0,
      noneWords: visit.say('staff.none-found', { asked }),
      people: shown.map((entry) => ({
        ...personRow(visit, unitId, { ...entry, name: staffName(staff, entry.member.id) }),
        ticked: ticking.ticked.has(entry.member.id),
      })),
      pages,
      change: maker && found.length > 0 ? changeBar(visit, list, ticking) : false,
      leavers: maker ? leaverRows(visit, unitId, list) : [],
      eraser: mayIn(visit, 'staff.erase', unitId) && visit.visitor !== undefined,
      membersPath: mayIn(visit, 'account.edit', unitId) && visit.visitor ? membersPath(unitId) : '',
    },
  };
}

function isFound({ member }: StaffEntry, asked: string): boolean {
  return foldForSearch(asked)
    .split(' ')
    .every((word) => searchText(member).includes(word));
}

function searchText(member: StaffMember): string {
  const texts = STAFF_FIELD_NAMES.flatMap((field) => {
    const [text, { kind, part }] = [staffText(member, field), staffSpec(field)];
    if (part === 'limits' || kind === 'flag') return [];
    return kind === 'phone' ? [text, text.replace(/\D/gu, '')] : [text];
  });
  return foldForSearch(texts.join(' '));
}

function personRow(
  visit: Visit,
  unitId: string,
  { member, name, shifts, points }: StaffEntry & { readonly name: string },
) {
  const { id, title, department, phone, skills, newcomer, share } = member;
  return {
    id,
    name,
    tick: visit.say('staff.change.tick', { name }),
    title,
    department,
    phone,
    phoneHref: phone === '' ? '' : telephonePath(phone),
    skills,
    newcomer,
    share: share < 1 ? visit.say('staff.share', { share: formatPercent(visit.language, share) }) : '',
    shifts,
    points,
    href: personPath(unitId, id),
    search: searchText(member),
  };
}

function leaverRows(visit: Visit, unitId: string, { entries, leavers, unit }: StaffList) {
  const people = [...entries, ...leavers].map(({ member }) => member);
  return leavers
    .map(({ member: { id }, leftAt }) => ({ id, leftAt, name: staffName(people, id) }))
    .map(({ id, name, leftAt }) => ({
      name,
      href: personPath(unitId, id),
      since: visit.say('staff.left-at', { at: formatStamp(visit.language, leftAt, unit.zone) }),
      restorePath: personActionPath(unitId, id, 'restore'),
      erasePath: personActionPath(unitId, id, 'erase'),
      // Who was erased has no name to bring back.
      erased: isGhost(id),
      mentionsPath: personActionPath(unitId, id, 'mentions'),
      labelRestore: visit.say('staff.restore-who', { name }),
      labelErase: visit.say('staff.erase-who', { name }),
    }));
}

const DONE = ['saved', 'removed', 'restored', 'imported', 'all'] as const;

function doneWords({ query, say }: Visit): string {
  const done = DONE.find((each) => each === query.get('done'));
  if (done === undefined) return '';
  const count = (name: string): number => Number(query.get(name)) || 0;
  return say(`staff.done.${done}`, {
    name: (query.get('name') ?? '').slice(0, 100),
    added: count('added'),
    changed: count('changed'),
    removed: count('removed'),
  });
}
