/** An order as the asked unit sees it: what is asked beside what it has, the period made from it, its answers and their document. */

import {
  addAnswerDocument,
  type OpenedOrder,
  openAskedOrder,
  readSignedFile,
} from '../../app/answers/asked-orders.ts';
import { createPeriodFromOrder } from '../../app/answers/period-from-order.ts';
import { previewRosterAnswer, type RosterAnswer, sendRosterAnswer } from '../../app/answers/send-roster.ts';
import { listPeriods } from '../../app/periods/list-periods.ts';
import { parseDay } from '../../calendar/day.ts';
import { overlaps } from '../../calendar/interval.ts';
import { demandsFor, spanOfOrder } from '../../domain/order.ts';
import { formatDate, formatStamp } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { normaliseName } from '../../kernel/names.ts';
import { mayIn, redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { type FormFault, formOf } from '../kit/fields.ts';
import { fileReply } from '../kit/file-reply.ts';
import { formFault } from '../kit/form-fault.ts';
import { orderDays } from '../kit/order-days.ts';
import { cameSecond, refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { askedPath, signedPath } from '../paths/orders.ts';
import { makingPath, rosterPath } from '../paths/periods.ts';
import { ownReportsPath } from '../paths/reports.ts';
import { askedRows } from './asked-rows.ts';
import { deadlineWords } from './deadline-words.ts';
import { fitWords, gapLines } from './gap-words.ts';
import { uploadWords } from './upload-words.ts';

function keyOf(visit: Visit): { readonly unitId: string; readonly orderId: string } {
  return { unitId: visit.param('unit'), orderId: visit.param('order') };
}

export function showAsked(visit: Visit, deps: WebDeps): Promise<Reply> {
  return askedPage(visit, deps, []);
}

async function askedPage(visit: Visit, deps: WebDeps, faults: readonly FormFault[]): Promise<Reply> {
  const { app } = deps;
  const key = keyOf(visit);
  const opened = await openAskedOrder(app, key);
  const { order, asked } = opened;
  const sends = mayIn(visit, 'answer.send', key.unitId) && order.state === 'sent';
  const previews = sends ? await previewsOf(visit, deps, opened) : [];
  const title = order.content.name;
  return {
    kind: 'page',
    view: 'answers/asked',
    title,
    ...refusedIf(faults.length > 0),
    model: {
      title,
      whole: formOf(visit, visit.form, faults).whole,
      asker: visit.say('answers.asked.by', { superior: order.superiorName }),
      number: order.content.dispatchNumber,
      days: orderDays(visit, order.content),
      state: visit.say(`orders.state.${order.state}`),
      standing: order.state === 'sent',
      deadline: visit.say('answers.asked.deadline', {
        at: deadlineWords(visit, opened, { year: true }),
      }),
      reportsPath: mayIn(visit, 'report.send', key.unitId) ? ownReportsPath(key) : '',
      rows: askedRows(visit, opened),
      systems: order.content.systems.join(', '),
      contacts: order.content.contacts.map(({ name, phone = '' }) => ({
        name,
        phone,
        href: `tel:${phone.replace(/[^\d+]/g, '')}`,
      })),
      periodPath: asked.periodId === undefined ? '' : makingPath(asked.periodId, 'draft'),
      makePath: sends && asked.periodId === undefined ? askedPath(key.unitId, key.orderId, 'period') : '',
      sendPath: askedPath(key.unitId, key.orderId, 'send'),
      attached: opened.attached,
      attachedPath: askedPath(key.unitId, key.orderId, 'attached'),
      samplePath: askedPath(key.unitId, key.orderId, 'sample'),
      filePath: askedPath(key.unitId, key.orderId, 'file'),
      sends,
      previews: previews.map(({ periodId, answer }) => previewModel(visit, opened, { periodId, answer })),
      outdated: asked.outdatedAt === undefined ? '' : visit.say('answers.asked.outdated'),
      ...answersModel(visit, opened, sends),
    },
  };
}

interface Preview {
  readonly periodId: string;
  readonly answer: RosterAnswer;
}

/** Of every period with a published roster within the order's days. */
async function previewsOf(visit: Visit, { app }: WebDeps, { order }: OpenedOrder): Promise<Preview[]> {
  const key = keyOf(visit);
  const span = spanOfOrder(order, visit.now);
  const found: Preview[] = [];
  for (const { period } of await listPeriods(app, key.unitId)) {
    if (!overlaps(period.span, span)) continue;
    const answer = await orMissing(previewRosterAnswer(app, { ...key, periodId: period.id }));
    if (answer && answer.duties.length > 0) found.push({ periodId: period.id, answer });
  }
  return found;
}

/** A period with nothing published has nothing to send. */
async function orMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return undefined;
    throw error;
  }
}

function previewModel(
  visit: Visit,
  { order, asked, answers }: OpenedOrder,
  { periodId, answer }: Preview,
): object {
  const demands = demandsFor(order.content, asked.kind);
  const [last] = answers;
  return {
    periodId,
    version: answer.version,
    name: visit.say('answers.preview.name', { period: answer.periodName, version: answer.version }),
    href: rosterPath(periodId),
    fit: fitWords(visit, answer.judgement),
    gaps: gapLines(visit, { judged: answer.judgement.days, demands, zone: order.zone }),
    sent: last?.periodId === periodId && last.version === answer.version,
    button: visit.say('answers.preview.send', { version: answer.version, superior: order.superiorName }),
  };
}

function answersModel(visit: Visit, opened: OpenedOrder, sends: boolean): object {
  const { order, asked, answer, answers, documents, judged } = opened;
  const demands = demandsFor(order.content, asked.kind);
  const key = keyOf(visit);
  const newest = answers[0];
  const document = newest && documents.get(newest.id);
  const values = new URLSearchParams({
    number: document?.number ?? '',
    day: document?.day ?? '',
    signer: document?.signer ?? '',
  });
  const form = formOf(visit, visit.form.has('number') ? visit.form : values, []);
  return {
    fit: answer && fitWords(visit, answer),
    gaps: gapLines(visit, { judged, demands, zone: order.zone }),
    answers: answers.map((each) => ({
      words: visit.say('answers.history.line', {
        number: each.number,
        at: formatStamp(visit.language, each.sentAt, order.zone),
        source: visit.say(`answers.source.${each.source}`, { version: each.version ?? 0 }),
      }),
      late: each.late ? visit.say('answers.history.late') : '',
      current: each.id === newest?.id,
      upload: uploadWords(visit, opened, each.id),
      document: documentWords(visit, documents.get(each.id)),
      signedPath:
        documents.get(each.id)?.fileName === undefined
          ? ''
          : signedPath(key.unitId, key.orderId, each.number),
    })),
    documentPath: sends && newest ? askedPath(key.unitId, key.orderId, 'document') : '',
    answerNumber: newest?.number ?? 0,
    documentFields: [
      form.text('number', 'orders.form.number', { maxlength: 60 }),
      form.text('day', 'answers.document.day', { type: 'date' }),
      form.text('signer', 'answers.document.signer', { maxlength: 100 }),
    ],
  };
}

function documentWords(
  { say }: Visit,
  document:
    | {
        readonly number: string;
        readonly day?: Parameters<typeof formatDate>[0];
        readonly signer: string;
        readonly fileName?: string;
      }
    | undefined,
): string {
  if (!document) return '';
  const date = document.day === undefined ? '' : formatDate(document.day);
  return [
    say('answers.document.line', { number: document.number, date }),
    document.signer,
    document.fileName ?? '',
  ]
    .filter(Boolean)
    .join(' · ');
}

export async function makePeriod(visit: Visit, deps: WebDeps): Promise<Reply> {
  const made = await createPeriodFromOrder(deps.app, keyOf(visit), visit.actor);
  const next = visit.form.get('then') === 'import' ? 'importRoster' : 'prepare';
  if (made.ok) return redirect(makingPath(made.value.periodId, next));
  return askedPage(
    visit,
    deps,
    made.faults.map((fault) => formFault(fault)),
  );
}

export async function sendRoster(visit: Visit, deps: WebDeps): Promise<Reply> {
  const key = keyOf(visit);
  const sent = await cameSecond(
    sendRosterAnswer(deps.app, {
      ...key,
      periodId: visit.form.get('period') ?? '',
      version: Number(visit.form.get('version')),
      actor: visit.actor,
    }),
  );
  if ('second' in sent) return askedPage(visit, deps, [sent.second]);
  return redirect(askedPath(key.unitId, key.orderId));
}

/** The signed PDF as it was handed in. */
export async function showSigned(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const body = await readSignedFile(app, { ...keyOf(visit), answer: Number(visit.param('answer')) });
  if (!body) throw new AppError('not-found', 'orders.error.missing');
  return fileReply({ content: body, mediaType: 'application/pdf', fileName: 'da-ky.pdf' });
}

export async function saveDocument(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const key = keyOf(visit);
  const text = (name: string): string => normaliseName(visit.form.get(name) ?? '').slice(0, 100);
  const day = parseDay(text('day'));
  const file = visit.files.get('file');
  await addAnswerDocument(app, {
    ...key,
    answer: Number(visit.form.get('answer')),
    document: {
      ...{ number: text('number'), signer: text('signer') },
      ...(day === undefined ? {} : { day }),
      ...(file && file.bytes.length > 0 ? { fileName: file.name.slice(0, 200) } : {}),
    },
    ...(file && file.bytes.length > 0 ? { content: file.bytes } : {}),
    actor: visit.actor,
  });
  return redirect(askedPath(key.unitId, key.orderId));
}
