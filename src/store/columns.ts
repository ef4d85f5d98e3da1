/**
 * A noun's fields as columns, and back, by the list of columns that both share: `periodId` ↔ `period_id`. SQL says null where
 * the domain leaves a field out, and 1 or 0 where it says yes or no; what else is stored otherwise stands in its store.
 */

/** `homeProvince` → `home_province`. */
export type ColumnOf<F extends string> = F extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${ColumnOf<Rest>}`
  : '';

/** `home_province` → `homeProvince`. */
type FieldOf<C extends string> = C extends `${infer First}_${infer Rest}`
  ? `${First}${Capitalize<FieldOf<Rest>>}`
  : C;

type Stored<V> = V extends boolean ? number : V extends undefined ? null : V;

type Fields<R, C extends keyof R & string> = {
  [K in C as null extends R[K] ? never : FieldOf<K>]: R[K];
} & {
  [K in C as null extends R[K] ? FieldOf<K> : never]?: Exclude<R[K], null>;
};

/** Of these columns; the others stay in the row. */
export function fieldsOf<R, C extends keyof R & string>(row: R, columns: readonly C[]): Fields<R, C> {
  const known = columns.filter((column) => row[column] !== null);
  return Object.fromEntries(known.map((column) => [fieldOf(column), row[column]])) as Fields<R, C>;
}

export function columnsOf<C extends string, N extends { readonly [K in FieldOf<C>]?: unknown }>(
  noun: N,
  columns: readonly C[],
): { [K in NoInfer<C>]: Stored<N[FieldOf<K>]> } {
  const stored = (value: unknown) => (typeof value === 'boolean' ? Number(value) : (value ?? null));
  return Object.fromEntries(
    columns.map((column) => [column, stored(noun[fieldOf(column) as FieldOf<C>])]),
  ) as { [K in C]: Stored<N[FieldOf<K>]> };
}

export function columnOf<F extends string>(field: F): ColumnOf<F> {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) as ColumnOf<F>;
}

function fieldOf(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
