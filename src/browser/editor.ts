/**
 * Makes the editor quick: seats open beside the grid without a new page, edits are sent and only what changed is put in
 * place, keys and dragging work. Every rule stays on the server; without this script the same forms do the same.
 */

import { nextFault, rove, SEAT, seatTowards } from './grid-keys.ts';
import { announce, fetchParts, forgetPart, type Parts, showParts } from './parts.ts';
import { listenForDrops, makeDraggable } from './seat-drag.ts';
import { showToast } from './toast.ts';

interface Edited extends Parts {
  readonly done: boolean;
  readonly words: string;
  readonly revision: number;
}

const page = document.querySelector<HTMLElement>('[data-editor]') ?? document.body;
const grid = page.querySelector<HTMLElement>('.grid-well') ?? page;
const panel = page.querySelector<HTMLElement>('[data-part="seat"]') ?? page;
const { edit: editPath = '', candidates: candidatesPath = '', lost = '', undo: undoWord = '' } = page.dataset;
const pickWords = page.dataset.pick ?? '';
let open: string | undefined;
let picked: HTMLButtonElement | undefined;
let asked = 0;

function seatNamed(ref: string | undefined): HTMLButtonElement | undefined {
  if (ref === undefined) return undefined;
  return grid.querySelector<HTMLButtonElement>(`${SEAT}[value="${CSS.escape(ref)}"]`) ?? undefined;
}

async function showSeat(ref: string, query = '', focusSearch = true): Promise<void> {
  open = ref;
  const turn = ++asked;
  const search = new URLSearchParams({ seat: ref, q: query });
  try {
    const parts = await fetchParts<Parts>(`${candidatesPath}?${search}`);
    // A later question has been asked meanwhile: this answer is old.
    if (turn !== asked) return;
    const list = panel.querySelector('.candidates');
    if (query !== '' && list) replaceList(parts);
    else showParts(parts);
  } catch {
    showToast({ words: lost, isError: true });
    return;
  }
  markOpen();
  const field = panel.querySelector<HTMLInputElement>('#seat-query');
  if (focusSearch) field?.focus();
}

/** While someone types, the field stays and only the list beneath it changes. */
function replaceList({ parts }: Parts): void {
  forgetPart('seat');
  const fresh = document.createElement('div');
  fresh.innerHTML = parts.seat ?? '';
  const form = fresh.querySelector('[data-choose]');
  if (form) panel.querySelector('[data-choose]')?.replaceWith(form);
}

function closeSeat(): void {
  const seat = seatNamed(open);
  open = undefined;
  asked++;
  showParts({ parts: { seat: '' } });
  markOpen();
  seat?.focus();
}

function markOpen(): void {
  for (const seat of grid.querySelectorAll('.seat-open')) seat.classList.remove('seat-open');
  seatNamed(open)?.classList.add('seat-open');
}

interface Edit {
  readonly choice: string;
  readonly seat?: string;
  readonly seen?: string;
}

async function send({ choice, seat = '', seen = '' }: Edit): Promise<boolean> {
  const token = page.querySelector<HTMLInputElement>('input[name="token"]')?.value ?? '';
  const body = new URLSearchParams({ choice, seat, seen, token, revision: page.dataset.revision ?? '' });
  const focused = document.activeElement?.closest<HTMLButtonElement>(SEAT)?.value ?? seat;
  let edited: Edited;
  try {
    edited = await fetchParts<Edited>(editPath, { method: 'POST', body });
  } catch {
    showToast({ words: lost, isError: true });
    return false;
  }
  const before = holders();
  showParts(edited);
  page.dataset.revision = String(edited.revision);
  freshen(before);
  refreshSeats(focused);
  announce(edited.words);
  if (edited.done && choice !== 'undo' && choice !== 'redo') {
    showToast({ words: edited.words, action: undoWord, onAction: () => void send({ choice: 'undo' }) });
  } else if (!edited.done) showToast({ words: edited.words, isError: true });
  return edited.done;
}

/** Who sits where, by the name of the seat. */
function holders(): Map<string, string> {
  return new Map(
    [...grid.querySelectorAll<HTMLButtonElement>(SEAT)].map((seat) => [seat.value, seat.dataset.staff ?? '']),
  );
}

/** Shows for a moment which seats have changed hands. */
function freshen(before: ReadonlyMap<string, string>): void {
  for (const [ref, staff] of holders()) {
    if (before.get(ref) === staff) continue;
    const seat = seatNamed(ref);
    seat?.classList.add('seat-fresh');
    setTimeout(() => seat?.classList.remove('seat-fresh'), 2000);
  }
}

function refreshSeats(focusOn?: string): void {
  makeDraggable(grid);
  const seat = seatNamed(focusOn);
  rove(grid, seat);
  markOpen();
  if (open === undefined) seat?.focus();
  const sort = page.querySelector<HTMLButtonElement>('[data-sort]');
  if (sort) sort.hidden = false;
}

async function choose(choice: string): Promise<void> {
  const seat = open;
  const seen = panel.querySelector<HTMLInputElement>('input[name="seen"]')?.value ?? '';
  if (seat === undefined) return;
  if (await send({ choice, seat, seen })) {
    if (choice === 'pin' || choice === 'unpin') await showSeat(seat, '', false);
    else closeSeat();
  } else await showSeat(seat, '', false);
}

function swap(from: HTMLButtonElement, to: HTMLButtonElement): void {
  void send({
    choice: `swap ${to.value} ${to.dataset.staff ?? ''}`.trim(),
    seat: from.value,
    seen: from.dataset.staff ?? '',
  });
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
  else void showSeat(seat.value, '', event.detail === 0 || !matchMedia('(max-width: 720px)').matches);
});

grid.addEventListener('keydown', (event) => {
  const seat = (event.target as Element).closest<HTMLButtonElement>(SEAT);
  if (!seat || event.ctrlKey || event.metaKey || event.altKey) return;
  const towards = seatTowards(seat, event.key);
  const own = { seat: seat.value, seen: seat.dataset.staff ?? '' };
  if (towards) {
    rove(grid, towards);
    towards.focus();
  } else if (event.key === 'Delete' || event.key === 'Backspace') void send({ choice: 'empty', ...own });
  else if (event.key === 'g' || event.key === 'G') {
    void send({ choice: seat.dataset.pinned === undefined ? 'pin' : 'unpin', ...own });
  } else if (event.key === 'x' || event.key === 'X') pick(seat);
  else if (event.key === 'Escape' && picked) pick(picked);
  else if (/^\p{L}$/u.test(event.key) && !'nN'.includes(event.key)) void openTyping(seat.value, event.key);
  else return;
  event.preventDefault();
});

async function openTyping(ref: string, letter: string): Promise<void> {
  await showSeat(ref);
  const field = panel.querySelector<HTMLInputElement>('#seat-query');
  if (!field) return;
  field.value = letter;
  await showSeat(ref, letter, false);
}

panel.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  event.preventDefault();
  const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;
  if (form.matches('[data-choose]') && button) void choose(button.value);
  else panel.querySelector<HTMLButtonElement>('.candidate')?.click();
});

panel.addEventListener('input', (event) => {
  const field = event.target as HTMLInputElement;
  if (open !== undefined) void showSeat(open, field.value, false);
});

panel.addEventListener('click', (event) => {
  if (!(event.target as Element).closest('[data-close]')) return;
  event.preventDefault();
  closeSeat();
});

panel.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closeSeat();
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [...panel.querySelectorAll<HTMLElement>('#seat-query, .candidate')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops[Math.max(0, Math.min(stops.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus();
  event.preventDefault();
});

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
  } else if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  else if (event.key === 'n' || event.key === 'N') {
    const seat = nextFault(document.activeElement, event.shiftKey ? -1 : 1);
    if (seat) rove(grid, seat);
    seat?.focus();
  } else if (event.key === '?') {
    page.querySelector('[data-keys]')?.toggleAttribute('open');
    page.querySelector<HTMLElement>('[data-keys] summary')?.focus();
  } else if (event.key === '/') {
    event.preventDefault();
    const seat = seatNamed(open) ?? grid.querySelector<HTMLButtonElement>(`${SEAT}[tabindex="0"]`);
    if (seat) void showSeat(seat.value);
  }
});

listenForDrops(grid, swap);
open = panel.querySelector<HTMLInputElement>('input[name="seat"]')?.value;
refreshSeats();
