/** What is worked out once and remembered: for an object as long as that is, for a text or number until there are too many. */

/** `make` depends on the object alone, and the object does not change. */
export function onceFor<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    const known = made.get(key) ?? { value: make(key) };
    made.set(key, known);
    return known.value;
  };
}

/** As `onceFor`, for keys that are values; beyond `most` of them all are forgotten. `make` gives no `undefined`. */
export function onceForEach<K extends string | number | boolean | undefined, T extends NonNullable<unknown>>(
  most: number,
  make: (key: K) => T,
): (key: K) => T {
  const made = new Map<K, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    if (made.size >= most) made.clear();
    made.set(key, value);
    return value;
  };
}
