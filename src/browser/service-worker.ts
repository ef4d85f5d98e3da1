/**
 * Keeps someone's own pages on a device that was asked to, for when there is no network; shows what is pushed to it, and
 * says “đã nhận lịch” by one touch. Of pages nobody asked it to keep it keeps nothing.
 */

/** What a worker's global scope has beside a page's; TypeScript knows either the one or the other. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Pushed extends Lasting {
  readonly data: { json(): unknown } | null;
}
interface Touched extends Lasting {
  readonly action: string;
  readonly notification: Notification;
}
interface Asked extends Lasting {
  readonly data: { readonly keep: readonly string[] };
  readonly ports: readonly MessagePort[];
}
interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { openWindow(address: string): Promise<unknown>; claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'install' | 'activate', listen: (event: Lasting) => void): void;
  addEventListener(kind: 'fetch', listen: (event: Fetching) => void): void;
  addEventListener(kind: 'message', listen: (event: Asked) => void): void;
  addEventListener(kind: 'push', listen: (event: Pushed) => void): void;
  addEventListener(kind: 'notificationclick', listen: (event: Touched) => void): void;
}
const scope = self as unknown as WorkerScope;

/** As the server pushes it; `src/app/notices/compose-push.ts` has the same shape. */
interface PushText {
  readonly device: string;
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly receive?: {
    readonly path: string;
    readonly say: string;
    readonly done: string;
    readonly when: string;
  };
}

const KEPT_PAGES = 'own-pages';
const KEPT_ASSETS = 'own-assets';
const DEVICES = 'own-devices';
const PATIENCE_MS = 6_000;

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(pageFor(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(assetFor(request));
});

/** Fresh where there is a network; as kept, and saying so, where there is none. */
async function pageFor(request: Request): Promise<Response> {
  const kept = (await caches.has(KEPT_PAGES))
    ? await (await caches.open(KEPT_PAGES)).match(request)
    : undefined;
  if (!kept) return fetch(request);
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (fresh.status >= 500) return await asKept(kept);
    if (fresh.ok) await keepPage(request.url, fresh.clone());
    // The link was taken back or the session is over: what it showed is nobody's to look at any more.
    else await caches.delete(KEPT_PAGES);
    return fresh;
  } catch {
    return asKept(kept);
  }
}

async function asKept(kept: Response): Promise<Response> {
  const html = (await kept.text()).replace('data-kept hidden', 'data-kept');
  const headers = new Headers(kept.headers);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  return new Response(html, { headers });
}

async function assetFor(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: KEPT_ASSETS })) ?? fetch(request);
}

async function keepPage(address: string, response: Response): Promise<void> {
  const html = await response.clone().text();
  await (await caches.open(KEPT_PAGES)).put(address, response);
  const assets = await caches.open(KEPT_ASSETS);
  for (const name of assetsIn(html)) await keepAsset(assets, name);
}

function assetsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/\/assets\/[\w.-]+/g) ?? []);
}

/** With what it goes on to ask for: a script the scripts it imports, a style sheet its fonts. */
async function keepAsset(assets: Cache, name: string): Promise<void> {
  if (await assets.match(name)) return;
  const response = await fetch(name);
  if (!response.ok) return;
  await assets.put(name, response.clone());
  if (!/\.(?:js|css)$/.test(name)) return;
  for (const each of assetsIn(await response.text())) await keepAsset(assets, each);
}

scope.addEventListener('message', (event) => {
  const kept = Promise.all(event.data.keep.map((address) => keepAnew(address).catch(() => {})));
  event.waitUntil(kept.then(() => event.ports[0]?.postMessage('kept')));
});

async function keepAnew(address: string): Promise<void> {
  if (new URL(address, location.origin).origin !== location.origin) return;
  const response = await fetch(address, { credentials: 'same-origin' });
  if (response.ok && !response.redirected) await keepPage(address, response);
}

/** What is kept is as fresh as the last thing that was pushed. */
async function refresh(): Promise<void> {
  if (!(await caches.has(KEPT_PAGES))) return;
  const kept = await (await caches.open(KEPT_PAGES)).keys();
  await Promise.all(kept.map(({ url }) => keepAnew(url).catch(() => {})));
}

function deviceAddress(id: string): string {
  return `${location.origin}/device/${encodeURIComponent(id)}`;
}

scope.addEventListener('push', (event) => {
  const text = event.data?.json() as PushText;
  event.waitUntil(Promise.all([show(text), refresh()]));
});

async function show({ device, title, body, tag, receive }: PushText): Promise<void> {
  const page = await caches.match(deviceAddress(device), { cacheName: DEVICES });
  const options = {
    ...{ body, tag, icon: '/icon-192.png' },
    data: { page: (await page?.text()) ?? '/', receive },
    actions: receive ? [{ action: 'receive', title: receive.say }] : [],
  };
  await scope.registration.showNotification(title, options);
}

scope.addEventListener('notificationclick', (event) => {
  const { action, notification } = event;
  const { page, receive } = notification.data as { page: string } & Pick<PushText, 'receive'>;
  notification.close();
  event.waitUntil(
    action === 'receive' && receive
      ? sayReceived(notification, receive, page)
      : scope.clients.openWindow(page),
  );
});

/** Where it cannot be said, or something has changed since, the page is opened to look at. */
async function sayReceived(
  { title, tag }: Notification,
  { path, done, when }: NonNullable<PushText['receive']>,
  page: string,
): Promise<void> {
  const body = new URLSearchParams({ way: 'push' });
  const answer = await fetch(path, { method: 'POST', body }).catch(() => undefined);
  const said = answer?.ok && new URL(answer.url).searchParams.get('done') === when;
  if (!said) await scope.clients.openWindow(page);
  else await scope.registration.showNotification(title, { body: done, tag, icon: '/icon-192.png' });
}
