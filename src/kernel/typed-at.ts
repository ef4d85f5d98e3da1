/**
 * What stands at an index, checked: an index out of range is a fault of the program, said where it happens instead of
 * going on as `NaN`. One for each kind of list, so that each is compiled for its own: in one for all, lists of four kinds would be
 * read by none in particular, which takes several times as long.
 */

export function intAt(list: Int32Array, index: number): number {
  const value = list[index];
  if (value === undefined) throw outOfRange(index, list);
  return value;
}

export function realAt(list: Float64Array, index: number): number {
  const value = list[index];
  if (value === undefined) throw outOfRange(index, list);
  return value;
}

export function byteAt(list: Uint8Array, index: number): number {
  const value = list[index];
  if (value === undefined) throw outOfRange(index, list);
  return value;
}

export function numberAt(list: readonly number[], index: number): number {
  const value = list[index];
  if (value === undefined) throw outOfRange(index, list);
  return value;
}

/** What a map that has every such key says of one. */
export function keptUnder<K>(map: ReadonlyMap<K, number>, key: K): number {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`nothing is kept under ${String(key)}`);
  return value;
}

function outOfRange(index: number, { length }: { readonly length: number }): RangeError {
  return new RangeError(`nothing stands at ${index} of ${length}`);
}
