/** The first page of a document beside its form, drawn anew by the server as the form changes. Nothing of it is kept there. */

/** After the last key: long enough to finish a word. */
const PAUSE_MS = 600;

/** What a change of a field shows by: the document that it is about, where it is about one. */
const ABOUT: Readonly<Record<string, string>> = {
  layout: 'official',
  alone: 'official',
  'one-page': 'official',
  fit: 'wall',
  'wall-phones': 'wall',
  day: 'crew',
  staff: 'slip',
  from: 'changes',
};

interface Preview {
  readonly form: HTMLFormElement;
  readonly path: string;
  readonly picture: HTMLImageElement;
  readonly note: HTMLElement;
  readonly kind: HTMLSelectElement;
}

let asked = new AbortController();

async function draw({ form, path, picture, note }: Preview): Promise<void> {
  asked.abort();
  asked = new AbortController();
  const { signal } = asked;
  picture.setAttribute('aria-busy', 'true');
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  try {
    const answer = await fetch(path, { method: 'POST', body, signal });
    const isText = answer.headers.get('content-type')?.startsWith('text/plain');
    if (answer.status === 422 && isText) note.textContent = await answer.text();
    else if (!answer.ok) throw new Error(String(answer.status));
    else {
      const drawn = await answer.blob();
      URL.revokeObjectURL(picture.src);
      picture.src = URL.createObjectURL(drawn);
      note.textContent = note.dataset.typed ?? '';
    }
  } catch {
    // One that was asked for later is on its way.
    if (signal.aborted) return;
    note.textContent = note.dataset.failed ?? '';
  }
  picture.removeAttribute('aria-busy');
}

function showWhatItIsAbout(field: EventTarget | null, kind: HTMLSelectElement): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return;
  const about = ABOUT[field.name] ?? field.closest<HTMLElement>('[data-about]')?.dataset.about;
  if (about !== undefined) kind.value = about;
}

export function previewAsTyped(): void {
  const card = document.querySelector<HTMLElement>('[data-preview]');
  const form = card?.closest('form');
  const picture = card?.querySelector('img');
  const note = card?.querySelector<HTMLElement>('[role=status]');
  const kind = card?.querySelector('select');
  if (!card || !form || !picture || !note || !kind) return;
  const preview = { form, path: card.dataset.preview ?? '', picture, note, kind };
  for (const hidden of card.querySelectorAll<HTMLElement>('[hidden]')) hidden.hidden = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', ({ target }) => {
    showWhatItIsAbout(target, kind);
    clearTimeout(waiting);
    waiting = setTimeout(() => void draw(preview), PAUSE_MS);
  });
}
