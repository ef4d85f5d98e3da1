/** Addresses of “Ca trực”, for who signs in and behind a private link, one line each. */

import type { Route } from '../kit/route.ts';
import { byLink, type OwnShow, signedIn } from '../own/who.ts';
import { showHandover, signHandover } from './handover-page.ts';
import { takeShiftAlert } from './shift-news.ts';
import { showShift } from './shift-page.ts';
import { answerShiftCheck, closeShiftItem, showShiftCheck, writeShiftLine } from './write-shift.ts';

/** Three pictures, and what stands around them. */
const MOST_BYTES = 13 * 1024 * 1024;

const PAGES: readonly (readonly [Route['method'], string, OwnShow, { readonly mostUploadBytes?: number }])[] =
  [
    ['get', '/shift', showShift, {}],
    ['post', '/shift/entry', writeShiftLine, { mostUploadBytes: MOST_BYTES }],
    ['post', '/shift/close', closeShiftItem, {}],
    ['get', '/shift/check', showShiftCheck, {}],
    ['post', '/shift/check', answerShiftCheck, { mostUploadBytes: MOST_BYTES }],
    ['post', '/shift/alert', takeShiftAlert, {}],
    ['get', '/shift/handover', showHandover, {}],
    ['post', '/shift/handover', signHandover, {}],
  ];

export const SHIFT_ROUTES: readonly Route[] = PAGES.flatMap(([method, path, show, more]): Route[] => [
  { method, path: `/units/:unit/me${path}`, show: signedIn(show), action: 'swap.ask', own: true, ...more },
  { method, path: `/me/:token${path}`, show: byLink(show), scope: 'anyone', ...more },
]);
