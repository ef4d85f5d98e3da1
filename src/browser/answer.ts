/** Answering on a phone: fields for somebody else only where they are asked for, and how many boxes are filled. */

const form = document.querySelector<HTMLFormElement>('[data-answer]');
const cells = [...document.querySelectorAll<HTMLElement>('.answer-cell')];

function isFilled(cell: HTMLElement): boolean {
  const chosen = cell.querySelector<HTMLInputElement>('input[type="radio"]:checked');
  if (chosen && chosen.value !== '+') return true;
  const name = cell.querySelector<HTMLInputElement>('input[name^="name-"]');
  return (name?.value ?? '').trim() !== '';
}

function show(): void {
  for (const cell of cells) {
    const typed = cell.querySelector<HTMLElement>('.answer-typed');
    const others = cell.querySelectorAll('input[type="radio"]').length === 1;
    const chosen = cell.querySelector<HTMLInputElement>('input[type="radio"]:checked');
    if (typed) typed.hidden = !others && chosen?.value !== '+';
  }
  const button = document.querySelector<HTMLElement>('[data-count]');
  const filled = cells.filter(isFilled).length;
  // The server wrote the sentence: only its figures change.
  if (button) button.textContent = (button.textContent ?? '').replace(/\d+(?=\D+\d+)/u, String(filled));
}

/** Who stands in the same place the day before stands here too. */
function repeat(cell: HTMLElement): void {
  const same = cells.filter(({ dataset }) => dataset.demand === cell.dataset.demand);
  const before = same[same.indexOf(cell) - 1];
  if (!before) return;
  const chosen = before.querySelector<HTMLInputElement>('input[type="radio"]:checked')?.value;
  for (const radio of cell.querySelectorAll<HTMLInputElement>('input[type="radio"]'))
    radio.checked = radio.value === chosen;
  const typed = before.querySelectorAll<HTMLInputElement>('.answer-typed input');
  cell.querySelectorAll<HTMLInputElement>('.answer-typed input').forEach((input, i) => {
    input.value = typed[i]?.value ?? '';
  });
  show();
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-repeat]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const cell = button.closest<HTMLElement>('.answer-cell');
    if (cell) repeat(cell);
  });
}
form?.addEventListener('input', show);
if (form) show();

export {};
