/** Scopes as a form holds them: each part under a name of its own, and whoever is named in one line. */

import type { ShiftScope } from '../../constraints/shift-scope.ts';
import type { StaffScope } from '../../constraints/staff-scope.ts';
import { type NamedPerson, staffName } from '../../domain/staff-names.ts';
import { foldForSearch } from '../../kernel/names.ts';

const SHIFT_PARTS = ['tiers', 'posts', 'patterns', 'days'] as const satisfies (keyof ShiftScope)[];
const STAFF_PARTS = ['departments', 'skills', 'homeProvinces'] as const satisfies (keyof StaffScope)[];

export function setShiftScope(values: URLSearchParams, name: string, scope: ShiftScope): void {
  values.set(`${name}-presence`, scope.presence ?? '');
  for (const part of SHIFT_PARTS)
    for (const each of scope[part] ?? []) values.append(`${name}-${part}`, each);
}

export function typedShiftScope(values: URLSearchParams, name: string): object {
  const presence = values.get(`${name}-presence`) ?? '';
  return { ...(presence === '' ? {} : { presence }), ...typedLists(values, name, SHIFT_PARTS) };
}

export function setStaffScope(values: URLSearchParams, name: string, who: StaffScope): void {
  for (const part of STAFF_PARTS) for (const each of who[part] ?? []) values.append(`${name}-${part}`, each);
  values.set(`${name}-staffIds`, (who.staffIds ?? []).join('; '));
  if (who.newcomers) values.set(`${name}-newcomers`, 'yes');
}

/** Names that are nobody's, or several people's, stay as typed: the parser says so. Undefined where nothing narrows. */
export function typedWho(
  values: URLSearchParams,
  name: string,
  staff: readonly NamedPerson[],
): object | undefined {
  const staffIds = typedPeople(values, `${name}-staffIds`, staff);
  const who = {
    ...(staffIds.length > 0 ? { staffIds } : {}),
    ...typedLists(values, name, STAFF_PARTS),
    ...(values.has(`${name}-newcomers`) ? { newcomers: true } : {}),
  };
  return Object.keys(who).length > 0 ? who : undefined;
}

/** People named in one line, in its order: their ids, or what was typed where nobody is meant. */
export function typedPeople(values: URLSearchParams, name: string, staff: readonly NamedPerson[]): string[] {
  const pieces = (values.get(name) ?? '').split(';').map((piece) => piece.trim());
  return pieces.filter((piece) => piece !== '').map((piece) => idOf(piece, staff));
}

function idOf(piece: string, staff: readonly NamedPerson[]): string {
  if (staff.some(({ id }) => id === piece)) return piece;
  const exact = staff.filter(({ id }) => staffName(staff, id) === piece.normalize('NFC'));
  const found =
    exact.length > 0
      ? exact
      : staff.filter(({ id }) => foldForSearch(staffName(staff, id)) === foldForSearch(piece));
  return (found.length === 1 && found[0]?.id) || piece;
}

function typedLists(values: URLSearchParams, name: string, parts: readonly string[]): object {
  return Object.fromEntries(
    parts
      .map((part): [string, string[]] => [part, values.getAll(`${name}-${part}`)])
      .filter(([, list]) => list.length > 0),
  );
}
