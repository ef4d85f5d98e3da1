/** The units a visitor belongs to, and as what. */

import { ROLES, type Role, type Visitor } from '../../domain/account.ts';
import { roleIn } from '../../domain/permission.ts';
import { listUnits } from '../../store/unit-store.ts';
import type { App } from '../app.ts';

export interface OwnUnit {
  readonly unitId: string;
  readonly name: string;
  readonly role: Role;
}

/** By name; an operator of the installation is administrator of every unit. */
export async function listOwnUnits(app: App, visitor: Visitor): Promise<OwnUnit[]> {
  const units = await listUnits(app.db);
  const own = units.flatMap(({ id, name }) => {
    const role = roleIn(visitor, id);
    return role === undefined ? [] : [{ unitId: id, name, role }];
  });
  return own.sort(
    (a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || a.name.localeCompare(b.name, 'vi'),
  );
}
