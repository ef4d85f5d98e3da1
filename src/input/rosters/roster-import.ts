/**
 * A roster from any table, held against a period: who stands what, what is asked first, what is left out and why. Whether
 * it is allowed is the referee's to say.
 */

import type { Day } from '../../calendar/day.ts';
import type { Pin } from '../../domain/roster.ts';
import type { Shift } from '../../domain/shift.ts';
import type { StaffMember } from '../../domain/staff.ts';
import { foldForSearch } from '../../kernel/names.ts';
import type { Around } from '../day-words.ts';
import type { Book } from '../tables/book.ts';
import { type CellName, labelledNames, namesInCell } from './cell-names.ts';
import { type DutySaid, type RosterSaid, readDutiesSaid } from './duties-said.ts';
import { DutyPeople } from './duty-people.ts';
import { type RosterSlot, slotsFor, whereLabelled } from './slots.ts';

/** Answers `none` leaves out whatever is asked about. */
export type RosterQuestion =
  /** Whom a name means. Answered with `is:` and a code. */
  | {
      readonly id: string;
      readonly kind: 'who';
      readonly value: string;
      readonly choices: readonly StaffMember[];
      readonly count: number;
    }
  /** Which post and shift some words mean. Answered with a slot's key. */
  | {
      readonly id: string;
      readonly kind: 'where';
      readonly value: string;
      readonly choices: readonly RosterSlot[];
      readonly count: number;
    };

/** Why a name of the table takes no seat. */
const LEFT_OUT = ['dropped', 'outside', 'weekday', 'no-shift', 'twice'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

export interface DutyLeft {
  readonly sheet: number;
  readonly row: number;
  readonly reason: LeftOut;
  readonly day: Day;
  readonly where: string;
  readonly name: string;
}

/** Words of the table that name a post, a shift or a code, and what they are taken for. */
export interface RosterWord {
  readonly id: string;
  readonly value: string;
  /** A slot's key, empty for words that are left out; absent while it is asked, or differs by person. */
  readonly slot?: string;
  readonly count: number;
}

export interface RosterImport {
  /** Who stands which shift, in the order of the table. */
  readonly seats: readonly Pin[];
  readonly questions: readonly RosterQuestion[];
  readonly words: readonly RosterWord[];
  readonly left: readonly DutyLeft[];
  readonly said: RosterSaid;
}

export interface RosterKnown {
  readonly staff: readonly StaffMember[];
  readonly slots: readonly RosterSlot[];
  readonly shifts: readonly Shift[];
  /** What codes stand for among people and days. */
  readonly codes: ReadonlyMap<string, readonly RosterSlot[]>;
  readonly around: Around;
  readonly answers: ReadonlyMap<string, string>;
  /** What the unit said of words before: a slot's key, empty for words that are left out. */
  readonly remembered: ReadonlyMap<string, string>;
}

export function readRosterImport(book: Book, known: RosterKnown, sheet?: number): RosterImport {
  const said = readDutiesSaid(book, known.around, sheet);
  const reading = new RosterReading(known);
  for (const duty of said.duties) reading.take(duty);
  return { ...reading.result(), said };
}

/** The words that name a column or code, as answers and memory have them. */
function whereId({ where, isCode }: Pick<DutySaid, 'where' | 'isCode'>): string {
  return `${isCode ? 'code' : 'where'}-${foldForSearch(where)}`.slice(0, 100);
}

class RosterReading {
  readonly #known: RosterKnown;
  readonly #people: DutyPeople;
  readonly #shifts: ReadonlyMap<string, Shift>;
  readonly #days: ReadonlySet<Day>;
  readonly #seats = new Map<string, Pin>();
  readonly #questions = new Map<string, RosterQuestion>();
  readonly #words = new Map<string, RosterWord>();
  readonly #left: DutyLeft[] = [];

  constructor(known: RosterKnown) {
    this.#known = known;
    this.#people = new DutyPeople(known.staff, known.answers);
    this.#days = new Set(known.shifts.map(({ day }) => day));
    this.#shifts = new Map(known.shifts.map((each) => [placeKey(each, each.day), each]));
  }

  result(): Omit<RosterImport, 'said'> {
    const [seats, questions, words] = [this.#seats, this.#questions, this.#words].map((each) => [
      ...each.values(),
    ]) as [Pin[], RosterQuestion[], RosterWord[]];
    return { seats, questions, words, left: this.#left };
  }

  take(duty: DutySaid): void {
    const isWhole = (name: string): boolean => this.#people.isWhole(name);
    const parts = duty.isCode || isWhole(duty.text) ? [] : labelledNames(duty.text);
    const labelled = parts.some(({ label }) => label !== '');
    for (const part of labelled ? parts : [{ label: '', text: duty.text }]) {
      const own =
        part.label === ''
          ? duty
          : { ...duty, where: whereLabelled(duty.where, part.label, this.#known.slots) };
      for (const each of namesInCell(part.text, isWhole)) this.#takeName(own, each);
    }
  }

  #takeName(duty: DutySaid, { name, position, ...said }: CellName): void {
    const phone = said.phone || duty.phone;
    const leave = (reason: LeftOut, day: Day): void => {
      const { sheet, row, where } = duty;
      this.#left.push({ sheet, row, reason, day, where, name });
    };
    const days = duty.days.filter((day) => this.#days.has(day));
    for (const day of duty.days) if (!this.#days.has(day)) leave('outside', day);
    const [first] = days;
    if (first === undefined) return;
    if (duty.doubtful) {
      leave('weekday', first);
      return;
    }
    const who = this.#people.find(name, phone, position);
    const person = who !== 'none' && who.kind === 'person' ? who.person : undefined;
    if (who !== 'none' && who.kind === 'question') this.#ask({ ...who, kind: 'who', value: name, count: 0 });
    const slot = who === 'none' ? 'none' : this.#slotOf(duty, person);
    if (who !== 'none') this.#note(duty, slot);
    if (slot === 'none') leave('dropped', first);
    else if (slot && person) {
      for (const day of days)
        this.#seat(this.#shifts.get(placeKey(slot, day)), person, (why) => leave(why, day));
    }
  }

  #seat(shift: Shift | undefined, { id }: StaffMember, leave: (reason: LeftOut) => void): void {
    if (!shift) {
      leave('no-shift');
      return;
    }
    const seat = { shiftId: shift.id, staffId: id };
    const key = JSON.stringify(seat);
    if (this.#seats.has(key)) leave('twice');
    else this.#seats.set(key, seat);
  }

  #ask(question: RosterQuestion): void {
    const before = this.#questions.get(question.id);
    this.#questions.set(question.id, { ...question, count: (before?.count ?? 0) + 1 });
  }

  #note(duty: DutySaid, slot: RosterSlot | 'none' | undefined): void {
    const id = whereId(duty);
    const before = this.#words.get(id);
    const key = slot === undefined ? undefined : slot === 'none' ? '' : slot.key;
    const same = key !== undefined && (before === undefined || before.slot === key);
    const count = (before?.count ?? 0) + 1;
    this.#words.set(id, { id, value: duty.where, count, ...(same ? { slot: key } : {}) });
  }

  #slotOf(duty: DutySaid, person: StaffMember | undefined): RosterSlot | 'none' | undefined {
    const { slots, answers, remembered } = this.#known;
    const id = whereId(duty);
    const answer = answers.get(id) ?? remembered.get(id);
    if (answer === 'none' || answer === '') return 'none';
    const chosen = slots.find(({ key }) => key === answer);
    if (chosen) return chosen;
    const found = this.#meant(duty);
    const [only] = found;
    if (found.length === 1) return only;
    const able = person
      ? found.filter(({ skills }) => skills.every((each) => person.skills.includes(each)))
      : [];
    // A code is of several posts: whoever can stand only one of them stands that one.
    if (duty.isCode && able.length === 1) return able[0];
    if (duty.isCode && !person && found.length > 1) return undefined;
    this.#ask({ id, kind: 'where', value: duty.where, choices: found, count: 0 });
    return undefined;
  }

  #meant({ where, isCode }: DutySaid): readonly RosterSlot[] {
    const { slots, codes } = this.#known;
    if (isCode) return codes.get(where) ?? codes.get(where.toLocaleUpperCase('vi')) ?? slotsFor(where, slots);
    // A unit of one kind of shift needs no words for it.
    return where === '' ? slots : slotsFor(where, slots);
  }
}

function placeKey({ postId, patternId }: Pick<RosterSlot, 'postId' | 'patternId'>, day: Day): string {
  return JSON.stringify([postId, patternId, day]);
}
