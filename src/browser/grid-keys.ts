/** Moving about the grid with keys: one tab stop, arrows between seats, from fault to fault. It changes no roster. */

export const SEAT = 'button.seat';

export function seatsIn(root: ParentNode): HTMLButtonElement[] {
  return [...root.querySelectorAll<HTMLButtonElement>(SEAT)];
}

/** Makes the seat the grid's one tab stop. */
export function rove(grid: HTMLElement, to: HTMLButtonElement | undefined): void {
  for (const seat of seatsIn(grid)) seat.tabIndex = -1;
  const stop = to ?? seatsIn(grid)[0];
  if (stop) stop.tabIndex = 0;
}

/** The seat that an arrow, Home or End leads to; undefined for other keys and at the edge. */
export function seatTowards(seat: HTMLButtonElement, key: string): HTMLButtonElement | undefined {
  const cell = seat.closest('td');
  const row = seat.closest('tr');
  if (!cell || !row) return undefined;
  const within = seatsIn(cell);
  const place = within.indexOf(seat);
  if (key === 'ArrowLeft' || key === 'ArrowRight') return sideways(cell, place, key === 'ArrowRight');
  if (key === 'ArrowDown') return within[place + 1] ?? below(row, cell, 1);
  if (key === 'ArrowUp') return within[place - 1] ?? below(row, cell, -1);
  if (key === 'Home') return seatsIn(row)[0];
  if (key === 'End') return seatsIn(row).at(-1);
  return undefined;
}

function sideways(cell: HTMLElement, place: number, forward: boolean): HTMLButtonElement | undefined {
  let next = forward ? cell.nextElementSibling : cell.previousElementSibling;
  while (next) {
    const seats = seatsIn(next);
    if (seats.length > 0) return seats[Math.min(place, seats.length - 1)];
    next = forward ? next.nextElementSibling : next.previousElementSibling;
  }
  return undefined;
}

/** Into the first seat of the cell below, or the last of the cell above. */
function below(row: HTMLElement, cell: HTMLElement, step: 1 | -1): HTMLButtonElement | undefined {
  const column = [...row.children].indexOf(cell);
  let next = step === 1 ? row.nextElementSibling : row.previousElementSibling;
  while (next) {
    const seats = seatsIn(next.children[column] ?? next);
    const found = step === 1 ? seats[0] : seats.at(-1);
    if (found) return found;
    next = step === 1 ? next.nextElementSibling : next.previousElementSibling;
  }
  return undefined;
}

/** Every cell that some finding names, in the order of findings; what was merely wished for is no stop. */
function faultyCells(): HTMLElement[] {
  const names = [...document.querySelectorAll<HTMLElement>('.finding[data-fault]')].flatMap(
    ({ dataset }) => dataset.fault?.split(' ')[0] ?? [],
  );
  return [...new Set(names)].flatMap((name) => document.getElementById(name) ?? []);
}

export function nextFault(from: Element | null, step: 1 | -1): HTMLButtonElement | undefined {
  const cells = faultyCells();
  const at = cells.findIndex((cell) => cell.contains(from));
  const next = at < 0 ? (step === 1 ? 0 : cells.length - 1) : (at + step + cells.length) % cells.length;
  const cell = cells[next];
  if (!cell) return undefined;
  return (
    cell.querySelector<HTMLButtonElement>('.seat-error, .seat-uncovered, .seat-warning') ?? seatsIn(cell)[0]
  );
}
