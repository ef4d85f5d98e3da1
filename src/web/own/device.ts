/** “Trên máy này”: a device keeps one's own pages for when there is no network, is told by push, and may install them. */

import { addPushDevice, countPushDevices, endPushDevices } from '../../app/notices/push-devices.ts';
import { translate } from '../../i18n/translate.ts';
import { AppError } from '../../kernel/app-error.ts';
import { ownStaffId, redirect } from '../kit/allowed.ts';
import type { WebDeps } from '../kit/deps.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import type { OwnPage } from '../paths/own.ts';
import type { Who } from './owner.ts';

/** What a device keeps; of who watches, the page to write on as well. */
const KEPT: readonly OwnPage[] = ['duty', 'team', 'notices'];

/** False where the page is another's: a manager's device is not theirs. */
export async function deviceCard(visit: Visit, { app, push }: WebDeps, who: Who) {
  if (!isTheirs(visit, who)) return false;
  const count = await countPushDevices(app, who.duty);
  const { path, watches } = who;
  return {
    told: count === 0 ? '' : visit.say('own.device.told', { count }),
    publicKey: push?.publicKey ?? '',
    addHref: path('push'),
    endHref: path('endPush'),
    noticesHref: path('notices'),
    pages: JSON.stringify([...KEPT, ...(watches ? (['shift'] as const) : [])].map((page) => path(page))),
  };
}

function isTheirs(visit: Visit, { byLink, duty }: Who): boolean {
  return byLink || !visit.visitor || ownStaffId(visit, duty.unitId) === duty.staffId;
}

/** Answers a script. */
export async function addDevice(visit: Visit, { app }: WebDeps, who: Who): Promise<Reply> {
  if (!isTheirs(visit, who)) throw new AppError('forbidden', 'error.access.forbidden');
  const { unitId, staffId } = who.duty;
  const field = (name: string): string => visit.form.get(name) ?? '';
  const id = await addPushDevice(app, {
    unitId,
    staffId,
    endpoint: field('endpoint'),
    p256dh: field('p256dh'),
    auth: field('auth'),
    ...(who.linkId === undefined ? {} : { linkId: who.linkId }),
    actor: who.actor,
  });
  return { kind: 'parts', parts: [], data: { id } };
}

export async function endDevices(visit: Visit, { app }: WebDeps, who: Who): Promise<Reply> {
  const { unitId, staffId } = who.duty;
  const id = visit.form.get('id');
  await endPushDevices(app, { unitId, staffId, actor: who.actor, ...(id === null ? {} : { id }) });
  return redirect(who.path('duty'));
}

/** Web App Manifest (W3C): opened from its icon, it shows one's own page without a browser round it. */
export async function showManifest({ language }: Visit, _deps: WebDeps, { path }: Who): Promise<Reply> {
  const icon = (size: number) => ({
    src: `/icon-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose: 'any maskable',
  });
  const manifest = {
    name: translate(language, 'word.product'),
    short_name: translate(language, 'word.product'),
    id: path('duty'),
    start_url: path('duty'),
    scope: '/',
    display: 'standalone',
    lang: language,
    background_color: '#faf7f0',
    theme_color: '#1e5a41',
    icons: [icon(192), icon(512)],
  };
  return {
    kind: 'bytes',
    status: 200,
    headers: { 'Content-Type': 'application/manifest+json', 'Cache-Control': 'private, no-cache' },
    body: JSON.stringify(manifest),
  };
}
