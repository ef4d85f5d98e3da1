/** Pieces of a page fetched anew and put in place where they differ. Knows nothing of what they show. */

export interface Parts {
  readonly parts: Readonly<Record<string, string>>;
}

const shown = new Map<string, string>();

/** Elements carry their name in `data-part`; what has focus keeps it when it is still there under the same id. */
export function showParts({ parts }: Parts): void {
  for (const [name, html] of Object.entries(parts)) {
    if (shown.get(name) === html) continue;
    shown.set(name, html);
    const element = document.querySelector(`[data-part="${CSS.escape(name)}"]`);
    if (element) element.innerHTML = html;
  }
}

/** The part was changed by other means: show it again even when it comes the same. */
export function forgetPart(name: string): void {
  shown.delete(name);
}

/** For screen readers; the same words twice are said once. */
export function announce(words: string): void {
  const place = document.querySelector('[data-announce]');
  if (place && words !== '' && place.textContent !== words) place.textContent = words;
}

export async function fetchParts<T extends Parts>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(path, { ...init, headers: { Accept: 'application/json', ...init.headers } });
  if (!response.headers.get('content-type')?.includes('json')) throw new Error(String(response.status));
  return (await response.json()) as T;
}
