/** Addresses by which units answer orders: their own pages, and a private link without an account. */

import type { Route } from '../kit/route.ts';
import { makePeriod, saveDocument, sendRoster, showAsked, showSigned } from './asked-page.ts';
import { sendByLink, showAnswerLink } from './link-page.ts';

const ASKED = '/units/:unit/asked/:order';
const MOST_SIGNED_BYTES = 10_000_000;

export const ANSWER_ROUTES: readonly Route[] = [
  { method: 'get', path: ASKED, show: showAsked, action: 'order.view' },
  { method: 'post', path: `${ASKED}/period`, show: makePeriod, action: 'period.edit' },
  { method: 'post', path: `${ASKED}/send`, show: sendRoster, action: 'answer.send' },
  {
    method: 'post',
    path: `${ASKED}/document`,
    show: saveDocument,
    action: 'answer.send',
    mostUploadBytes: MOST_SIGNED_BYTES,
  },
  { method: 'get', path: `${ASKED}/signed/:answer`, show: showSigned, action: 'order.view' },
  { method: 'get', path: '/answer/:token', show: showAnswerLink, scope: 'anyone' },
  { method: 'post', path: '/answer/:token', show: sendByLink, scope: 'anyone' },
];
