/**
 * What is kept of a search: so that a server that dies leaves word of it and the best roster so far, and so that processes on
 * one database share their searches, each shown by all and run by one.
 */

import type { Instant } from '../calendar/interval.ts';
import type { PeriodKey } from './period.ts';
import type { Assignment } from './roster.ts';
import type { Certificate } from './version.ts';

/** What the search is for: a whole roster, or as few changes as possible to the one there is. */
const RUN_PURPOSES = ['solve', 'mend'] as const;
export type RunPurpose = (typeof RUN_PURPOSES)[number];

/**
 * `own`: of the process that was asked, and nobody else's to run. The others are shared: `waiting` for someone who solves,
 * `running` at one, `ended` with a roster that nobody has taken yet, `taken` once it is the draft, `failed`.
 */
const RUN_STATES = ['own', 'waiting', 'running', 'ended', 'taken', 'failed'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** How much dearer a change at short notice is than one long before. */
export const NEARNESS = ['even', 'usual', 'dear'] as const;
export type Nearness = (typeof NEARNESS)[number];

/** What a search for few changes was asked for beside its time. */
export interface MendOrder {
  /** Shifts that begin earlier stay as they are. */
  readonly from: Instant;
  readonly near: Nearness;
}

type Score = Certificate['score'];

/** What a search has told on its way, each by milliseconds since it began. */
export interface RunHistory {
  /** Each better roster and better bound. */
  readonly points: readonly {
    readonly ms: number;
    readonly score: Score;
    readonly bound?: Score;
    /** Seats held differently than in the roster before it. */
    readonly seatsChanged: number;
  }[];
  readonly phases: readonly { readonly phase: string; readonly ms: number }[];
  readonly proven: boolean;
  readonly certificate?: Certificate;
}

export interface KeptRun {
  readonly id: string;
  readonly key: PeriodKey;
  readonly purpose: RunPurpose;
  /** Absent where a whole roster is searched for. */
  readonly mend?: MendOrder;
  readonly state: RunState;
  /** Someone asked it to end with its best so far. */
  readonly isStopping: boolean;
  /** So many times a process has taken it up; one that was given back does not count. */
  readonly claims: number;
  readonly startedAt: Instant;
  /** What it was given, and what it had used when the roster was kept. */
  readonly seconds: number;
  readonly elapsedMs: number;
  readonly seed: number;
  /** The draft's revision it started from, 0 for none. */
  readonly revision: number;
  readonly actor: string;
  /** It came to its end, and nobody has taken the roster yet. */
  readonly ended: boolean;
  /** The best so far; absent until one was kept. */
  readonly assignments?: readonly Assignment[];
  /** What was told of it, and of which problem: as a mark that no other problem has. Of shared ones only. */
  readonly history?: RunHistory;
  readonly problem?: string;
}
