/** Whom a line of leave means: people of the unit by code or exact name; anything less sure is asked, with those it may be. */

import type { StaffMember } from '../domain/staff.ts';
import { foldForSearch, normaliseName } from '../kernel/names.ts';
import { nearest } from '../kernel/nearest.ts';
import { nameFit } from './tables/name-match.ts';
import { readPersonName } from './tables/person-name.ts';

export type LeaveWho =
  | { readonly kind: 'people'; readonly people: readonly StaffMember[] }
  /** `choices` may be empty: nobody is like it. */
  | { readonly kind: 'question'; readonly id: string; readonly choices: readonly StaffMember[] };

const MOST_CHOICES = 8;
const BETWEEN = /\s*(?:[,;\n&+/]|\s(?:và|cùng)\s)\s*/iu;

export class LeavePeople {
  readonly #staff: readonly StaffMember[];
  readonly #answers: ReadonlyMap<string, string>;

  constructor(staff: readonly StaffMember[], answers: ReadonlyMap<string, string>) {
    this.#staff = staff;
    this.#answers = answers;
  }

  /**
   * @param id the code, where the list has a column of codes; it wins.
   * @param position what someone is: it makes the question another, and narrows whom it may be.
   */
  find(id: string, text: string, position = ''): LeaveWho {
    const coded =
      id === '' ? undefined : this.#staff.find((each) => foldForSearch(each.id) === foldForSearch(id));
    if (coded) return { kind: 'people', people: [coded] };
    const written = normaliseName(text === '' ? id : text);
    const exact = this.#exact(written);
    if (exact) return { kind: 'people', people: [exact] };
    // One question a name, however many lines have it.
    const beside = position === '' ? '' : ` (${foldForSearch(position)})`;
    const question = `who-${foldForSearch(written)}${beside}`.slice(0, 100);
    const answer = this.#answers.get(question);
    const chosen = this.#staff.find((each) => answer === `is:${each.id}`);
    if (chosen) return { kind: 'people', people: [chosen] };
    const several = written.split(BETWEEN).map((each) => this.#exact(each));
    if (several.length > 1 && several.every((each) => each !== undefined)) {
      return { kind: 'people', people: [...new Set(several)] };
    }
    const alike = this.#alike(written);
    const placed = alike.filter(({ title }) => isTitled(title, position));
    return { kind: 'question', id: question, choices: placed.length > 0 ? placed : alike };
  }

  #exact(written: string): StaffMember | undefined {
    const coded = this.#staff.filter((each) => foldForSearch(each.id) === foldForSearch(written));
    const named = this.#staff.filter((each) => normaliseName(each.name) === written);
    const found = named.length > 0 ? named : coded;
    return found.length === 1 ? found[0] : undefined;
  }

  #alike(written: string): StaffMember[] {
    const { name } = readPersonName(written);
    const turned = /^(\S+)\s*\((.+)\)$/u.exec(written);
    const bare = normaliseName(readPersonName(written.replace(/\([^)]*\)/gu, ' ')).name);
    const forms = [name, bare, ...(turned ? [`${turned[2]} ${turned[1]}`] : []), ...written.split(BETWEEN)];
    const found = this.#staff.filter((each) => forms.some((form) => form !== '' && mayBe(form, each.name)));
    if (found.length > 0) return found.slice(0, MOST_CHOICES);
    const near = nearest(
      name,
      this.#staff.map((each) => each.name),
    );
    return this.#staff.filter((each) => each.name === near);
  }
}

/** "PGĐ" and "Phó Giám đốc" are one. */
function isTitled(title: string, position: string): boolean {
  const [said, known] = [position, title].map((text) => foldForSearch(text).replace(/[.,]/gu, '').trim());
  if (!said || !known) return false;
  const initials = known
    .split(/\s+/u)
    .map(([first = '']) => first)
    .join('');
  return said === known || said === initials;
}

/** The same spelt otherwise, the last words of a name, or one of its words cut to letters: "B. Đ. Anh". */
function mayBe(form: string, name: string): boolean {
  if (nameFit(form, name) !== undefined) return true;
  const short = foldForSearch(form.replace(/\./gu, '. ')).split(' ');
  const long = foldForSearch(name).split(' ');
  if (short.length > long.length) return false;
  const tail = long.slice(-short.length);
  return short.every((word, i) => {
    const whole = tail[i] ?? '';
    const cut = word.endsWith('.') || word.length === 1;
    return cut ? whole.startsWith(word.replace('.', '')) : word === whole;
  });
}
