/**
 * Which post and shift some words mean: "Trực lãnh đạo", "Giám sát ATTT · Đêm 22–06", "ca sáng". Words that could mean
 * something else are no match: whoever reads the table asks.
 */

import { foldForSearch } from '../../kernel/names.ts';
import { isPosition } from '../tables/person-name.ts';

/** One kind of shift of one post, with all it is called. */
export interface RosterSlot {
  /** Names it in answers and in what a unit's columns are remembered as. */
  readonly key: string;
  readonly postId: string;
  readonly patternId: string;
  /** Long and short. */
  readonly post: readonly string[];
  /** May be empty. */
  readonly label: string;
  /** Minutes after midnight. */
  readonly start: number;
  readonly minutes: number;
  /** Skills the post asks for. */
  readonly skills: readonly string[];
}

/** Words that say nothing of which post it is. */
const FILLER = new Set(
  'truc ca can bo nguoi bo phan tai o va kip buoi gio ngay tu den h so cua vi tri shift post hours the duty'.split(
    ' ',
  ),
);
const HOURS =
  /(\d{1,2})\s*(?:gio|[:hg]\s*(\d{2})?)?\s*(?:-|–|—|~|→|den)\s*(\d{1,2})\s*(?:gio|[:hg]\s*(\d{2})?)?(?!\d)/u;
const MINUTES_A_DAY = 1440;

/** None when nobody knows the words; several when they could mean each of them. */
export function slotsFor(words: string, slots: readonly RosterSlot[]): readonly RosterSlot[] {
  // "Người 1" is the first seat, and no shift.
  const text = foldForSearch(words).replace(
    /\b(?:nguoi|can bo|nhan vien|thanh vien)\s*(?:thu\s*)?\d{1,2}\b/gu,
    ' ',
  );
  const hours = hoursIn(text);
  const bare = tokensOf(text.replace(HOURS, ' ').replace(/\b24\s*\/\s*24\b/u, ' '));
  const best = bestPosts(bare, slots);
  const known = best.slots.length > 0 ? best.slots : slots;
  const rest = minus(bare, best.tokens);
  const labels = bestLabels(rest, known);
  const unknown = minus(rest, labels.tokens).filter((token) => !FILLER.has(token));
  if (unknown.length > 0) return [];
  if (best.slots.length === 0 && labels.slots.length === 0 && !hours) return [];
  const labelled = labels.slots.length > 0 ? labels.slots : known;
  if (!hours) return labelled;
  const timed = labelled.filter(({ start, minutes }) => start === hours.start && minutes === hours.minutes);
  if (timed.length > 0) return timed;
  // The hours are another shift's: whatever the other words say, it is not sure.
  return labels.slots.length > 0 || best.slots.length > 0 ? labelled.slice(0, 0) : [];
}

/** What is left of some words without their hours, and the hours. */
export function wordsAndHours(words: string): {
  readonly rest: string;
  readonly hours: ReturnType<typeof hoursIn>;
} {
  const text = foldForSearch(words);
  return { rest: text.replace(HOURS, ' ').trim(), hours: hoursIn(text) };
}

/** "Sáng" under "Giám sát" says which shift; "Lãnh đạo" under "Thành phần trực" says all; "Trưởng phòng" says who someone is. */
export function whereLabelled(where: string, label: string, slots: readonly RosterSlot[]): string {
  const both = `${where} ${label}`.trim();
  if (slotsFor(both, slots).length > 0) return both;
  if (slotsFor(label, slots).length > 0) return label;
  return isPosition(label) ? where : both;
}

/** Whether words say nothing of which post it is. */
export function isFiller(words: string): boolean {
  return tokensOf(foldForSearch(words)).every((token) => FILLER.has(token));
}

function hoursIn(text: string): { readonly start: number; readonly minutes: number } | undefined {
  const found = HOURS.exec(text);
  if (!found) return undefined;
  const [, from = '', fromMinute = '0', to = '', toMinute = '0'] = found;
  const start = (Number(from) % 24) * 60 + Number(fromMinute);
  const end = (Number(to) % 24) * 60 + Number(toMinute);
  return { start, minutes: ((end - start + MINUTES_A_DAY - 1) % MINUTES_A_DAY) + 1 };
}

function tokensOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((token) => token !== '');
}

interface Found {
  readonly slots: readonly RosterSlot[];
  readonly tokens: readonly string[];
}

const NOTHING: Found = { slots: [], tokens: [] };

/** The post whose name has most words there. What is left over must be known otherwise, or nothing is matched. */
function bestPosts(tokens: readonly string[], slots: readonly RosterSlot[]): Found {
  return bestOf(tokens, slots, ({ post }) => post);
}

function bestLabels(tokens: readonly string[], slots: readonly RosterSlot[]): Found {
  return bestOf(tokens, slots, ({ label }) => [label]);
}

function bestOf(
  tokens: readonly string[],
  slots: readonly RosterSlot[],
  namesOf: (slot: RosterSlot) => readonly string[],
): Found {
  let best: Found & { readonly weight: number } = { ...NOTHING, weight: 0 };
  for (const slot of slots) {
    for (const name of namesOf(slot)) {
      const own = tokensOf(foldForSearch(name));
      const weight = fitOf(own, tokens);
      if (weight > best.weight) best = { slots: [slot], tokens: own, weight };
      else if (weight > 0 && weight === best.weight && !best.slots.includes(slot)) {
        best = { ...best, slots: [...best.slots, slot], tokens: [...best.tokens, ...own] };
      }
    }
  }
  return best;
}

/** A name told whole outweighs one told in part; filler alone tells nothing unless it is all there is. */
function fitOf(name: readonly string[], tokens: readonly string[]): number {
  if (name.length === 0) return 0;
  const telling = name.filter((token) => !FILLER.has(token));
  const said = tokens.filter((token) => !FILLER.has(token));
  if (minus(name, tokens).length === 0 && (telling.length > 0 || said.length === 0)) {
    return 100 * name.length;
  }
  if (telling.length > 0 && minus(telling, tokens).length === 0) return 10 * telling.length;
  return telling.filter((token) => said.includes(token)).length;
}

function minus(tokens: readonly string[], taken: readonly string[]): string[] {
  return tokens.filter((token) => !taken.includes(token));
}
