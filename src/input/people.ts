/** Finds the person a row means, by code or by name. Names match with and without diacritics, if only one person fits. */

import type { StaffMember } from '../domain/staff.ts';
import type { Post } from '../domain/unit.ts';
import type { Fault } from '../kernel/fault.ts';
import { foldForSearch, normaliseName } from '../kernel/names.ts';
import { unknownWord } from '../kernel/nearest.ts';
import type { Cell } from './sheet.ts';

/** Who a row means; `unreadable` while the staff list itself is at fault, so that one slip is not told twice. */
export type Found =
  | { readonly kind: 'found'; readonly staffId: string }
  | { readonly kind: 'unknown'; readonly fault: Fault }
  | { readonly kind: 'unreadable' };

/** What files may refer to; absent while the file that defines it is at fault. */
export interface References {
  readonly people: People;
  readonly posts: readonly Post[] | undefined;
}

export class People {
  readonly #staff: readonly StaffMember[] | undefined;

  constructor(staff: readonly StaffMember[] | undefined) {
    this.#staff = staff;
  }

  /** The code wins; a name beside it must be the same person's. */
  find(id: Cell, name: Cell): Found {
    if (!this.#staff) return { kind: 'unreadable' };
    if (id.text === '') return this.findByWord(name);
    const member = this.#staff.find((each) => foldForSearch(each.id) === foldForSearch(id.text));
    const ids = this.#staff.map((each) => each.id);
    if (!member) return unknown(id, unknownWord('fault.person.unknown', id.text, ids));
    if (name.text !== '' && foldForSearch(member.name) !== foldForSearch(name.text)) {
      const params = { id: member.id, name: member.name, value: name.text };
      return unknown(name, { key: 'fault.person.mismatch', params, value: name.text });
    }
    return { kind: 'found', staffId: member.id };
  }

  /** One cell that holds a code or a name. */
  findByWord(cell: Cell): Found {
    if (!this.#staff) return { kind: 'unreadable' };
    if (cell.text === '') return unknown(cell, { key: 'fault.person.none', params: {}, value: '' });
    const wanted = normaliseName(cell.text);
    const folded = foldForSearch(wanted);
    const tests = [
      (each: StaffMember) => each.id === wanted,
      (each: StaffMember) => each.name === wanted,
      (each: StaffMember) => foldForSearch(each.name) === folded,
    ];
    for (const test of tests) {
      const [first, ...more] = this.#staff.filter(test);
      if (!first) continue;
      if (more.length === 0) return { kind: 'found', staffId: first.id };
      const ids = [first, ...more].map((each) => each.id).join(', ');
      return unknown(cell, { key: 'fault.person.ambiguous', params: { value: wanted, ids }, value: wanted });
    }
    const names = this.#staff.map((each) => each.name);
    return unknown(cell, unknownWord('fault.person.unknown', wanted, names));
  }
}

function unknown({ file, row, column }: Cell, fault: Omit<Fault, 'file'>): Found {
  return { kind: 'unknown', fault: { ...fault, file, ...(row > 0 ? { row } : {}), column } };
}
