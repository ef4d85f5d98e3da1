/**
 * “Trên máy này”: asks the browser to keep one's own pages and to be told by push, and says how it stands. The card stays
 * hidden where the browser can do neither.
 */

const card = document.querySelector<HTMLElement>('[data-device]');
/** As the service worker, which keeps them, names them. */
const KEPT_PAGES = 'own-pages';
const KEPT_ASSETS = 'own-assets';
const DEVICES = 'own-devices';
const DEVICE_KEY = 'push-device';

function isOn(button: HTMLButtonElement | null | undefined): boolean {
  return button?.getAttribute('aria-pressed') === 'true';
}

function set(button: HTMLButtonElement | null | undefined, on: boolean): void {
  if (!button) return;
  button.setAttribute('aria-pressed', String(on));
  button.textContent = (on ? button.dataset.on : button.dataset.off) ?? '';
}

async function worker(): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register('/service-worker.js');
  return navigator.serviceWorker.ready;
}

/** Pages and all that they are made of, kept by the worker, and kept fresh by it from then on. */
async function keepPages(pages: readonly string[]): Promise<void> {
  const { active } = await worker();
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise((resolve) => {
    port1.addEventListener('message', resolve, { once: true });
    port1.start();
  });
  active?.postMessage({ keep: pages }, [port2]);
  await answered;
}

async function keep(place: HTMLElement, button: HTMLButtonElement): Promise<void> {
  if (isOn(button)) await Promise.all([caches.delete(KEPT_PAGES), caches.delete(KEPT_ASSETS)]);
  else await keepPages(JSON.parse(place.dataset.pages ?? '[]') as string[]);
  set(button, await caches.has(KEPT_PAGES));
}

async function send(address: string, fields: Readonly<Record<string, string>>, form: HTMLFormElement) {
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const response = await fetch(address, { method: 'POST', body });
  if (!response.ok) throw new Error(String(response.status));
  return response;
}

async function subscribe(place: HTMLElement, form: HTMLFormElement): Promise<void> {
  const { pushManager } = await worker();
  const subscription = await pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: place.dataset.publicKey ?? '',
  });
  const { endpoint = '', keys = {} } = subscription.toJSON();
  const { p256dh = '', auth = '' } = keys;
  const response = await send(form.action, { endpoint, p256dh, auth }, form);
  const { id } = (await response.json()) as { id: string };
  localStorage.setItem(DEVICE_KEY, id);
  // By which the worker knows whose page to open.
  const devices = await caches.open(DEVICES);
  await devices.put(`/device/${id}`, new Response(place.dataset.notices ?? '/'));
}

async function unsubscribe(form: HTMLFormElement): Promise<void> {
  const { pushManager } = await worker();
  const id = localStorage.getItem(DEVICE_KEY) ?? '';
  localStorage.removeItem(DEVICE_KEY);
  await (await pushManager.getSubscription())?.unsubscribe();
  await send(form.dataset.end ?? '', { id }, form);
}

async function isTold(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration('/');
  const subscription = await registration?.pushManager?.getSubscription();
  return !!subscription && localStorage.getItem(DEVICE_KEY) !== null;
}

async function pushTo(place: HTMLElement, form: HTMLFormElement): Promise<void> {
  const button = form.querySelector('button');
  const words = form.querySelector<HTMLElement>('[data-push-text]');
  try {
    if (isOn(button)) await unsubscribe(form);
    // Asked for in the touch itself: browsers take no other question.
    else if ((await Notification.requestPermission()) === 'granted') await subscribe(place, form);
    else if (words) words.textContent = words.dataset.denied ?? '';
  } catch {
    if (words) words.textContent = words.dataset.failed ?? '';
  }
  set(button, await isTold());
}

async function show(place: HTMLElement): Promise<void> {
  const keeper = place.querySelector<HTMLButtonElement>('[data-keep]');
  const form = place.querySelector<HTMLFormElement>('[data-push]');
  set(keeper, await caches.has(KEPT_PAGES));
  keeper?.addEventListener('click', () => void keep(place, keeper));
  const button = form?.querySelector('button');
  if (form && button && 'PushManager' in window && 'Notification' in window) {
    set(button, await isTold());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void pushTo(place, form);
    });
  } else if (form && button) {
    // Phones of Apple: only for pages that are installed.
    button.hidden = true;
    const words = form.querySelector<HTMLElement>('[data-push-text]');
    if (words) words.textContent = words.dataset.install ?? '';
  }
  place.hidden = false;
}

if (card && 'serviceWorker' in navigator && 'caches' in window) void show(card);

export {};
