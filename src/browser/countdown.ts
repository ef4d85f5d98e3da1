/** Counts on, minute by minute, to the next shift; when it is there, the page is fetched anew. */

const countdown = document.querySelector<HTMLElement>('[data-until]');
const TICK_MS = 10_000;

function tick(): void {
  if (!countdown) return;
  let left = Math.ceil((Number(countdown.dataset.until) - Date.now()) / 60_000);
  if (left <= 0) {
    location.reload();
    return;
  }
  for (const part of countdown.querySelectorAll<HTMLElement>('[data-minutes]')) {
    const minutes = Number(part.dataset.minutes);
    part.textContent = String(Math.floor(left / minutes));
    left %= minutes;
  }
}

setInterval(tick, TICK_MS);

export {};
