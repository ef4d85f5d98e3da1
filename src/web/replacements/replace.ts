/**
 * One published seat: who stands it, why someone else is needed, who could, best first and in words. One touch replaces
 * and publishes, beside whatever draft is in work. Made for a thumb at night.
 */

import { resolvePeriod } from '../../app/periods/resolve-period.ts';
import {
  findReplacements,
  type NearDuty,
  type ReplacementCandidate,
  type Replacements,
  spanOf,
} from '../../app/replacements/find-replacements.ts';
import { replaceSeat, type SeatReplaced, type SeatReplacing } from '../../app/replacements/replace-seat.ts';
import type { SeatRef } from '../../domain/draft-edit.ts';
import { staffName } from '../../domain/staff-names.ts';
import { formatBothCalendars } from '../../i18n/format.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { AppError } from '../../kernel/app-error.ts';
import { fixedLine, shiftLine, shiftWords } from '../../output/roster/shift-words.ts';
import { mayIn, ownStaffId, redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
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
    noteOf: noteIn(deps.language),
  };
  const result = await replaceSeat(deps.app, replacing, visit);
  if (result.done) return redirect(replacementsPath(key.unitId, { done: result.replacement.id }));
  return replacePage(visit, deps, { seat, fault: refusalWords(visit, result) });
}

function parseSeat(text: string): SeatRef {
  const [, shiftId, place] = /^(.+)@(\d{1,3})$/.exec(text) ?? [];
  if (shiftId === undefined) throw new AppError('not-found', 'editor.failure.no-seat', { seat: text });
  return { shiftId, place: Number(place) };
}

/** The note of the version that comes of it, as it is kept: in the language the server speaks. */
function noteIn(language: Language): SeatReplacing['noteOf'] {
  return ({ plan }, { seat, fromId, toId }) => {
    const shift = plan.shifts.find(({ id }) => id === seat.shiftId);
    return translate(language, 'replace.note', {
      to: staffName(plan.staff, toId),
      from: staffName(plan.staff, fromId),
      when: shift ? shiftLine(language, plan, shift) : '',
    });
  };
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
    ...(fault === '' ? {} : { status: 409 }),
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
      seat,
      from: holder?.id ?? '',
      first: able.slice(0, MOST_FIRST),
      more: able.slice(MOST_FIRST),
      blocked: rows.filter(({ blocked }) => blocked),
    },
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
