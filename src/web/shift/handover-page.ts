/** “Bàn giao”: filled in from the log, given by those who leave, read and received by those who take over. */

import { type OpenHandover, readHandover } from '../../app/handovers/read-handover.ts';
import { giveShift, mayRemark, receiveShift, remarkOnShift } from '../../app/handovers/sign-handover.ts';
import { readLog } from '../../app/log/read-log.ts';
import { requirePart } from '../../app/log/watch-setting.ts';
import type { Instant } from '../../calendar/interval.ts';
import { clockTimeOf } from '../../calendar/zone.ts';
import { incidentCode } from '../../domain/incident.ts';
import { UNSIGNED_MS } from '../../domain/shift-change.ts';
import { givenName } from '../../kernel/names.ts';
import { shiftWords } from '../../output/roster/shift-words.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { openItemRow } from '../log/entry-rows.ts';
import { newKey } from '../log/log-page.ts';
import { agoOf } from '../log/typed-entry.ts';
import type { Who } from '../own/owner.ts';
import { ownFrame } from '../own/who.ts';

export async function showHandover(visit: Visit, deps: WebDeps, who: Who): Promise<Reply> {
  const { app } = deps;
  const { unitId, staffId, zone } = who.duty;
  await requirePart(app, unitId, 'handovers');
  const periodId = visit.query.get('period') ?? '';
  const shiftId = visit.query.get('shift') ?? '';
  const open = await readHandover(app, { unitId, periodId, shiftId });
  const log = await readLog(app, { unitId });
  const { say, language } = visit;
  const { outgoing, incoming, at } = open.change;
  const words = shiftWords(language, outgoing.version.plan, outgoing.shift);
  const [next] = incoming;
  const nextWords = next && shiftWords(language, next.version.plan, next.shift);
  const gave = open.written.given.some((entry) => entry.staffId === staffId);
  const receives = incoming.some(({ staffIds }) => staffIds.includes(staffId)) && !gave;
  const gives = outgoing.staffIds.includes(staffId) && !receives;
  const taken = new Set(open.taken.map((each) => each.staffId));
  const names = incoming.flatMap(({ staffIds }) => staffIds);
  const context = { unitId, zone, nameOf: log.nameOf, corrections: log.corrections, writes: true };
  const last = open.written.given.at(-1);
  const carried = last?.facts.carried;
  const isReceived = open.written.received.length > 0;
  return {
    kind: 'page',
    view: 'shift/handover',
    title: say('handover.title', { shift: words.what }),
    ...ownFrame(visit, who, 'shift'),
    script: 'shift.js',
    model: {
      title: say('handover.title', { shift: words.what }),
      back: who.path('shift'),
      to: who.path('handover'),
      periodId,
      shiftId,
      key: newKey(deps),
      next: nextWords
        ? {
            what: say('handover.to', { shift: nextWords.what, day: nextWords.day }),
            named: nextWords.named,
            people: names.map(log.nameOf).join(', '),
            crew: names.map((id) => ({
              here: taken.has(id),
              words: say(taken.has(id) ? 'handover.here' : 'handover.not-here', {
                name: givenName(log.nameOf(id)),
              }),
            })),
          }
        : false,
      gives: gives && !gave,
      receives: receives && last !== undefined && !open.written.received.some((e) => e.staffId === staffId),
      waits: receives && last === undefined,
      leads: await mayRemark(app, { unitId, staffId }),
      incidents: open.incidents.map(({ incident }) => ({
        words: `${incidentCode(incident)}, ${incident.title}`,
        state: say(incident.closedAt === undefined ? 'handover.incident.open' : 'handover.incident.closed'),
      })),
      items: open.openItems.map((entry) => ({
        ...openItemRow(visit, context, entry),
        checked:
          carried === undefined || typeof carried !== 'object' || carried.includes(String(entry.number)),
      })),
      ...checksOf(visit, open, zone),
      given: open.written.given.map((entry) => signedLine(visit, entry, log.nameOf, zone)),
      state: last === undefined ? '' : String(last.facts.state ?? ''),
      received: open.written.received.map((entry) => signedLine(visit, entry, log.nameOf, zone)),
      remarks: open.written.remarks.map((entry) => signedLine(visit, entry, log.nameOf, zone)),
      giveWords:
        names.length > 0
          ? say('handover.give-to', { name: log.nameOf(names[0] ?? '') })
          : say('handover.give'),
      unsigned: say('handover.unsigned', { at: clockTimeOf((at + UNSIGNED_MS) as Instant, zone) }),
      steps: [
        {
          number: 1,
          words: say(gives ? 'handover.step.you-give' : 'handover.step.give'),
          current: last === undefined,
          done: last !== undefined,
        },
        { number: 2, words: say('handover.step.read'), current: false, done: isReceived },
        {
          number: 3,
          words: say('handover.step.receive'),
          current: last !== undefined && !isReceived,
          done: isReceived,
        },
      ],
    },
  };
}

function checksOf({ say }: Visit, { checks }: OpenHandover, zone: string) {
  const passed = checks.filter(({ answer }) => answer?.facts.answer === 'pass').length;
  return {
    passed: say('handover.passed', { count: passed }),
    failed: checks
      .filter(({ answer }) => answer && answer.facts.answer !== 'pass')
      .map(({ check, dueAt, answer }) => ({
        what: say('handover.check', {
          at: clockTimeOf(dueAt, zone),
          name: check.name,
          answer: say(`log.answer.${String(answer?.facts.answer)}`),
        }),
        words: answer?.words === check.name ? '' : (answer?.words ?? ''),
      })),
    missed: checks
      .filter(({ answer, missed }) => !answer && missed)
      .map(({ check, dueAt, missed }) => ({
        number: missed?.number ?? 0,
        what: say('handover.check', {
          at: clockTimeOf(dueAt, zone),
          name: check.name,
          answer: say('log.answer.missed'),
        }),
      })),
  };
}

function signedLine(
  { say }: Visit,
  entry: OpenHandover['written']['given'][number],
  nameOf: (staffId: string) => string,
  zone: string,
) {
  return {
    who: entry.staffId === undefined ? '' : nameOf(entry.staffId),
    at: clockTimeOf(entry.writtenAt, zone),
    words: entry.words,
    as:
      entry.facts.step === 'receive'
        ? say(entry.facts.remarks === true ? 'handover.with-remarks' : 'handover.received')
        : '',
  };
}

export async function signHandover(visit: Visit, { app }: WebDeps, who: Who): Promise<Reply> {
  const { form, say } = visit;
  const { unitId, staffId } = who.duty;
  const signing = {
    ...{ unitId, staffId, actor: who.actor, agoMs: agoOf(form), key: form.get('key') ?? '' },
    periodId: form.get('period') ?? '',
    shiftId: form.get('shift') ?? '',
    words: form.get('words') ?? '',
  };
  const step = form.get('step');
  if (step === 'remark') {
    await remarkOnShift(app, signing);
    return redirect(who.path('handover', { period: signing.periodId, shift: signing.shiftId }));
  }
  if (step === 'receive') {
    const withRemarks = form.get('as') === 'remarks';
    await receiveShift(app, { ...signing, withRemarks, say: () => say('handover.words.receive') });
    return redirect(who.path('shift', { done: 'received' }));
  }
  await giveShift(app, {
    ...signing,
    state: form.get('state') ?? '',
    carried: form.getAll('carried').map(Number),
    shown: form.getAll('shown').map(Number),
    reasons: new Map(
      form.getAll('missed').map((number) => [Number(number), form.get(`reason-${number}`) ?? '']),
    ),
    say: (what, said) => say(`handover.words.${what}`, { said }),
  });
  return redirect(who.path('shift', { done: 'given' }));
}
