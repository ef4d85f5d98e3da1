/** What an address asks besides: left out where it is undefined, and the question mark with it where nothing is asked. */

export type Query = Readonly<Record<string, string | undefined>>;

export function withQuery(path: string, query: Query): string {
  const asked = Object.entries(query).filter((each): each is [string, string] => each[1] !== undefined);
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked)}`;
}
