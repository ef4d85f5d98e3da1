/**
 * One published seat: who stands it, why someone else is needed, who could, best first and in words. One touch replaces
 * and publishes, beside whatever draft is in work. Made for a thumb at night.
 */

import type { App } from '../../app/app.ts';
import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import { callPeople } from '../../app/replacements/call-people.ts';
import {
  findReplacements,
  type NearDuty,
  type ReplacementCandidate,
  type Replacements,
  spanOf,
} from '../../app/replacements/find-replacements.ts';
import { readCallOf } from '../../app/replacements/read-calls.ts';
import { replaceSeat, type SeatReplaced, type SeatReplacing } from '../../app/replacements/replace-seat.ts';
import { clockTimeOf } from '../../calendar/zone.ts';
import type { SeatRef } from '../../domain/draft-edit.ts';
import { staffName } from '../../domain/staff-names.ts';
import { formatBothCalendars } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { replacementNote } from '../../output/roster/replacement-note.ts';
import { fixedLine, shiftLine, shiftWords } from '../../output/roster/shift-words.ts';
import { mayIn, ownStaffId, redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { secondIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { judgementEffect } from '../own/swap-effect.ts';
import { makingPath, rosterPath, telephonePath } from '../paths/periods.ts';
import { replacementsPath, replacePath } from '../paths/replacements.ts';
import { seesLeave } from '../roster/discreet.ts';

/** The rest can be had by one more touch. */
const MOST_FIRST = 6;
const HOUR_MS = 3_600_000;

export async function showReplace(visit: Visit, deps: WebDeps): Promise<Reply> {
  return replacePage(visit, deps, { seat: visit.query.get('seat') ?? '', fault: '' });
}

export async function replaceHolder(visit: Visit, deps: WebDeps): Promise<Reply> {
  const seat = visit.form.get('seat') ?? '';
  const key = await resolvePeriod(deps.app, visit.param('period'));
  const replacing: SeatReplacing = {
    key,
    seat: parseSeat(seat),
    fromId: visit.form.get('from') ?? '',
    toId: visit.form.get('to') ?? '',
    noteOf: ({ plan }, each) => replacementNote(deps.language, plan, each),
  };
  const asked = visit.form.get('ask');
  if (asked !== null) return askPeople(visit, deps, { replacing, seat, asked });
  const result = await replaceSeat(deps.app, replacing, visit);
  if (result.done) return redirect(replacementsPath(key.unitId, { done: result.replacement.id }));
  return replacePage(visit, deps, { seat, fault: refusalWords(visit, result) });
}

interface Asking {
  readonly replacing: SeatReplacing;
  readonly seat: string;
  /** One person, or `all` of those the page offered. */
  readonly asked: string;
}

async function askPeople(visit: Visit, deps: WebDeps, { replacing, seat, asked }: Asking): Promise<Reply> {
  const toIds = asked === 'all' ? visit.form.getAll('able') : [asked];
  const called = await callPeople(deps.app, { ...replacing, toIds }, visit);
  if (called.done) return redirect(replacePath(replacing.key.periodId, seat));
  return replacePage(visit, deps, { seat, fault: visit.say(`call.refusal.${called.refusal}`) });
}

function parseSeat(text: string): SeatRef {
  const [, shiftId, place] = /^(.+)@(\d{1,3})$/.exec(text) ?? [];
  if (shiftId === undefined) throw new AppError('not-found', 'editor.failure.no-seat', { seat: text });
  return { shiftId, place: Number(place) };
}

function refusalWords({ say }: Visit, result: Exclude<SeatReplaced, { readonly done: true }>): string {
  return say(`replace.refusal.${result.refusal}`);
}

async function replacePage(
  visit: Visit,
  { app }: WebDeps,
  { seat, fault }: { readonly seat: string; readonly fault: string },
): Promise<Reply> {
  const { language, say } = visit;
  const key = await resolvePeriod(app, visit.param('period'));
  const found = await findReplacements(app, { key, seat: parseSeat(seat) });
  const { version, shift, holder, reason, candidates } = found;
  const { plan, periodId } = version;
  const name = staffName(plan.staff, holder?.id);
  const rows = candidates.map((each) => candidateRow(visit, found, each));
  const able = rows.filter(({ blocked }) => !blocked);
  const { what, named, night, post } = shiftWords(language, plan, shift);
  return {
    kind: 'page',
    view: 'replacements/replace',
    title: say('replace.title'),
    unitName: plan.unit.name,
    ...secondIf(fault !== ''),
    model: {
      fault,
      back: replacementsPath(key.unitId),
      what,
      night,
      day: formatBothCalendars(language, shift.day),
      named,
      post,
      period: plan.period.name,
      rosterHref: rosterPath(periodId),
      name,
      reason: reason === undefined ? '' : say(`replace.reason.${reason}`),
      state: stateWords(visit, found),
      draftHref:
        found.approval === 'first' && mayIn(visit, 'draft.edit', key.unitId)
          ? makingPath(periodId, 'draft')
          : '',
      open: holder !== undefined && !found.over && found.approval !== 'first',
      action: replacePath(periodId),
      seatHref: replacePath(periodId, seat),
      able: able.map(({ id }) => id),
      askAll: able.length > 1 ? say('call.ask-all', { count: able.length }) : '',
      call: holder ? await callWords(visit, app, found, holder.id) : false,
      seat,
      from: holder?.id ?? '',
      first: able.slice(0, MOST_FIRST),
      more: able.slice(MOST_FIRST),
      blocked: rows.filter(({ blocked }) => blocked),
    },
  };
}

/** Who was asked, and what they said; false while nobody was. */
async function callWords(visit: Visit, app: App, { version, seat }: Replacements, holderId: string) {
  const { plan, periodId } = version;
  const key = { unitId: plan.unit.id, periodId };
  const call = await readCallOf(app, { key, seat, holderId });
  if (!call) return false;
  const said = call.asked.filter(({ answer }) => answer !== undefined).length;
  return {
    title: visit.say('call.asked', {
      count: call.asked.length,
      clock: clockTimeOf(call.at, plan.unit.zone),
      said,
    }),
    people: call.asked.map(({ staffId, answer, at }) => ({
      name: staffName(plan.staff, staffId),
      no: answer === 'no',
      said:
        answer === undefined
          ? visit.say('call.waiting')
          : visit.say(`call.said.${answer}`, {
              clock: at === undefined ? '' : clockTimeOf(at, plan.unit.zone),
            }),
    })),
  };
}

function stateWords({ say }: Visit, { version, holder, over, approval }: Replacements): string {
  if (over) return say('replace.state.over');
  if (!holder) return say('replace.state.empty');
  return say(`replace.state.${approval}`, { number: version.number + 1 });
}

function candidateRow(visit: Visit, { version, shift }: Replacements, candidate: ReplacementCandidate) {
  const { member, judgement, beside } = candidate;
  const { plan } = version;
  // Who leads the duty is no one who may know why a colleague is away.
  const own = seesLeave(visit, plan.unit.id) ? undefined : ownStaffId(visit, plan.unit.id);
  const reader = { plan, about: [shift.id], ...(own === undefined ? {} : { staffId: own }) };
  const effect = judgementEffect(visit, judgement, reader);
  const near = (['before', 'after'] as const).flatMap((side) => {
    const duty = candidate[side];
    return duty ? [nearWords(visit, { version, shift }, { side, duty })] : [];
  });
  const fits = judgement.fits && judgement.costs.length === 0;
  return {
    id: member.id,
    name: staffName(plan.staff, member.id),
    icon: effect.icon,
    standing: effect.standing,
    blocked: effect.standing === 'blocked',
    text: [
      ...(beside ? [visit.say('replace.beside')] : []),
      fits ? visit.say('replace.fits') : effect.text,
    ].join(' '),
    near: near.length > 0 ? near : [visit.say('replace.near.none')],
    phone: member.phone,
    href: member.phone === '' ? '' : telephonePath(member.phone),
  };
}

/** `Trước đó T5 04/02 Sáng 06–14, nghỉ 8 giờ.` */
function nearWords(
  { language, say }: Visit,
  { version, shift }: Pick<Replacements, 'version' | 'shift'>,
  { side, duty }: { readonly side: 'before' | 'after'; readonly duty: NearDuty },
): string {
  const { plan } = version;
  const when =
    'shift' in duty ? shiftLine(language, plan, duty.shift) : fixedLine(language, plan, duty.fixed);
  const span = spanOf(duty);
  const gap = side === 'before' ? shift.span.start - span.end : span.start - shift.span.end;
  return say(gap > 0 ? `replace.near.${side}` : 'replace.near.beside', {
    when,
    hours: Math.floor(gap / HOUR_MS),
  });
}
