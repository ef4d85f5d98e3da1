/** Addresses of a superior's pages over the units below, one line each. */

import type { Route } from '../kit/route.ts';
import { showBelowWall } from './below-wall.ts';
import { showHistory, showList } from './list-files.ts';
import {
  MOST_FORM_UPLOAD_BYTES,
  sendListForm,
  showFilledList,
  showListForm,
  showListFormSample,
} from './list-form.ts';
import { showBelowDuty } from './on-duty-page.ts';
import { showOverview } from './overview-page.ts';
import { sendRemind, showRemind } from './remind.ts';

const ORDER = '/units/:unit/orders/:order';
const FORM_UPLOAD = { action: 'order.edit', mostUploadBytes: MOST_FORM_UPLOAD_BYTES } as const;

export const OVERVIEW_ROUTES: readonly Route[] = [
  { method: 'get', path: `${ORDER}/overview`, show: showOverview, action: 'below.view', reads: 'people' },
  { method: 'get', path: '/units/:unit/on-duty', show: showBelowDuty, action: 'below.view', reads: 'people' },
  { method: 'get', path: '/wall/:token/below', show: showBelowWall, scope: 'anyone' },
  // Before the lists, which would take their endings.
  { method: 'get', path: `${ORDER}/list-form`, show: showListForm, action: 'below.view' },
  { method: 'post', path: `${ORDER}/list-form`, show: sendListForm, ...FORM_UPLOAD },
  { method: 'get', path: `${ORDER}/list-form-sample.docx`, show: showListFormSample, action: 'below.view' },
  { method: 'get', path: `${ORDER}/list-form-sample.xlsx`, show: showListFormSample, action: 'below.view' },
  {
    method: 'get',
    path: `${ORDER}/list-form/filled`,
    show: showFilledList,
    action: 'below.view',
    reads: 'people',
  },
  { method: 'get', path: `${ORDER}/list.:format`, show: showList, action: 'below.view', reads: 'people' },
  { method: 'get', path: `${ORDER}/answers.csv`, show: showHistory, action: 'below.view', reads: 'people' },
  { method: 'get', path: `${ORDER}/remind`, show: showRemind, action: 'order.edit' },
  { method: 'post', path: `${ORDER}/remind`, show: sendRemind, action: 'order.edit' },
];
