/** A line is written into the log, once however often it is sent: a phone that heard no answer sends it again. */

import { createHash } from 'node:crypto';
import type { Instant } from '../../calendar/interval.ts';
import type { Picture } from '../../domain/log-entry.ts';
import {
  type LogFacts,
  type LogKind,
  type LogSubject,
  MOST_PICTURES,
  MOST_WORDS,
  type NewLogEntry,
  type Severity,
  type Wanted,
} from '../../domain/log-entry.ts';
import { usesPart } from '../../domain/watch-setting.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { insertPictures } from '../../store/log-picture-store.ts';
import { appendToLog, findByEntryKey, findLogEntry } from '../../store/log-store.ts';
import { findWatchSetting } from '../../store/watch-setting-store.ts';
import { allow } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { logKeyOf } from '../derived-key.ts';
import { shiftOfWriter } from './who-stood.ts';

export interface EntryWriting {
  readonly unitId: string;
  /** Chosen by who writes, the same each time it is sent. */
  readonly key: string;
  readonly actor: string;
  readonly staffId?: string;
  /** Absent: the author's own at that moment. */
  readonly postId?: string;
  /** How long ago it was written, by the clock it was written by; 0 when absent. */
  readonly agoMs?: number;
  readonly kind: LogKind;
  readonly severity?: Severity;
  readonly system?: string;
  readonly words: string;
  readonly subject?: LogSubject;
  readonly facts?: LogFacts;
  readonly wants?: Wanted;
  readonly closes?: number;
  readonly corrects?: number;
  readonly pictures?: readonly Picture[];
}

export interface WrittenEntry {
  readonly number: number;
  /** It had been written before. */
  readonly again: boolean;
}

const KEY = /^[\w:./ -]{8,200}$/u;
/** Longer than any watch in the mountains; what is older is no line of a log but a memory of one. */
const OLDEST_MS = 7 * 86_400_000;
const MOST_SYSTEM = 200;

/**
 * Throws `not-found`, `forbidden`; `conflict`, `error.log.off`, where the unit keeps none; `invalid`, `error.log.…`: `words`, `old`,
 * `key`, `pictures`, `no-entry` for one that closes or corrects what isn't there, `taken` for a key of somebody else's.
 */
export async function writeEntry(app: App, writing: EntryWriting): Promise<WrittenEntry> {
  const { unitId, staffId } = writing;
  allow(app, 'log.write', { unitId, ...(staffId === undefined ? {} : { staffId }) });
  const prepared = await prepareEntry(app, writing);
  return app.db.transaction().execute((trx) => writePrepared(trx, app, prepared));
}

export interface PreparedEntry {
  readonly unitId: string;
  readonly entry: NewLogEntry;
  readonly pictures: readonly Picture[];
}

/** What is known of the entry before the transaction: judged, with its shift. For use cases that write more beside it. */
export async function prepareEntry(app: App, writing: EntryWriting): Promise<PreparedEntry> {
  const { unitId, key, actor, staffId, postId, agoMs = 0, pictures = [], ...said } = writing;
  const receivedAt = app.clock();
  const writtenAt = Math.floor(receivedAt - Math.max(0, agoMs)) as Instant;
  const words = said.words.normalize('NFC').trim();
  if (words === '' || words.length > MOST_WORDS) throw refused('words', { most: MOST_WORDS });
  if (!(agoMs <= OLDEST_MS)) throw refused('old', { days: OLDEST_MS / 86_400_000 });
  if (!KEY.test(key)) throw refused('key');
  if (pictures.length > MOST_PICTURES) throw refused('pictures', { most: MOST_PICTURES });
  const who = staffId === undefined ? {} : { staffId };
  const stood = await shiftOfWriter(
    app,
    { unitId, ...who, ...(postId === undefined ? {} : { postId }) },
    writtenAt,
  );
  const post = postId ?? stood?.post.id;
  const { kind, severity = 'normal', system = '', facts = {}, subject, wants, closes, corrects } = said;
  const entry: NewLogEntry = {
    ...{ key, writtenAt, receivedAt, actor, kind, severity, words, facts },
    system: system.normalize('NFC').trim().slice(0, MOST_SYSTEM),
    pictures: pictures.map(({ bytes }) => createHash('sha256').update(bytes).digest('base64url')),
    ...who,
    ...(stood ? { shift: { periodId: stood.periodId, shiftId: stood.shiftId } } : {}),
    ...(post === undefined ? {} : { postId: post }),
    ...(subject === undefined ? {} : { subject }),
    ...(wants === undefined ? {} : { wants }),
    ...(closes === undefined ? {} : { closes }),
    ...(corrects === undefined ? {} : { corrects }),
  };
  return { unitId, entry, pictures };
}

/** Call it inside the transaction that makes the rest of the change. */
export async function writePrepared(
  trx: Database,
  app: App,
  { unitId, entry, pictures }: PreparedEntry,
): Promise<WrittenEntry> {
  if (!usesPart(await findWatchSetting(trx, unitId), 'log')) {
    throw new AppError('conflict', 'error.log.off');
  }
  const before = await findByEntryKey(trx, unitId, entry.key);
  if (before) {
    if (before.actor !== entry.actor) throw refused('taken');
    return { number: before.number, again: true };
  }
  for (const number of [entry.closes, entry.corrects]) {
    if (number !== undefined && !(await findLogEntry(trx, { unitId, number }))) {
      throw refused('no-entry', { number });
    }
  }
  const number = await appendToLog(trx, unitId, { entry, key: logKeyOf(app) });
  await insertPictures(trx, { unitId, number }, pictures);
  return { number, again: false };
}

function refused(what: string, params: Readonly<Record<string, number>> = {}): AppError {
  return new AppError('invalid', `error.log.${what}`, params);
}
