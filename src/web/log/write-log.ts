/** What is written into the log from its page: a line, the end of an open item, a correction. */

import { readEntry } from '../../app/log/read-log.ts';
import { requirePart } from '../../app/log/watch-setting.ts';
import { writeEntry } from '../../app/log/write-entry.ts';
import { openUnit } from '../../app/units/open-unit.ts';
import { LOG_KINDS, SEVERITIES } from '../../domain/log-entry.ts';
import { ownStaffId, redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { correctPath, logPath } from '../paths/log.ts';
import { newKey } from './log-page.ts';
import { wantedOf } from './typed-entry.ts';

export async function writeLine(visit: Visit, deps: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const { form } = visit;
  const { unit } = await openUnit(deps.app, unitId);
  const kind = LOG_KINDS.find((each) => each === form.get('kind')) ?? 'observation';
  const wants = wantedOf(form, { now: visit.now, zone: unit.zone });
  await writeEntry(deps.app, {
    ...signedBy(visit, unitId),
    key: form.get('key') ?? '',
    kind,
    severity: SEVERITIES.find((each) => each === form.get('severity')) ?? 'normal',
    system: form.get('system') ?? '',
    words: form.get('words') ?? '',
    ...(wants ? { wants } : {}),
  });
  return redirect(logPath(unitId, { done: 'written' }));
}

export async function closeItem(visit: Visit, deps: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const number = Number(visit.form.get('number'));
  const { words } = await readEntry(deps.app, unitId, number);
  await writeEntry(deps.app, {
    ...signedBy(visit, unitId),
    key: `close:${unitId}:${number}`,
    kind: 'observation',
    words: visit.say('log.close-words', { words }).slice(0, 2000),
    closes: number,
  });
  return redirect(logPath(unitId, { done: 'closed' }));
}

export async function showCorrect(visit: Visit, deps: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  await requirePart(deps.app, unitId, 'log');
  const number = Number(visit.param('entry'));
  const entry = await readEntry(deps.app, unitId, number);
  const title = visit.say('log.correct', { number });
  return {
    kind: 'page',
    view: 'log/correct',
    title,
    model: {
      title,
      words: entry.words,
      to: correctPath(unitId, number),
      back: logPath(unitId),
      entryKey: newKey(deps),
    },
  };
}

export async function correctLine(visit: Visit, deps: WebDeps): Promise<Reply> {
  const unitId = visit.param('unit');
  const number = Number(visit.param('entry'));
  const { kind, severity, system, subject, shift: _ } = await readEntry(deps.app, unitId, number);
  await writeEntry(deps.app, {
    ...signedBy(visit, unitId),
    key: visit.form.get('key') ?? '',
    ...{ kind, severity, system, corrects: number },
    words: visit.form.get('words') ?? '',
    ...(subject ? { subject } : {}),
  });
  return redirect(logPath(unitId, { done: 'corrected' }));
}

function signedBy(visit: Visit, unitId: string) {
  const staffId = ownStaffId(visit, unitId);
  return { unitId, actor: visit.actor, ...(staffId === undefined ? {} : { staffId }) };
}
