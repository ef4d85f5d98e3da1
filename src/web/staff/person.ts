/** One person's page: what is known, leave and wishes on a calendar, published shifts, memory of named days, account. */

import type { App } from '../../app/app.ts';
import { AVAILABILITY_FIELDS, addAvailability } from '../../app/availability/add-availability.ts';
import { removeAvailability } from '../../app/availability/remove-availability.ts';
import { listBreaks } from '../../app/drafts/list-breaks.ts';
import { type OpenPerson, openStaffMember, type PersonPeriod } from '../../app/staff/open-staff-member.ts';
import { setParticipation } from '../../app/staff/set-participation.ts';
import { addDays } from '../../calendar/day.ts';
import type { HolidayBreak } from '../../calendar/holidays.ts';
import { dayOf } from '../../calendar/zone.ts';
import type { PeriodKey } from '../../domain/period.ts';
import { type StaffMember, staffText } from '../../domain/staff.ts';
import { STAFF_FIELD_NAMES, type StaffField, staffSpec } from '../../domain/staff-fields.ts';
import { formatPercent, formatStamp } from '../../i18n/format.ts';
import { mayIn, redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { FormFault } from '../kit/fields.ts';
import { typedIn } from '../kit/fields.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { membersPath } from '../paths/access.ts';
import { ownPath, personalLinksPath } from '../paths/own.ts';
import { telephonePath } from '../paths/periods.ts';
import { personActionPath, personPath, staffPath } from '../paths/staff.ts';
import { availabilityView } from './availability-view.ts';
import { memoryTable, shiftRows } from './person-history.ts';

export async function addPersonLeave(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { unitId, staffId, key } = namedIn(visit);
  const form = typedIn(visit.form, AVAILABILITY_FIELDS);
  const added = await addAvailability(deps.app, { unitId, staffId, form, by: visit });
  if (!added.added) return showPerson(visit, deps, added.faults);
  return redirect(personPath(unitId, staffId, { period: key.periodId, done: 'added' }));
}

export async function removePersonLeave(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const { unitId, staffId, key } = namedIn(visit);
  await removeAvailability(app, { unitId, staffId, ref: visit.form.get('ref') ?? '', by: visit });
  return redirect(personPath(unitId, staffId, { period: key.periodId, done: 'taken' }));
}

export async function setPersonPeriod(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const { unitId, staffId, key } = namedIn(visit);
  const takesPart = visit.form.get('part') === 'yes';
  await setParticipation(app, { key, staffId, takesPart, actor: visit.actor });
  return redirect(personPath(unitId, staffId, { period: key.periodId, done: takesPart ? 'joined' : 'quit' }));
}

function namedIn(visit: Visit): { unitId: string; staffId: string; key: PeriodKey } {
  const unitId = visit.param('unit');
  const key = { unitId, periodId: visit.form.get('period') ?? '' };
  return { unitId, staffId: visit.param('staff'), key };
}

const DONE = ['saved', 'added', 'taken', 'joined', 'quit'] as const;

export async function showPerson(
  visit: Visit,
  { app }: WebDeps,
  faults: readonly FormFault[] = [],
): Promise<Reply> {
  const unitId = visit.param('unit');
  const person = await openStaffMember(app, { unitId, staffId: visit.param('staff') });
  const asked = visit.form.get('period') ?? visit.query.get('period');
  const chosen = person.periods.find(({ key }) => key.periodId === asked) ?? person.periods[0];
  const done = DONE.find((each) => each === visit.query.get('done'));
  const { member } = person;
  return {
    kind: 'page',
    view: 'staff/person',
    title: person.name,
    unitName: person.unit.name,
    ...refusedIf(faults.length > 0),
    model: {
      name: person.name,
      back: staffPath(unitId),
      done: done === undefined || faults.length > 0 ? '' : visit.say(`person.done.${done}`),
      maker: mayIn(visit, 'staff.edit', unitId),
      editPath: personActionPath(unitId, member.id, 'edit'),
      ...factsOf(visit, person),
      account: accountOf(visit, person),
      periods: person.periods.map(({ key, name }) => ({
        name,
        href: personPath(unitId, member.id, { period: key.periodId }),
        current: key.periodId === chosen?.key.periodId,
      })),
      several: person.periods.length > 1,
      chosen: chosen ? partOf(person, chosen) : false,
      view: await viewOf(visit, { app, person, chosen, faults }),
      shifts: shiftRows(visit, person),
      memory: memoryTable(visit, person),
    },
  };
}

function factsOf(visit: Visit, { unit, member, leftAt }: OpenPerson) {
  const { say, language } = visit;
  const fields = (['about', 'code', 'limits'] as const).flatMap((part) =>
    STAFF_FIELD_NAMES.filter((field) => staffSpec(field).part === part && field !== 'name'),
  );
  const facts = fields.map((field) => ({
    label: say(`staff.field.${field}`),
    ...shown(visit, member, field),
  }));
  return {
    facts: facts.filter(({ value }) => value !== ''),
    skills: member.skills,
    newcomer: member.newcomer,
    left: leftAt === undefined ? '' : say('staff.left-at', { at: formatStamp(language, leftAt, unit.zone) }),
  };
}

/** A share of full time is told where it is less. */
function shown({ language }: Visit, member: StaffMember, field: StaffField) {
  const value = staffText(member, field);
  const { kind } = staffSpec(field);
  if (kind === 'share')
    return { value: member.share < 1 ? formatPercent(language, member.share) : '', href: '' };
  const href = kind === 'phone' ? telephonePath(value) : kind === 'email' ? `mailto:${value}` : '';
  return { value, href };
}

function accountOf(visit: Visit, { unit, member, account }: OpenPerson) {
  const administers = visit.visitor !== undefined && mayIn(visit, 'account.edit', unit.id);
  const text = account
    ? visit.say('person.account.has', {
        name: account.account.signInName,
        role: visit.say(`role.${account.membership.role}`),
      })
    : visit.say('person.account.none');
  return {
    text: visit.visitor ? text : '',
    personalPath: mayIn(visit, 'feed.edit', unit.id) ? personalLinksPath(unit.id) : '',
    ownPath: mayIn(visit, 'feed.edit', unit.id)
      ? `${ownPath(unit.id)}?${new URLSearchParams({ staff: member.id })}`
      : '',
    membersPath: administers ? membersPath(unit.id) : '',
    invitePath: administers && !account ? `/units/${encodeURIComponent(unit.id)}/invitations` : '',
    staffId: member.id,
  };
}

interface Chosen {
  readonly app: App;
  readonly person: OpenPerson;
  readonly chosen: PersonPeriod | undefined;
  readonly faults: readonly FormFault[];
}

function partOf({ unit, member }: OpenPerson, { key, name, availability }: PersonPeriod) {
  const partPath = personActionPath(unit.id, member.id, 'takePart');
  return { partPath, periodId: key.periodId, name, takesPart: availability !== undefined };
}

async function viewOf(visit: Visit, { app, person, chosen, faults }: Chosen) {
  const { unit, member, shifts } = person;
  const period = chosen?.availability;
  const periodId = chosen?.key.periodId ?? '';
  return availabilityView(visit, {
    person: person.availability,
    ...(period ? { period } : {}),
    shifts: shifts.map(({ shift, post }) => ({ span: shift.span, post: post.shortName })),
    breaks: period ? await breaksOf(app, unit.id, period.period.span, unit.zone) : [],
    mayEdit: mayIn(visit, 'availability.edit', unit.id),
    paths: {
      add: personActionPath(unit.id, member.id, 'addLeave'),
      remove: personActionPath(unit.id, member.id, 'removeLeave'),
      pick: (day) => `${personPath(unit.id, member.id, { period: periodId, day })}#add`,
    },
    ...(faults.length > 0 ? { typed: visit.form, faults } : {}),
  });
}

function breaksOf(
  app: App,
  unitId: string,
  span: OpenPerson['shifts'][number]['shift']['span'],
  zone: string,
): Promise<HolidayBreak[]> {
  const [from, to] = [dayOf(span.start, zone), dayOf(span.end, zone)];
  return listBreaks(app, { unitId, from: addDays(from, -7), to: addDays(to, 8) });
}
