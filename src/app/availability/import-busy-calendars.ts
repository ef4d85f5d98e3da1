/**
 * Reads the calendars people gave us, each at most once a day, into leave that they ask for. What was found before stays
 * until a new reading has succeeded as a whole.
 */

import type { Instant, Interval } from '../../calendar/interval.ts';
import { dayOf, startOfDay } from '../../calendar/zone.ts';
import { covers, type NewLine, stretchOf } from '../../domain/availability-line.ts';
import { leaveEntries } from '../../domain/leave-proposal.ts';
import type { Unit } from '../../domain/unit.ts';
import type { BusyReading } from '../../input/busy-calendar.ts';
import { AppError } from '../../kernel/app-error.ts';
import { listLines, replaceCalendarLines } from '../../store/availability-store.ts';
import {
  type BusyCalendar,
  findBusyCalendar,
  listDueCalendars,
  recordAsking,
} from '../../store/busy-calendar-store.ts';
import type { Database } from '../../store/database.ts';
import { dropCertificatesWithin } from '../../store/draft-store.ts';
import { readDutyFlow } from '../../store/submission-store.ts';
import { findUnit } from '../../store/unit-store.ts';
import { requireMachine } from '../access/authorise.ts';
import { unseal } from '../access/secret-box.ts';
import type { App } from '../app.ts';
import type { Outbound } from '../machines/outbound.ts';
import { ownerOf } from './set-busy-calendar.ts';

const MS_PER_DAY = 86_400_000;
const AHEAD_DAYS = 400;
const AT_ONCE = 4;
const TIMEOUT_MS = 20_000;
const MOST_OCTETS = 4 * 1024 * 1024;
const MOST_REDIRECTS = 3;

/** How many were asked for. */
export async function importBusyCalendars(app: App, send: Outbound): Promise<number> {
  requireMachine(app);
  const due = await listDueCalendars(app.db, (app.clock() - MS_PER_DAY) as Instant, AT_ONCE);
  await Promise.all(due.map((calendar) => importOne(app, send, calendar)));
  return due.length;
}

async function importOne(app: App, send: Outbound, calendar: BusyCalendar): Promise<void> {
  const askedAt = app.clock();
  // Before anything can go wrong: whatever happens, it is not asked for again today.
  await recordAsking(app.db, calendar, { askedAt, ...outcomeOf(calendar) });
  const unit = await findUnit(app.db, calendar.unitId);
  if (!unit) return;
  const read = await readCalendar(app, send, { calendar, unit });
  await app.db.transaction().execute(async (trx) => {
    const now = await findBusyCalendar(trx, calendar);
    // Taken away or replaced while we were reading.
    if (now?.sealedAddress !== calendar.sealedAddress) return;
    const { notes = [] } = read;
    if (!read.ok) {
      await recordAsking(trx, calendar, { askedAt, outcome: read.key, notes });
      return;
    }
    await replaceAsked(trx, app, { calendar, unit }, read.spans);
    await recordAsking(trx, calendar, { askedAt, readAt: askedAt, notes });
  });
}

function outcomeOf({ outcome, notes }: BusyCalendar): Pick<BusyCalendar, 'outcome' | 'notes'> {
  return { ...(outcome === undefined ? {} : { outcome }), ...(notes ? { notes } : {}) };
}

interface Reading {
  readonly calendar: BusyCalendar;
  readonly unit: Unit;
}

/** The busy spans, or the key of what kept us from them; and what of the calendar could not be read. */
async function readCalendar(app: App, send: Outbound, { calendar, unit }: Reading): Promise<BusyReading> {
  try {
    const address = Buffer.from(unseal(app, ownerOf(calendar), calendar.sealedAddress)).toString();
    const { status, body } = await send({
      method: 'GET',
      address,
      headers: { Accept: 'text/calendar', 'User-Agent': 'lich-truc' },
      timeoutMs: TIMEOUT_MS,
      mostOctets: MOST_OCTETS,
      mostRedirects: MOST_REDIRECTS,
    });
    if (status !== 200) return { ok: false, key: 'busy.refused.unreachable' };
    const start = startOfDay(dayOf(app.clock(), unit.zone), unit.zone);
    const within = { start, end: (start + AHEAD_DAYS * MS_PER_DAY) as Instant };
    const options = { zone: unit.zone, within };
    const asker = `calendar ${ownerOf(calendar)}`;
    return await app.parseFile({ kind: 'calendar', bytes: body, options }, asker);
  } catch (error) {
    if (error instanceof AppError) return { ok: false, key: error.key };
    throw error;
  }
}

/** As leave that the person asks for, but for what is leave already, waits already or was refused. */
async function replaceAsked(
  trx: Database,
  app: App,
  { calendar: { unitId, staffId }, unit: { zone } }: Reading,
  spans: readonly Interval[],
): Promise<void> {
  const now = app.clock();
  const waits = (await readDutyFlow(trx, unitId)).leaveWaits;
  const known = (await listLines(trx, unitId, { staffIds: [staffId] })).filter(
    ({ origin, answeredAt }) => origin !== 'calendar' || answeredAt !== undefined,
  );
  const lines = spans
    .flatMap((span) => leaveEntries(span, { staffId, note: '', zone }))
    .filter((entry) => !known.some((each) => covers(each.entry, entry, zone)))
    .map(
      (entry): NewLine => ({
        entry,
        state: waits ? 'waiting' : 'granted',
        origin: 'calendar',
        enteredAt: now,
      }),
    );
  await replaceCalendarLines(trx, { unitId, staffId, from: dayOf(now, zone) }, lines);
  for (const { entry } of waits ? [] : lines) {
    await dropCertificatesWithin(trx, unitId, stretchOf(entry, zone));
  }
}
