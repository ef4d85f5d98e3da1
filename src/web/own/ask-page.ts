/** “Xin đổi ca”: one shift, with whom it could be swapped and what that breaks or costs, a word to the other, send. */

import { readDutyFlow } from '../../app/periods/save-duty-flow.ts';
import { askSwap, MOST_WANTED, type SwapAsked } from '../../app/swaps/ask-swap.ts';
import { findSwapOptions, type SwapOption } from '../../app/swaps/find-swap-options.ts';
import type { Plan } from '../../domain/plan.ts';
import { staffName } from '../../domain/staff-names.ts';
import { settleBy } from '../../domain/swap.ts';
import { formatClockDay } from '../../i18n/format.ts';
import { AppError } from '../../kernel/app-error.ts';
import { shiftWords } from '../../output/roster/shift-words.ts';
import { redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import { secondIf } from '../kit/refusal.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { type OwnShift, ownShifts } from './next-shift.ts';
import type { Who } from './owner.ts';
import { optionEffect, stopWords } from './swap-effect.ts';
import { stepsOf } from './swap-sides.ts';
import { ownFrame } from './who.ts';

const MOST_EXCHANGES = 8;
const MOST_TAKERS = 8;
/** Of those the roster was not made with. */
const MOST_BESIDE = 4;
const MOST_BLOCKED = 3;

interface Typed {
  /** `swap p7 giam-sat/dem/2027-02-05`, `give p7`, `open`, `wanted`. */
  readonly choice: string;
  readonly message: string;
  /** Ids of shifts that are wanted in return. */
  readonly wanted: readonly string[];
  readonly fault: string;
}

export async function showAsk(visit: Visit, deps: WebDeps, who: Who): Promise<Reply> {
  return askPage(visit, deps, who, { choice: '', message: '', wanted: [], fault: '' });
}

export async function sendAsk(visit: Visit, deps: WebDeps, who: Who): Promise<Reply> {
  const chosen = chosenShift(visit, who);
  const choice = visit.form.get('choice') ?? '';
  const message = visit.form.get('message') ?? '';
  const wanted = visit.form.getAll('wanted').slice(0, MOST_WANTED);
  const typed = { choice, message, wanted };
  const parsed = parseChoice(choice);
  if (!parsed) return askPage(visit, deps, who, { ...typed, fault: visit.say('swap.refusal.no-choice') });
  const { version, shift } = chosen;
  const asked = await askSwap(deps.app, {
    key: { unitId: who.duty.unitId, periodId: version.periodId },
    askerId: who.duty.staffId,
    shiftId: shift.id,
    ...parsed,
    ...(choice === 'wanted' ? { wanted } : {}),
    message,
    actor: who.actor,
  });
  if (asked.asked) return redirect(who.path('swaps', { done: 'asked' }));
  return askPage(visit, deps, who, { ...typed, fault: refusalWords(visit, asked, who) });
}

function refusalWords(visit: Visit, asked: Extract<SwapAsked, { asked: false }>, who: Who): string {
  const { staffId } = who.duty;
  if (asked.refusal !== 'breaks') return visit.say(`swap.refusal.${asked.refusal}`);
  return stopWords(visit, { done: false, ...asked }, { plan: asked.version.plan, staffId });
}

export function parseChoice(choice: string): { partnerId?: string; otherShiftId?: string } | undefined {
  const [kind, partnerId = '', ...rest] = choice.split(' ');
  if ((kind === 'open' || kind === 'wanted') && partnerId === '') return {};
  if (kind === 'give' && partnerId !== '') return { partnerId };
  if (kind === 'swap' && rest.length > 0) return { partnerId, otherShiftId: rest.join(' ') };
  return undefined;
}

/** Throws `not-found` for a shift that is not the person's, or is over. */
function chosenShift({ query, now }: Visit, { duty }: Who): OwnShift {
  const shiftId = query.get('shift') ?? '';
  const own = ownShifts(duty.versions, duty.staffId).find(
    ({ shift }) => shift.id === shiftId && shift.span.start > now,
  );
  if (!own) throw new AppError('not-found', 'swap.failure.no-shift');
  return own;
}

async function askPage(visit: Visit, deps: WebDeps, who: Who, typed: Typed): Promise<Reply> {
  if (!visit.query.has('shift')) return pickPage(visit, who);
  const { staffId, zone } = who.duty;
  const { version, shift } = chosenShift(visit, who);
  const options = await findSwapOptions(deps.app, { version, shiftId: shift.id, askerId: staffId });
  const flow = await readDutyFlow(deps.app, who.duty.unitId);
  const until = settleBy(visit.now, shift.span.start);
  const people = options?.people ?? version.plan.staff;
  const plan = { ...version.plan, staff: people };
  const row = rowOf(visit, { plan, given: shift.id }, { staffId, choice: typed.choice });
  const takers = options?.takers ?? [];
  const exchanges = (options?.exchanges ?? []).slice(0, MOST_EXCHANGES).map(row);
  const title = visit.say('swap.ask.title');
  return {
    kind: 'page',
    view: 'own/ask',
    title,
    ...ownFrame(visit, who, 'swaps'),
    script: 'ask.js',
    ...secondIf(typed.fault !== ''),
    model: {
      ...typed,
      title,
      back: who.path('duty'),
      action: who.path('ask', { shift: shift.id }),
      shift: shiftWords(visit.language, version.plan, shift),
      points: visit.say('own.points', { points: shift.points }),
      exchanges: firstChosen(exchanges, typed.choice),
      takers: [
        ...takers.filter(({ beside }) => !beside).slice(0, MOST_TAKERS),
        ...takers.filter(({ beside }) => beside).slice(0, MOST_BESIDE),
      ].map(row),
      blocked: (options?.blocked ?? []).slice(0, MOST_BLOCKED).map(row),
      open: typed.choice === 'open',
      wanting: typed.choice === 'wanted',
      wanted: (options?.obtainable ?? []).map((each) => ({
        ...shiftWords(visit.language, version.plan, each),
        chosen: typed.wanted.includes(each.id),
      })),
      giving: exchanges.length === 0 || /^(give|open)/.test(typed.choice),
      steps: stepsOf(visit, undefined, ''),
      tooLate: until === undefined,
      after: [
        visit.say('swap.ask.until-then'),
        until === undefined
          ? ''
          : visit.say('swap.ask.answer-by', { moment: formatClockDay(visit.language, until, { zone }) }),
        flow.approveSwaps ? '' : visit.say('swap.ask.straight-through'),
      ]
        .filter(Boolean)
        .join(' '),
    },
  };
}

export function rowOf(
  visit: Visit,
  { plan, given }: { readonly plan: Plan; readonly given: string },
  { staffId, choice }: { readonly staffId?: string; readonly choice: string },
) {
  return (option: SwapOption) => {
    const { member, shift } = option;
    const value = shift ? `swap ${member.id} ${shift.id}` : `give ${member.id}`;
    const taken = shift ? shiftWords(visit.language, plan, shift) : undefined;
    return {
      value,
      name: staffName(plan.staff, member.id),
      taken: taken ? visit.say('swap.ask.for', { shift: `${taken.day} ${taken.label}` }) : '',
      takenNamed: taken?.named ?? '',
      takenNight: taken?.night ?? false,
      chosen: value === choice,
      ...optionEffect(visit, option, {
        plan,
        ...(staffId === undefined ? {} : { staffId }),
        about: [given, shift?.id ?? ''],
      }),
    };
  };
}

/** The best one is ready to be sent, as long as nothing else was chosen. */
function firstChosen<T extends { readonly chosen: boolean }>(rows: readonly T[], choice: string): T[] {
  return rows.map((each, i) => (choice === '' && i === 0 ? { ...each, chosen: true } : each));
}

/** Which shift? */
function pickPage(visit: Visit, who: Who): Reply {
  const { duty, path } = who;
  const title = visit.say('swap.ask.title');
  const coming = ownShifts(duty.versions, duty.staffId).filter(({ shift }) => shift.span.start > visit.now);
  return {
    kind: 'page',
    view: 'own/pick',
    title,
    ...ownFrame(visit, who, 'swaps'),
    model: {
      title,
      back: path('swaps'),
      shifts: coming.map(({ version, shift }) => ({
        ...shiftWords(visit.language, version.plan, shift),
        href: path('ask', { shift: shift.id }),
      })),
    },
  };
}
