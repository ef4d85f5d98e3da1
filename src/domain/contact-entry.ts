/** One line of a contact directory: an organisation to call, how, and how sure one is of it. */

import { addDays, type Day } from '../calendar/day.ts';

export interface ContactEntry {
  readonly id: string;
  /** An organisation or a desk, never a private person. */
  readonly name: string;
  /** What it is called for. */
  readonly role: string;
  readonly phone: string;
  readonly email: string;
  /** Who is called where nobody answers, with a number. */
  readonly standIn: string;
  /** Another way to reach them: a chat group, a radio, a second number. */
  readonly channel: string;
  readonly note: string;
  /** When someone last made sure of it. */
  readonly asOf: Day;
  /** Where it was read. */
  readonly source: string;
}

/** A unit's own entry; `replaces` is the shipped one it stands for. */
export interface OwnContact extends ContactEntry {
  readonly replaces?: string;
}

const DAYS_UNTIL_OLD = 365;

/** Numbers change hands within a year: what nobody made sure of since is told as old. */
export function isOldContact({ asOf }: Pick<ContactEntry, 'asOf'>, today: Day): boolean {
  return asOf < addDays(today, -DAYS_UNTIL_OLD);
}

/** What a unit sees: its own entries, then the shipped ones it has none of its own for. */
export function directoryOf(
  shipped: readonly ContactEntry[],
  own: readonly OwnContact[],
): readonly ContactEntry[] {
  const replaced = new Set(own.map(({ replaces }) => replaces));
  return [...own, ...shipped.filter(({ id }) => !replaced.has(id))];
}
