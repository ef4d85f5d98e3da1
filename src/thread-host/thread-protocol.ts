/** What a thread of ours is asked and answers; all of it can be cloned from thread to thread. */

export interface ThreadJob<Work> {
  readonly id: number;
  readonly work: Work;
}

export type ThreadAnswer<Result> =
  /** The work begins now; `thread` is its number with the system, where the system numbers threads. */
  | { readonly id: number; readonly kind: 'begun'; readonly thread?: number }
  | { readonly id: number; readonly kind: 'done'; readonly result: Result }
  /** The stack of what was thrown. */
  | { readonly id: number; readonly kind: 'failed'; readonly reason: string };
