/** A swap as people read it: who gives which shift for which, how far it has come, what is still to be done and by whom. */

import type { ListedSwap } from '../../app/swaps/list-swaps.ts';
import { givenStaffName, staffName } from '../../domain/staff-names.ts';
import { isLive, type Swap } from '../../domain/swap.ts';
import type { RosterVersion } from '../../domain/version.ts';
import { formatClockDay } from '../../i18n/format.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { type ShiftWords, shiftLine, shiftWords } from '../../output/roster/shift-words.ts';
import type { Visit } from '../kit/visit.ts';

export interface SwapStep {
  readonly number: number;
  readonly label: string;
  /** `done`, `now`, `ahead`, or `stopped` where it came to an end. */
  readonly state: 'done' | 'now' | 'ahead' | 'stopped';
  readonly stateWords: string;
}

/** Whether it is this person's turn. */
export function waitsFor({ swap }: ListedSwap, staffId: string): boolean {
  return swap.state === 'asked' && swap.partnerId === staffId;
}

/** Whether the person might take what is offered to anyone. */
export function isOfferFor({ swap }: ListedSwap, staffId: string): boolean {
  return swap.state === 'asked' && swap.partnerId === undefined && swap.askerId !== staffId;
}

export function isAbout({ swap }: ListedSwap, staffId: string): boolean {
  return swap.askerId === staffId || swap.partnerId === staffId;
}

/** Ids of the shifts that change hands. */
export function shiftsOf({ swap: { seat, other } }: ListedSwap): string[] {
  return [seat.shiftId, ...(other ? [other.shiftId] : [])];
}

const CHIPS = {
  asked: 'warning',
  consented: 'warning',
  declined: 'outline',
  withdrawn: 'outline',
  approved: 'good',
  refused: 'error',
  expired: 'outline',
} as const;

export function swapSides(visit: Visit, { swap, version }: ListedSwap) {
  const { say, language } = visit;
  const { plan } = version;
  const nameOf = (id: string | undefined): string => staffName(plan.staff, id);
  const words = (shiftId: string | undefined): ShiftWords | false => {
    const shift = plan.shifts.find(({ id }) => id === shiftId);
    return shift ? shiftWords(visit.language, plan, shift) : false;
  };
  const wantedOf = (swap.other ? [] : (swap.wanted ?? [])).map((id) => words(id));
  const wanted = wantedOf.flatMap((each) => (each ? [each.whole] : [])).join(', ');
  const kind =
    wanted !== '' ? 'wanted' : swap.other ? 'exchange' : swap.partnerId === undefined ? 'open' : 'gift';
  return {
    id: swap.id,
    asker: nameOf(swap.askerId),
    // Empty while it is offered to anyone.
    partner: nameOf(swap.partnerId),
    given: words(swap.seat.shiftId),
    taken: words(swap.other?.shiftId),
    // `Nhường hẳn`, `Đổi ca`, `Ai nhận được cũng được`.
    kind: say(`swap.kind.${kind}`),
    // What the asker takes one of in return, while nobody has given it: `T7 06/02 Sáng 06–14, …`.
    wanted,
    message: swap.message,
    state: say(`swap.state.${swap.state}`),
    chip: CHIPS[swap.state],
    // Why it ended, or what who decided said.
    note: [swap.arrangedBy === undefined ? '' : say('swap.arranged'), endWords(visit, swap)]
      .filter(Boolean)
      .join(' '),
    until: isLive(swap)
      ? say(swap.state === 'asked' ? 'swap.until.asked' : 'swap.until.consented', {
          moment: formatClockDay(language, swap.expiresAt, { zone: plan.unit.zone }),
        })
      : '',
    live: isLive(swap),
    steps: stepsOf(visit, swap, givenStaffName(plan.staff, swap.partnerId)),
  };
}

function endWords({ say }: Visit, { state, cause, note = '', version }: Swap): string {
  const said = note === '' ? '' : say('swap.said', { note });
  if (state === 'expired') return say(`swap.cause.${cause ?? 'time'}`);
  if (state === 'approved')
    return [say('swap.became', { number: version ?? 0 }), said].filter(Boolean).join(' ');
  return said;
}

const DONE: Readonly<Record<Swap['state'], number>> = {
  asked: 1,
  declined: 1,
  withdrawn: 1,
  expired: 1,
  consented: 2,
  refused: 2,
  approved: 4,
};

/** Four steps: asked, agreed, approved, published. */
export function stepsOf({ say }: Visit, swap: Pick<Swap, 'state'> | undefined, partner: string): SwapStep[] {
  const done = swap ? DONE[swap.state] : 0;
  const over = swap !== undefined && !isLive({ state: swap.state });
  const labels = [
    say('swap.step.ask'),
    partner === '' ? say('swap.step.other') : say('swap.step.agree', { name: partner }),
    say('swap.step.approve'),
    say('swap.step.version'),
  ];
  return labels.map((label, i) => {
    const state = i < done ? 'done' : i > done ? 'ahead' : over ? 'stopped' : 'now';
    return { number: i + 1, label, state, stateWords: say(`swap.step.${state}`) };
  });
}

/** The note of the version that a swap makes, as it is kept: in the language the server speaks. */
export function noteOfSwap(language: Language): (swap: Swap, version: RosterVersion) => string {
  return (swap, { plan }) => {
    const arranged = swap.arrangedBy === undefined ? '' : `${translate(language, 'swap.arranged')} `;
    const nameOf = (id: string | undefined): string => staffName(plan.staff, id);
    const shiftOf = (id: string): string => {
      const shift = plan.shifts.find((each) => each.id === id);
      return shift ? shiftLine(language, plan, shift) : '';
    };
    const words = translate(language, swap.other ? 'swap.note.exchange' : 'swap.note.gift', {
      asker: nameOf(swap.askerId),
      partner: nameOf(swap.partnerId),
      given: shiftOf(swap.seat.shiftId),
      taken: swap.other ? shiftOf(swap.other.shiftId) : '',
    });
    return `${arranged}${words}`;
  };
}
