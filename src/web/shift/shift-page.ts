/** “Ca trực”: how long still and with whom, whom to call, what is to be checked now, what is left open, one box to write. */

import { isAskedNow, readDueChecks, type StandingCheck } from '../../app/checks/read-checks.ts';
import { readLog } from '../../app/log/read-log.ts';
import { requirePart, usesWatch } from '../../app/log/watch-setting.ts';
import type { Instant } from '../../calendar/interval.ts';
import { clockTimeOf } from '../../calendar/zone.ts';
import { OPENS_MS } from '../../domain/shift-change.ts';
import { dueKey } from '../../domain/watch-check.ts';
import { givenName } from '../../kernel/names.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { figureWords, openItemRow, whenWords } from '../log/entry-rows.ts';
import { newKey } from '../log/log-page.ts';
import { checkInCard } from '../own/check-in.ts';
import { deviceCard } from '../own/device.ts';
import { nextShift, type OwnShift, ownShifts } from '../own/next-shift.ts';
import type { Who } from '../own/owner.ts';
import { ownFrame } from '../own/who.ts';
import { newsModel } from './shift-news.ts';

const DONE = ['written', 'closed', 'answered', 'given', 'received', 'taken'];

export async function showShift(visit: Visit, deps: WebDeps, who: Who): Promise<Reply> {
  const { app } = deps;
  const { duty, path } = who;
  const { unitId, staffId, zone, versions } = duty;
  await requirePart(app, unitId, 'log');
  const { say, now } = visit;
  const shifts = ownShifts(versions, staffId);
  const next = nextShift(visit, shifts, staffId);
  const own = shifts.find(({ shift }) => shift.span.start <= now && now < shift.span.end);
  const log = await readLog(app, { unitId });
  const context = { unitId, zone, nameOf: log.nameOf, corrections: log.corrections, writes: true };
  const taking = await checkInCard(visit, deps, { who, shifts });
  const handovers = await usesWatch(app, unitId, 'handovers');
  const done = DONE.find((each) => each === visit.query.get('done'));
  const beside = next?.beside.find(({ href }) => href !== '');
  const response = next?.posts.flatMap(({ people }) => people).find(({ href }) => href !== '');
  const endsSoon = own !== undefined && own.shift.span.end - now <= 30 * 60_000;
  return {
    kind: 'page',
    view: 'shift/shift',
    title: say('shift.title'),
    ...ownFrame(visit, who, 'shift'),
    script: 'shift.js',
    model: {
      title: say('shift.title'),
      done: done === undefined ? '' : say(`shift.done.${done}`),
      checkIn: taking !== false && taking.taken === '' ? taking : false,
      taken: taking !== false && taking.taken !== '',
      next: next ?? false,
      progress: own ? progressOf(own, now) : '',
      besideNames: next?.beside.map(({ name }) => name).join(', ') ?? '',
      calls: [
        beside && { label: givenName(beside.name), href: beside.href },
        response && { label: say('shift.call.response'), href: response.href },
        next?.callHref ? { label: say('shift.call.leader'), href: next.callHref } : undefined,
      ].filter((each) => each !== undefined),
      handoverHref:
        own && handovers ? path('handover', { period: own.version.periodId, shift: own.shift.id }) : '',
      handoverSoon: endsSoon,
      ...(await incomingModel(visit, who, { shifts, handovers })),
      news: await newsModel(visit, deps, who),
      device: await deviceCard(visit, deps, who),
      checks: await checksModel(visit, deps, { who, own, nameOf: log.nameOf }),
      open: {
        count: log.openItems.length,
        items: log.openItems.map((entry) => openItemRow(visit, context, entry)),
      },
      paths: { entry: path('entry'), close: path('close'), check: path('check'), alert: path('alert') },
      entryKey: newKey(deps),
      keys: { base: newKey(deps) },
    },
  };
}

/** Where the shift before is to be received: from an hour before it ends until an hour after. */
async function incomingModel(
  { now, say }: Visit,
  { path }: Who,
  { shifts, handovers }: { readonly shifts: readonly OwnShift[]; readonly handovers: boolean },
) {
  const mine = shifts.find(
    ({ shift }) => shift.span.start - OPENS_MS <= now && now < shift.span.start + OPENS_MS,
  );
  const none = { receiveHref: '', receiveWords: '' };
  if (!mine || !handovers) return none;
  const before = mine.version.plan.shifts.find(
    ({ postId, span }) => postId === mine.shift.postId && span.end === mine.shift.span.start,
  );
  if (!before) return none;
  return {
    receiveHref: path('handover', { period: mine.version.periodId, shift: before.id }),
    receiveWords: say('shift.receive'),
  };
}

function progressOf({ shift: { span } }: OwnShift, now: Instant): string {
  return String(Math.round(((now - span.start) / (span.end - span.start)) * 100));
}

interface OwnChecks {
  readonly who: Who;
  readonly own: OwnShift | undefined;
  readonly nameOf: (staffId: string) => string;
}

async function checksModel(visit: Visit, { app }: WebDeps, { who, own, nameOf }: OwnChecks) {
  const { unitId } = who.duty;
  if (!own || !(await usesWatch(app, unitId, 'checks'))) return false;
  const due = (await readDueChecks(app, unitId, own.shift.span)).filter(
    ({ shift }) => shift.id === own.shift.id,
  );
  const asked = due.filter((each) => isAskedNow(each, visit.now));
  const late = asked.filter(({ until }) => until <= visit.now);
  const ordered = [...late, ...asked.filter(({ until }) => until > visit.now)];
  const later = due.filter((each) => !each.answer && !isAskedNow(each, visit.now));
  const [following] = later;
  const { say } = visit;
  const model = (each: StandingCheck) => checkModel(visit, who, { due: each, nameOf });
  return {
    state: asked.length > 0 ? say('shift.checks.now', { count: asked.length }) : say('shift.checks.none'),
    some: asked.length > 0,
    empty: due.length === 0,
    asked: ordered.map(model),
    answered: due.filter(({ answer }) => answer).map(model),
    later: following
      ? say('shift.checks.later', {
          count: later.length,
          at: whenWords({ ...visit, zone: who.duty.zone }, following.dueAt),
        })
      : '',
  };
}

function checkModel(
  visit: Visit,
  { duty, path }: Who,
  { due, nameOf }: { readonly due: StandingCheck; readonly nameOf: (staffId: string) => string },
) {
  const { say, now } = visit;
  const { check, dueAt, until, answer } = due;
  const clock = (at: Instant): string => clockTimeOf(at, duty.zone);
  const isLate = until <= now && !answer;
  const figure = check.asks.kind === 'figure' ? check.asks : undefined;
  const minutes = Math.floor((now - until) / 60_000);
  const limits = figure ? limitWords(visit, figure) : '';
  const deadline = isLate
    ? say('log.open.late-minutes', { minutes })
    : say('shift.checks.until', { at: clock(until) });
  return {
    id: check.id,
    name: check.name,
    due: dueAt,
    key: `${dueKey(due)}`,
    late: isLate,
    until: [limits, deadline].filter(Boolean).join(', '),
    figure: figure !== undefined,
    words: check.asks.kind === 'words',
    measure: figure?.measure ?? '',
    least: figure?.least === undefined ? '' : String(figure.least),
    most: figure?.most === undefined ? '' : String(figure.most),
    fullHref: path('check', { check: check.id, due: String(dueAt) }),
    answered: answer
      ? say(`shift.answered.${String(answer.facts.answer)}`, {
          who: answer.staffId === undefined ? '' : givenName(nameOf(answer.staffId)),
          at: clock(answer.writtenAt),
        })
      : '',
    good: answer?.facts.answer === 'pass',
  };
}

/** `18–27 °C`. */
export function limitWords(
  visit: Visit,
  { least, most, measure }: { readonly least?: number; readonly most?: number; readonly measure: string },
): string {
  const [from, to] = [least, most].map((each) => (each === undefined ? '' : figureWords(visit, each)));
  const range =
    from !== '' && to !== '' ? `${from}–${to}` : from !== '' ? `≥ ${from}` : to !== '' ? `≤ ${to}` : '';
  return `${range} ${measure}`.trim();
}
