/**
 * Signs through the program on this very machine (VGCA Sign Service): asks the server for a ticket, tells the program where to
 * fetch the file and where to send it, and says plainly when no program is there.
 */

interface Ticket {
  readonly call: string;
  readonly path: string;
  readonly number: string;
  readonly date: string;
}

const OPENING_MS = 5_000;

/** Undefined when nothing answers. */
function open(address: string): Promise<WebSocket | undefined> {
  return new Promise((resolve) => {
    const socket = new WebSocket(address);
    const stop = (): void => {
      socket.close();
      resolve(undefined);
    };
    const late = setTimeout(stop, OPENING_MS);
    socket.addEventListener('error', () => {
      clearTimeout(late);
      resolve(undefined);
    });
    socket.addEventListener('open', () => {
      clearTimeout(late);
      resolve(socket);
    });
  });
}

/** What the program answers; undefined when it goes away without a word. */
function answerOf(socket: WebSocket, question: object): Promise<string | undefined> {
  return new Promise((resolve) => {
    socket.addEventListener('message', ({ data }) => {
      resolve(String(data));
      socket.close();
    });
    socket.addEventListener('close', () => resolve(undefined));
    socket.send(JSON.stringify(question));
  });
}

/** Undefined when it signed; else what it says, which may be nothing. */
function refusalIn(answer: string | undefined): string | undefined {
  try {
    const { Status, Message } = JSON.parse(answer ?? '') as { Status?: unknown; Message?: unknown };
    if (Status === 0 || Status === true) return undefined;
    return typeof Message === 'string' ? Message : '';
  } catch {
    return '';
  }
}

async function sign(form: HTMLFormElement, said: HTMLElement): Promise<void> {
  const { waiting = '', absent = '', failed = '' } = said.dataset;
  const fail = (words: string): void => {
    said.textContent = failed.replace('{said}', () => (words === '' ? '' : words)).replace(/\s+/g, ' ');
  };
  said.textContent = waiting;
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  const asked = await fetch(form.action, { method: 'POST', body });
  if (!asked.ok) {
    fail('');
    return;
  }
  const { call, path, number, date } = (await asked.json()) as Ticket;
  const socket = await open(`${form.dataset.signing ?? ''}/${call}`);
  if (!socket) {
    said.textContent = absent;
    return;
  }
  const file = new URL(path, location.href).href;
  const answer = await answerOf(socket, {
    FileUploadHandler: file,
    SessionId: '',
    FileName: file,
    DocNumber: number,
    IssuedDate: date,
  });
  const refusal = refusalIn(answer);
  if (refusal !== undefined) {
    fail(refusal);
    return;
  }
  location.hash = 'signing';
  location.reload();
}

export function signOnThisMachine(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-signing]')) {
    const said = form.querySelector<HTMLElement>('[role=status]');
    const button = form.querySelector('button');
    if (!said || !button) continue;
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      button.disabled = true;
      void sign(form, said)
        .catch(() => {
          said.textContent = said.dataset.absent ?? '';
        })
        .finally(() => {
          button.disabled = false;
        });
    });
  }
}
