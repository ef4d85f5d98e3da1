/**
 * What was written without network, kept in the browser (IndexedDB) until the server has it: sent one by one, in the order in
 * which it was written, each with a key by which it is written once, and with how long ago.
 */

export interface KeptLine {
  readonly number?: number;
  readonly address: string;
  /** Names the page whose lines these are: lines of others are left alone. */
  readonly owner: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly pictures: readonly (readonly [string, Blob])[];
  /** By the clock of this device. */
  readonly written: number;
  /** As one reads it while it waits. */
  readonly words: string;
}

const NAME = 'kept-lines';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.addEventListener('upgradeneeded', () =>
      request.result.createObjectStore(NAME, { keyPath: 'number', autoIncrement: true }),
    );
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}

async function inStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(NAME, mode);
      const request = act(transaction.objectStore(NAME));
      transaction.addEventListener('complete', () => resolve(request.result));
      transaction.addEventListener('error', () => reject(transaction.error));
      transaction.addEventListener('abort', () => reject(transaction.error));
    });
  } finally {
    database.close();
  }
}

/** Resolves once it is safe on the device. */
export async function keepLine(line: KeptLine): Promise<void> {
  await inStore('readwrite', (store) => store.add(line));
}

/** In the order in which they were written. */
export async function keptLines(owner: string): Promise<(KeptLine & { readonly number: number })[]> {
  const all = (await inStore('readonly', (store) => store.getAll())) as (KeptLine & { number: number })[];
  return all.filter((line) => line.owner === owner);
}

export async function dropLine(number: number): Promise<void> {
  await inStore('readwrite', (store) => store.delete(number));
}

/**
 * `sent`: the server has it. `refused`: it says no, and why. `waiting`: no network, or the server is not there: later.
 */
export async function sendLine(
  line: KeptLine,
): Promise<{ readonly state: 'sent' | 'waiting' } | { readonly state: 'refused'; readonly why: string }> {
  const body = line.pictures.length > 0 ? new FormData() : new URLSearchParams();
  for (const [name, value] of line.fields) body.append(name, value);
  body.append('written', String(line.written));
  body.append('sent', String(Date.now()));
  if (body instanceof FormData)
    for (const [name, picture] of line.pictures) body.append(name, picture, `${name}.jpg`);
  let response: Response;
  try {
    response = await fetch(line.address, { method: 'POST', body, headers: { Accept: 'text/html' } });
  } catch {
    return { state: 'waiting' };
  }
  // Signed out meanwhile: the line waits until someone signs in again.
  const asked = response.redirected && new URL(response.url).pathname.startsWith('/sign-in');
  if (response.ok && !asked) return { state: 'sent' };
  if (asked || response.status >= 500 || [401, 403, 408, 429].includes(response.status))
    return { state: 'waiting' };
  return { state: 'refused', why: reasonIn(await response.text()) };
}

function reasonIn(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return page.querySelector('main p')?.textContent?.trim() ?? '';
}
