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

form?.addEventListener('input', show);
if (form) show();

export {};
