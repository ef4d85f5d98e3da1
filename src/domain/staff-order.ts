/** The one order in which people stand on lists, pages and papers, as their unit chose; leaders first unless it did. */

import { compareNames } from '../kernel/names.ts';
import { rankNumber } from './rank.ts';
import type { StaffMember } from './staff.ts';

/** `list`: as the unit's own list had them when it was taken in. */
export const LIST_ORDERS = ['rank', 'department', 'list', 'name'] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];

type Listed = Pick<StaffMember, 'id' | 'name' | 'title' | 'department' | 'listPlace'>;

type Compare = (a: Listed, b: Listed) => number;

const byRank: Compare = (a, b) => rankNumber(a.title) - rankNumber(b.title);
/** Who was never in a list comes last. */
const byList: Compare = (a, b) =>
  (a.listPlace ?? Number.MAX_SAFE_INTEGER) - (b.listPlace ?? Number.MAX_SAFE_INTEGER);
const byName: Compare = (a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Throws nothing away; the same people, in order. */
export function inListOrder<P extends Listed>(people: readonly P[], order: ListOrder = 'rank'): P[] {
  const compare = comparing(people, order);
  return [...people].sort((a, b) => compare.reduce((found, each) => found || each(a, b), 0));
}

function comparing(people: readonly Listed[], order: ListOrder): readonly Compare[] {
  if (order === 'name') return [byName];
  if (order === 'list') return [byList, byName];
  const byDepartment = departmentOrder(people);
  return order === 'rank' ? [byRank, byDepartment, byList, byName] : [byDepartment, byRank, byList, byName];
}

/** The department with the highest head first: the board, then the rest in the order of the alphabet. */
function departmentOrder(people: readonly Listed[]): Compare {
  const best = new Map<string, number>();
  for (const { department, title } of people) {
    const before = best.get(department) ?? Number.MAX_SAFE_INTEGER;
    best.set(department, Math.min(before, rankNumber(title)));
  }
  const rank = ({ department }: Listed): number => best.get(department) ?? 0;
  return (a, b) => rank(a) - rank(b) || a.department.localeCompare(b.department, 'vi');
}
