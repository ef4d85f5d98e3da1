/**
 * Another program says what happens, by a token made for it: one line in the log of whoever is on duty when it begins, one
 * when it is over. The same said again counts and writes nothing.
 */

import type { AlertSignal } from '../../domain/alert.ts';
import { usesPart } from '../../domain/watch-setting.ts';
import { parseAlertBody } from '../../input/alert-body.ts';
import { AppError } from '../../kernel/app-error.ts';
import { listOpenAlerts, nextAlertNumber, saveAlert, saveSource } from '../../store/alert-store.ts';
import { type ApiAccess, findApiToken } from '../../store/api-token-store.ts';
import type { Database } from '../../store/database.ts';
import { isPast } from '../../store/token-store.ts';
import { findWatchSetting } from '../../store/watch-setting-store.ts';
import type { App } from '../app.ts';
import { noteUse } from '../feeds/token-uses.ts';
import { type PreparedEntry, prepareEntry, writePrepared } from '../log/write-entry.ts';
import { hashOfToken, isToken } from '../secret-token.ts';

export interface AlertTaking {
  readonly token: string;
  /** What the program calls itself. */
  readonly client: string;
  /** As it was sent, read as JSON; undefined for what was none. */
  readonly body: unknown;
}

export interface TakenAlerts {
  readonly opened: number;
  readonly repeated: number;
  readonly resolved: number;
}

/** A storm of them says no more than that there is a storm. */
const MOST_OPEN = 500;

/** Whether a body may be read of whoever sends it. */
export async function isAlertToken(app: App, token: string): Promise<boolean> {
  return (await accessOf(app, token)) !== undefined;
}

async function accessOf(app: App, token: string): Promise<ApiAccess | undefined> {
  const access = isToken(token) ? await findApiToken(app.db, hashOfToken(token), ['alert']) : undefined;
  return access && !isPast(access, app.clock()) ? access : undefined;
}

/**
 * Undefined for a token that opens nothing or is for something else; what is wrong with the body, where something is.
 * Throws `conflict`, `error.log.off`, where the unit takes none.
 */
export async function takeAlerts(
  app: App,
  { token, client, body }: AlertTaking,
): Promise<TakenAlerts | { readonly wrong: readonly string[] } | undefined> {
  const access = await accessOf(app, token);
  if (!access) return undefined;
  noteUse(app.apiUses, access, { at: app.clock(), client });
  const { unitId } = access;
  if (!usesPart(await findWatchSetting(app.db, unitId), 'alerts')) {
    throw new AppError('conflict', 'error.log.off');
  }
  const read = parseAlertBody(body);
  if (!read.ok) return { wrong: read.wrong };
  const source = read.value.source ?? access.name;
  const signals = read.value.signals.map((signal): AlertSignal => ({ ...signal, source }));
  const lines: PreparedEntry[] = [];
  for (const signal of signals) lines.push(await lineOf(app, unitId, signal, `token:${access.id}`));
  const taken = { opened: 0, repeated: 0, resolved: 0 };
  await app.db.transaction().execute(async (trx) => {
    await saveSource(trx, unitId, { name: source, lastAt: app.clock() });
    for (const [i, signal] of signals.entries()) {
      const line = lines[i];
      const done = line && (await takeOne(trx, app, { unitId, signal, line }));
      if (done) taken[done] += 1;
    }
  });
  return taken;
}

interface Taking {
  readonly unitId: string;
  readonly signal: AlertSignal;
  readonly line: PreparedEntry;
}

async function takeOne(
  trx: Database,
  app: App,
  { unitId, signal, line }: Taking,
): Promise<keyof TakenAlerts | undefined> {
  const { state, words: _, ...about } = signal;
  const open = await listOpenAlerts(trx, unitId);
  const before = open.find(({ key, source }) => key === signal.key && source === signal.source);
  if (before && state === 'firing') {
    await saveAlert(trx, unitId, { ...before, times: before.times + 1 });
    return 'repeated';
  }
  if (before) {
    await writeLine(trx, app, line, { number: before.number, state });
    await saveAlert(trx, unitId, { ...before, resolvedAt: app.clock() });
    return 'resolved';
  }
  if (state === 'resolved' || open.length >= MOST_OPEN) return undefined;
  const number = await nextAlertNumber(trx, unitId);
  const entry = await writeLine(trx, app, line, { number, state });
  await saveAlert(trx, unitId, { ...about, number, entry, firedAt: app.clock(), times: 1, told: [] });
  return 'opened';
}

async function lineOf(app: App, unitId: string, signal: AlertSignal, actor: string): Promise<PreparedEntry> {
  const { title, words, source, severity, system, state } = signal;
  const more = words.trim() === '' ? '' : `. ${words.trim()}`;
  return prepareEntry(app, {
    ...{ unitId, actor, key: 'alert:unnumbered', kind: 'alert', system },
    severity: state === 'resolved' ? 'normal' : severity,
    words: `${source}: ${title}${more}`.slice(0, 1500),
  });
}

async function writeLine(
  trx: Database,
  app: App,
  { entry, ...prepared }: PreparedEntry,
  { number, state }: { readonly number: number; readonly state: AlertSignal['state'] },
): Promise<number> {
  const subject = { kind: 'alert', id: String(number) } as const;
  const key = `alert:${number}:${state}`;
  const written = await writePrepared(trx, app, {
    ...prepared,
    entry: { ...entry, key, subject, facts: { state } },
  });
  return written.number;
}
