/**
 * What one person is told: that a roster changed for them, or how a swap of theirs goes. It is kept as ids and times, never
 * as a sentence with names: words are made when it is read or sent, in the reader's language, with people's names of then.
 */

import type { Day } from '../calendar/day.ts';
import type { Instant, Interval } from '../calendar/interval.ts';
import type { NamedDay } from '../calendar/named-days.ts';
import type { OrderFacts } from './order-notice.ts';
import { RosterIndex } from './roster-index.ts';
import type { Shift } from './shift.ts';
import type { SwapState } from './swap.ts';
import type { RosterVersion } from './version.ts';
import { type SeatChange, versionDifference } from './version-difference.ts';

/** `reminder`: the manager asks again for “đã nhận lịch”. `absence`: someone cannot come, and a replacement is needed. `call`: whether the reader can. `shift`:
 * one is about to begin. `late`: nobody took it. `sign-in`: into the reader's account, from somewhere new. `idle`: that account
 * was shut out, since nobody used it. `watch`: whoever leads is told of what was left undone on watch. `order`: a superior's order and what became of it. */
const NOTICE_KINDS = [
  'roster',
  'reminder',
  'swap',
  'absence',
  'call',
  'shift',
  'late',
  'sign-in',
  'idle',
  'watch',
  'order',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A shift as it stood when it was told of. */
export interface ToldShift {
  readonly id: string;
  readonly day: Day;
  readonly span: Interval;
  readonly label: string;
  readonly night: boolean;
  readonly namedDay?: NamedDay;
  /** Short name of the post. */
  readonly post: string;
  /** Who has the seat instead, or had it before; ids of staff. */
  readonly others: readonly string[];
}

export interface RosterFacts {
  readonly kind: 'roster' | 'reminder';
  readonly periodId: string;
  readonly periodName: string;
  readonly version: number;
  /** Of a reminder: one may come after another. */
  readonly at?: Instant;
  /** The period's first roster: everything in it is new, and nobody was replaced. */
  readonly first: boolean;
  readonly withdrawn: boolean;
  readonly gained: readonly ToldShift[];
  readonly lost: readonly ToldShift[];
  /** The same shift at another time. */
  readonly moved: readonly { readonly before: ToldShift; readonly after: ToldShift }[];
}

export interface SwapFacts {
  readonly kind: 'swap';
  readonly swapId: string;
  readonly periodId: string;
  readonly state: SwapState;
  /** What the reader is to it. */
  readonly part: 'asker' | 'partner' | 'decider';
  readonly askerId: string;
  readonly partnerId?: string;
  readonly given?: ToldShift;
  readonly taken?: ToldShift;
  /** What who declined or decided said. */
  readonly note: string;
}

/** Nothing says why. */
export interface AbsenceFacts {
  readonly kind: 'absence';
  readonly periodId: string;
  readonly absentId: string;
  readonly shift: ToldShift;
  readonly at: Instant;
}

/** “Ai nhận được?”, and who has taken it. */
export interface SeatCallFacts {
  readonly kind: 'call';
  readonly callId: string;
  readonly periodId: string;
  readonly state: 'asked' | 'taken';
  readonly fromId: string;
  readonly takenBy?: string;
  readonly shift: ToldShift;
}

export interface ShiftFacts {
  readonly kind: 'shift';
  readonly when: 'evening' | 'hour';
  readonly periodId: string;
  readonly shift: ToldShift;
}

export interface LateFacts {
  readonly kind: 'late';
  readonly periodId: string;
  readonly absentId: string;
  readonly place: number;
  readonly shift: ToldShift;
}

export interface SignInFacts {
  readonly kind: 'sign-in';
  /** Of no period. */
  readonly periodId: '';
  readonly sessionId: string;
  /** What the browser calls itself, cut short. */
  readonly client: string;
  readonly address: string;
  readonly at: Instant;
}

export interface IdleFacts {
  readonly kind: 'idle';
  /** Of no period. */
  readonly periodId: '';
  readonly days: number;
  readonly at: Instant;
}

/** A check nobody answered; a shift that nobody took over in writing; an alert that came in and nobody took. */
export const WATCH_MATTERS = ['missed', 'unsigned', 'alert'] as const;

export interface WatchFacts {
  readonly kind: 'watch';
  readonly what: (typeof WATCH_MATTERS)[number];
  readonly periodId: string;
  readonly shift: ToldShift;
  /** Which of its kind: the same is told once. */
  readonly key: string;
  /** The check's name; empty where nothing has one. */
  readonly about: string;
  readonly at: Instant;
}

export type NoticeFacts =
  | RosterFacts
  | SwapFacts
  | AbsenceFacts
  | SeatCallFacts
  | ShiftFacts
  | LateFacts
  | SignInFacts
  | IdleFacts
  | WatchFacts
  | OrderFacts;

/** Whether it is something one can say “đã nhận lịch” of. */
export function isOfRoster(facts: NoticeFacts): facts is RosterFacts {
  return facts.kind === 'roster' || facts.kind === 'reminder';
}

/** Whether something is asked that is answered by one touch, from wherever it was told. */
export function isAnswered(facts: NoticeFacts): boolean {
  return isOfRoster(facts) || (facts.kind === 'call' && facts.state === 'asked');
}

export interface Notice {
  /** Of two, the person is told the lower first. */
  readonly id: number;
  readonly unitId: string;
  readonly staffId: string;
  readonly facts: NoticeFacts;
  readonly createdAt: Instant;
  readonly readAt?: Instant;
}

/** What a notice is of: a person is told it once, however often it is queued. */
export function subjectOf(facts: NoticeFacts): string {
  if (isOfRoster(facts)) return JSON.stringify([facts.periodId, facts.version, facts.at ?? 0]);
  if (facts.kind === 'shift') {
    return JSON.stringify([facts.periodId, facts.shift.id, facts.when, facts.shift.span.start]);
  }
  if (facts.kind === 'late') return JSON.stringify([facts.periodId, facts.absentId, facts.shift.id]);
  if (facts.kind === 'sign-in') return JSON.stringify([facts.sessionId]);
  if (facts.kind === 'watch') return JSON.stringify([facts.what, facts.key]);
  if (facts.kind === 'order') return JSON.stringify([facts.orderId, facts.what, facts.key]);
  if (facts.kind === 'idle') return JSON.stringify([facts.at]);
  if (facts.kind === 'call') return JSON.stringify([facts.callId, facts.state]);
  return facts.kind === 'swap'
    ? JSON.stringify([facts.swapId, facts.state, facts.part])
    : JSON.stringify([facts.periodId, facts.absentId, facts.shift.id, facts.at]);
}

/** How many shifts of one person a notice names; the pages show them all. */
const MOST_SHIFTS = 40;

/** Of a version that follows another, only those whose own shifts changed; of the first one everyone who stands in it. */
export function rosterFacts(
  before: RosterVersion | undefined,
  after: RosterVersion,
): ReadonlyMap<string, RosterFacts> {
  const about = {
    kind: 'roster',
    periodId: after.periodId,
    periodName: after.plan.period.name,
    version: after.number,
    first: before === undefined,
    withdrawn: after.withdrawn === true,
  } as const;
  if (!before) return firstFacts(after, about);
  const { seats, people } = versionDifference(before, after);
  const told = teller(after, before);
  const holdersOf = holders(seats);
  return new Map(
    people.map(({ staff, gained, lost, moved }) => {
      const others = holdersOf(staff.id);
      const tell = (shift: Shift): ToldShift => told(shift, others(shift));
      return [
        staff.id,
        {
          ...about,
          gained: gained.slice(0, MOST_SHIFTS).map(tell),
          lost: lost.slice(0, MOST_SHIFTS).map(tell),
          moved: moved.slice(0, MOST_SHIFTS).map((each) => ({
            before: told(each.before, []),
            after: told(each.after, []),
          })),
        },
      ];
    }),
  );
}

type About = Omit<RosterFacts, 'gained' | 'lost' | 'moved'>;

function firstFacts(after: RosterVersion, about: About): ReadonlyMap<string, RosterFacts> {
  const index = new RosterIndex(after.plan, after.roster);
  const told = teller(after);
  const people = new Set(after.roster.assignments.map(({ staffId }) => staffId));
  return new Map(
    [...people].map((staffId) => {
      const gained = index.shiftsOf(staffId).slice(0, MOST_SHIFTS);
      return [staffId, { ...about, gained: gained.map((shift) => told(shift, [])), lost: [], moved: [] }];
    }),
  );
}

/** Of the seats of a shift that a person gave up or took over: who else has or had them. */
function holders(seats: readonly SeatChange[]): (staffId: string) => (shift: Shift) => string[] {
  const ofShift = new Map<string, SeatChange[]>();
  for (const seat of seats) ofShift.set(seat.shift.id, [...(ofShift.get(seat.shift.id) ?? []), seat]);
  return (staffId) =>
    ({ id }) =>
      (ofShift.get(id) ?? [])
        .filter(({ before, after }) => before?.id === staffId || after?.id === staffId)
        .flatMap(({ before, after }) => (before?.id === staffId ? after : before)?.id ?? [])
        .filter((other) => other !== staffId);
}

/** Posts as the first version that knows them calls them. */
export function teller(
  ...versions: readonly Pick<RosterVersion, 'plan'>[]
): (shift: Shift, others: readonly string[]) => ToldShift {
  const posts = new Map(
    versions
      .toReversed()
      .flatMap(({ plan }) => plan.posts.map(({ id, shortName }) => [id, shortName] as const)),
  );
  return ({ id, day, span, label, night, namedDay, postId }, others) => ({
    id,
    day,
    span,
    label,
    night,
    ...(namedDay === undefined ? {} : { namedDay }),
    post: posts.get(postId) ?? '',
    others,
  });
}
