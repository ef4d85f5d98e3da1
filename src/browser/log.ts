/** Keeps the page of the log fresh without moving what one reads: new lines come in at once on top, or on asking further down. */

import { fetchParts, type Parts, showParts } from './parts.ts';

const page = document.querySelector<HTMLElement>('[data-log]');
const fresh = document.querySelector<HTMLElement>('[data-fresh]');
const button = fresh?.querySelector('button');
const { events = '', parts = '', freshWords = '' } = page?.dataset ?? {};
let shown = Number(page?.dataset.newest ?? 0);
/** Above it, one reads the newest lines anyway. */
const NEAR_TOP_PX = 200;

async function show(): Promise<void> {
  const found = await fetchParts<Parts & { newest: number }>(parts).catch(() => undefined);
  if (!found) return;
  showParts(found);
  shown = found.newest;
  if (fresh) fresh.hidden = true;
}

function tell(newest: number): void {
  if (newest <= shown) return;
  if (window.scrollY < NEAR_TOP_PX || !fresh || !button) return void show();
  button.textContent = freshWords.replace('%', String(newest - shown));
  fresh.hidden = false;
}

button?.addEventListener('click', () => void show().then(() => window.scrollTo({ top: 0 })));

const source = new EventSource(events);
const mark = document.querySelector<HTMLElement>('[data-live-mark]');
source.addEventListener('open', () => {
  if (mark) mark.hidden = false;
});
source.addEventListener('error', () => {
  if (mark) mark.hidden = true;
});
source.addEventListener('message', (event) => tell((JSON.parse(event.data) as { newest: number }).newest));

document.addEventListener('keydown', (event) => {
  const writing = document.querySelector<HTMLTextAreaElement>('[data-write]');
  if (event.key === 'Enter' && event.ctrlKey && document.activeElement === writing) {
    writing?.form?.requestSubmit();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if ((event.target as HTMLElement).closest('input, textarea, select, button, a')) return;
  const wanted =
    event.key === '/'
      ? document.querySelector<HTMLElement>('[data-find]')
      : event.key === 'i'
        ? writing
        : null;
  if (!wanted) return;
  event.preventDefault();
  wanted.focus();
});
