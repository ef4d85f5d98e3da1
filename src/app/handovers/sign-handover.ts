/** A shift is given, received, remarked on: each a line of the log, signed by whoever was let in under their own name. */

import type { LogFacts } from '../../domain/log-entry.ts';
import { changeId, OPENS_MS, type ShiftChange, writtenOf } from '../../domain/shift-change.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Database } from '../../store/database.ts';
import { listLog, listOpenItems } from '../../store/log-store.ts';
import { allow, isAllowed } from '../access/authorise.ts';
import type { App } from '../app.ts';
import { type EntryWriting, prepareEntry, type WrittenEntry, writePrepared } from '../log/write-entry.ts';
import { leadersOnDuty } from '../replacements/may-replace.ts';
import { findChange, type ShiftKey } from './read-handover.ts';

interface Signing extends ShiftKey {
  readonly key: string;
  readonly actor: string;
  readonly staffId?: string;
  readonly agoMs?: number;
  readonly words: string;
}

export interface GivingShift extends Signing {
  /** How equipment and systems are; empty where nothing is to be said. */
  readonly state: string;
  /** Numbers of the open items that travel on; what was open and isn't among them is closed. */
  readonly carried: readonly number[];
  /** Numbers of the open items the page showed: what was opened since is not closed unseen. */
  readonly shown: readonly number[];
  /** Why checks were missed, by the number of the line that told of it. */
  readonly reasons: ReadonlyMap<number, string>;
  /** In the unit's language, for a line that has no words of its own. */
  readonly say: (what: 'give' | 'close' | 'reason', said: string) => string;
}

/**
 * Throws as `findChange` and `writeEntry`; `forbidden`, `error.handover.not-outgoing`; `conflict`, `error.handover.too-early`;
 * `invalid`, `error.handover.reason`.
 */
export async function giveShift(app: App, giving: GivingShift): Promise<WrittenEntry> {
  const { unitId, staffId, state, carried, shown, reasons, say, words } = giving;
  const change = await begin(app, giving);
  const { outgoing } = change;
  if (staffId === undefined || !outgoing.staffIds.includes(staffId)) throw refused('not-outgoing');
  if (app.clock() < change.at - OPENS_MS) throw new AppError('conflict', 'error.handover.too-early');
  if ([...reasons.values()].some((reason) => reason.trim() === '')) {
    throw new AppError('invalid', 'error.handover.reason');
  }
  const post = outgoing.shift.postId;
  const part = (name: string): EntryWriting => ({
    ...{ unitId, key: `${giving.key}:${name}`, actor: giving.actor, agoMs: giving.agoMs ?? 0, postId: post },
    ...{ staffId, kind: 'observation', words: '-' },
  });
  const closing = shown.filter((number) => !carried.includes(number));
  const entry = await prepareOf(app, change, {
    ...giving,
    words: words.trim() === '' ? say('give', '') : words,
    facts: { step: 'give', state: state.trim(), carried: carried.map(String) },
  });
  const others = await Promise.all([
    ...closing.map((closes) =>
      prepareEntry(app, { ...part(`close:${closes}`), closes, words: say('close', '') }),
    ),
    ...[...reasons].map(([number, reason]) =>
      prepareEntry(app, {
        ...part(`reason:${number}`),
        kind: 'check',
        words: say('reason', reason.trim()),
        facts: { reasonFor: number },
      }),
    ),
  ]);
  return app.db.transaction().execute(async (trx) => {
    const open = new Set((await listOpenItems(trx, unitId)).map(({ number }) => number));
    for (const other of others) {
      const { closes } = other.entry;
      if (closes === undefined || open.has(closes)) await writePrepared(trx, app, other);
    }
    return writePrepared(trx, app, entry);
  });
}

export interface ReceivingShift extends Signing {
  /** Nhận, có kiến nghị: then there are words. */
  readonly withRemarks: boolean;
  readonly say: (what: 'receive') => string;
}

/** Throws likewise; `error.handover.not-incoming`, `own`, `not-given`, `remarks`. */
export async function receiveShift(app: App, receiving: ReceivingShift): Promise<WrittenEntry> {
  const { staffId, words, withRemarks } = receiving;
  const change = await begin(app, receiving);
  if (withRemarks && words.trim() === '') throw new AppError('invalid', 'error.handover.remarks');
  const entry = await prepareOf(app, change, {
    ...receiving,
    words: words.trim() === '' ? receiving.say('receive') : words,
    facts: { step: 'receive', remarks: withRemarks },
  });
  return app.db.transaction().execute(async (trx) => {
    const { given } = await writtenWithin(trx, receiving.unitId, change);
    if (given.some((each) => each.staffId === staffId)) throw refused('own');
    const isIncoming = change.incoming.some(
      ({ staffIds }) => staffId !== undefined && staffIds.includes(staffId),
    );
    if (!isIncoming) throw refused('not-incoming');
    if (given.length === 0) throw new AppError('conflict', 'error.handover.not-given');
    return writePrepared(trx, app, entry);
  });
}

/** By whoever leads the duty now, or decides in the unit. Throws likewise; `error.handover.not-leader`. */
export async function remarkOnShift(app: App, signing: Signing): Promise<WrittenEntry> {
  const change = await begin(app, signing);
  const entry = await prepareOf(app, change, { ...signing, facts: { step: 'remark' } });
  return app.db.transaction().execute(async (trx) => {
    if (!(await mayRemark({ ...app, db: trx }, signing))) throw refused('not-leader');
    return writePrepared(trx, app, entry);
  });
}

/** Whoever decides in the unit, and who leads the duty now. */
export async function mayRemark(
  app: App,
  { unitId, staffId }: { readonly unitId: string; readonly staffId?: string },
): Promise<boolean> {
  if (isAllowed(app, 'swap.decide', { unitId })) return true;
  return (await leadersOnDuty(app.db, app, unitId)).some((id) => id === staffId);
}

/** What is signed a week later is no handover any more. */
const SIGNED_FOR_MS = 7 * 86_400_000;

async function begin(app: App, { staffId, ...key }: Signing): Promise<ShiftChange> {
  allow(app, 'log.write', { unitId: key.unitId, ...(staffId === undefined ? {} : { staffId }) });
  const change = await findChange(app, key);
  if (app.clock() - change.at > SIGNED_FOR_MS) throw new AppError('not-found', 'error.handover.missing');
  return change;
}

function prepareOf(app: App, { outgoing }: ShiftChange, signing: Signing & { readonly facts: LogFacts }) {
  const { unitId, key, actor, staffId, agoMs = 0, words, facts } = signing;
  return prepareEntry(app, {
    ...{ unitId, key, actor, agoMs, words, facts, kind: 'handover', postId: outgoing.shift.postId },
    subject: { kind: 'handover', id: changeId(outgoing) },
    ...(staffId === undefined ? {} : { staffId }),
  });
}

async function writtenWithin(trx: Database, unitId: string, { outgoing }: ShiftChange) {
  const subject = { kind: 'handover', id: changeId(outgoing) } as const;
  return writtenOf(await listLog(trx, { unitId, subject }, 100));
}

function refused(why: string): AppError {
  return new AppError('forbidden', `error.handover.${why}`);
}
