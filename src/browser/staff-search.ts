/** Finds people while one types, without diacritics, and ticks those shown; without script the form asks the server the same. */

/** As `kernel/names.ts` folds names. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase()
    .trim();
}

const field = document.querySelector<HTMLInputElement>('#staff-q');
const rows = [...document.querySelectorAll<HTMLElement>('[data-search]')];
const none = document.querySelector<HTMLElement>('[data-none-found]');

function find(): void {
  const words = fold(field?.value ?? '').split(/\s+/u);
  let found = 0;
  for (const row of rows) {
    const isFound = words.every((word) => (row.dataset.search ?? '').includes(word));
    row.hidden = !isFound;
    if (isFound) found += 1;
  }
  if (none) none.hidden = found > 0;
}

// A page of some of the people holds no others to find.
const isWhole = new URLSearchParams(location.search).get('q') === null && !document.querySelector('.pages');
if (isWhole) field?.addEventListener('input', find);

const ticks = [...document.querySelectorAll<HTMLInputElement>('.staff-tick')];
const told = document.querySelector<HTMLElement>('[data-ticked]');
const all = document.querySelector<HTMLButtonElement>('[data-tick-all]');

function tell(): void {
  const count = ticks.filter(({ checked }) => checked).length;
  if (told) told.textContent = count === 0 ? '' : `${told.dataset.words ?? ''}: ${count}`;
}

for (const tick of ticks) tick.addEventListener('change', tell);
if (all) all.hidden = false;
all?.addEventListener('click', () => {
  const shown = ticks.filter((tick) => tick.closest('tr')?.hidden === false);
  const on = shown.some(({ checked }) => !checked);
  for (const tick of shown) tick.checked = on;
  tell();
});
