/** Sends edits of the draft, and puts what changed in place: seats that changed hands are shown for a moment. */

import { seatsIn } from './grid-keys.ts';
import { announce, fetchParts, type Parts, showParts } from './parts.ts';
import { showToast } from './toast.ts';

interface Edited extends Parts {
  readonly done: boolean;
  readonly words: string;
  readonly revision: number;
}

export interface Edit {
  readonly choice: string;
  readonly seat?: string;
  readonly seen?: string;
  /** Of several at once: `choice`, seat and who was seen, between tabs; of a paste the name instead of the choice. */
  readonly lines?: readonly string[];
}

export interface EditsHost {
  readonly page: HTMLElement;
  readonly grid: HTMLElement;
  /** Seats are other elements now. */
  onShown(): void;
}

const FRESH_MS = 2000;

/** Whether it was done; words for either are shown. */
export async function sendEdit(host: EditsHost, edit: Edit): Promise<boolean> {
  const { page, grid } = host;
  const { edit: path = '', lost = '', undo = '' } = page.dataset;
  const { choice, seat = '', seen = '', lines = [] } = edit;
  const token = page.querySelector<HTMLInputElement>('input[name="token"]')?.value ?? '';
  const body = new URLSearchParams({ choice, seat, seen, token, revision: page.dataset.revision ?? '' });
  for (const line of lines) body.append('line', line);
  let edited: Edited;
  try {
    edited = await fetchParts<Edited>(path, { method: 'POST', body });
  } catch {
    showToast({ words: lost, isError: true });
    return false;
  }
  const before = holders(grid);
  showParts(edited);
  page.dataset.revision = String(edited.revision);
  freshen(grid, before);
  host.onShown();
  announce(edited.words);
  if (edited.done && choice !== 'undo' && choice !== 'redo') {
    const onAction = (): void => void sendEdit(host, { choice: 'undo' });
    showToast({ words: edited.words, action: undo, onAction });
  } else if (!edited.done) showToast({ words: edited.words, isError: true });
  return edited.done;
}

/** Who sits where, by the name of the seat. */
function holders(grid: HTMLElement): Map<string, string> {
  return new Map(seatsIn(grid).map((seat) => [seat.value, seat.dataset.staff ?? '']));
}

function freshen(grid: HTMLElement, before: ReadonlyMap<string, string>): void {
  for (const seat of seatsIn(grid)) {
    if (before.get(seat.value) === (seat.dataset.staff ?? '')) continue;
    seat.classList.add('seat-fresh');
    setTimeout(() => seat.classList.remove('seat-fresh'), FRESH_MS);
  }
}
