/** The form of an order: counts who is asked while one ticks, and saves the draft as it goes. Without script the server does both. */

const SAVED_AFTER_MS = 1500;

const form = document.querySelector<HTMLFormElement>('[data-order-form]');
const boxes = (name: string, root: ParentNode = document): HTMLInputElement[] => [
  ...root.querySelectorAll<HTMLInputElement>(`input[data-${name}]`),
];

function isAsked(unit: HTMLElement, kinds: ReadonlySet<string>, branches: ReadonlySet<string>): boolean {
  if (boxes('without', unit).some(({ checked }) => checked)) return false;
  if (boxes('picked', unit).some(({ checked }) => checked)) return true;
  const byBranch = kinds.size === 0 && branches.size > 0;
  return byBranch ? branches.has(unit.dataset.ofBranch ?? '') : kinds.has(unit.dataset.ofKind ?? '');
}

function count(): void {
  const chosen = (name: string): Set<string> =>
    new Set(
      boxes(name)
        .filter(({ checked }) => checked)
        .map(({ value }) => value),
    );
  const [kinds, branches] = [chosen('kind'), chosen('branch')];
  const asked = [...document.querySelectorAll<HTMLElement>('[data-unit]')].filter((unit) =>
    isAsked(unit, kinds, branches),
  );
  const total = document.querySelector('[data-asked]');
  if (total) total.textContent = String(asked.length);
  const send = document.querySelector<HTMLElement>('[data-send]');
  if (send) send.textContent = (send.dataset.send ?? '').replace('#', String(asked.length));
  for (const part of document.querySelectorAll<HTMLElement>('[data-asked-of]')) {
    part.textContent = String(asked.filter(({ dataset }) => dataset.ofKind === part.dataset.askedOf).length);
  }
}

const told = document.querySelector<HTMLElement>('[data-saved]');
let waiting = 0;

/** The first saving gives the draft an address: later ones, and a reload, go there. */
async function save(filled: HTMLFormElement): Promise<void> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(filled)) if (typeof value === 'string') body.append(name, value);
  body.set('act', 'save');
  if (told) told.textContent = told.dataset.saving ?? '';
  try {
    const reply = await fetch(filled.action, { method: 'POST', body, credentials: 'same-origin' });
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const words = page.querySelector('[data-saved]')?.textContent;
    if (told) told.textContent = reply.ok ? (words ?? '') : (told.dataset.failed ?? '');
    if (!reply.ok || !reply.redirected) return;
    filled.action = reply.url;
    history.replaceState(null, '', reply.url);
  } catch {
    if (told) told.textContent = told.dataset.failed ?? '';
  }
}

form?.addEventListener('change', () => {
  count();
  if (!('saves' in form.dataset)) return;
  clearTimeout(waiting);
  waiting = window.setTimeout(() => void save(form), SAVED_AFTER_MS);
});
form?.addEventListener('submit', () => clearTimeout(waiting));
if (form) count();

export {};
