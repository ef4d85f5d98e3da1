/**
 * Before work that takes long: so many at once, so many more in line, and whoever comes then is told at once that they
 * came in vain, instead of waiting with all the others (ASVS 5.0 15.2.2). Those in line are served in turn, and when it is
 * full the last of whoever has most there gives way.
 */

import { AppError } from '../kernel/app-error.ts';
import { FairLine } from '../thread-host/fair-line.ts';

/** @param asker whose place in line it takes. */
export type Gate = <T>(work: () => Promise<T>, asker?: string) => Promise<T>;

export interface GateSettings {
  readonly atOnce: number;
  readonly mostWaiting: number;
  /** Of the sentence for who finds the line full. */
  readonly refusal: string;
}

interface Waiting {
  enter(): void;
  turnAway(): void;
}

/** Rejects with `AppError('unavailable', refusal)` when the line is full, and as the work does. */
export function createGate({ atOnce, mostWaiting, refusal }: GateSettings): Gate {
  const line = new FairLine<Waiting>({ mostWaiting, mostOfOne: mostWaiting });
  let inside = 0;
  const turn = (asker: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const turnAway = (): void => reject(new AppError('unavailable', refusal));
      line.add(asker, { enter: resolve, turnAway })?.turnAway();
    });
  return async (work, asker = '') => {
    if (inside < atOnce) inside++;
    else await turn(asker);
    try {
      return await work();
    } finally {
      // The place goes to the next in line, if there is one.
      const next = line.next();
      if (next) next.enter();
      else inside--;
    }
  };
}
