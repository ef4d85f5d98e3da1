/**
 * “Ca trực” with one thumb and without network: what is touched or typed is kept on the device first and sent from there; an
 * answer waits eight seconds in which it can be taken back. Without script every form sends itself.
 */

import './countdown.ts';
import './device.ts';
import { dropLine, type KeptLine, keepLine, keptLines, sendLine } from './kept-lines.ts';
import { showToast } from './toast.ts';

const page = document.querySelector<HTMLElement>('[data-shift]');
const strip = document.querySelector<HTMLElement>('[data-offline]');
const list = document.querySelector<HTMLElement>('[data-queue]');
const words = strip?.dataset ?? {};
/** Of whose page this is: `/units/x/me`, `/me/secret`. */
const owner = location.pathname.replace(/\/shift.*$/, '');
const UNDO_MS = 8_000;
const AGAIN_MS = 10_000;
const MOST_PICTURE_SIDE = 1600;
let offlineSince = 0;
let sending = false;

function clockOf(ms: number): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(ms);
}

async function show(): Promise<void> {
  const waiting = await keptLines(owner);
  if (!strip || !list) return;
  const offline = offlineSince > 0 || !navigator.onLine;
  strip.hidden = waiting.length === 0 && !offline;
  const since = offline ? `${words.since ?? ''} ${clockOf(offlineSince || Date.now())}. ` : '';
  const count = (offline ? words.waiting : words.sending)?.replace('%', String(waiting.length)) ?? '';
  const text = strip.querySelector('span');
  if (text) text.textContent = since + (waiting.length > 0 ? count : '');
  list.hidden = waiting.length === 0;
  list.replaceChildren(
    ...waiting.map((line) => {
      const item = document.createElement('li');
      item.textContent = `${clockOf(line.written)} ${line.words}`;
      return item;
    }),
  );
}

/** One after the other: what was written first arrives first. False where the server refused one, or is not there. */
async function sendAll(): Promise<boolean> {
  if (sending) return false;
  sending = true;
  let sent = 0;
  let all = true;
  try {
    for (const line of await keptLines(owner)) {
      const result = await sendLine(line);
      if (result.state === 'waiting') {
        offlineSince ||= Date.now();
        all = false;
        break;
      }
      offlineSince = 0;
      await dropLine(line.number);
      sent++;
      if (result.state === 'refused') {
        all = false;
        showToast({ words: `${words.refused ?? ''} ${line.words}. ${result.why}`, isError: true });
      }
    }
  } finally {
    sending = false;
  }
  await show();
  if (sent > 0) await refresh();
  return all;
}

/** What stands above the box, as the server has it by now. */
async function refresh(): Promise<void> {
  const place = document.querySelector('[data-fresh-page]');
  if (!place) return;
  const response = await fetch(location.href, { cache: 'no-store' }).catch(() => undefined);
  if (!response?.ok || response.redirected) return;
  const fresh = new DOMParser()
    .parseFromString(await response.text(), 'text/html')
    .querySelector('[data-fresh-page]');
  if (fresh) place.innerHTML = fresh.innerHTML;
}

async function lineOf(form: HTMLFormElement, submitter: HTMLElement | null): Promise<KeptLine> {
  const data = new FormData(form, submitter);
  const fields: [string, string][] = [];
  const pictures: [string, Blob][] = [];
  for (const [name, value] of data) {
    if (typeof value === 'string') fields.push([name, value]);
    else if (value.size > 0) pictures.push([name, await smaller(value)]);
  }
  const said = [form.dataset.held, data.get('figure'), data.get('words')].filter(
    (each) => typeof each === 'string' && each !== '',
  );
  return { address: form.action, owner, fields, pictures, written: Date.now(), words: said.join(' ') };
}

/** Drawn anew on the device: it travels on a bad line, and takes nothing along of where it was taken. */
async function smaller(picture: Blob): Promise<Blob> {
  try {
    const bitmap = await createImageBitmap(picture);
    const scale = Math.min(1, MOST_PICTURE_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8));
    return drawn ?? picture;
  } catch {
    return picture;
  }
}

function submitted(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  if (!form.matches('[data-kept-form]')) return;
  // It leads on to a page of the server's; without network it is kept like any other.
  if (navigator.onLine && new FormData(form).get('open') === 'incident') return;
  event.preventDefault();
  void (form.dataset.held === undefined ? keep(form, event.submitter) : hold(form, event.submitter));
}

/** Of this line alone. A page the device keeps may be opened twice: the key it came with would be another line's. */
function newKey(form: HTMLFormElement): void {
  const key = form.querySelector<HTMLInputElement>('[name="key"]');
  if (key) key.value = `page:${crypto.randomUUID()}`;
}

async function keep(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  await keepLine(await lineOf(form, submitter));
  if (form.dataset.newKey !== undefined) {
    form.reset();
    newKey(form);
  }
  await show();
  const sent = await sendAll();
  if (sent && form.dataset.then !== undefined) location.href = form.dataset.then;
}

/** Folded at once; written when the eight seconds are over. */
async function hold(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const line = await lineOf(form, submitter);
  const row = form.closest<HTMLElement>('[data-check]');
  if (row) row.hidden = true;
  let undone = false;
  const write = async (): Promise<void> => {
    if (undone) return;
    undone = true;
    removeEventListener('pagehide', now);
    await keepLine(line);
    await show();
    await sendAll();
  };
  // Whoever leaves the page has seen what they touched.
  const now = (): void => void write();
  addEventListener('pagehide', now);
  setTimeout(now, UNDO_MS);
  showToast({
    words: `${words.heldWords ?? ''} ${line.words}`,
    action: words.undo ?? '',
    onAction: () => {
      if (undone) return;
      undone = true;
      removeEventListener('pagehide', now);
      if (row) row.hidden = false;
    },
  });
}

/** The page that asks more is the server's: without network the touch alone is the answer, words can follow as a line. */
function failed(event: MouseEvent): void {
  const link = (event.target as HTMLElement).closest('a[data-fail]');
  const form = link?.closest('form');
  if (!form || navigator.onLine) return;
  event.preventDefault();
  const answer = Object.assign(document.createElement('button'), {
    name: 'answer',
    value: 'fail',
    hidden: true,
  });
  form.append(answer);
  form.requestSubmit(answer);
  answer.remove();
}

/** The button says what the figure comes to. */
function weigh(input: HTMLInputElement): void {
  const button = input.form?.querySelector<HTMLElement>('[data-figure-button]');
  const text = button?.querySelector('span');
  const figure = Number(input.value.replace(',', '.'));
  if (!button || !text || input.value === '' || Number.isNaN(figure)) return;
  const { least = '', most = '' } = input.dataset;
  const fits = (least === '' || figure >= Number(least)) && (most === '' || figure <= Number(most));
  text.textContent = (fits ? button.dataset.pass : button.dataset.fail) ?? '';
}

/** The input itself is not seen: its label says what was chosen. */
function nameChosen(input: HTMLInputElement): void {
  const chosen = input.files?.[0];
  const label = input.closest('label');
  label?.classList.toggle('button-main', chosen !== undefined);
  const text = label?.querySelector('span:not(.hidden-words)');
  if (text && chosen) text.textContent = chosen.name;
}

/** 1, 2, 3 answer the first check due. */
function touched(event: KeyboardEvent): void {
  if ((event.target as HTMLElement).closest('input, textarea, select')) return;
  const answers = document.querySelectorAll<HTMLElement>('[data-check]:not([hidden]) .button');
  const number = Number(event.key);
  if (number >= 1 && number <= 3) answers[number - 1]?.click();
}

if (page && 'indexedDB' in window) {
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-new-key]')) newKey(form);
  document.addEventListener('submit', submitted);
  document.addEventListener('input', (event) => {
    const input = event.target as HTMLInputElement;
    if (input.matches('[data-figure]')) weigh(input);
    if (input.matches('[data-pictures]')) nameChosen(input);
  });
  document.addEventListener('click', failed);
  document.addEventListener('keydown', touched);
  addEventListener('online', () => void sendAll());
  addEventListener('offline', () => {
    offlineSince ||= Date.now();
    void show();
  });
  setInterval(() => void keptLines(owner).then((lines) => lines.length > 0 && sendAll()), AGAIN_MS);
  void show().then(() => sendAll());
}
