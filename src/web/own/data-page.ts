/** “Dữ liệu của tôi”: what is kept about me, why and how long, to take away; what I ask for, and by when it is answered. */

import {
  askDataRequest,
  type ClockedRequest,
  listOwnDataRequests,
} from '../../app/personal-data/data-requests.ts';
import { readOwnData } from '../../app/personal-data/own-data.ts';
import { LONGEST_WORDS, REQUEST_DAYS, REQUEST_KINDS } from '../../domain/data-request.ts';
import { formatStamp } from '../../i18n/format.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { formOf } from '../kit/fields.ts';
import { fileReply } from '../kit/file-reply.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import type { Who } from './owner.ts';
import { ownFrame } from './who.ts';

export async function showOwnData(visit: Visit, { app }: WebDeps, who: Who): Promise<Reply> {
  const { duty, path } = who;
  const kept = await readOwnData(app, duty);
  const requests = await listOwnDataRequests(app, duty);
  const title = visit.say('data.own.title');
  const form = formOf(visit, new URLSearchParams({ kind: 'see' }));
  return {
    kind: 'page',
    view: 'own/data',
    title,
    ...ownFrame(visit, who, 'data'),
    model: {
      title,
      done: visit.query.get('done') === 'asked' ? visit.say('data.own.asked') : '',
      action: path('data'),
      fileHref: path('dataFile'),
      kept: [...kept].map(([table, rows]) => ({
        label: visit.say(`data.table.${table}`),
        count: visit.say('data.own.rows', { count: rows.length }),
      })),
      fields: [
        form.select(
          'kind',
          'data.request.kind',
          REQUEST_KINDS.map((kind) => ({
            value: kind,
            label: visit.say(`data.request.kind.${kind}`, { days: REQUEST_DAYS[kind] }),
          })),
        ),
        form.area('words', 'data.request.words', { maxlength: LONGEST_WORDS }),
      ],
      requests: requests.map((request) => requestRow(visit, request, duty.zone)),
    },
  };
}

/** As both sides see it. */
export function requestRow(visit: Visit, request: ClockedRequest, zone: string) {
  const { say, language, now } = visit;
  const { id, kind, words, askedAt, answeredAt, doneAt, answer, answerBy, doneBy } = request;
  const stamp = (at: typeof askedAt): string => formatStamp(language, at, zone);
  const due = answeredAt === undefined ? answerBy : doneBy;
  const state =
    doneAt === undefined
      ? say(answeredAt === undefined ? 'data.request.answer-by' : 'data.request.done-by', { at: stamp(due) })
      : say('data.request.done-at', { at: stamp(doneAt) });
  return {
    id,
    kind: say(`data.request.kind.${kind}`, { days: REQUEST_DAYS[kind] }),
    words,
    answer,
    asked: say('data.request.asked-at', { at: stamp(askedAt) }),
    state,
    open: doneAt === undefined,
    late: doneAt === undefined && now >= due,
  };
}

export async function sendDataRequest(visit: Visit, { app }: WebDeps, who: Who): Promise<Reply> {
  const { unitId, staffId } = who.duty;
  const kind = REQUEST_KINDS.find((each) => each === visit.form.get('kind')) ?? 'see';
  const words = visit.form.get('words') ?? '';
  await askDataRequest(app, { unitId, staffId, kind, words, actor: who.actor });
  return redirect(who.path('data', { done: 'asked' }));
}

/** JSON, indented for people too; every table under its name in words, moments in UTC. */
export async function downloadOwnData(visit: Visit, { app }: WebDeps, who: Who): Promise<Reply> {
  const { duty } = who;
  const kept = await readOwnData(app, duty);
  const file = {
    unit: duty.unitName,
    madeAt: new Date(visit.now).toISOString(),
    law: visit.say('data.law'),
    kept: Object.fromEntries(
      [...kept].map(([table, rows]) => [visit.say(`data.table.${table}`), rows.map(readable)]),
    ),
  };
  return fileReply({
    content: `${JSON.stringify(file, null, 2)}\n`,
    mediaType: 'application/json; charset=utf-8',
    fileName: 'du-lieu-cua-toi.json',
  });
}

function readable(row: Readonly<Record<string, string | number | null>>) {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      column.endsWith('_at') && typeof value === 'number' ? new Date(value).toISOString() : value,
    ]),
  );
}
