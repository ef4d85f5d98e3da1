/** Which tables a query may touch: rather one too many than one too few. */

import type { OperationNode } from 'kysely';

/** Adds every name that may be a table's; words of written-out SQL count all. */
export function tablesIn(node: unknown, into: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const each of node) tablesIn(each, into);
    return;
  }
  const { kind, table, sqlFragments } = node as Partial<Named>;
  if (kind === 'TableNode' && table) into.add(table.identifier.name);
  if (kind === 'RawNode' && sqlFragments) {
    for (const each of sqlFragments) for (const [word] of each.matchAll(/\w+/g)) into.add(word);
  }
  // Values may be large, and are no names.
  if (kind === 'ValueNode' || kind === 'PrimitiveValueListNode') return;
  for (const each of Object.values(node)) tablesIn(each, into);
}

interface Named {
  readonly kind: OperationNode['kind'];
  readonly table: { readonly identifier: { readonly name: string } };
  readonly sqlFragments: readonly string[];
}
