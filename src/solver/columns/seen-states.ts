/** Numbers states as they are met, the same state by the same number. They are compared in full, not by their hash alone. */

import { intAt } from '../../kernel/typed-at.ts';

const FIRST_ROOM = 1024;
/** Of the slots, as many are free as are taken. */
const SLOTS_A_STATE = 2;

/** One search after another in the same room. */
export class SeenStates {
  #length = 0;
  #count = 0;
  #room = FIRST_ROOM;
  /** By slot: the state's number and one, 0 where none is. */
  #slots = new Int32Array(SLOTS_A_STATE * FIRST_ROOM);
  #states = new Int32Array(0);
  #hashes = new Int32Array(FIRST_ROOM);

  /** @param length numbers that make a state. */
  clear(length: number): void {
    this.#length = length;
    if (this.#count > 0) this.#slots.fill(0);
    this.#count = 0;
    if (this.#states.length < this.#room * length) this.#states = new Int32Array(this.#room * length);
  }

  /** The state's number: that of a new one is as many as there were. @param hash as `hashOf`, or followed by `hashChange`. */
  numberOf(state: Int32Array, hash: number): number {
    if (this.#count === this.#room) this.#grow();
    let slot = this.#slotOf(hash);
    for (;;) {
      const at = intAt(this.#slots, slot) - 1;
      if (at < 0) break;
      if (intAt(this.#hashes, at) === hash && this.#isAt(at, state)) return at;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    this.#states.set(state, this.#count * this.#length);
    this.#hashes[this.#count] = hash;
    this.#slots[slot] = this.#count + 1;
    return this.#count++;
  }

  /** The state of that number, into `state`. */
  read(at: number, state: Int32Array): void {
    const start = at * this.#length;
    for (let i = 0; i < this.#length; i++) state[i] = intAt(this.#states, start + i);
  }

  #slotOf(hash: number): number {
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return (mixed ^ (mixed >>> 13)) & (this.#slots.length - 1);
  }

  #isAt(at: number, state: Int32Array): boolean {
    const start = at * this.#length;
    for (let i = 0; i < this.#length; i++)
      if (intAt(this.#states, start + i) !== intAt(state, i)) return false;
    return true;
  }

  #grow(): void {
    this.#room *= 2;
    const states = new Int32Array(this.#room * this.#length);
    states.set(this.#states);
    this.#states = states;
    const hashes = new Int32Array(this.#room);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#slots = new Int32Array(SLOTS_A_STATE * this.#room);
    for (let at = 0; at < this.#count; at++) {
      let slot = this.#slotOf(intAt(hashes, at));
      while (intAt(this.#slots, slot) > 0) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = at + 1;
    }
  }
}

export function hashOf(state: Int32Array): number {
  let hash = 0;
  for (let i = 0; i < state.length; i++) hash = (hash + hashChange(i, intAt(state, i))) | 0;
  return hash;
}

/** What the hash of a state changes by where the number at a place is so much more. */
export function hashChange(place: number, more: number): number {
  return Math.imul(Math.imul(place + 1, 0x9e3779b1) | 1, more);
}
