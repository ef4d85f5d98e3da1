/** Keeps the wall page fresh: a clock that runs, the page fetched anew, and an honest word when that has failed for long. */

const page = document.querySelector<HTMLElement>('[data-wall]');
const notice = document.querySelector<HTMLElement>('[data-stale]');
const REFRESH_MS = 30_000;
const STALE_MS = 10 * 60_000;
let freshAt = Date.now();

function clockOf(ms: number): string {
  const { zone = 'Asia/Ho_Chi_Minh' } = page?.dataset ?? {};
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(ms);
}

function tick(): void {
  const clock = document.querySelector('[data-clock]');
  if (clock) clock.textContent = clockOf(Date.now());
  if (!notice) return;
  notice.hidden = Date.now() - freshAt < STALE_MS;
  notice.textContent = (notice.dataset.stale ?? '').replace('%', clockOf(freshAt));
}

async function refresh(): Promise<void> {
  try {
    const response = await fetch(location.href, { cache: 'no-store' });
    if (!response.ok) return;
    const fresh = new DOMParser()
      .parseFromString(await response.text(), 'text/html')
      .querySelector('[data-wall]');
    if (fresh && page) page.innerHTML = fresh.innerHTML;
    freshAt = Date.now();
  } catch {
    // No connection: what stands on the wall stays, and after ten minutes it says since when.
  }
  tick();
}

setInterval(tick, 1000);
setInterval(() => void refresh(), REFRESH_MS);
