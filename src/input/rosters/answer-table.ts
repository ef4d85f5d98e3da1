/**
 * A unit's list from any table, held against what an order asks: who stands when and for which demand, what is asked first,
 * what is left out and why. Our own sheet comes back through the same reading as a list a unit made itself.
 */

import type { Day } from '../../calendar/day.ts';
import { type ClockTime, minuteOfClock, spanByClock } from '../../calendar/zone.ts';
import type { AnswerDuty } from '../../domain/answer.ts';
import { type AnswerPerson, lastDigits, personKey } from '../../domain/answer-cells.ts';
import { canBeCalled } from '../../domain/answer-judgement.ts';
import type { OrderDemand } from '../../domain/order.ts';
import type { Tier } from '../../domain/unit.ts';
import { foldForSearch, normaliseName } from '../../kernel/names.ts';
import type { Book } from '../tables/book.ts';
import { readPersonName } from '../tables/person-name.ts';
import { type CellName, labelledNames, namesInCell } from './cell-names.ts';
import { type DutySaid, type RosterSaid, readDutiesSaid } from './duties-said.ts';
import { isFiller, type RosterSlot, slotsFor, whereLabelled, wordsAndHours } from './slots.ts';

export interface AnswerTableKnown {
  readonly days: readonly Day[];
  readonly demands: readonly OrderDemand[];
  readonly zone: string;
  /** Whose numbers are known: they complete names that stand without one. */
  readonly people: readonly AnswerPerson[];
  /** By question: a demand's id, or `none` to leave the words out. */
  readonly answers: ReadonlyMap<string, string>;
}

/** Which demand some words mean. */
export interface AnswerQuestion {
  readonly id: string;
  readonly value: string;
  readonly count: number;
}

/** `outside`, `weekday`, `dropped`, `twice` leave a name out; the others are taken and told. */
const ANSWER_ROW_FAULTS = ['outside', 'weekday', 'dropped', 'twice', 'no-phone', 'bad-phone'] as const;

export interface AnswerRowFault {
  /** Of the book, from 0. */
  readonly sheet: number;
  /** As the sheet numbers it. */
  readonly row: number;
  readonly kind: (typeof ANSWER_ROW_FAULTS)[number];
  readonly day: Day;
  readonly name: string;
  /** What is wrong: words of the part, or a number. */
  readonly value: string;
}

export interface AnswerTable {
  readonly duties: readonly AnswerDuty[];
  readonly questions: readonly AnswerQuestion[];
  readonly faults: readonly AnswerRowFault[];
  readonly said: RosterSaid;
}

/** How units call what an order asks, beside its own words. */
const TIER_WORDS: Readonly<Record<Tier, readonly string[]>> = {
  leader: ['Lãnh đạo', 'Chỉ huy', 'Chỉ huy ban', 'Thường trực', 'leader'],
  watch: ['Giám sát', 'Kỹ thuật', 'Chuyên môn', 'Trực ban', 'CNTT', 'ATTT', 'watch'],
  response: ['Ứng cứu', 'Dự phòng', 'Ứng trực', 'Xử lý sự cố', 'response'],
  premises: ['Bảo vệ', 'Cơ quan', 'Văn phòng', 'Hành chính', 'premises'],
};

const MOST_LETTERS = 120;

export function readAnswerTable(book: Book, known: AnswerTableKnown, sheet?: number): AnswerTable {
  const [first, last = first] = [known.days[0], known.days.at(-1)];
  if (first === undefined || last === undefined) {
    const said = { duties: [], aside: [], sheets: [], hidden: [], hiddenColumns: 0 };
    return { duties: [], questions: [], faults: [], said };
  }
  const said = readDutiesSaid(book, { first, last }, sheet);
  const reading = new AnswerReading(known);
  for (const duty of said.duties) reading.take(duty);
  return { ...reading.result(), said };
}

class AnswerReading {
  readonly #known: AnswerTableKnown;
  readonly #days: ReadonlySet<Day>;
  readonly #slots: readonly RosterSlot[];
  readonly #byKey: ReadonlyMap<string, AnswerPerson>;
  readonly #byName = new Map<string, AnswerPerson | 'several'>();
  readonly #duties: AnswerDuty[] = [];
  readonly #taken = new Set<string>();
  readonly #questions = new Map<string, AnswerQuestion>();
  readonly #faults: AnswerRowFault[] = [];

  constructor(known: AnswerTableKnown) {
    this.#known = known;
    this.#days = new Set(known.days);
    this.#slots = known.demands.map(slotOf);
    this.#byKey = new Map(known.people.map((person) => [personKey(person), person]));
    for (const person of this.#byKey.values()) {
      const name = foldForSearch(person.name);
      this.#byName.set(name, this.#byName.has(name) ? 'several' : person);
    }
  }

  result(): Omit<AnswerTable, 'said'> {
    return { duties: this.#duties, questions: [...this.#questions.values()], faults: this.#faults };
  }

  take(duty: DutySaid): void {
    const isWhole = (name: string): boolean => this.#byName.has(foldForSearch(name));
    const parts = duty.isCode || isWhole(duty.text) ? [] : labelledNames(duty.text);
    const labelled = parts.some(({ label }) => label !== '');
    for (const { label, text } of labelled ? parts : [{ label: '', text: duty.text }]) {
      const own =
        label === '' ? duty : { ...duty, text, where: whereLabelled(duty.where, label, this.#slots) };
      const names = namesInCell(text, isWhole);
      const demand = names.length === 0 ? undefined : this.#demandOf(own);
      for (const name of names) this.#takeName(own, { name, alone: names.length === 1, demand });
    }
  }

  #takeName(
    duty: DutySaid,
    said: {
      readonly name: CellName;
      readonly alone: boolean;
      readonly demand: OrderDemand | 'none' | undefined;
    },
  ): void {
    const { demand } = said;
    const person = this.#personOf(duty, said);
    const { hours } = wordsAndHours(duty.where);
    for (const day of duty.days) {
      const tell = (kind: AnswerRowFault['kind'], value: string): unknown =>
        this.#faults.push({ sheet: duty.sheet, row: duty.row, kind, day, name: person.name, value });
      if (!this.#days.has(day)) tell('outside', '');
      else if (duty.doubtful) tell('weekday', '');
      else if (demand === 'none') tell('dropped', duty.where);
      else if (demand) {
        const span = hours
          ? spanByClock(day, clockOf(hours.start), hours.minutes, this.#known.zone)
          : spanByClock(day, demand.start, demand.minutes, this.#known.zone);
        const key = JSON.stringify([demand.id, span, personKey(person)]);
        if (!span) continue;
        if (this.#taken.has(key)) tell('twice', duty.where);
        else {
          if (demand.phone && person.phone === '') tell('no-phone', '');
          else if (demand.phone && !canBeCalled(person.phone)) tell('bad-phone', person.phone);
          const { tier, id: demandId } = demand;
          const label = person.label || demand.name;
          this.#duties.push({ ...person, tier, demandId, label, span });
        }
        this.#taken.add(key);
      }
    }
  }

  /** A number shown by its last digits, or none at all, is that of the person known by this name. */
  #personOf(
    duty: DutySaid,
    { name, alone }: { readonly name: CellName; readonly alone: boolean },
  ): AnswerPerson {
    const written = alone ? readPersonName(duty.text) : undefined;
    const person = {
      name: cleaned(name.name),
      title: cleaned(duty.title || (written?.title ?? '')),
      phone: cleaned(name.phone || duty.phone || (written?.phone ?? '')),
      label: cleaned(duty.force),
    };
    const digits = person.phone.replace(/\D/gu, '');
    if (digits !== '' && digits !== lastDigits(person.phone)) return person;
    const byName = this.#byName.get(foldForSearch(person.name));
    const found =
      digits === '' ? (byName === 'several' ? undefined : byName) : this.#byKey.get(personKey(person));
    if (!found) return person;
    return { ...person, phone: found.phone, title: person.title || found.title };
  }

  #demandOf({ where }: DutySaid): OrderDemand | 'none' | undefined {
    const { demands, answers } = this.#known;
    const { rest } = wordsAndHours(where);
    const id = `part-${rest}`.slice(0, 100);
    const answer = answers.get(id);
    if (answer === 'none') return 'none';
    const said = demands.find((demand) => demand.id === answer);
    if (said) return said;
    const found = isFiller(rest) ? this.#slots : slotsFor(rest, this.#slots);
    const [only] = found;
    if (only && found.length === 1) return demands.find((demand) => demand.id === only.key);
    const before = this.#questions.get(id);
    this.#questions.set(id, { id, value: before?.value ?? where, count: (before?.count ?? 0) + 1 });
    return undefined;
  }
}

function slotOf({ id, name, tier, start, minutes }: OrderDemand): RosterSlot {
  const hours = { start: minuteOfClock(start), minutes };
  return {
    key: id,
    postId: id,
    patternId: '',
    post: [name, ...TIER_WORDS[tier]],
    label: '',
    ...hours,
    skills: [],
  };
}

function clockOf(minute: number): ClockTime {
  const two = (figure: number): string => String(figure).padStart(2, '0');
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}` as ClockTime;
}

function cleaned(text: string): string {
  return normaliseName(text).slice(0, MOST_LETTERS);
}
