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

/** Each suggestion compares with everyone: enough for slips, and a list of strangers still answers at once. */
const MOST_GUESSES = 50;

export class People {
  readonly #staff: readonly StaffMember[] | undefined;
  readonly #byName: ReadonlyMap<string, readonly StaffMember[]>;
  readonly #byFoldedName: ReadonlyMap<string, readonly StaffMember[]>;
  readonly #byFoldedId: ReadonlyMap<string, readonly StaffMember[]>;
  #guesses = 0;

  /** Undefined while the staff list itself is at fault. */
  constructor(staff: readonly StaffMember[] | undefined) {
    this.#staff = staff;
    this.#byName = group(staff, ({ name }) => name);
    this.#byFoldedName = group(staff, ({ name }) => foldForSearch(name));
    this.#byFoldedId = group(staff, ({ id }) => foldForSearch(id));
  }

  /** The code wins; a name beside it must be the same person's. */
  find(id: Cell, name: Cell): Found {
    if (!this.#staff) return { kind: 'unreadable' };
    if (id.text === '') return this.findByWord(name);
    const [member] = this.#byFoldedId.get(foldForSearch(id.text)) ?? [];
    if (!member) return this.#stranger(id, ({ id: known }) => known);
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
    const [first, ...more] =
      this.#byFoldedId.get(folded) ?? this.#byName.get(wanted) ?? this.#byFoldedName.get(folded) ?? [];
    if (!first) return this.#stranger(cell, ({ name }) => name);
    if (more.length === 0) return { kind: 'found', staffId: first.id };
    const ids = [first, ...more].map((each) => each.id).join(', ');
    return unknown(cell, { key: 'fault.person.ambiguous', params: { value: wanted, ids }, value: wanted });
  }

  #stranger(cell: Cell, wordOf: (member: StaffMember) => string): Found {
    const known = this.#guesses++ < MOST_GUESSES ? (this.#staff ?? []).map(wordOf) : [];
    return unknown(cell, unknownWord('fault.person.unknown', normaliseName(cell.text), known));
  }
}

function group(
  staff: readonly StaffMember[] = [],
  keyOf: (member: StaffMember) => string,
): ReadonlyMap<string, readonly StaffMember[]> {
  const groups = new Map<string, StaffMember[]>();
  for (const member of staff) {
    const key = keyOf(member);
    const sharing = groups.get(key);
    if (sharing) sharing.push(member);
    else groups.set(key, [member]);
  }
  return groups;
}

function unknown({ file, row, column }: Cell, fault: Omit<Fault, 'file'>): Found {
  return { kind: 'unknown', fault: { ...fault, file, ...(row > 0 ? { row } : {}), column } };
}
