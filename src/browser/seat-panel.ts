/**
 * The open seat beside the grid: its candidates, and a name being typed. The field is there with the first letter, before
 * any answer: no letter is lost, and none is a command. Enter takes the person that the typed name means by then, never
 * someone of an older list; a name of several people is asked about.
 */

import { announce, fetchParts, forgetPart, type Parts, showParts } from './parts.ts';

export interface SeatPanelHost {
  readonly panel: HTMLElement;
  readonly candidatesPath: string;
  /** Said when several people, or nobody, are called as typed. */
  readonly unsure: string;
  onLost(): void;
  /** What was chosen for the seat, and who was seen there. */
  choose(seat: string, choice: string, seen: string): void;
  /** The open seat is another one, or none. */
  onOpen(seat: string | undefined): void;
  /** A name was typed and entered: the grid goes on. */
  leave(seat: string): void;
}

const FIELD = '#seat-query';
const LIST = '[data-choose]';

export class SeatPanel {
  readonly #host: SeatPanelHost;
  #open: string | undefined;
  #asked = 0;

  constructor(host: SeatPanelHost) {
    this.#host = host;
    this.#open = host.panel.querySelector<HTMLInputElement>('input[name="seat"]')?.value;
    host.panel.addEventListener('input', () => void this.#refresh());
    host.panel.addEventListener('submit', (event) => this.#submitted(event as SubmitEvent));
    host.panel.addEventListener('keydown', (event) => this.#key(event));
    host.panel.addEventListener('click', (event) => {
      if (!(event.target as Element).closest('[data-close]')) return;
      event.preventDefault();
      this.close();
    });
  }

  get open(): string | undefined {
    return this.#open;
  }

  async show(seat: string, focusSearch = true): Promise<void> {
    this.#open = seat;
    const found = await this.#ask(seat, '');
    if (!found) return;
    forgetPart('seat');
    showParts(found);
    this.#host.onOpen(seat);
    if (focusSearch) this.#field?.focus();
  }

  /** Puts an empty field in place at once: the key that was pressed is typed into it. */
  type(seat: string): void {
    const { panel } = this.#host;
    this.#open = seat;
    this.#asked++;
    forgetPart('seat');
    const section = document.createElement('section');
    section.className = 'panel-part seat-panel';
    const form = document.createElement('form');
    form.className = 'seat-search';
    form.dataset.search = '';
    const field = document.createElement('input');
    field.id = FIELD.slice(1);
    field.className = 'search-field';
    field.type = 'search';
    field.autocomplete = 'off';
    field.ariaLabel = panel.dataset.search ?? '';
    const list = document.createElement('form');
    list.dataset.choose = '';
    form.append(field);
    section.append(form, list);
    panel.replaceChildren(section);
    field.focus();
    this.#host.onOpen(seat);
  }

  close(): void {
    const seat = this.#open;
    this.#open = undefined;
    this.#asked++;
    forgetPart('seat');
    showParts({ parts: { seat: '' } });
    this.#host.onOpen(undefined);
    if (seat !== undefined) this.#host.leave(seat);
  }

  get #field(): HTMLInputElement | null {
    return this.#host.panel.querySelector<HTMLInputElement>(FIELD);
  }

  /** Undefined when another question has been asked meanwhile, or the answer is lost. */
  async #ask(seat: string, query: string): Promise<Parts | undefined> {
    const turn = ++this.#asked;
    try {
      const parts = await fetchParts<Parts>(
        `${this.#host.candidatesPath}?${new URLSearchParams({ seat, q: query })}`,
      );
      return turn === this.#asked ? parts : undefined;
    } catch {
      if (turn === this.#asked) this.#host.onLost();
      return undefined;
    }
  }

  /** While someone types, the field stays and only what is around it changes. */
  async #refresh(): Promise<void> {
    const seat = this.#open;
    if (seat === undefined) return;
    const found = await this.#ask(seat, this.#field?.value ?? '');
    if (found) this.#around(found);
  }

  #around({ parts }: Parts): void {
    const fresh = document.createElement('div');
    fresh.innerHTML = parts.seat ?? '';
    const { panel } = this.#host;
    const search = panel.querySelector('form[data-search]');
    forgetPart('seat');
    for (const part of ['.panel-head', '.seat-panel > .seat-about']) {
      const [before, now] = [panel.querySelector(part), fresh.querySelector(part)];
      if (before && now) before.replaceWith(now);
      else if (now) search?.before(now);
    }
    const list = fresh.querySelector(LIST);
    if (list) panel.querySelector(LIST)?.replaceWith(list);
  }

  #submitted(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    event.preventDefault();
    const button = event.submitter as HTMLButtonElement | null;
    if (form.matches(LIST)) {
      if (button && this.#open !== undefined) this.#host.choose(this.#open, button.value, seenIn(form));
    } else void this.#entered();
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') this.close();
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [...this.#host.panel.querySelectorAll<HTMLElement>(`${FIELD}, .candidate`)];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    stops[Math.max(0, Math.min(stops.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))]?.focus();
    event.preventDefault();
  }

  /** The name may be entered before the list for it has come: the grid goes on, and the name is looked up. */
  async #entered(): Promise<void> {
    const seat = this.#open;
    const query = this.#field?.value ?? '';
    if (seat === undefined) return;
    if (query.trim() === '') {
      this.#host.panel.querySelector<HTMLElement>('.candidate')?.focus();
      return;
    }
    const shown = this.#host.panel.querySelector<HTMLFormElement>(LIST);
    if (shown && shown.dataset.for === query) {
      this.#settle(seat, shown);
      return;
    }
    this.close();
    let found: Parts;
    try {
      found = await fetchParts<Parts>(
        `${this.#host.candidatesPath}?${new URLSearchParams({ seat, q: query })}`,
      );
    } catch {
      this.#host.onLost();
      return;
    }
    const fresh = document.createElement('div');
    fresh.innerHTML = found.parts.seat ?? '';
    const list = fresh.querySelector<HTMLFormElement>(LIST);
    if (list?.dataset.sure !== undefined) this.#settle(seat, list);
    else if (this.#open === undefined) {
      this.#open = seat;
      showParts(found);
      this.#host.onOpen(seat);
      this.#unsure();
    } else announce(`${query}: ${this.#host.unsure}`);
  }

  #settle(seat: string, list: HTMLFormElement): void {
    const first = list.querySelector<HTMLButtonElement>('.candidate');
    if (!first || list.dataset.sure === undefined) this.#unsure();
    else this.#host.choose(seat, first.value, seenIn(list));
  }

  #unsure(): void {
    announce(this.#host.unsure);
    const first = this.#host.panel.querySelector<HTMLElement>('.candidate');
    (first ?? this.#field)?.focus();
  }
}

function seenIn(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>('input[name="seen"]')?.value ?? '';
}
