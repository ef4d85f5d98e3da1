/** Several seats at once: marked with Shift and the arrows or the mouse, as cells of a spreadsheet are. */

import { seatsIn } from './grid-keys.ts';

/** The grid as a table of one cell a seat: a column of posts is as wide as its fullest cell. */
export interface SeatMatrix {
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly day: string;
    readonly seats: readonly (HTMLButtonElement | undefined)[];
  }[];
}

export function seatMatrix(grid: HTMLElement): SeatMatrix {
  const bodies = [...grid.querySelectorAll<HTMLTableRowElement>('tbody tr')];
  const cells = bodies.map((row) => [...row.querySelectorAll<HTMLElement>(':scope > td')].map(seatsIn));
  const widths = (cells[0] ?? []).map((_, i) => Math.max(1, ...cells.map((row) => row[i]?.length ?? 0)));
  const heads = columnHeads(grid).flatMap((head, i) => Array<string>(widths[i] ?? 1).fill(head));
  const rows = bodies.map((row, i) => ({
    day: row.dataset.day ?? '',
    seats: widths.flatMap((width, column) =>
      Array.from({ length: width }, (_, place) => cells[i]?.[column]?.[place]),
    ),
  }));
  return { heads, rows };
}

/** `Giám sát ATTT Đêm 22–06`. */
function columnHeads(grid: HTMLElement): string[] {
  const posts = [...grid.querySelectorAll<HTMLTableCellElement>('.head-posts .post-head')].flatMap((head) =>
    Array<string>(head.colSpan).fill(head.firstChild?.textContent?.trim() ?? ''),
  );
  return [...grid.querySelectorAll('.head-patterns th')].map((head, i) =>
    `${posts[i] ?? ''} ${head.textContent ?? ''}`.replace(/\s+/g, ' ').trim(),
  );
}

export class SeatSelection {
  readonly #grid: HTMLElement;
  #from: string | undefined;
  #seats = new Set<string>();

  constructor(grid: HTMLElement) {
    this.#grid = grid;
  }

  /** In the order of the grid; the one seat when only that is marked. */
  of(seat: HTMLButtonElement): HTMLButtonElement[] {
    const marked = seatsIn(this.#grid).filter(({ value }) => this.#seats.has(value));
    return marked.length > 1 && this.#seats.has(seat.value) ? marked : [seat];
  }

  clear(): void {
    this.#from = undefined;
    this.#seats = new Set();
    this.show();
  }

  /** All seats between where the marking began and this one. */
  extend(from: HTMLButtonElement, to: HTMLButtonElement): void {
    this.#from ??= from.value;
    const { rows } = seatMatrix(this.#grid);
    const at = (ref: string | undefined): [number, number] => {
      const row = rows.findIndex(({ seats }) => seats.some((seat) => seat?.value === ref));
      return [row, rows[row]?.seats.findIndex((seat) => seat?.value === ref) ?? -1];
    };
    const [[top, left], [bottom, right]] = [at(this.#from), at(to.value)];
    const inside = rows
      .slice(Math.min(top, bottom), Math.max(top, bottom) + 1)
      .flatMap(({ seats }) => seats.slice(Math.min(left, right), Math.max(left, right) + 1));
    this.#seats = new Set(inside.flatMap((seat) => seat?.value ?? []));
    this.show();
  }

  /** With Ctrl, one more or one less. */
  toggle(seat: HTMLButtonElement): void {
    this.#from = seat.value;
    if (!this.#seats.delete(seat.value)) this.#seats.add(seat.value);
    this.show();
  }

  show(): void {
    for (const seat of seatsIn(this.#grid)) {
      const marked = this.#seats.has(seat.value);
      seat.classList.toggle('seat-marked', marked);
      if (marked) seat.ariaPressed = 'true';
      else seat.removeAttribute('aria-pressed');
    }
  }
}
