/** Finds people while one types, without diacritics; without script the form asks the server the same. */

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

// A page that was asked for some of the people holds no others to find.
if (new URLSearchParams(location.search).get('q') === null) field?.addEventListener('input', find);
