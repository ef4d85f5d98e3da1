/** “Nộp bằng tệp”: a sheet of ours or a list of the unit's own, looked at before it is sent; by private link or signed in. */

import {
  type AnswerWay,
  type FileAnswer,
  openAnswerFile,
  previewFileAnswer,
  sendFileAnswer,
} from '../../app/answers/answer-file.ts';
import { readGivenTable } from '../../app/staff/given-table.ts';
import { AppError } from '../../kernel/app-error.ts';
import { redirect } from '../kit/allowed.ts';
import { askerOf } from '../kit/asker.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, formOf } from '../kit/fields.ts';
import { askedAgain, givenFile, takes } from '../kit/given-table.ts';
import { placedFaults } from '../kit/placed-faults.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { answerPath, askedPath } from '../paths/orders.ts';
import { sampleReply } from './answer-sample.ts';
import { filePreviewModel } from './file-preview.ts';

/** One of the two ways, and where its pages are. */
interface Door {
  readonly way: AnswerWay;
  readonly back: string;
  readonly link: boolean;
}

function linkDoor(visit: Visit): Door {
  const token = visit.param('token');
  return { way: { token }, back: answerPath(token), link: true };
}

function unitDoor(visit: Visit): Door {
  const key = { unitId: visit.param('unit'), orderId: visit.param('order') };
  return {
    way: { ...key, actor: visit.actor },
    back: askedPath(key.unitId, key.orderId),
    link: false,
  };
}

type Show = (visit: Visit, deps: WebDeps) => Promise<Reply>;

/** A link that opens nothing any more: the page of the link says why and whom to call. */
function shownBy(
  doorOf: (visit: Visit) => Door,
  show: (door: Door, ...given: Parameters<Show>) => ReturnType<Show>,
): Show {
  return async (visit, deps) => {
    const door = doorOf(visit);
    try {
      return await show(door, visit, deps);
    } catch (error) {
      if (error instanceof AppError && error.key === 'answers.error.no-link') return redirect(door.back);
      throw error;
    }
  };
}

export const showLinkSample = shownBy(linkDoor, showSample);
export const showUnitSample = shownBy(unitDoor, showSample);
export const showLinkFile = shownBy(linkDoor, (door, visit, deps) =>
  choosePage(door, visit, { deps, faults: [] }),
);
export const showUnitFile = shownBy(unitDoor, (door, visit, deps) =>
  choosePage(door, visit, { deps, faults: [] }),
);
export const runLinkFile = shownBy(linkDoor, runFile);
export const runUnitFile = shownBy(unitDoor, runFile);

async function showSample({ way, link }: Door, visit: Visit, { app }: WebDeps): Promise<Reply> {
  return sampleReply(visit, await openAnswerFile(app, way), link);
}

/** Secret where the address is one: no other page is told of it. */
function pageOf({ link, back }: Door) {
  return link ? { secret: 'with-forms' as const, own: { home: back, tabs: [] } } : {};
}

interface Choosing {
  readonly deps: WebDeps;
  readonly faults: readonly FormFault[];
}

async function choosePage(door: Door, visit: Visit, { deps, faults }: Choosing): Promise<Reply> {
  const { order, unitName } = await openAnswerFile(deps.app, door.way);
  const form = formOf(visit, visit.form, faults);
  const title = visit.say('answers.file.title');
  return {
    kind: 'page',
    view: 'staff/import',
    title,
    unitName,
    script: 'import.js',
    ...pageOf(door),
    ...refusedIf(faults.length > 0),
    model: {
      title,
      lead: visit.say('answers.file.lead', { order: order.content.name }),
      to: `${door.back}/file`,
      back: door.back,
      backWords: order.content.name,
      samplePath: `${door.back}/sample`,
      directory: '',
      otherPath: '',
      whole: form.whole.map((each) => each.trim()),
      paste: form.area('paste', 'staff.import.paste', { rows: 9, hintKey: 'staff.import.paste-hint' }),
    },
  };
}

/** One address for every step, as with people: a table that was shown already is looked over again or sent. */
async function runFile(door: Door, visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app } = deps;
  if (!visit.form.has('table')) {
    // Asked before anything is read: a dead link reads no file.
    await openAnswerFile(app, door.way);
    const read = await readGivenTable(app, givenFile(visit), askerOf(visit, deps));
    if (!read.ok) return choosePage(door, visit, { deps, faults: placedFaults(visit, read.faults) });
    const shown = await previewFileAnswer(app, door.way, { book: read.book, asked: {} });
    return previewPage(door, visit, { shown });
  }
  const given = askedAgain(visit);
  if (!takes(visit))
    return previewPage(door, visit, { shown: await previewFileAnswer(app, door.way, given) });
  const sent = await sendFileAnswer(app, door.way, { given, revision: Number(visit.form.get('stamp')) });
  if (!sent.sent) return previewPage(door, visit, { shown: sent.shown, refused: sent.reason });
  return redirect(door.link ? `${door.back}?sent` : door.back);
}

interface Previewed {
  readonly shown: FileAnswer;
  readonly refused?: 'faults' | 'moved-on';
}

function previewPage(door: Door, visit: Visit, { shown, refused }: Previewed): Reply {
  const title = visit.say('answers.file.title');
  return {
    kind: 'page',
    view: 'answers/file-preview',
    title,
    unitName: shown.sheet.unitName,
    script: 'import.js',
    ...pageOf(door),
    ...refusedIf(refused !== undefined),
    model: {
      title,
      to: `${door.back}/file`,
      refused: refused ? visit.say(`answers.file.refused.${refused}`) : '',
      ...filePreviewModel(visit, shown, door.link),
    },
  };
}
