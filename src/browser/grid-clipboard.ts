/** Copying seats as a table that Excel and Word take, one cell a seat, and pasting names from them. */

import { SEAT, seatsIn } from './grid-keys.ts';
import { type SeatMatrix, type SeatSelection, seatMatrix } from './seat-selection.ts';

export interface ClipboardHost {
  readonly grid: HTMLElement;
  readonly selection: SeatSelection;
  /** Seat, who was seen on it, name; between tabs. */
  paste(lines: readonly string[]): void;
}

export function listenForClipboard({ grid, selection, paste }: ClipboardHost): void {
  const focused = (): HTMLButtonElement | undefined =>
    document.activeElement?.closest<HTMLButtonElement>(`.grid-well ${SEAT}`) ?? undefined;
  document.addEventListener('copy', (event) => {
    const seat = focused();
    if (!seat || (getSelection()?.toString() ?? '') !== '') return;
    const table = tableOf(seatMatrix(grid), new Set(selection.of(seat)), seatsIn(grid).length);
    event.clipboardData?.setData('text/plain', table.map((row) => row.map(plainCell).join('\t')).join('\n'));
    event.clipboardData?.setData('text/html', htmlOf(table));
    event.preventDefault();
  });
  document.addEventListener('paste', (event) => {
    const seat = focused();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!seat || text.trim() === '') return;
    event.preventDefault();
    paste(pasteLines(seatMatrix(grid), selection.of(seat), text));
  });
}

/** The whole grid goes with its heads, so that it can be read as a roster; part of it is names alone. */
function tableOf(
  { heads, rows }: SeatMatrix,
  marked: ReadonlySet<HTMLButtonElement>,
  all: number,
): string[][] {
  const named = (seat: HTMLButtonElement | undefined): string =>
    seat && seat.dataset.staff !== '' ? (seat.querySelector('.seat-name')?.textContent?.trim() ?? '') : '';
  if (marked.size === all) {
    const first = document.querySelector('.head-posts .day-column')?.textContent?.trim() ?? '';
    return [[first, ...heads], ...rows.map(({ day, seats }) => [day, ...seats.map(named)])];
  }
  const isMarked = (seat: HTMLButtonElement | undefined): boolean => seat !== undefined && marked.has(seat);
  const columns = heads.map((_, i) => i).filter((i) => rows.some(({ seats }) => isMarked(seats[i])));
  return rows
    .filter(({ seats }) => seats.some(isMarked))
    .map(({ seats }) => columns.map((i) => (isMarked(seats[i]) ? named(seats[i]) : '')));
}

function plainCell(text: string): string {
  return text.replace(/[\t\n]+/g, ' ');
}

function htmlOf(table: readonly (readonly string[])[]): string {
  const body = document.createElement('table');
  for (const row of table) {
    const line = body.insertRow();
    for (const text of row) line.insertCell().textContent = text;
  }
  return body.outerHTML;
}

/** One cell fills all that is marked; a block is laid from the first marked seat on. */
function pasteLines({ rows }: SeatMatrix, marked: readonly HTMLButtonElement[], text: string): string[] {
  const block = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  const [only] = block[0] ?? [];
  const line = (seat: HTMLButtonElement, name: string): string =>
    [seat.value, seat.dataset.staff ?? '', name.trim()].join('\t');
  if (block.length === 1 && block[0]?.length === 1) return marked.map((seat) => line(seat, only ?? ''));
  const [first] = marked;
  const top = rows.findIndex(({ seats }) => seats.includes(first));
  const left = rows[top]?.seats.indexOf(first) ?? 0;
  return block.flatMap((cells, i) =>
    cells.flatMap((name, j) => {
      const seat = rows[top + i]?.seats[left + j];
      return seat ? [line(seat, name)] : name.trim() === '' ? [] : [['', '', name.trim()].join('\t')];
    }),
  );
}
