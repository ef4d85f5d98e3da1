/**
 * Who a line of a list is: someone of today's list, someone who left, someone new. Never decided where two records could
 * be one person: then it is asked, with both side by side.
 */

import type { StaffMember } from '../domain/staff.ts';
import type { Params } from '../kernel/app-error.ts';
import { foldForSearch, normaliseName } from '../kernel/names.ts';
import type { StaffColumn } from './columns.ts';
import { dialled } from './phones.ts';
import type { TableLine } from './tables/lines.ts';
import { nameFit } from './tables/name-match.ts';

/** What the table says of someone. */
export interface PersonRecord {
  readonly line: TableLine;
  readonly read: StaffMember;
  /** The code it gives; empty for none. */
  readonly id: string;
  /** The name as the list spells it. */
  readonly written: string;
}

export interface PersonQuestion {
  /** Names the answer: `new`, `again`, or `is:` and a code. */
  readonly id: string;
  /** `near`: another spelling; `namesakes`: the name of several; `twice`: an earlier line has it. */
  readonly kind: 'near' | 'namesakes' | 'twice';
  /** What the table says. */
  readonly read: StaffMember;
  /** Whom it may be, of the list or of an earlier line. */
  readonly choices: readonly StaffMember[];
  /** The earlier line. */
  readonly earlier?: number;
}

export interface FieldNote {
  readonly field: StaffColumn;
  readonly key: string;
  readonly params: Params;
}

export type PersonAnswer =
  | {
      readonly kind: 'person';
      readonly before?: StaffMember;
      readonly leaver?: StaffMember;
      readonly notes: readonly FieldNote[];
    }
  | { readonly kind: 'again' }
  | { readonly kind: 'question'; readonly question: PersonQuestion }
  | { readonly kind: 'fault'; readonly note: FieldNote };

interface Earlier {
  readonly line: TableLine;
  readonly read: StaffMember;
  /** Of today's list; undefined for someone new. */
  readonly id?: string;
}

export class WhoIsWho {
  readonly #answers: ReadonlyMap<string, string>;
  /** Lines before this one, by the spelling of the name, by today's code, and by their own. */
  readonly #earlier = new Map<string, Earlier[]>();
  readonly #byToday = new Map<string, Earlier>();
  readonly #byOwn = new Map<string, Earlier>();
  readonly #todayByCode: ReadonlyMap<string, StaffMember>;
  readonly #leaversByCode: ReadonlyMap<string, StaffMember>;
  readonly #leaversByName: ReadonlyMap<string, readonly StaffMember[]>;
  /** By name without marks: only these need a closer look. */
  readonly #folded: ReadonlyMap<string, readonly StaffMember[]>;

  constructor(
    { today, leavers }: { readonly today: readonly StaffMember[]; readonly leavers: readonly StaffMember[] },
    answers: ReadonlyMap<string, string>,
  ) {
    this.#answers = answers;
    this.#folded = bySpelling(today);
    this.#leaversByName = bySpelling(leavers);
    this.#todayByCode = byCode(today);
    this.#leaversByCode = byCode(leavers);
  }

  find(record: PersonRecord): PersonAnswer {
    const found = record.id === '' ? this.#byName(record) : this.#byCode(record);
    if (found.kind !== 'person') return found;
    const id = found.before?.id;
    const clash = id === undefined ? undefined : this.#byToday.get(id);
    if (clash) return this.#twice(record, clash, found);
    this.#keep({ line: record.line, read: record.read, ...(id === undefined ? {} : { id }) });
    return found;
  }

  #byCode({ id, read }: PersonRecord): PersonAnswer {
    const code = foldForSearch(id);
    const taken = this.#byOwn.get(code);
    if (taken) {
      const params = { value: id, earlier: taken.line.row };
      return { kind: 'fault', note: { field: 'id', key: 'fault.staff.id-twice', params } };
    }
    const before = this.#todayByCode.get(code);
    if (before) return { kind: 'person', before, notes: [] };
    const namesake = this.#alike(read.name).find((each) => nameFit(read.name, each.name) === 'same');
    const notes: FieldNote[] = namesake
      ? [{ field: 'name', key: 'fault.import.namesake', params: { name: namesake.name, id: namesake.id } }]
      : [];
    const leaver = this.#leaversByCode.get(code);
    return { kind: 'person', notes, ...(leaver ? { leaver } : {}) };
  }

  #byName(record: PersonRecord): PersonAnswer {
    const { read, written } = record;
    const alike = this.#alike(read.name);
    const same = alike.filter((each) => nameFit(read.name, each.name) === 'same');
    const only = narrowed(same, record);
    // "NGÔ THỊ HOA" and "Đ/c Ngô Thị Hoa" are spelt anew by us: that it is Hoa is still to be said.
    if (only && normaliseName(only.name) === written) return { kind: 'person', before: only, notes: [] };
    const near = only
      ? [only]
      : same.length > 0
        ? same
        : alike.filter((each) => nameFit(read.name, each.name) === 'near');
    if (near.length > 0)
      return this.#asked(record, { kind: same.length > 1 ? 'namesakes' : 'near', choices: near });
    const earlier = this.#earlier
      .get(spelling(read.name))
      ?.find((each) => each.id === undefined && nameFit(read.name, each.read.name) !== undefined);
    if (earlier) return this.#twice(record, earlier, { kind: 'person', notes: [] });
    const leavers = (this.#leaversByName.get(spelling(read.name)) ?? []).filter(
      ({ name }) => nameFit(read.name, name) === 'same',
    );
    const [leaver] = leavers;
    return { kind: 'person', notes: [], ...(leaver && leavers.length === 1 ? { leaver } : {}) };
  }

  #asked({ line, read }: PersonRecord, asked: Pick<PersonQuestion, 'kind' | 'choices'>): PersonAnswer {
    const id = `who-${line.id}`;
    const answer =
      this.#answers.get(id) ?? (asked.choices.length === 1 ? this.#answers.get('who-all') : undefined);
    if (answer === 'new') return { kind: 'person', notes: [] };
    const chosen =
      answer === 'same' ? asked.choices[0] : asked.choices.find((each) => answer === `is:${each.id}`);
    if (chosen) return { kind: 'person', before: chosen, notes: [] };
    return { kind: 'question', question: { id, read, ...asked } };
  }

  #twice(
    record: PersonRecord,
    earlier: Earlier,
    found: Extract<PersonAnswer, { kind: 'person' }>,
  ): PersonAnswer {
    const { line, read } = record;
    const id = `twice-${line.id}`;
    const answer = this.#answers.get(id);
    if (answer === 'again') return { kind: 'again' };
    if (answer === 'new') {
      this.#keep({ line, read });
      return { kind: 'person', notes: found.notes };
    }
    const question = { id, kind: 'twice', read, choices: [earlier.read], earlier: earlier.line.row } as const;
    return { kind: 'question', question };
  }

  #keep(earlier: Earlier): void {
    const key = spelling(earlier.read.name);
    this.#earlier.set(key, [...(this.#earlier.get(key) ?? []), earlier]);
    if (earlier.id !== undefined) this.#byToday.set(earlier.id, earlier);
    this.#byOwn.set(foldForSearch(earlier.read.id), earlier);
  }

  #alike(name: string): readonly StaffMember[] {
    return this.#folded.get(spelling(name)) ?? [];
  }
}

function byCode(members: readonly StaffMember[]): ReadonlyMap<string, StaffMember> {
  return new Map(members.map((each) => [foldForSearch(each.id), each]));
}

function bySpelling(members: readonly StaffMember[]): ReadonlyMap<string, readonly StaffMember[]> {
  const found = new Map<string, StaffMember[]>();
  for (const member of members) {
    const key = spelling(member.name);
    const same = found.get(key);
    if (same) same.push(member);
    else found.set(key, [member]);
  }
  return found;
}

/** "Lý" and "Lí" are looked at together; whether they are one is `nameFit`'s to say. */
function spelling(name: string): string {
  return foldForSearch(name)
    .replace(/[\s.'’-]+/gu, ' ')
    .replace(/y\b/gu, 'i')
    .trim();
}

/** Of several of one name, the one with this number or of this department, where exactly one has it. */
function narrowed(same: readonly StaffMember[], { read }: PersonRecord): StaffMember | undefined {
  if (same.length <= 1) return same[0];
  const phone = dialled(read.phone);
  const called = phone === '' ? [] : same.filter((each) => dialled(each.phone) === phone);
  if (called.length === 1) return called[0];
  const beside = same.filter(
    (each) => read.department !== '' && foldForSearch(each.department) === foldForSearch(read.department),
  );
  return beside.length === 1 ? beside[0] : undefined;
}
