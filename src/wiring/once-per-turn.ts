/**
 * A reading shared by all that one turn of the event loop handles. A request handled in a turn was sent before the turn
 * began, so a reading from its beginning is no older than the request itself.
 */

export function oncePerTurn<T>(read: () => T): () => T {
  let taken: { readonly value: T } | undefined;
  return () => {
    if (!taken) {
      taken = { value: read() };
      // Runs when this turn's requests have been handled, before the next are read.
      setImmediate(() => {
        taken = undefined;
      });
    }
    return taken.value;
  };
}
