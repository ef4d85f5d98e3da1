/** Addresses by which units answer orders: their own pages, and a private link without an account. */

import type { Route } from '../kit/route.ts';
import { makePeriod, saveDocument, sendRoster, showAsked, showSigned } from './asked-page.ts';
import {
  runLinkFile,
  runUnitFile,
  showLinkFile,
  showLinkSample,
  showUnitFile,
  showUnitSample,
} from './file-page.ts';
import { sendByLink, showAnswerLink } from './link-page.ts';
import { setUpward, showUpward, stopUpward } from './upward-page.ts';

const ASKED = '/units/:unit/asked/:order';
const UPWARD = '/units/:unit/upward';
const MOST_SIGNED_BYTES = 10_000_000;
/** A list of one unit, as it came and as the preview carries it along. */
const MOST_LIST_BYTES = 4_000_000;
const BY_LINK = '/answer/:token';

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
  { method: 'get', path: `${ASKED}/sample`, show: showUnitSample, action: 'answer.send' },
  { method: 'get', path: `${ASKED}/file`, show: showUnitFile, action: 'answer.send' },
  {
    method: 'post',
    path: `${ASKED}/file`,
    show: runUnitFile,
    action: 'answer.send',
    mostUploadBytes: MOST_LIST_BYTES,
  },
  { method: 'get', path: UPWARD, show: showUpward, action: 'machine.edit' },
  { method: 'post', path: UPWARD, show: setUpward, action: 'machine.edit' },
  { method: 'post', path: `${UPWARD}/end`, show: stopUpward, action: 'machine.edit' },
  { method: 'get', path: BY_LINK, show: showAnswerLink, scope: 'anyone' },
  { method: 'post', path: BY_LINK, show: sendByLink, scope: 'anyone' },
  { method: 'get', path: `${BY_LINK}/sample`, show: showLinkSample, scope: 'anyone' },
  { method: 'get', path: `${BY_LINK}/file`, show: showLinkFile, scope: 'anyone' },
  {
    method: 'post',
    path: `${BY_LINK}/file`,
    show: runLinkFile,
    scope: 'anyone',
    mostUploadBytes: MOST_LIST_BYTES,
  },
];
