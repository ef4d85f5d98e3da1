/** Kinds of leave. What nobody said the kind of is leave all the same; of illness no reason is kept. */

import { foldForSearch } from '../kernel/names.ts';

export const LEAVE_KINDS = ['annual', 'maternity', 'sick', 'study', 'travel', 'in-lieu'] as const;
export type LeaveKind = (typeof LEAVE_KINDS)[number];

/** Nobody may be asked to come back from these (Labour Code 2019, articles 137 and 139; Law on Social Insurance 2024). */
const KEPT: ReadonlySet<string> = new Set(['maternity', 'sick']);

/** Lines taken in before there were kinds say so in their notes. */
const KEPT_NOTE = /^(nghi )?(thai san|om|sinh con|con om|benh)\b|^nghi (de|benh)\b|^(maternity|sick)\b/u;

export function isKeptLeave({ kind, note }: { readonly kind?: LeaveKind; readonly note: string }): boolean {
  return kind === undefined ? KEPT_NOTE.test(foldForSearch(note)) : KEPT.has(kind);
}
