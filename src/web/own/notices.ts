/** What changed for one person: shifts gained, lost and moved by each version, and what became of the person's swaps. */

import type { VersionStep } from '../../app/own/read-own-duty.ts';
import type { ListedSwap } from '../../app/swaps/list-swaps.ts';
import type { Instant } from '../../calendar/interval.ts';
import { RosterIndex } from '../../domain/roster-index.ts';
import type { Shift } from '../../domain/shift.ts';
import { versionDifference } from '../../domain/version-difference.ts';
import { formatStamp } from '../../i18n/format.ts';
import { shiftLine } from '../../output/roster/shift-words.ts';
import type { Visit } from '../kit/visit.ts';
import type { Who } from './owner.ts';
import { isAbout, swapSides } from './swap-sides.ts';

export interface Notice {
  readonly at: Instant;
  readonly stamp: string;
  readonly icon: 'calendar' | 'swap';
  readonly title: string;
  readonly lines: readonly { readonly gained: boolean; readonly lost: boolean; readonly text: string }[];
  readonly fresh: boolean;
}

/** How many things happened since the person last looked. */
export function newsCount({ duty, swaps }: Pick<Who, 'duty' | 'swaps'>): number {
  const { seenAt, steps, staffId } = duty;
  const since = seenAt ?? (Infinity as Instant);
  const changed = steps.filter((step) => changesOf(step, staffId).length > 0).length;
  const settled = swaps.filter((each) => isAbout(each, staffId) && settledAt(each) > since).length;
  return changed + settled;
}

/** Newest first. */
export function noticesOf(visit: Visit, who: Who, steps: readonly VersionStep[]): Notice[] {
  const { staffId, zone, seenAt } = who.duty;
  const about = (at: Instant) => ({
    at,
    stamp: formatStamp(visit.language, at, zone),
    fresh: seenAt !== undefined && at > seenAt,
  });
  const published = steps.flatMap((step): Notice[] => {
    const { after } = step;
    const changes = changesOf(step, staffId);
    if (changes.length === 0) return [];
    const name = { number: after.number, period: after.plan.period.name };
    const lines = changes.map(({ sign, shift }) => ({
      gained: sign === 'gained',
      lost: sign === 'lost',
      text: shiftLine(visit.language, sign === 'lost' ? (step.before ?? after).plan : after.plan, shift),
    }));
    const title = visit.say(step.before ? 'own.notice.version' : 'own.notice.first', name);
    return [{ ...about(after.publishedAt), icon: 'calendar', title, lines }];
  });
  const settled = who.swaps.flatMap((listed): Notice[] => {
    const at = settledAt(listed);
    if (at === 0 || !isAbout(listed, staffId)) return [];
    const sides = swapSides(visit, listed);
    const given = sides.given ? sides.given.whole : '';
    const title = visit.say('own.notice.swap', { state: sides.state, shift: given });
    const lines = sides.note === '' ? [] : [{ gained: false, lost: false, text: sides.note }];
    return [{ ...about(at), icon: 'swap', title, lines }];
  });
  return [...published, ...settled].sort((a, b) => b.at - a.at);
}

interface OwnChange {
  readonly sign: 'gained' | 'lost';
  readonly shift: Shift;
}

function changesOf({ before, after }: VersionStep, staffId: string): OwnChange[] {
  const gain = (shift: Shift): OwnChange => ({ sign: 'gained', shift });
  if (!before) return new RosterIndex(after.plan, after.roster).shiftsOf(staffId).map(gain);
  const own = versionDifference(before, after).people.find(({ staff }) => staff.id === staffId);
  if (!own) return [];
  const lost = [...own.lost, ...own.moved.map((each) => each.before)];
  const gained = [...own.gained, ...own.moved.map((each) => each.after)];
  return [...lost.map((shift): OwnChange => ({ sign: 'lost', shift })), ...gained.map(gain)];
}

/** When the other side answered or it came to its end; 0 while nothing happened. */
function settledAt({ swap }: ListedSwap): Instant {
  const expired = swap.state === 'expired' ? Math.min(swap.expiresAt, swap.decidedAt ?? Infinity) : 0;
  return (swap.decidedAt ?? swap.answeredAt ?? expired) as Instant;
}
