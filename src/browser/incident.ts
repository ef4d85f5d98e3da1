/** Keeps the page of an incident fresh, minute by minute, unless somebody is writing on it: what is typed is never lost. */

const REFRESH_MS = 30_000;

function isWritten(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'main input:not([type=hidden]), main textarea',
  );
  const typed = [...fields].some((field) => field.value !== field.defaultValue);
  return typed || document.querySelector('main details[open]') !== null;
}

async function refresh(): Promise<void> {
  if (document.hidden || isWritten()) return;
  const response = await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(REFRESH_MS) });
  if (!response.ok || response.redirected) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('main');
  const main = document.querySelector('main');
  if (!fresh || !main || isWritten()) return;
  const focus = document.activeElement?.id ?? '';
  main.innerHTML = fresh.innerHTML;
  if (focus !== '') document.getElementById(focus)?.focus();
}

// A failed fetch leaves the page as it is; its own clock says of when.
setInterval(() => void refresh().catch(() => undefined), REFRESH_MS);

export {};
