/**
 * Before work that takes long: so many at once, so many more in line, and whoever comes then is told at once that they
 * came in vain, instead of waiting with all the others (ASVS 5.0 15.2.2).
 */

import { AppError } from '../kernel/app-error.ts';

export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

export interface GateSettings {
  readonly atOnce: number;
  readonly mostWaiting: number;
  /** Of the sentence for who finds the line full. */
  readonly refusal: string;
}

/** Rejects with `AppError('unavailable', refusal)` when the line is full, and as the work does. */
export function createGate({ atOnce, mostWaiting, refusal }: GateSettings): Gate {
  const line: (() => void)[] = [];
  let inside = 0;
  return async (work) => {
    if (inside < atOnce) inside++;
    else if (line.length < mostWaiting) await new Promise<void>((resolve) => line.push(resolve));
    else throw new AppError('unavailable', refusal);
    try {
      return await work();
    } finally {
      // The place goes to the next in line, if there is one.
      const next = line.shift();
      if (next) next();
      else inside--;
    }
  };
}
