/**
 * Fields of days and hours: a button opens the calendar (or the hours) to choose from, and what is typed is said in full
 * under the field. Without script the field takes the same words, and the page says them once it is sent.
 */

import { fetchParts, type Parts } from './parts.ts';

interface Said extends Parts {
  readonly said: string;
  readonly fault: string;
  readonly shown: string;
  readonly use: string;
  readonly useLabel: string;
  readonly swapLabel: string;
}

interface Field {
  readonly input: HTMLInputElement;
  readonly kind: string;
}

export function helpWithDates(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-pick]')) {
    const input = button.closest('.field')?.querySelector<HTMLInputElement>('input[id]');
    if (!input) continue;
    const field = { input, kind: button.dataset.pick ?? 'day' };
    button.hidden = false;
    button.addEventListener('click', () => void open(field));
    input.addEventListener('change', () => void sayFrom(field));
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowDown' || !event.altKey) return;
      event.preventDefault();
      void open(field);
    });
  }
}

/** The other fields of days in the same row: the ends of one stretch, in their order. */
function rowOf({ input }: Field): HTMLInputElement[] {
  const buttons =
    input.closest('.field-row')?.querySelectorAll('button[data-pick]:not([data-pick="time"])') ?? [];
  const inputs = [...buttons].map((each) =>
    each.closest('.field')?.querySelector<HTMLInputElement>('input[id]'),
  );
  return inputs.filter((each): each is HTMLInputElement => each !== null && each !== undefined);
}

function queryOf(field: Field, more: Readonly<Record<string, string>>): string {
  return new URLSearchParams({ kind: field.kind, value: field.input.value, ...more }).toString();
}

/** The end of a stretch is judged anew when its start changes. */
async function sayFrom(field: Field): Promise<void> {
  const row = rowOf(field);
  const after = row.slice(row.indexOf(field.input) + 1).filter((each) => each.value !== '');
  await say(field);
  if (row.length > 1) for (const input of after) await say({ input, kind: field.kind });
}

async function say(field: Field): Promise<void> {
  const place = field.input.closest('.field')?.querySelector<HTMLElement>('output');
  if (!place) return;
  const row = rowOf(field);
  const before = row[row.indexOf(field.input) - 1];
  const typed = field.input.value;
  try {
    const told = await fetchParts<Said>(`/dates/said?${queryOf(field, { after: before?.value ?? '' })}`);
    if (field.input.value !== typed) return;
    if (told.shown !== '') field.input.value = told.shown;
    place.textContent = told.fault || told.said;
    place.classList.toggle('field-fault', told.fault !== '');
    if (told.use !== '')
      place.append(
        ' ',
        actButton(told.useLabel, () => put(field.input, told.use)),
      );
    if (told.swapLabel !== '' && before)
      place.append(
        ' ',
        actButton(told.swapLabel, () => swap(before, field.input)),
      );
  } catch {
    // Nothing is said; the form itself still judges what was typed.
    place.textContent = '';
  }
}

function actButton(words: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words;
  button.addEventListener('click', act);
  return button;
}

function put(input: HTMLInputElement, value: string): void {
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

function swap(a: HTMLInputElement, b: HTMLInputElement): void {
  const [first, second] = [a.value, b.value];
  b.value = first;
  put(a, second);
}

async function open(field: Field): Promise<void> {
  const dialog = document.createElement('dialog');
  dialog.className = 'date-dialog';
  dialog.setAttribute('aria-label', labelOf(field));
  document.body.append(dialog);
  dialog.addEventListener('close', () => {
    dialog.remove();
    field.input.focus();
  });
  dialog.addEventListener('click', (event) => choose(field, dialog, event));
  dialog.addEventListener('keydown', (event) => move(field, dialog, event));
  try {
    await fill(field, dialog, '');
  } catch {
    dialog.remove();
    return;
  }
  dialog.showModal();
  place(dialog, field.input);
  focusDay(dialog);
}

function labelOf({ input }: Field): string {
  return input.labels?.[0]?.textContent ?? '';
}

async function fill(field: Field, dialog: HTMLDialogElement, month: string): Promise<void> {
  const other = rowOf(field).find((each) => each !== field.input)?.value ?? '';
  const { parts } = await fetchParts(`/dates/picker?${queryOf(field, { other, month })}`);
  dialog.innerHTML = parts.picker ?? '';
}

/** Under its field, above it, or beside it where neither fits; a phone has it at its lower edge, by the style sheet. */
function place(dialog: HTMLDialogElement, input: HTMLInputElement): void {
  const { left, right, top, bottom } = input.getBoundingClientRect();
  const { offsetHeight: height, offsetWidth: width } = dialog;
  const gap = 6;
  const below = bottom + gap + height <= window.innerHeight;
  const above = top - gap - height >= 0;
  const at = below ? bottom + gap : above ? top - gap - height : (window.innerHeight - height) / 2;
  const from = below || above || right + gap + width > window.innerWidth ? left : right + gap;
  dialog.style.setProperty('--date-top', `${Math.max(8, at)}px`);
  dialog.style.setProperty('--date-left', `${Math.max(8, Math.min(from, window.innerWidth - width - 8))}px`);
}

function choose(field: Field, dialog: HTMLDialogElement, event: MouseEvent): void {
  if (event.target === dialog) {
    dialog.close();
    return;
  }
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  if (!button) return;
  const { day, month, hour, minute, done } = button.dataset;
  if (month) void turnTo(field, dialog, month);
  if (day !== undefined) chooseDay(field, dialog, day);
  if (hour !== undefined) chooseTime(field, dialog, { hour });
  if (minute !== undefined) chooseTime(field, dialog, { minute });
  if (done !== undefined) dialog.close();
}

function chooseDay(field: Field, dialog: HTMLDialogElement, day: string): void {
  if (field.kind === 'day') {
    put(field.input, day);
    dialog.close();
    return;
  }
  put(field.input, `${timeOf(field.input.value) ?? '00:00'} ${day}`);
  void fill(field, dialog, '').then(() => focusDay(dialog));
}

function chooseTime(field: Field, dialog: HTMLDialogElement, part: { hour?: string; minute?: string }): void {
  const [hour = '00', minute = '00'] = (timeOf(field.input.value) ?? '')
    .split(':')
    .filter((each) => each !== '');
  const time = `${part.hour ?? hour}:${part.minute ?? minute}`;
  const day = /\d\d\/\d\d\/\d{4}/.exec(field.input.value)?.[0] ?? '';
  put(field.input, `${time} ${day}`.trim());
  const name = part.hour === undefined ? 'minute' : 'hour';
  for (const each of dialog.querySelectorAll<HTMLElement>(`[data-${name}]`)) {
    each.setAttribute('aria-pressed', String(each.dataset[name] === part[name]));
  }
}

function timeOf(value: string): string | undefined {
  return /\b\d\d:\d\d\b/.exec(value)?.[0];
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Arrows go by day, PageUp and PageDown by month, Home and End to the ends of the week; Enter is the button's own. */
function move(field: Field, dialog: HTMLDialogElement, event: KeyboardEvent): void {
  const days = daysOf(dialog);
  const at = days.findIndex((each) => each.matches(':focus'));
  const next = at < 0 ? undefined : nextOf(event.key, at);
  if (next === undefined) return;
  event.preventDefault();
  const wanted = days[next];
  if (wanted) focusOn(days, wanted);
  else void turnTo(field, dialog, turnOf(dialog, next));
}

/** Place of the day a key goes to; before the first or after the last one it turns the page. */
function nextOf(key: string, at: number): number | undefined {
  if (key === 'PageUp') return -1;
  if (key === 'PageDown') return Number.POSITIVE_INFINITY;
  if (key === 'Home') return at - (at % 7);
  if (key === 'End') return at - (at % 7) + 6;
  const step = STEPS[key];
  return step === undefined ? undefined : at + step;
}

function turnOf(dialog: HTMLDialogElement, next: number): string {
  return dialog.querySelectorAll<HTMLButtonElement>('.date-turn')[next < 0 ? 0 : 1]?.dataset.month ?? '';
}

async function turnTo(field: Field, dialog: HTMLDialogElement, month: string): Promise<void> {
  if (month === '') return;
  await fill(field, dialog, month);
  focusDay(dialog);
}

function daysOf(dialog: HTMLDialogElement): HTMLButtonElement[] {
  return [...dialog.querySelectorAll<HTMLButtonElement>('.date-grid [data-day]')];
}

/** The day chosen, else today, else the first of the month: the one day the Tab key stops at. */
function focusDay(dialog: HTMLDialogElement): void {
  const days = daysOf(dialog);
  const wanted =
    days.find((each) => each.getAttribute('aria-pressed') === 'true') ??
    days.find((each) => each.hasAttribute('aria-current')) ??
    days.find((each) => !each.closest('.date-outside'));
  if (wanted) focusOn(days, wanted);
  else dialog.querySelector<HTMLButtonElement>('[aria-pressed="true"]')?.focus();
}

function focusOn(days: readonly HTMLButtonElement[], wanted: HTMLButtonElement): void {
  for (const each of days) each.tabIndex = each === wanted ? 0 : -1;
  wanted.focus();
}
