/** A unit's reports under an order: what is owed when, “bình thường” in one touch, or words under the order's headings. */

import { type OwnReports, openOwnReports, sendReport } from '../../app/reports/send-report.ts';
import type { Instant } from '../../calendar/interval.ts';
import { minutesBetween } from '../../calendar/interval.ts';
import { clockTimeOf } from '../../calendar/zone.ts';
import type { Incident } from '../../domain/incident.ts';
import { formatCountdown, formatStamp } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { momentIn } from '../kit/fields.ts';
import { refusedIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { wayWords } from '../kit/way-words.ts';
import { ownReportsPath } from '../paths/reports.ts';
import { momentWords } from './board-page.ts';

export async function showOwnReports(visit: Visit, { app }: WebDeps, fault = ''): Promise<Reply> {
  const key = { unitId: visit.param('unit'), orderId: visit.param('order') };
  const own = await openOwnReports(app, key);
  const { say } = visit;
  const typed = fault === '' ? new URLSearchParams() : visit.form;
  const known = own.happened.map((each) => incidentWords(visit, each, own.order.zone)).join('\n');
  const form = (dutyId: string, dueAt: Instant) => {
    const isTyped = typed.get('duty') === dutyId && typed.get('due') === String(dueAt);
    const headings = own.duties.find(({ id }) => id === dutyId)?.headings ?? [];
    const named = headings.length > 0 ? headings : [say('reports.own.text')];
    return {
      ...{ duty: dutyId, due: String(dueAt) },
      boxes: named.map((heading, i) => ({
        ...{ id: `text-${dutyId}-${dueAt}-${i}`, name: `text${i}`, heading },
        value: isTyped ? (typed.get(`text${i}`) ?? '') : i === 0 ? known : '',
      })),
    };
  };
  return {
    kind: 'page',
    view: 'reports/own',
    title: say('reports.own.title'),
    ...refusedIf(fault !== ''),
    model: {
      ...{ title: say('reports.own.title'), order: own.order.content.name, path: ownReportsPath(key), fault },
      known: known === '' ? '' : say('reports.own.known'),
      superior: own.order.superiorName,
      done:
        visit.query.get('done') === 'sent'
          ? say(own.order.origin ? 'reports.own.done-up' : 'reports.own.done')
          : '',
      signer: typed.get('signer') ?? own.leader,
      moments: own.moments.map((each) => ({
        ...momentView(visit, each, own),
        ...form(each.dutyId, each.dueAt),
      })),
      anytime: own.duties
        .filter(({ mode }) => mode === 'if-any')
        .map(({ id, withinMinutes }) => ({
          within: withinMinutes === undefined ? '' : say('reports.own.within', { minutes: withinMinutes }),
          ...form(id, 0 as Instant),
        })),
      arisen: own.arisen.map(({ id, sentAt, signer, texts }) => ({
        upload: uploadOf(visit, own, id),
        ...{ at: momentWords(visit, sentAt, own.order.zone), signer },
        text: texts.map(({ text }) => text).join(' · '),
      })),
      none: own.moments.length === 0 && own.duties.length === 0 ? say('reports.own.none') : '',
    },
  };
}

/** `22:58 ngày 05/02/2027: Mất kết nối. Đang xử lý.` */
function incidentWords(
  { say, language }: Visit,
  { title, detectedAt, closedAt, closing }: Incident,
  zone: string,
): string {
  const at = formatStamp(language, detectedAt, zone);
  if (closedAt === undefined) return say('reports.own.incident-open', { at, title });
  const closed = formatStamp(language, closedAt, zone);
  return say('reports.own.incident-closed', { at, title, closed, cause: closing?.cause ?? '' }).trim();
}

/** Where the superior is on another installation, a report is received once that has said so. */
function uploadOf(visit: Visit, { order, uploads }: OwnReports, reportId: number | undefined) {
  const upload = reportId === undefined ? undefined : uploads.get(reportId);
  return upload && wayWords(visit, order, upload);
}

function momentView(visit: Visit, { dueAt, report }: OwnReports['moments'][number], own: OwnReports) {
  const { order } = own;
  const { say, now, language } = visit;
  const left = formatCountdown(language, Math.floor(Math.abs(minutesBetween(now, dueAt))));
  const sent = report
    ? say(report.calm ? 'reports.own.sent-calm' : 'reports.own.sent', {
        ...{ at: clockTimeOf(report.sentAt, order.zone), who: report.signer },
      })
    : '';
  return {
    moment: momentWords(visit, dueAt, order.zone),
    upload: uploadOf(visit, own, report?.id),
    sent,
    left: report ? '' : say(dueAt < now ? 'wall.late' : 'wall.left', { time: left }),
    late: !report && dueAt < now,
    // One moment is on at a time: those far ahead are folded.
    near: !report && minutesBetween(now, dueAt) < NEAR_MINUTES,
  };
}

const NEAR_MINUTES = 12 * 60;
const MOST_BOXES = 12;

export async function saveOwnReport(visit: Visit, deps: WebDeps): Promise<Reply> {
  const key = { unitId: visit.param('unit'), orderId: visit.param('order') };
  const { form } = visit;
  const isCalm = form.get('calm') === '1';
  const own = await openOwnReports(deps.app, key);
  const dutyId = form.get('duty') ?? '';
  const headings = own.duties.find(({ id }) => id === dutyId)?.headings ?? [];
  const texts = Array.from({ length: MOST_BOXES }, (_, i) => ({
    heading: headings[i] ?? '',
    text: isCalm ? '' : (form.get(`text${i}`) ?? ''),
  }));
  if (!isCalm && texts.every(({ text }) => text.trim() === '')) {
    return showOwnReports(visit, deps, visit.say('reports.fault.empty'));
  }
  try {
    const dueAt = momentIn(form, 'due');
    if (dueAt === undefined) throw new AppError('not-found', 'reports.fault.not-owed');
    await sendReport(deps.app, {
      key,
      dutyId,
      dueAt,
      texts,
      signer: form.get('signer') ?? '',
      actor: visit.actor,
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.key !== 'reports.fault.no-signer') throw error;
    return showOwnReports(visit, deps, visit.say('reports.fault.no-signer'));
  }
  return redirect(`${ownReportsPath(key)}?done=sent`);
}
