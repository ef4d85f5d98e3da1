/** SQL says null where the domain leaves a field out. */

/** The fields that are not null: `{ place: null, note: 'x' }` → `{ note: 'x' }`. */
export function withoutNulls<T extends Readonly<Record<string, unknown>>>(
  fields: T,
): { [K in keyof T]?: Exclude<T[K], null> } {
  const kept: { [K in keyof T]?: Exclude<T[K], null> } = {};
  for (const key in fields) {
    const value = fields[key];
    if (value !== null) kept[key] = value as Exclude<T[typeof key], null>;
  }
  return kept;
}
