/** Addresses of what people are told and whether it reached them, one line each. */

import type { Route } from '../kit/route.ts';
import { endHook, retryOutbox, saveHook, saveWays, showOutbox, testMail } from './outbox-page.ts';
import { showReceipt, takeReceipt } from './receipt-page.ts';
import { remindMissing, showSeen, writeTold } from './seen-page.ts';

const OUTBOX = '/units/:unit/notices';

export const NOTICE_ROUTES: readonly Route[] = [
  { method: 'get', path: '/periods/:period/seen', show: showSeen, action: 'draft.view' },
  { method: 'post', path: '/periods/:period/seen/remind', show: remindMissing, action: 'notice.edit' },
  { method: 'post', path: '/periods/:period/seen/told', show: writeTold, action: 'notice.edit' },
  { method: 'get', path: OUTBOX, show: showOutbox, action: 'notice.edit' },
  { method: 'post', path: `${OUTBOX}/retry`, show: retryOutbox, action: 'notice.edit' },
  { method: 'post', path: `${OUTBOX}/ways`, show: saveWays, action: 'notice.edit' },
  { method: 'post', path: `${OUTBOX}/hook`, show: saveHook, action: 'notice.edit' },
  { method: 'post', path: `${OUTBOX}/hook/end`, show: endHook, action: 'notice.edit' },
  { method: 'post', path: `${OUTBOX}/test`, show: testMail, action: 'notice.edit' },
  { method: 'get', path: '/received/:token', show: showReceipt, scope: 'anyone' },
  { method: 'post', path: '/received/:token', show: takeReceipt, scope: 'anyone' },
];
