/**
 * Makes the editor quick: seats open beside the grid without a new page, edits are sent and only what changed is put in
 * place, keys, dragging, copying and pasting work. Every rule stays on the server; without this script the same forms do
 * the same.
 */

import { listenForClipboard } from './grid-clipboard.ts';
import { listenForFind } from './grid-find.ts';
import { nextFault, rove, SEAT, seatsIn, seatTowards } from './grid-keys.ts';
import { announce } from './parts.ts';
import { listenForDrops, makeDraggable } from './seat-drag.ts';
import { type Edit, sendEdit } from './seat-edits.ts';
import { SeatPanel } from './seat-panel.ts';
import { SeatSelection } from './seat-selection.ts';
import { showToast } from './toast.ts';

const page = document.querySelector<HTMLElement>('[data-editor]') ?? document.body;
const grid = page.querySelector<HTMLElement>('.grid-well') ?? page;
const panel = page.querySelector<HTMLElement>('[data-part="seat"]') ?? page;
const { candidates: candidatesPath = '', lost = '', unsure = '', pick: pickWords = '' } = page.dataset;
const selection = new SeatSelection(grid);
let picked: HTMLButtonElement | undefined;

const seats = new SeatPanel({
  panel,
  candidatesPath,
  unsure,
  onLost: () => showToast({ words: lost, isError: true }),
  choose: (seat, choice, seen) => void choose({ seat, choice, seen }),
  onOpen: markOpen,
  leave: (seat) => seatNamed(seat)?.focus(),
});

function seatNamed(ref: string | undefined): HTMLButtonElement | undefined {
  if (ref === undefined) return undefined;
  return grid.querySelector<HTMLButtonElement>(`${SEAT}[value="${CSS.escape(ref)}"]`) ?? undefined;
}

function markOpen(): void {
  for (const seat of grid.querySelectorAll('.seat-open')) seat.classList.remove('seat-open');
  seatNamed(seats.open)?.classList.add('seat-open');
}

/** Whoever works on meanwhile keeps the seat they have come to; undoing moves nobody. */
function send(edit: Edit): Promise<boolean> {
  let at = edit.seat ?? document.activeElement?.closest<HTMLButtonElement>(SEAT)?.value;
  grid.addEventListener('focusin', followed);
  function followed(event: Event): void {
    at = (event.target as Element).closest<HTMLButtonElement>(SEAT)?.value ?? at;
  }
  return sendEdit({ page, grid, onShown: () => refreshSeats(at) }, edit).finally(() =>
    grid.removeEventListener('focusin', followed),
  );
}

function refreshSeats(focusOn?: string): void {
  makeDraggable(grid);
  const seat = seatNamed(focusOn);
  rove(grid, seat);
  markOpen();
  selection.show();
  const elsewhere = document.activeElement?.closest('input, textarea, select, button, a');
  if (seats.open === undefined && !elsewhere) seat?.focus();
  const sort = page.querySelector<HTMLButtonElement>('[data-sort]');
  if (sort) sort.hidden = false;
}

/** What was chosen for the open seat; someone chosen while several are marked takes all of them. */
async function choose(edit: Required<Pick<Edit, 'seat' | 'choice' | 'seen'>>): Promise<void> {
  const { seat, choice, seen } = edit;
  const own = seatNamed(seat);
  const marked = own ? selection.of(own) : [];
  const stays = choice === 'pin' || choice === 'unpin';
  if (!stays && seats.open === seat) seats.close();
  const done =
    choice.startsWith('assign ') && marked.length > 1
      ? several(choice, marked)
      : send({ seat, choice, seen });
  if (!(await done) || stays) await seats.show(seat, false);
}

function several(choice: string, marked: readonly HTMLButtonElement[]): Promise<boolean> {
  const lines = marked.map(({ value, dataset }) => [choice, value, dataset.staff ?? ''].join('\t'));
  return send({ choice: 'several', lines, seat: marked[0]?.value ?? '' });
}

/** The same done to every marked seat, as one step. */
function act(choice: string, seat: HTMLButtonElement): void {
  const marked = selection.of(seat);
  if (marked.length > 1) void several(choice, marked);
  else void send({ choice, seat: seat.value, seen: seat.dataset.staff ?? '' });
}

function swap(from: HTMLButtonElement, to: HTMLButtonElement): void {
  const choice = `swap ${to.value} ${to.dataset.staff ?? ''}`.trim();
  void send({ choice, seat: from.value, seen: from.dataset.staff ?? '' });
}

function pick(seat: HTMLButtonElement): void {
  if (picked === undefined) {
    picked = seat;
    seat.classList.add('seat-picked');
    announce(pickWords);
    showToast({ words: pickWords });
    return;
  }
  picked.classList.remove('seat-picked');
  const from = picked;
  picked = undefined;
  if (from !== seat) swap(from, seat);
}

grid.addEventListener('click', (event) => {
  const seat = (event.target as Element).closest<HTMLButtonElement>(SEAT);
  if (!seat) return;
  event.preventDefault();
  if (picked) pick(seat);
  else if (event.shiftKey) {
    selection.extend(grid.querySelector<HTMLButtonElement>(`${SEAT}[tabindex="0"]`) ?? seat, seat);
  } else if (event.ctrlKey || event.metaKey) selection.toggle(seat);
  else {
    if (selection.of(seat).length === 1) selection.clear();
    rove(grid, seat);
    void seats.show(seat.value, event.detail === 0 || !matchMedia('(max-width: 720px)').matches);
  }
});

/** Letters of any keyboard, and keys that an input method takes for itself. */
function isTyping({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return (
    !ctrlKey && !metaKey && !altKey && (/^\p{L}$/u.test(key) || key === 'Process' || key === 'Unidentified')
  );
}

grid.addEventListener('keydown', (event) => {
  const seat = (event.target as Element).closest<HTMLButtonElement>(SEAT);
  if (!seat) return;
  // The letter itself goes into the field.
  if (isTyping(event)) return seats.type(seat.value);
  const command = event.altKey && !event.ctrlKey && !event.metaKey ? event.code : '';
  if (command === 'KeyG') act(seat.dataset.pinned === undefined ? 'pin' : 'unpin', seat);
  else if (command === 'KeyX') pick(seat);
  else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') markAll(seat);
  else if (event.ctrlKey || event.metaKey || event.altKey) return;
  else if (event.key === 'Delete' || event.key === 'Backspace') act('empty', seat);
  else if (event.key === 'Escape' && picked) pick(picked);
  else if (event.key === 'Escape') selection.clear();
  else if (!move(seat, event)) return;
  event.preventDefault();
});

function markAll(seat: HTMLButtonElement): void {
  const all = seatsIn(grid);
  const [first, last] = [all[0], all.at(-1)];
  selection.clear();
  for (const each of first && last ? all : [seat]) selection.toggle(each);
}

function move(seat: HTMLButtonElement, event: KeyboardEvent): boolean {
  const towards = seatTowards(seat, event.key);
  if (!towards) return false;
  if (event.shiftKey) selection.extend(seat, towards);
  else selection.clear();
  rove(grid, towards);
  towards.focus();
  return true;
}

page.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (!form.matches('[data-turn]')) return;
  event.preventDefault();
  const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;
  void send({ choice: button?.value ?? 'undo' });
});

page.addEventListener('click', (event) => {
  const target = event.target as Element;
  const fault = target.closest<HTMLElement>('[data-fault]');
  if (fault) showFault(fault);
  if (target.closest('[data-sort]')) sortLoads();
});

/** Outlines every seat of a finding; the link itself goes to the first. */
function showFault({ dataset }: HTMLElement): void {
  for (const seat of grid.querySelectorAll('.seat-related')) seat.classList.remove('seat-related');
  for (const name of dataset.fault?.split(' ') ?? []) {
    for (const seat of document.getElementById(name)?.querySelectorAll(SEAT) ?? []) {
      if (seat.matches('.seat-error, .seat-warning, .seat-uncovered')) seat.classList.add('seat-related');
    }
  }
}

/** Most burdened first; the next edit brings the order of names back. */
function sortLoads(): void {
  const points = (row: HTMLElement): number => Number(row.dataset.points);
  for (const body of page.querySelectorAll('.loads tbody')) {
    body.append(...[...body.querySelectorAll<HTMLElement>('tr')].sort((a, b) => points(b) - points(a)));
  }
}

document.addEventListener('keydown', (event) => {
  const typing = (event.target as Element).closest('input, textarea, select');
  const turning = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
  if (turning && !typing) {
    event.preventDefault();
    void send({ choice: event.shiftKey ? 'redo' : 'undo' });
  } else if (event.altKey && event.code === 'KeyN') {
    event.preventDefault();
    const seat = nextFault(document.activeElement, event.shiftKey ? -1 : 1);
    if (seat) rove(grid, seat);
    seat?.focus();
  } else if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  else if (event.key === '?') {
    page.querySelector('[data-keys]')?.toggleAttribute('open');
    page.querySelector<HTMLElement>('[data-keys] summary')?.focus();
  }
});

listenForFind(page, grid);
listenForClipboard({
  grid,
  selection,
  paste: (lines) => void send({ choice: 'paste', lines, seat: lines[0]?.split('\t')[0] ?? '' }),
});
listenForDrops(grid, swap);
refreshSeats();
