/**
 * Where a title stands in an office, read by one table: who leads comes first on every list, and titles propose who may
 * stand which post. A title nobody knows counts as a specialist's.
 */

import { foldForSearch } from '../kernel/names.ts';

/** From the top. */
const RANKS = [
  'head',
  'deputy-head',
  'office-chief',
  'deputy-office-chief',
  'section-head',
  'deputy-section-head',
  'specialist',
  'support',
] as const;
export type Rank = (typeof RANKS)[number];

const HEADS =
  'tong giam doc|giam doc|chu tich|cuc truong|vu truong|vien truong|hieu truong|chi cuc truong|tong bien tap|thu truong|gd|director|head of unit';
const OFFICE_CHIEFS = 'chanh van phong|chanh thanh tra|cvp|chief of office';
const SECTION_HEADS =
  'truong (phong|ban|khoa|bo phan|tram|kip|ca|nhom|doi|to)|(doi|to|tram|kip|nhom) truong|tp|head of (division|section|department)|(section|team) (head|leader)';
const SUPPORT =
  'lai xe|bao ve|tap vu|phuc vu|nau an|cap duong|ve sinh|le tan|van thu|thu kho|thu quy|hop dong|nhan vien|driver|guard|cleaner|clerk';

/** The first that fits counts. Titles are compared without diacritics, case or full stops. */
const TABLE: readonly (readonly [RegExp, Rank])[] = [
  [new RegExp(`^(pho|p|deputy) ?(${HEADS})\\b|^pgd\\b|^vice (chair|director)`, 'u'), 'deputy-head'],
  [new RegExp(`^(pho|p|deputy) ?(${OFFICE_CHIEFS})\\b`, 'u'), 'deputy-office-chief'],
  [
    new RegExp(`^(pho|p|deputy) ?(${SECTION_HEADS})\\b|^(pho|p) (phong|ban|khoa)\\b|^ptp\\b`, 'u'),
    'deputy-section-head',
  ],
  [/^(doi|to|tram|kip|nhom) pho\b/u, 'deputy-section-head'],
  [new RegExp(`^(quyen |q )?(${HEADS})\\b`, 'u'), 'head'],
  [new RegExp(`^(quyen |q )?(${OFFICE_CHIEFS})\\b`, 'u'), 'office-chief'],
  [new RegExp(`^(quyen |q )?(${SECTION_HEADS})\\b`, 'u'), 'section-head'],
  [new RegExp(`\\b(${SUPPORT})\\b`, 'u'), 'support'],
];

export function rankOf(title: string): Rank {
  const folded = foldForSearch(title.replace(/[.,]/gu, ' '));
  return TABLE.find(([words]) => words.test(folded))?.[1] ?? 'specialist';
}

const numbers = new Map<string, number>();
/** Titles are few; a list is sorted often. */
const MOST_NUMBERS = 5_000;

/** 0 for who stands on top. */
export function rankNumber(title: string): number {
  const known = numbers.get(title);
  if (known !== undefined) return known;
  const number = RANKS.indexOf(rankOf(title));
  if (numbers.size < MOST_NUMBERS) numbers.set(title, number);
  return number;
}
