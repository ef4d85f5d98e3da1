/** What is sent from “Ca trực”: a line, the end of an open item, the answer to a check. With or without script, once. */

import { answerCheck } from '../../app/checks/answer-check.ts';
import { readDueChecks } from '../../app/checks/read-checks.ts';
import { readEntry, readLog } from '../../app/log/read-log.ts';
import { requirePart, usesWatch } from '../../app/log/watch-setting.ts';
import { writeEntry } from '../../app/log/write-entry.ts';
import type { Instant } from '../../calendar/interval.ts';
import { plusMinutes } from '../../calendar/interval.ts';
import { clockTimeOf } from '../../calendar/zone.ts';
import { SEVERITIES } from '../../domain/log-entry.ts';
import { CHECK_ANSWERS } from '../../domain/watch-check.ts';
import { AppError } from '../../kernel/app-error.ts';
import { givenName } from '../../kernel/names.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { momentIn } from '../kit/fields.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { whenWords } from '../log/entry-rows.ts';
import { newKey } from '../log/log-page.ts';
import { picturesOf } from '../log/picture.ts';
import { agoOf, wantedOf } from '../log/typed-entry.ts';
import { parseFigure } from '../log/watch-settings.ts';
import type { Who } from '../own/owner.ts';
import { ownFrame } from '../own/who.ts';
import { newIncidentPath } from '../paths/incidents.ts';
import { limitWords } from './shift-page.ts';

export async function writeShiftLine(visit: Visit, deps: WebDeps, who: Who): Promise<Reply> {
  const { form } = visit;
  const wants = wantedOf(form, { now: visit.now, zone: who.duty.zone });
  await writeEntry(deps.app, {
    ...signed(visit, who),
    kind: 'observation',
    severity: SEVERITIES.find((each) => each === form.get('severity')) ?? 'normal',
    words: form.get('words') ?? '',
    pictures: await picturesOf(visit, deps),
    ...(wants ? { wants } : {}),
  });
  return redirect(who.path('shift', { done: 'written' }));
}

export async function closeShiftItem(visit: Visit, { app }: WebDeps, who: Who): Promise<Reply> {
  const number = Number(visit.form.get('number'));
  const { unitId } = who.duty;
  const { words } = await readEntry(app, unitId, number);
  await writeEntry(app, {
    ...signed(visit, who),
    key: `close:${unitId}:${number}`,
    kind: 'observation',
    words: visit.say('log.close-words', { words }).slice(0, 2000),
    closes: number,
  });
  return redirect(who.path('shift', { done: 'closed' }));
}

export async function answerShiftCheck(visit: Visit, deps: WebDeps, who: Who): Promise<Reply> {
  const { form } = visit;
  const { unitId, staffId, zone } = who.duty;
  const said = (form.get('figure') ?? '').trim();
  const wants = wantedOf(form, { now: visit.now, zone });
  const words = [...form.getAll('phrase'), form.get('words') ?? '']
    .map((each) => each.trim())
    .filter(Boolean);
  const dueAt = momentIn(form, 'due');
  if (dueAt === undefined) throw new AppError('not-found', 'error.check.not-due');
  const { number } = await answerCheck(deps.app, {
    ...{ unitId, staffId, actor: who.actor, key: form.get('key') ?? '', agoMs: agoOf(form) },
    checkId: form.get('check') ?? '',
    dueAt,
    answer: CHECK_ANSWERS.find((each) => each === form.get('answer')) ?? 'pass',
    ...(said === '' ? {} : { figure: parseFigure(said) }),
    words: words.join('. '),
    pictures: await picturesOf(visit, deps),
    ...(wants ? { wants } : {}),
  });
  if (form.get('open') === 'incident' && !who.byLink) {
    const title = words.join('. ').slice(0, 200);
    return redirect(`${newIncidentPath(unitId, number)}&${new URLSearchParams({ title })}`);
  }
  return redirect(who.path('shift', { done: 'answered' }));
}

/** “Không đạt”: what one sees, pictures, and whether it is left open. */
export async function showShiftCheck(visit: Visit, deps: WebDeps, who: Who): Promise<Reply> {
  const { app } = deps;
  const { unitId, zone, name } = who.duty;
  await requirePart(app, unitId, 'checks');
  const dueAt = momentIn(visit.query, 'due');
  if (dueAt === undefined) throw new AppError('not-found', 'error.check.not-due');
  const span = { start: dueAt, end: (dueAt + 1) as Instant };
  const due = (await readDueChecks(app, unitId, span)).find(
    ({ check }) => check.id === visit.query.get('check'),
  );
  if (!due) throw new AppError('not-found', 'error.check.not-due');
  const { check } = due;
  const log = await readLog(app, { unitId, subject: { kind: 'check', id: check.id } });
  const last = log.entries.find(({ facts }) => facts.answer !== undefined);
  const { say } = visit;
  const when = { ...visit, zone };
  return {
    kind: 'page',
    view: 'shift/check',
    title: say('shift.fail.title'),
    ...ownFrame(visit, who, 'shift'),
    script: 'shift.js',
    model: {
      title: say('shift.fail.title'),
      name: check.name,
      when: say('shift.fail.when', { at: whenWords(when, dueAt) }),
      last: last
        ? say('shift.fail.last', {
            answer: say(`log.answer.${String(last.facts.answer)}`),
            who: last.staffId === undefined ? '' : givenName(log.nameOf(last.staffId)),
            at: whenWords(when, last.writtenAt),
          })
        : '',
      figure: check.asks.kind === 'figure',
      limits: check.asks.kind === 'figure' ? limitWords(visit, check.asks) : '',
      phrases: check.phrases,
      serious: check.severity === 'serious',
      incident: !who.byLink && (await usesWatch(app, unitId, 'incidents')),
      who: name,
      by: clockTimeOf(plusMinutes(visit.now, 30), zone),
      id: check.id,
      due: dueAt,
      key: newKey(deps),
      to: who.path('check'),
      back: who.path('shift'),
    },
  };
}

function signed({ form }: Visit, { duty, actor }: Who) {
  const { unitId, staffId } = duty;
  return { unitId, staffId, actor, key: form.get('key') ?? '', agoMs: agoOf(form) };
}
