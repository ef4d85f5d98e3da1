/** Where readers put what they find: faults refuse the input, warnings only speak. Bounded, so noise stays readable. */

import type { Fault } from '../kernel/fault.ts';

/** More than this is noise; what follows is counted, not listed. */
const MOST_LISTED = 200;
const MOST_VALUE_LENGTH = 60;

export class FaultList {
  readonly #faults: Fault[] = [];
  readonly #warnings: Fault[] = [];
  #unlisted = 0;

  fault(fault: Fault): void {
    if (this.#faults.length < MOST_LISTED) this.#faults.push(cut(fault));
    else this.#unlisted++;
  }

  warn(warning: Fault): void {
    if (this.#warnings.length < MOST_LISTED) this.#warnings.push(cut(warning));
  }

  /** How many faults so far: equal counts before and after a reader mean that it found none. */
  get count(): number {
    return this.#faults.length + this.#unlisted;
  }

  get faults(): readonly Fault[] {
    const last = this.#faults.at(-1);
    if (this.#unlisted === 0 || !last) return this.#faults;
    return [...this.#faults, { key: 'fault.more', params: { count: this.#unlisted }, file: last.file }];
  }

  get warnings(): readonly Fault[] {
    return this.#warnings;
  }
}

/** The offending text at a readable length, where it stands alone and where a sentence quotes it. */
function cut(fault: Fault): Fault {
  if (fault.value === undefined) return fault;
  const letters = [...fault.value];
  if (letters.length <= MOST_VALUE_LENGTH) return fault;
  const value = `${letters.slice(0, MOST_VALUE_LENGTH).join('')}…`;
  return { ...fault, value, params: 'value' in fault.params ? { ...fault.params, value } : fault.params };
}
