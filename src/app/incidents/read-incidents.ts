/** Incidents of a unit as a page shows them: what is owed, the timeline, whom to call and who was called. */

import type { Day } from '../../calendar/day.ts';
import type { Instant } from '../../calendar/interval.ts';
import type { ContactEntry } from '../../domain/contact-entry.ts';
import { type Call, escalation } from '../../domain/escalation.ts';
import { type Incident, type IncidentReport, type OwedReport, owedReports } from '../../domain/incident.ts';
import type { LogEntry } from '../../domain/log-entry.ts';
import type { Unit } from '../../domain/unit.ts';
import { AppError } from '../../kernel/app-error.ts';
import { findIncident, listReports, listIncidents as listStored } from '../../store/incident-store.ts';
import { findLogEntry, listCorrections, listLog } from '../../store/log-store.ts';
import { listKnownPeople } from '../../store/staff-store.ts';
import { allow, isAllowed } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { requirePart } from '../log/watch-setting.ts';
import { whoIsOnDuty } from '../machines/who-is-on-duty.ts';
import { requireUnit } from '../require.ts';

export interface ListedIncident {
  readonly incident: Incident;
  readonly owed: readonly OwedReport[];
}

/** Open ones first, then newest first. Throws `not-found`, `forbidden`. */
export async function listIncidents(app: App, unitId: string): Promise<ListedIncident[]> {
  allow(app, 'incident.view', { unitId });
  await requirePart(app, unitId, 'incidents');
  return incidentsOf(app, unitId);
}

/** Newest first. Throws likewise. */
export async function listOpenIncidents(app: App, unitId: string): Promise<ListedIncident[]> {
  allow(app, 'incident.view', { unitId });
  await requirePart(app, unitId, 'incidents');
  const stored = await listStored(app.db, unitId);
  return withReports(
    app,
    unitId,
    stored.filter(({ closedAt }) => closedAt === undefined),
  );
}

/** For whoever was let in already. */
async function incidentsOf(app: App, unitId: string): Promise<ListedIncident[]> {
  return withReports(app, unitId, await listStored(app.db, unitId));
}

async function withReports(
  app: App,
  unitId: string,
  incidents: readonly Incident[],
): Promise<ListedIncident[]> {
  const listed: ListedIncident[] = [];
  for (const incident of incidents) {
    const reports = await listReports(app.db, { unitId, number: incident.number });
    listed.push({ incident, owed: owedReports(incident, reports, app.clock()) });
  }
  return listed;
}

const MOST_ENTRIES = 500;

/** Someone to call, a second way to reach them, and every time it was tried. */
export interface IncidentCall {
  /** The same for the same person or contact. */
  readonly key: string;
  readonly name: string;
  readonly about: string;
  /** Of who is on duty now. */
  readonly until?: Instant;
  readonly phone: string;
  readonly email: string;
  /** Whom to call where nobody answers, and another way to reach them; empty for none. */
  readonly standIn?: string;
  readonly channel?: string;
  /** When somebody last made sure of the number. */
  readonly checkedOn?: Day;
  /** Newest first. */
  readonly tried: readonly LogEntry[];
}

export interface OpenIncident extends ListedIncident {
  readonly reports: readonly IncidentReport[];
  /** Newest first, the one it grew out of last. */
  readonly timeline: readonly LogEntry[];
  /** By number, the last entry that puts it right. */
  readonly corrections: ReadonlyMap<number, number>;
  /** In order: who is on duty now, then contacts; phones only for who may see them. */
  readonly calls: readonly IncidentCall[];
  /** Names by member of staff. */
  readonly nameOf: (staffId: string) => string;
}

/** @param contacts the unit's directory: those with a number are called after the posts' own. */
export async function readIncident(
  app: App,
  {
    unitId,
    number,
    contacts,
  }: { readonly unitId: string; readonly number: number; readonly contacts: readonly ContactEntry[] },
): Promise<OpenIncident> {
  allow(app, 'incident.view', { unitId });
  await requirePart(app, unitId, 'incidents');
  const incident = await findIncident(app.db, { unitId, number });
  if (!incident) throw new AppError('not-found', 'incidents.failure.missing', { number });
  const reports = await listReports(app.db, { unitId, number });
  const timeline = await timelineOf(app, unitId, incident);
  const people = await listKnownPeople(app.db, unitId);
  return {
    incident,
    reports,
    owed: owedReports(incident, reports, app.clock()),
    timeline,
    corrections: await listCorrections(
      app.db,
      unitId,
      timeline.map((each) => each.number),
    ),
    calls: isAllowed(app, 'phones.view', { unitId })
      ? await callsOf(app, unitId, { timeline, contacts })
      : [],
    nameOf: (staffId) => people.get(staffId)?.member.name ?? '',
  };
}

/** For the head of its documents. Throws `not-found`. */
export async function findUnitOf(app: App, unitId: string): Promise<Unit> {
  allow(app, 'incident.view', { unitId });
  const unit = await requireUnit(app.db, unitId);
  return unit;
}

/** Newest first, the one it grew out of last; for whoever was let in already. */
export async function timelineOf(
  app: App,
  unitId: string,
  { number, origin }: Incident,
): Promise<LogEntry[]> {
  const subject = { kind: 'incident', id: String(number) } as const;
  const own = await listLog(app.db, { unitId, subject }, MOST_ENTRIES);
  const first = origin > 0 ? await findLogEntry(app.db, { unitId, number: origin }) : undefined;
  return [...own, ...(first ? [first] : [])];
}

interface Calling {
  readonly timeline: readonly LogEntry[];
  readonly contacts: readonly ContactEntry[];
}

async function callsOf(app: App, unitId: string, { timeline, contacts }: Calling): Promise<IncidentCall[]> {
  const duties = await whoIsOnDuty(app, { unitId });
  const posts = duties.flatMap((duty) => duty.posts);
  const away = new Set(duties.flatMap((duty) => [...duty.away]));
  const calls = [
    ...escalation({ posts, away }).map(callOf),
    ...contacts.filter(({ phone }) => phone !== '').map(directoryCall),
  ];
  return calls
    .filter(({ key }, i) => calls.findIndex((each) => each.key === key) === i)
    .map((each) => ({ ...each, tried: timeline.filter(({ facts }) => facts.call === each.key) }));
}

type Untried = Omit<IncidentCall, 'tried'>;

function callOf(call: Call): Untried {
  if (call.kind === 'duty') {
    const { member, post, duty } = call;
    const { id, name, phone, email } = member;
    return { key: `duty:${id}`, name, about: post.shortName, until: duty.shift.span.end, phone, email };
  }
  const { name, phone = '', email = '', note = '' } = call.contact;
  return { key: `contact:${name}`, name, about: note, phone, email };
}

function directoryCall(contact: ContactEntry): Untried {
  const { name, role, phone, email, standIn, channel, asOf } = contact;
  return { key: `contact:${name}`, name, about: role, phone, email, standIn, channel, checkedOn: asOf };
}
