/** Dragging one seat onto another. Pinned and empty seats are not picked up; what a drop means is the caller's. */

import { SEAT, seatsIn } from './grid-keys.ts';

export type OnDrop = (from: HTMLButtonElement, to: HTMLButtonElement) => void;

export function makeDraggable(root: ParentNode): void {
  for (const seat of seatsIn(root)) {
    seat.draggable = seat.dataset.staff !== '' && seat.dataset.pinned === undefined;
  }
}

export function listenForDrops(grid: HTMLElement, onDrop: OnDrop): void {
  let picked: HTMLButtonElement | undefined;
  const seatOf = (event: DragEvent): HTMLButtonElement | undefined =>
    (event.target as Element).closest<HTMLButtonElement>(SEAT) ?? undefined;
  const clear = (): void => {
    for (const seat of grid.querySelectorAll('.seat-over')) seat.classList.remove('seat-over');
  };
  grid.addEventListener('dragstart', (event) => {
    picked = seatOf(event);
    event.dataTransfer?.setData('text/plain', picked?.value ?? '');
    picked?.classList.add('seat-picked');
  });
  grid.addEventListener('dragover', (event) => {
    const over = seatOf(event);
    clear();
    if (!picked || !over || over === picked) return;
    event.preventDefault();
    over.classList.add('seat-over');
  });
  grid.addEventListener('drop', (event) => {
    const over = seatOf(event);
    event.preventDefault();
    if (picked && over && over !== picked) onDrop(picked, over);
  });
  grid.addEventListener('dragend', () => {
    clear();
    picked?.classList.remove('seat-picked');
    picked = undefined;
  });
}
