/** Finding someone in the grid: `/` goes to the field, what is typed marks their seats, Enter goes from one to the next. */

import { rove, seatsIn } from './grid-keys.ts';

export function listenForFind(page: HTMLElement, grid: HTMLElement): void {
  const field = page.querySelector<HTMLInputElement>('[data-find]');
  if (!field) return;
  field.closest('[hidden]')?.removeAttribute('hidden');
  const found = (): HTMLButtonElement[] => {
    const wanted = fold(field.value);
    if (wanted === '') return [];
    return seatsIn(grid).filter(
      (seat) => seat.dataset.staff !== '' && fold(seat.textContent ?? '').includes(wanted),
    );
  };
  const mark = (): void => {
    const hits = new Set(found());
    for (const seat of seatsIn(grid)) seat.classList.toggle('seat-found', hits.has(seat));
  };
  field.addEventListener('input', mark);
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    if (event.key === 'Escape') field.value = '';
    mark();
    const hits = found();
    const before = grid.querySelector<HTMLButtonElement>('.seat-here');
    const next = hits[(hits.indexOf(before as HTMLButtonElement) + 1) % Math.max(1, hits.length)];
    before?.classList.remove('seat-here');
    next?.classList.add('seat-here');
    next?.scrollIntoView({ block: 'center', inline: 'center' });
    if (next) rove(grid, next);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.target as Element).closest('input, textarea, select')) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

/** Lower case without diacritics, as the server searches. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
