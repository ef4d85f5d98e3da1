/**
 * A system the unit's posts watch. Posts name systems in words; the list is those words, each once, with what the unit says
 * of it. A system keeps the names it had, since rosters that were published go on calling it so.
 */

import { type Day, parseDay } from '../calendar/day.ts';
import { foldForSearch } from '../kernel/names.ts';
import { freeSlug, slugOf } from '../kernel/slug.ts';

/** Security levels of a state information system (Law 116/2025/QH15; NĐ 331/2026). */
export const SYSTEM_LEVELS = [1, 2, 3, 4, 5] as const;
export type SystemLevel = (typeof SYSTEM_LEVELS)[number];

export interface WatchedSystem {
  readonly id: string;
  readonly name: string;
  /** Absent while nobody said it. */
  readonly level?: SystemLevel;
  /** Who is responsible for it and how they are reached: an office rather than a person. */
  readonly owner: string;
  readonly phone: string;
  readonly email: string;
  readonly note: string;
  readonly former: readonly string[];
}

const MOST_ID = 60;
const COLLATOR = new Intl.Collator('vi');

/** The one of that name, today's or a former one; capitals and diacritics aside. */
export function systemNamed(systems: readonly WatchedSystem[], name: string): WatchedSystem | undefined {
  const folded = foldForSearch(name);
  const isIt = (each: string): boolean => foldForSearch(each) === folded;
  return systems.find((each) => isIt(each.name)) ?? systems.find(({ former }) => former.some(isIt));
}

/** What the unit described, and what its posts watch and nobody described yet; by name. */
export function listedSystems(
  described: readonly WatchedSystem[],
  watched: readonly string[],
): WatchedSystem[] {
  const all = [...described];
  for (const name of watched) {
    if (systemNamed(all, name)) continue;
    const slug = slugOf(name, { most: MOST_ID, fallback: 'system' });
    const id = freeSlug(slug, new Set(all.map((each) => each.id)));
    all.push({ id, name, owner: '', phone: '', email: '', note: '', former: [] });
  }
  return all.sort((a, b) => COLLATOR.compare(a.name, b.name));
}

/** Law 116/2025/QH15 Art. 34.2: who runs a state system of level 3 to 5 has a certificate. */
export function needsCertificate({ level }: Pick<WatchedSystem, 'level'>): boolean {
  return level !== undefined && level >= 3;
}

const ENDS = /^(.*?)[\s,;(]*(?:đến|hết hạn|until|expires)\s+(\d{1,2})\/(\d{1,2})\/(\d{4})\)?$/iu;

/** `chứng chỉ ATTT đến 31/12/2027`: what it is called, and its last day where the words say one. */
export function certificateIn(skill: string): { readonly name: string; readonly until?: Day } {
  const [, name = '', day = '', month = '', year = ''] = ENDS.exec(skill.normalize('NFC').trim()) ?? [];
  const until = parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return until === undefined || name === '' ? { name: skill } : { name, until };
}

/** A certificate is a skill. Of a unit that chose none, those called so. */
export function isCertificate(skill: string, chosen: readonly string[]): boolean {
  const folded = foldForSearch(certificateIn(skill).name);
  if (chosen.length > 0) return chosen.some((each) => foldForSearch(each) === folded);
  return /^(?:chung chi|chung nhan|certificat)/u.test(folded.replace(/[^a-z]+/gu, ' ').trim());
}
