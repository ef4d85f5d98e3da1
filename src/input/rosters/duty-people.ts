/** Whom a name of a roster means: someone of the unit for sure, or a question with those it may be. */

import type { StaffMember } from '../../domain/staff.ts';
import { type NamedPerson, staffName } from '../../domain/staff-names.ts';
import { normaliseName } from '../../kernel/names.ts';
import { LeavePeople } from '../leave-who.ts';

export type DutyWho =
  | { readonly kind: 'person'; readonly person: StaffMember }
  | { readonly kind: 'question'; readonly id: string; readonly choices: readonly StaffMember[] }
  /** Someone said that it is nobody of the unit. */
  | 'none';

const LEAST_DIGITS = 9;

export class DutyPeople {
  readonly #staff: readonly StaffMember[];
  readonly #answers: ReadonlyMap<string, string>;
  readonly #people: LeavePeople;
  /** As documents write them: namesakes with what tells them apart. */
  readonly #told: ReadonlyMap<string, StaffMember>;
  readonly #names: ReadonlySet<string>;

  constructor(staff: readonly StaffMember[], answers: ReadonlyMap<string, string>) {
    this.#staff = staff;
    this.#answers = answers;
    this.#people = new LeavePeople(staff, answers);
    const people: readonly NamedPerson[] = staff;
    this.#names = new Set(staff.map(({ name }) => normaliseName(name)));
    this.#told = new Map(staff.map((each) => [normaliseName(staffName(people, each.id)), each]));
  }

  /** Whether a text is someone's whole name, whatever signs it has. */
  isWhole(text: string): boolean {
    const written = normaliseName(text);
    return this.#told.has(written) || this.#names.has(written);
  }

  /** @param position what stands beside the name tells those of one given name apart. */
  find(text: string, phone: string, position = ''): DutyWho {
    const told = this.#told.get(normaliseName(text));
    if (told) return { kind: 'person', person: told };
    const called = this.#byPhone(text, phone);
    if (called) return { kind: 'person', person: called };
    const found = this.#people.find('', text, position);
    const [person] = found.kind === 'people' ? found.people : [];
    if (person) return { kind: 'person', person };
    if (found.kind !== 'question') return 'none';
    return this.#answers.get(found.id) === 'none' ? 'none' : found;
  }

  /** Of namesakes the one whose number stands beside. */
  #byPhone(text: string, phone: string): StaffMember | undefined {
    const digits = digitsOf(phone);
    if (digits.length < LEAST_DIGITS) return undefined;
    const written = normaliseName(text);
    const named = this.#staff.filter(({ name }) => normaliseName(name) === written);
    const found = named.filter((each) =>
      [each.phone, each.officePhone].some((own) => digitsOf(own) === digits),
    );
    return found.length === 1 ? found[0] : undefined;
  }
}

function digitsOf(phone: string): string {
  return phone.replace(/\D/gu, '').replace(/^84/u, '0');
}
