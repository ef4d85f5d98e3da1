/**
 * Where a title stands in an office, read by one table: who leads comes first on every list, and titles propose who may
 * stand which post. A title nobody knows counts as a specialist's.
 */

import { foldForSearch } from '../kernel/names.ts';
import { onceForEach } from '../kernel/once-for.ts';

/** From the top. */
const RANKS = [
  'head',
  'deputy-head',
  'office-chief',
  'deputy-office-chief',
  'section-head',
  'deputy-section-head',
  'team-head',
  'specialist',
  'trainee',
  'support',
] as const;
export type Rank = (typeof RANKS)[number];

const HEADS =
  'tong giam doc|giam doc|chu tich(?! (cong doan|cd|hoi(?! dong)))|cuc truong|vu truong|vien truong|hieu truong|chi cuc truong|tong bien tap|thu truong|chanh an|chi huy truong|truong cong an|bi thu(?! (chi bo|cb|(chi )?doan|dtn))|lanh dao(?! (phong|ban|khoa))|t?gd(tt)?|c?ct(?! (cong doan|cd|hoi(?! dong)))|c?ht|director|head of unit';
const OFFICE_CHIEFS = 'chanh (van phong|vp)|chanh thanh tra|cvp|chief of office';
const SECTION_HEADS =
  't(r|ruong)? (phong|ban|khoa|bo phan|bp|tram|doi)|(doi|tram) truong|(lanh dao|phu trach) (phong|ban|khoa|tram|doi)|tr? ?p|quan doc|head of (division|section|department)|section (head|leader)';
const TEAM_HEADS = 'truong (kip|ca|nhom|to)|(to|kip|nhom|ca) truong|team (head|leader)';
const SUPPORT =
  'lai xe|bao ve|tap vu|phuc vu|nau an|cap duong|ve sinh|le tan|van thu|thu kho|thu quy|hop dong|nhan vien|driver|guard|cleaner|clerk';

const SPECIALISTS = 'chuyen vien|cv|cvc|cvcc|ky su|ky thuat vien|ktv|vien chuc|bac si|specialist|engineer';

/** The first that fits counts. Titles are compared without diacritics, case or full stops. */
const TABLE: readonly (readonly [RegExp, Rank])[] = [
  // Who leads guards or drivers is one of them.
  [/^(doi|to|nhom|kip|ca) truong\b.*\b(bao ve|lai xe|tap vu|ve sinh|nha bep)\b/u, 'support'],
  [
    new RegExp(
      `^(pho|p|deputy) ?(${HEADS})\\b|^p(t?gd|c?ct|c?ht)\\b(?! (cong doan|cd|hoi(?! dong)))|^(cuc|vu|vien|hieu|chi cuc|chi huy) pho\\b|^vice (chair|director)`,
      'u',
    ),
    'deputy-head',
  ],
  [new RegExp(`^(pho|p|deputy) ?(${OFFICE_CHIEFS}|van phong|vp)\\b`, 'u'), 'deputy-office-chief'],
  // Whoever is in charge of a section stands in its head's place; in charge of a matter, not.
  [/^pt (phong|ban|khoa|tram|doi)\b|^(pho|p) .*\b(phu trach|pt)( phong| ban| khoa)?$/u, 'section-head'],
  [
    new RegExp(`^(pho|p|deputy) ?(${SECTION_HEADS})\\b|^(pho|p) (phong|ban|khoa|bo phan|bp)\\b`, 'u'),
    'deputy-section-head',
  ],
  [/^(doi|to|tram|kip|nhom) pho\b/u, 'deputy-section-head'],
  [new RegExp(`^(quyen |q ?)?(${HEADS})\\b`, 'u'), 'head'],
  [new RegExp(`^(quyen |q ?)?(${OFFICE_CHIEFS})\\b`, 'u'), 'office-chief'],
  [new RegExp(`^(quyen |q ?)?(${SECTION_HEADS})\\b`, 'u'), 'section-head'],
  [new RegExp(`^(${TEAM_HEADS})\\b`, 'u'), 'team-head'],
  [/^(tap su|thu viec|hoc viec|thuc tap|trainee|intern)\b/u, 'trainee'],
  [
    /^(nhan vien|nv) (ky thuat|giam sat|an ninh mang|an toan thong tin|attt|cntt|it|he thong|quan tri)\b/u,
    'specialist',
  ],
  [new RegExp(`^(${SPECIALISTS})\\b(?!.*\\b(hop dong|lai xe|bao ve)\\b)`, 'u'), 'specialist'],
  [new RegExp(`\\b(${SUPPORT})\\b|^(hd|nd|hd nd) ?(ld|\\d+)\\b|^(ldhd|bv|lx)$`, 'u'), 'support'],
];

/** One office after another: `Bí thư Chi bộ, Giám đốc`. */
const BETWEEN = /[,;/&+–]| - |(?<!\p{L})kiêm(?!\p{L})/giu;
/** Degrees and forms of address before a title. */
const BEFORE = /^((gs|pgs|ts|ths|bs|bscki{1,2}|cki{1,2}|ck[12]|ks|cn|dong chi|ong|ba)\b ?)+/u;

/** The highest of several offices counts. */
export function rankOf(title: string): Rank {
  const parts = title
    .normalize('NFC')
    .replace(/(?<!\p{L})đ\/c(?!\p{L})/giu, ' ')
    .split(BETWEEN);
  const ranks = parts.flatMap((part) => {
    const folded = foldForSearch(part.replace(/\./gu, ' ')).replace(BEFORE, '');
    const rank = TABLE.find(([words]) => words.test(folded))?.[1];
    return rank === undefined ? [] : [RANKS.indexOf(rank)];
  });
  return RANKS[Math.min(...ranks)] ?? 'specialist';
}

/** Titles are few; a list is sorted often. */
const MOST_NUMBERS = 5_000;

/** 0 for who stands on top. */
export const rankNumber = onceForEach(MOST_NUMBERS, (title: string) => RANKS.indexOf(rankOf(title)));
