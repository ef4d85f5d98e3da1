/**
 * Keeps the wall page fresh: a clock that runs, the page fetched anew, and an honest word when what hangs there may be
 * old. Fresh is only what is a wall page: where the session has ended the answer is a page to sign in, and no crew.
 */

const page = document.querySelector<HTMLElement>('[data-wall]');
const notice = document.querySelector<HTMLElement>('[data-stale]');
const REFRESH_MS = 30_000;
const STALE_MS = 2 * 60_000;
/** Clocks of screens on walls are often off; more than this is told. */
const CLOCK_OFF_MS = 60_000;
/** Counted by the monotonic clock: whoever sets the screen's clock makes nothing fresh. */
let freshAt = performance.now();
let freshMoment = Number(page?.dataset.now ?? Date.now());
/** How far the server's clock is before the screen's. */
let ahead = freshMoment - Date.now();
let signedOut = false;

/** As the server has it. */
function now(): number {
  return freshMoment + (performance.now() - freshAt);
}

function clockOf(ms: number): string {
  const { zone = 'Asia/Ho_Chi_Minh' } = page?.dataset ?? {};
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(ms);
}

function tick(): void {
  const clock = document.querySelector('[data-clock]');
  if (clock) clock.textContent = clockOf(now());
  if (!notice) return;
  const words = wordsNow();
  notice.hidden = words === '';
  const text = words.replaceAll('%', clockOf(freshMoment));
  if (notice.textContent !== text) notice.textContent = text;
  // What may have been answered, taken or closed meanwhile is of then; a deadline runs on.
  document.body.classList.toggle('wall-old', isOld());
  for (const deadline of document.querySelectorAll<HTMLElement>('[data-until]')) countDown(deadline);
}

function isOld(): boolean {
  return signedOut || performance.now() - freshAt >= STALE_MS;
}

function countDown(deadline: HTMLElement): void {
  const { until = '', left = '', late = '', hours = '', minutes = '' } = deadline.dataset;
  const ms = Number(until) - now();
  const count = Math.floor(Math.abs(ms) / 60_000);
  const [h, m] = [Math.floor(count / 60), count % 60];
  const time = [
    h > 0 ? hours.replace('%', String(h)) : '',
    h > 0 && m === 0 ? '' : minutes.replace('%', String(m)),
  ];
  const text = (ms < 0 ? late : left).replace('%', time.filter(Boolean).join(' '));
  if (deadline.textContent !== text) deadline.textContent = text;
}

function wordsNow(): string {
  const { stale = '', signedOut: ended = '', clockOff = '' } = notice?.dataset ?? {};
  if (signedOut) return ended;
  if (performance.now() - freshAt >= STALE_MS) return stale;
  return Math.abs(ahead) > CLOCK_OFF_MS ? clockOff : '';
}

async function refresh(): Promise<void> {
  try {
    const response = await fetch(location.href, {
      cache: 'no-store',
      signal: AbortSignal.timeout(REFRESH_MS),
    });
    // Someone ended the session, or the display link: what hangs here is of before.
    signedOut = response.redirected || [401, 403, 404, 410].includes(response.status);
    if (response.ok && !response.redirected) show(await response.text());
  } catch {
    // No connection: what stands on the wall stays, and after two minutes it says since when.
  }
  tick();
}

function show(html: string): void {
  const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector<HTMLElement>('[data-wall]');
  if (!fresh || !page) {
    signedOut = true;
    return;
  }
  page.innerHTML = fresh.innerHTML;
  page.className = fresh.className;
  freshAt = performance.now();
  freshMoment = Number(fresh.dataset.now ?? Date.now());
  ahead = freshMoment - Date.now();
}

setInterval(tick, 1000);
setInterval(() => void refresh(), REFRESH_MS);
tick();

export {};
