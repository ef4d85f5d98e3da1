/**
 * One edit of the draft, asked for by a form or by the page's script. The form is answered with the page, the script with
 * the parts that changed; both are told why something did not go through.
 */

import { editDraft as editSeat } from '../../app/drafts/edit-draft.ts';
import { editSeats, type SeatsEdited, type SeatsEditing } from '../../app/drafts/edit-seats.ts';
import { type OpenDraft, openDraft } from '../../app/drafts/open-draft.ts';
import { undoDraft } from '../../app/drafts/undo-draft.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { readVersion } from '../../app/versions/read-version.ts';
import { type DraftEdit, holderOf } from '../../domain/draft-edit.ts';
import type { Shift } from '../../domain/shift.ts';
import { staffName } from '../../domain/staff-names.ts';
import { AppError } from '../../kernel/app-error.ts';
import { shiftLine } from '../../output/roster/shift-words.ts';
import type { WebDeps } from '../kit/deps.ts';
import { secondIf } from '../kit/refusal.ts';
import type { PagePart, Reply, Visit } from '../kit/visit.ts';
import { makingPath } from '../paths/periods.ts';
import { monthQuery, shownMonth } from '../roster/month-window.ts';
import { draftPage, parseSeat } from './draft.ts';
import { cellsByPart, editorModel, type Shown } from './editor.ts';
import { stepWords } from './step-words.ts';

/** What came of the request. */
interface Result {
  readonly before: OpenDraft;
  readonly after: OpenDraft;
  readonly done: boolean;
  /** What was done or why not. */
  readonly words: string;
}

export async function editDraft(visit: Visit, deps: WebDeps): Promise<Reply> {
  const choice = visit.form.get('choice') ?? '';
  const result =
    choice === 'undo' || choice === 'redo'
      ? await turnBack(visit, deps, choice)
      : choice === 'several' || choice === 'paste'
        ? await editMany(visit, deps, choice)
        : await edit(visit, deps, choice);
  if (visit.header('accept')?.includes('application/json')) return partsReply(visit, deps, result);
  if (result.done) {
    const query = monthQuery(shownMonth(visit, result.after.plan));
    return { kind: 'redirect', to: makingPath(visit.param('period'), 'draft', query) };
  }
  const seat = visit.form.get('seat');
  return draftPage(visit, deps, { open: result.after, seat, message: result.words });
}

async function turnBack(visit: Visit, { app }: WebDeps, direction: 'undo' | 'redo'): Promise<Result> {
  const key = await resolvePeriod(app, visit.param('period'));
  const turned = await undoDraft(app, { key, direction, actor: visit.actor });
  if (!turned) {
    const open = await openDraft(app, key);
    return { before: open, after: open, done: false, words: visit.say(`editor.refusal.no-${direction}`) };
  }
  const { before, after } = turned;
  const step = direction === 'undo' ? before.undo : before.redo;
  const words = step
    ? visit.say(`editor.done.${direction}`, { step: stepWords(visit, after.plan, step) })
    : '';
  return { before, after, done: true, words };
}

async function edit(visit: Visit, { app }: WebDeps, choice: string): Promise<Result> {
  const { change, seen } = parseChoice(visit.form, choice);
  const key = await resolvePeriod(app, visit.param('period'));
  const edited = await editSeat(app, { key, edit: change, seen, actor: visit.actor });
  const { before } = edited;
  if (edited.done) {
    const { after } = edited;
    return { before, after, done: true, words: editedWords(visit, after) };
  }
  return { before, after: before, done: false, words: refusalWords(visit, before, change, edited.refusal) };
}

async function editMany(visit: Visit, { app }: WebDeps, kind: 'several' | 'paste'): Promise<Result> {
  const lines = visit.form.getAll('line').map((line) => line.split('\t'));
  const key = await resolvePeriod(app, visit.param('period'));
  const changes = kind === 'paste' ? pastedNames(lines) : severalEdits(lines);
  const edited = await editSeats(app, { key, changes, actor: visit.actor });
  const { before } = edited;
  if (!edited.done) return { before, after: before, done: false, words: manyRefused(visit, edited) };
  const { after } = edited;
  return { before, after, done: true, words: editedWords(visit, after) };
}

/** What was done, as the step says that undoes it. */
function editedWords(visit: Visit, { plan, undo }: OpenDraft): string {
  return undo ? visit.say('editor.done.edit', { step: stepWords(visit, plan, undo) }) : '';
}

/** `assign p12`, seat, who was seen on it. */
function severalEdits(lines: readonly (readonly string[])[]): SeatsEditing['changes'] {
  const edits = lines.map(([choice = '', seat = '', seen = '']) => {
    const { change, seen: holders } = parseChoice(new URLSearchParams({ seat, seen }), choice);
    return { edit: change, seen: holders };
  });
  return { edits };
}

/** Seat, who was seen on it, name. */
function pastedNames(lines: readonly (readonly string[])[]): SeatsEditing['changes'] {
  const names = lines.map(([seat = '', seen = '', name = '']) => ({
    ...(seat === '' ? {} : { seat: parseSeat(seat) }),
    seen: seen || undefined,
    name: name.slice(0, 200),
  }));
  return { names };
}

const MOST_NAMES = 6;

function manyRefused(visit: Visit, edited: Extract<SeatsEdited, { done: false }>): string {
  const { say, language } = visit;
  const { before } = edited;
  if ('names' in edited) {
    const names = edited.names.slice(0, MOST_NAMES).join(', ');
    return say(`editor.refusal.${edited.refusal}`, { names });
  }
  if (!('edit' in edited)) return say('editor.refusal.nothing');
  const { edit } = edited;
  const shift = before.plan.shifts.find(({ id }) => id === edit.seat.shiftId);
  const seat = shift ? shiftLine(language, before.plan, shift) : '';
  return say('editor.refusal.several', { seat, why: refusalWords(visit, before, edit, edited.refusal) });
}

function refusalWords({ say }: Visit, { plan, work }: OpenDraft, change: DraftEdit, refusal: string): string {
  const nameOf = (id: string | undefined): string => staffName(plan.staff, id) || say('editor.seat.nobody');
  const wanted = change.kind === 'assign' ? nameOf(change.staffId) : say(`editor.wanted.${change.kind}`);
  return say(`editor.refusal.${refusal}`, { now: nameOf(holderOf(work.roster, change.seat)), wanted });
}

/** `assign p12`, `swap shift@place p7`, `empty`, `pin`, `unpin`; the seat and who was seen on it in fields beside. */
function parseChoice(
  form: URLSearchParams,
  choice: string,
): { readonly change: DraftEdit; readonly seen: readonly (string | undefined)[] } {
  const seat = parseSeat(form.get('seat') ?? '');
  const seen = form.get('seen') || undefined;
  const [kind = '', ...rest] = choice.split(' ');
  if (kind === 'assign' && rest.length > 0) {
    return { change: { kind, seat, staffId: rest.join(' ') }, seen: [seen] };
  }
  if (kind === 'swap') {
    const [other = '', ...holder] = rest;
    return { change: { kind, seat, other: parseSeat(other) }, seen: [seen, holder.join(' ') || undefined] };
  }
  if (kind === 'empty' || kind === 'pin' || kind === 'unpin') return { change: { kind, seat }, seen: [seen] };
  throw new AppError('invalid', 'editor.failure.choice', { value: choice.slice(0, 80) });
}

/** Only the cells that look different; all of them when the page was made before someone else's edit. */
async function partsReply(visit: Visit, { app }: WebDeps, result: Result): Promise<Reply> {
  const { before, after, done, words } = result;
  const published = await readVersion(app, after.key);
  const month = shownMonth(visit, after.plan);
  const model = editorModel(visit, after, { published, month });
  const fresh = cellsByPart(model.grid);
  const isCurrent = Number(visit.form.get('revision')) === before.revision;
  const known = isCurrent ? knownCells(visit, before, { published, month }) : new Map();
  lastSent.set(after.plan.shifts, {
    revision: after.revision,
    language: visit.language,
    month,
    cells: fresh,
  });
  const cells: PagePart[] = [...fresh]
    .filter(([name, cell]) => JSON.stringify(known.get(name)) !== JSON.stringify(cell))
    .map(([name, cell]) => ({ name, view: 'draft/cell', model: cell }));
  return {
    kind: 'parts',
    parts: [
      ...cells,
      { name: 'bar', view: 'draft/bar', model: { bar: model.bar } },
      { name: 'check', view: 'draft/check', model: { check: model.check } },
    ],
    data: { done, words, revision: after.revision },
    ...secondIf(!done),
  };
}

type Cells = ReturnType<typeof cellsByPart>;

interface Sent {
  readonly revision: number;
  readonly language: Visit['language'];
  readonly month: Shown['month'];
  readonly cells: Cells;
}

/** The cells last sent of a plan: most edits follow the one before, and need not work out again what is known. */
const lastSent = new WeakMap<readonly Shift[], Sent>();

function knownCells(visit: Visit, before: OpenDraft, shown: Shown): Cells {
  const sent = lastSent.get(before.plan.shifts);
  const isLast = sent?.revision === before.revision && sent.month === shown.month;
  if (isLast && sent.language === visit.language) return sent.cells;
  return cellsByPart(editorModel(visit, before, shown).grid);
}
