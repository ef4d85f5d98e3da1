/** After someone is erased: where a text may still speak of them is noted, listed, and taken out or left by who knows. */

import { createHmac } from 'node:crypto';
import type { Visitor } from '../../domain/account.ts';
import type { Erasure } from '../../domain/erased-person.ts';
import { findTraces } from '../../domain/name-traces.ts';
import { AppError } from '../../kernel/app-error.ts';
import { listReceivedElsewhere, type ReceivedElsewhere } from '../../store/answer-erasure-store.ts';
import { type Database, emptyWal } from '../../store/database.ts';
import {
  findPlacedText,
  type PlacedText,
  placedTexts,
  rewritePlacedText,
  type TextOwner,
} from '../../store/free-text-store.ts';
import { readOnly } from '../../store/read-only.ts';
import { findStaffMember, listLeavers, listStaff } from '../../store/staff-store.ts';
import {
  deleteMentions,
  insertMentions,
  listMentions,
  moveMentions,
  type TracedMention,
} from '../../store/traced-mention-store.ts';
import type { App } from '../app.ts';
import { derivedKey, logKeyOf } from '../derived-key.ts';
import { record } from '../record.ts';
import { authorise } from './authorise.ts';

export interface StaffKey {
  readonly unitId: string;
  readonly staffId: string;
}

/** Beyond it a name is so common that the list would help nobody. */
const MOST_NOTED = 2_000;
const AROUND = 60;
/** Where words would be no value: what is taken out leaves nothing. */
const PLAIN_FIELDS: readonly string[] = ['contact_entry.phone', 'contact_entry.email'];

/** Call it where the person is off the list and their exact name is replaced already. */
export async function noteMentions(
  trx: Database,
  app: App,
  unitId: string,
  { member, ghost }: Erasure,
): Promise<void> {
  const people = [
    ...(await listStaff(trx, unitId)),
    ...(await listLeavers(trx, unitId)).map((each) => each.member),
  ];
  const others = people.map(({ name }) => name).filter((name) => name !== member.name);
  const noted: Omit<TracedMention, 'number'>[] = [];
  for await (const { place, rowKey, text } of placedTexts(trx, unitId)) {
    const seal = sealOf(app, text);
    for (const trace of findTraces(text, member, others)) {
      if (noted.length < MOST_NOTED) noted.push({ ghostId: ghost.id, place, rowKey, seal, ...trace });
    }
  }
  await insertMentions(trx, unitId, noted);
}

/** A keyed code: what was written cannot be guessed from it. */
function sealOf(app: App, text: string): string {
  return createHmac('sha256', derivedKey(app, 'mentions')).update(text).digest('base64url');
}

export interface OpenMention extends TextOwner {
  readonly number: number;
  readonly place: PlacedText['place'];
  readonly before: string;
  /** What may name the person. */
  readonly found: string;
  readonly after: string;
}

export interface OpenMentions {
  /** `••• 1a2b3c4d`. */
  readonly name: string;
  readonly mentions: readonly OpenMention[];
  /** Places whose text is gone or was changed since: they are off the list. */
  readonly changed: number;
  /** Other installations that hold answers with the name: nothing is erased there from here. */
  readonly elsewhere: readonly ReceivedElsewhere[];
}

/** Throws `not-found`, `forbidden`. */
export function openMentions(
  app: App,
  visitor: Visitor,
  { unitId, staffId }: StaffKey,
): Promise<OpenMentions> {
  authorise(visitor, 'staff.erase', { unitId });
  return readOnly(app.db, async (trx) => {
    const name = await nameOf(trx, { unitId, staffId });
    const mentions: OpenMention[] = [];
    let changed = 0;
    for (const mention of await listMentions(trx, unitId, staffId)) {
      const placed = await findPlacedText(trx, mention);
      if (!placed || sealOf(app, placed.text) !== mention.seal) changed++;
      else mentions.push(openOf(mention, placed));
    }
    return { name, mentions, changed, elsewhere: await listReceivedElsewhere(trx, { unitId, staffId }) };
  });
}

async function nameOf(trx: Database, { unitId, staffId }: StaffKey): Promise<string> {
  const ghost = await findStaffMember(trx, unitId, staffId);
  if (!ghost) throw new AppError('not-found', 'error.staff.missing', { staff: staffId });
  return ghost.name;
}

function openOf({ number, start, end }: TracedMention, placed: PlacedText & TextOwner): OpenMention {
  const { text, place, periodId, staffId, version } = placed;
  return {
    number,
    place,
    periodId,
    staffId,
    version,
    before: (start > AROUND ? '…' : '') + text.slice(Math.max(0, start - AROUND), start),
    found: text.slice(start, end),
    after: text.slice(end, end + AROUND) + (text.length > end + AROUND ? '…' : ''),
  };
}

export interface Settling extends StaffKey {
  readonly numbers: readonly number[];
  /** Put in the place of the name; absent where the text tells of someone else and stays. */
  readonly word?: string;
}

/** How many places were settled; those whose text was changed meanwhile are not. Throws as `openMentions` does. */
export async function settleMentions(app: App, visitor: Visitor, settling: Settling): Promise<number> {
  const { unitId, staffId, word } = settling;
  authorise(visitor, 'staff.erase', { unitId });
  const settled = await app.db.transaction().execute(async (trx) => {
    await nameOf(trx, settling);
    const wanted = new Set(settling.numbers);
    const mentions = (await listMentions(trx, unitId, staffId)).filter(({ number }) => wanted.has(number));
    let count = 0;
    for (const { number } of mentions) {
      // Anew each time: taking one out moves those behind it.
      const mention = (await listMentions(trx, unitId, staffId)).find((each) => each.number === number);
      if (mention && (word === undefined || (await replaceAt(trx, app, { unitId, mention, word })))) count++;
    }
    await deleteMentions(
      trx,
      mentions.map(({ number }) => number),
    );
    if (count > 0) {
      const action = word === undefined ? 'staff.mention-kept' : 'staff.mention-replaced';
      const change = { actor: visitor.account.id, unitId, subject: staffId };
      await record(trx, app, { ...change, action }, { places: count });
    }
    return count;
  });
  // What was taken out stands no longer in the log beside the file either.
  if (word !== undefined) await emptyWal(app.db);
  return settled;
}

interface Replacing {
  readonly unitId: string;
  readonly mention: TracedMention;
  readonly word: string;
}

async function replaceAt(trx: Database, app: App, { unitId, mention, word }: Replacing): Promise<boolean> {
  const { start, end, seal } = mention;
  const placed = await findPlacedText(trx, mention);
  if (!placed || sealOf(app, placed.text) !== seal) return false;
  const put = PLAIN_FIELDS.includes(mention.place) ? '' : word;
  const text = placed.text.slice(0, start) + put + placed.text.slice(end);
  await rewritePlacedText(trx, { place: placed.place, rowKey: placed.rowKey, text }, logKeyOf(app));
  const moved = { from: end, by: put.length - (end - start), seal: sealOf(app, text), before: seal };
  await moveMentions(trx, { unitId, place: mention.place, rowKey: mention.rowKey }, moved);
  return true;
}
