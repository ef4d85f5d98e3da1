/** “Nộp bằng tệp”: a sheet of ours or a list of the unit's own, looked at before it is sent; by private link or signed in. */

import {
  type AnswerWay,
  type FileAnswer,
  openAnswerFile,
  previewFileAnswer,
  sendFileAnswer,
} from '../../app/answers/answer-file.ts';
import { AppError } from '../../kernel/app-error.ts';
import { redirect } from '../kit/allowed.ts';
import { chooseTablePage, tableStep } from '../kit/choose-table.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { FormFault } from '../kit/fields.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { answerPath, askedPath } from '../paths/orders.ts';
import { sampleReply } from './answer-sample.ts';
import { filePreviewModel } from './file-preview.ts';

/** One of the two ways, and where its pages are. */
interface Place {
  readonly way: AnswerWay;
  readonly back: string;
  readonly link: boolean;
}

function linkPlace(visit: Visit): Place {
  const token = visit.param('token');
  return { way: { token }, back: answerPath(token), link: true };
}

function unitPlace(visit: Visit): Place {
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
  placeOf: (visit: Visit) => Place,
  show: (place: Place, ...given: Parameters<Show>) => ReturnType<Show>,
): Show {
  return async (visit, deps) => {
    const place = placeOf(visit);
    try {
      return await show(place, visit, deps);
    } catch (error) {
      if (error instanceof AppError && error.key === 'answers.error.no-link') return redirect(place.back);
      throw error;
    }
  };
}

export const showLinkSample = shownBy(linkPlace, showSample);
export const showUnitSample = shownBy(unitPlace, showSample);
export const showLinkFile = shownBy(linkPlace, (place, visit, deps) =>
  choosePage(place, visit, { deps, faults: [] }),
);
export const showUnitFile = shownBy(unitPlace, (place, visit, deps) =>
  choosePage(place, visit, { deps, faults: [] }),
);
export const runLinkFile = shownBy(linkPlace, runFile);
export const runUnitFile = shownBy(unitPlace, runFile);

async function showSample({ way, link }: Place, visit: Visit, { app }: WebDeps): Promise<Reply> {
  return sampleReply(visit, await openAnswerFile(app, way), link);
}

/** Secret where the address is one: no other page is told of it. */
function pageOf({ link, back }: Place) {
  return link ? { secret: 'with-forms' as const, own: { home: back, tabs: [] } } : {};
}

interface Choosing {
  readonly deps: WebDeps;
  readonly faults: readonly FormFault[];
}

async function choosePage(place: Place, visit: Visit, { deps, faults }: Choosing): Promise<Reply> {
  const { order, unitName } = await openAnswerFile(deps.app, place.way);
  const choice = {
    unitName,
    title: visit.say('answers.file.title'),
    lead: visit.say('answers.file.lead', { order: order.content.name }),
    to: `${place.back}/file`,
    back: place.back,
    backWords: order.content.name,
    samplePath: `${place.back}/sample`,
  };
  return { ...chooseTablePage(visit, choice, faults), ...pageOf(place) };
}

/** One address for every step, as with people: a table that was shown already is looked over again or sent. */
async function runFile(place: Place, visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app } = deps;
  // Asked before anything is read: a dead link reads no file.
  await openAnswerFile(app, place.way);
  const step = await tableStep(visit, deps);
  if ('faults' in step) return choosePage(place, visit, { deps, faults: step.faults });
  const { given } = step;
  if (!step.taking)
    return previewPage(place, visit, { shown: await previewFileAnswer(app, place.way, given) });
  const sent = await sendFileAnswer(app, place.way, { given, revision: Number(visit.form.get('stamp')) });
  if (!sent.sent) return previewPage(place, visit, { shown: sent.shown, refused: sent.reason });
  return redirect(place.link ? `${place.back}?sent` : place.back);
}

interface Previewed {
  readonly shown: FileAnswer;
  readonly refused?: 'faults' | 'moved-on';
}

function previewPage(place: Place, visit: Visit, { shown, refused }: Previewed): Reply {
  const title = visit.say('answers.file.title');
  return {
    kind: 'page',
    view: 'answers/file-preview',
    title,
    unitName: shown.sheet.unitName,
    script: 'import.js',
    ...pageOf(place),
    ...refusedIf(refused !== undefined),
    model: {
      title,
      to: `${place.back}/file`,
      refused: refused ? visit.say(`answers.file.refused.${refused}`) : '',
      ...filePreviewModel(visit, shown, place.link),
    },
  };
}
