/** “Đã nhận lịch” of a period: how many of how many, who is missing and how to reach them, and who said it when. */

import { readsNotices } from '../../app/notices/notice-settings.ts';
import { receiveRoster } from '../../app/notices/own-notices.ts';
import { readNamesOf } from '../../app/notices/read-names.ts';
import { type PersonReception, readReceptions } from '../../app/notices/read-receptions.ts';
import { remindPeople } from '../../app/notices/remind-people.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import type { Instant } from '../../calendar/interval.ts';
import { mayDo } from '../../domain/permission.ts';
import { givenStaffName, staffName } from '../../domain/staff-names.ts';
import { formatStamp } from '../../i18n/format.ts';
import { noticeWords } from '../../output/notices/notice-words.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { ownPath, ownPaths } from '../paths/own.ts';
import { seenPath, telephonePath } from '../paths/periods.ts';
import { openVersion } from '../roster/open-version.ts';
import { periodBar } from '../roster/period-bar.ts';

export async function showSeen(visit: Visit, deps: WebDeps): Promise<Reply> {
  const { app } = deps;
  const key = await resolvePeriod(app, visit.param('period'));
  const { version, people } = await readReceptions(app, key);
  const { plan } = version;
  const { zone } = plan.unit;
  const missing = people.filter(({ state }) => state === 'missing').sort(byNextShift(visit.now));
  const reader = { language: visit.language, zone, nameOf: await readNamesOf(app, key.unitId) };
  const members = people.map(({ member }) => member);
  const nameOf = ({ member }: PersonReception): string => staffName(members, member.id);
  const mayAct = !visit.visitor || mayDo(visit.visitor, 'notice.edit', { unitId: key.unitId });
  const of = (state: PersonReception['state']) => people.filter((each) => each.state === state);
  const done = visit.query.get('done');
  const reminded = Number(visit.query.get('count') ?? 0);
  return {
    kind: 'page',
    view: 'notices/seen',
    title: `${visit.say('receipt.say')}, ${plan.period.name}`,
    unitName: plan.unit.name,
    script: 'copy.js',
    model: {
      bar: periodBar(visit, await openVersion(visit, deps), 'seen'),
      off: !(await readsNotices(app, key.unitId)),
      done:
        done === 'remind'
          ? visit.say('receipt.reminded', { count: reminded })
          : done === 'told'
            ? visit.say('receipt.written')
            : '',
      count: people.length - missing.length,
      all: people.length,
      summary: visit.say('receipt.summary', { version: version.number }),
      cells: people.map((each) => ({ state: each.state, name: nameOf(each) })),
      legend: {
        received: visit.say('receipt.legend.received', {
          number: version.number,
          count: of('received').length,
        }),
        kept: visit.say('receipt.legend.kept', { count: of('kept').length }),
        missing: visit.say('receipt.legend.missing', { count: missing.length }),
      },
      missing: missing.map((each) => ({
        name: nameOf(each),
        note: each.member.title,
        lines: each.told ? noticeWords(reader, { facts: each.told }).lines.slice(0, 4) : [],
        reminded:
          each.remindedAt === undefined
            ? ''
            : visit.say('receipt.reminded-at', { stamp: formatStamp(visit.language, each.remindedAt, zone) }),
        phone: each.member.phone,
        call: each.member.phone === '' ? '' : telephonePath(each.member.phone),
        staffId: each.member.id,
        told: visit.say('receipt.told-of', { name: nameOf(each) }),
        page: ownPaths(ownPath(key.unitId), { staff: each.member.id })('duty'),
      })),
      received: of('received').map((each) => receivedRow(visit, each, { name: nameOf(each), zone })),
      kept: of('kept').map((each) => receivedRow(visit, each, { name: nameOf(each), zone })),
      keptTitle: visit.say('receipt.kept-title', { count: of('kept').length }),
      mayAct: mayAct && missing.length > 0,
      remindPath: seenPath(key.periodId, 'remind'),
      remindLabel: visit.say('receipt.remind', { count: missing.length }),
      toldPath: seenPath(key.periodId, 'told'),
      version: version.number,
      message: messageOf(visit, {
        names: missing.map(({ member }) => givenStaffName(members, member.id)),
        period: plan.period.name,
        number: version.number,
      }),
    },
  };
}

/** Whoever must stand first, or is told of the earliest change, is asked first. */
function byNextShift(now: Instant): (a: PersonReception, b: PersonReception) => number {
  const first = ({ told }: PersonReception): number => {
    const shifts = [
      ...(told?.gained ?? []),
      ...(told?.lost ?? []),
      ...(told?.moved ?? []).map(({ after }) => after),
    ];
    return Math.min(Infinity, ...shifts.map(({ span }) => span.start).filter((start) => start >= now));
  };
  return (a, b) => {
    const [left, right] = [first(a), first(b)];
    return left === right ? 0 : left - right;
  };
}

function receivedRow(
  visit: Visit,
  { receipt, writtenBy }: PersonReception,
  { name, zone }: { readonly name: string; readonly zone: string },
) {
  if (!receipt) return { name, way: '', stamp: '', number: '' };
  const way =
    writtenBy === undefined
      ? visit.say(`receipt.way.${receipt.way}`)
      : visit.say(writtenBy === '' ? 'receipt.way.told' : 'receipt.way.told-by', { name: writtenBy });
  return {
    name,
    way,
    stamp: formatStamp(visit.language, receipt.at, zone),
    number: visit.say('web.version.name', { number: receipt.version }),
  };
}

/** For a chat group; empty while nobody is missing. */
function messageOf(
  { say }: Visit,
  {
    names,
    period,
    number,
  }: { readonly names: readonly string[]; readonly period: string; readonly number: number },
): string {
  return names.length === 0 ? '' : say('receipt.message', { names: names.join(', '), period, number });
}

export async function remindMissing(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const key = await resolvePeriod(app, visit.param('period'));
  const count = await remindPeople(app, { key, actor: visit.actor });
  return redirect(
    `${seenPath(key.periodId)}?${new URLSearchParams({ done: 'remind', count: String(count) })}`,
  );
}

export async function writeTold(visit: Visit, { app }: WebDeps): Promise<Reply> {
  const key = await resolvePeriod(app, visit.param('period'));
  await receiveRoster(app, {
    ...key,
    staffId: visit.form.get('staff') ?? '',
    version: Number(visit.form.get('version')),
    way: 'told',
    actor: visit.actor,
  });
  return redirect(`${seenPath(key.periodId)}?done=told`);
}
