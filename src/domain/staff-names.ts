/**
 * What people are called where a name stands alone. Namesakes get what tells them apart behind their name; everybody
 * else is called as written. It knows the people it is given: a plan's, or a unit's.
 */

import { normaliseName } from '../kernel/names.ts';
import { onceFor } from '../kernel/once-for.ts';
import type { StaffMember } from './staff.ts';

export type NamedPerson = Pick<StaffMember, 'id' | 'name' | 'title' | 'department'>;

/** `Nguyễn Văn Hùng`, of namesakes `Nguyễn Văn Hùng (Phòng Hạ tầng)`; empty for someone who is not among the people. */
export function staffName(people: readonly NamedPerson[], staffId: string | undefined): string {
  return namesOf(people).full.get(staffId ?? '') ?? '';
}

/** The last two words, `Đức Anh`, unless someone else has them too; then as `staffName`. */
export function shortStaffName(people: readonly NamedPerson[], staffId: string | undefined): string {
  return shortest(people, staffId, 2);
}

/** The given name, `Anh`, unless someone else has it too; then as `shortStaffName`. */
export function givenStaffName(people: readonly NamedPerson[], staffId: string | undefined): string {
  return shortest(people, staffId, 1);
}

interface Names {
  readonly full: ReadonlyMap<string, string>;
  /** How many people's names end in these words, by the words without regard to case. */
  readonly endings: ReadonlyMap<string, number>;
  readonly byId: ReadonlyMap<string, NamedPerson>;
}

/** People's lists are made once and not changed. */
const namesOf = onceFor((people: readonly NamedPerson[]): Names => {
  const groups = new Map<string, NamedPerson[]>();
  const endings = new Map<string, number>();
  for (const person of people) {
    const { name } = person;
    groups.set(alike(name), [...(groups.get(alike(name)) ?? []), person]);
    for (const words of [1, 2]) {
      const key = alike(lastWords(name, words));
      endings.set(key, (endings.get(key) ?? 0) + 1);
    }
  }
  return {
    full: new Map([...groups.values()].flatMap(toldApart)),
    endings,
    byId: new Map(people.map((person) => [person.id, person])),
  };
});

function shortest(people: readonly NamedPerson[], staffId: string | undefined, from: number): string {
  const { endings, byId } = namesOf(people);
  const name = byId.get(staffId ?? '')?.name ?? '';
  for (let words = from; words <= 2; words++) {
    const short = lastWords(name, words);
    if (endings.get(alike(short)) === 1) return short;
  }
  return staffName(people, staffId);
}

/** From the shortest on; one that a person lacks is empty. */
const MARKS: readonly ((person: NamedPerson) => string)[] = [
  ({ department }) => department,
  ({ title }) => title,
  ({ title, department }) => (title && department ? `${title}, ${department}` : ''),
  ...[1, 2, 3, 4, 5, 6].map(
    (count) =>
      ({ id }: NamedPerson): string =>
        new RegExp(`\\d{${count}}$`).test(id) ? `…${id.slice(-count)}` : '',
  ),
];

/** Department, else title, else both, else the last digits of the code: the first that no namesake has too. */
function toldApart(namesakes: readonly NamedPerson[]): (readonly [string, string])[] {
  const [only] = namesakes;
  if (only && namesakes.length === 1) return [[only.id, only.name]];
  const taken = new Set<string>();
  return namesakes.map((person) => {
    const others = namesakes.filter((other) => other !== person);
    const found = MARKS.map((mark) => [mark(person), others.map(mark)] as const).find(
      ([mark, same]) => mark !== '' && !same.includes(mark) && !taken.has(mark),
    );
    const mark = found?.[0] ?? person.id;
    taken.add(mark);
    return [person.id, `${person.name} (${mark})`];
  });
}

function lastWords(name: string, count: number): string {
  return name.split(' ').slice(-count).join(' ');
}

function alike(name: string): string {
  return normaliseName(name).toLocaleLowerCase('vi');
}
