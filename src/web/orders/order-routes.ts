/** Addresses of the unit tree and of a superior's orders, one line each. */

import type { Route } from '../kit/route.ts';
import { changeAttached, showAskedAttached, showLinkAttached, showOwnAttached } from './attached-page.ts';
import { printSlips } from './link-slips.ts';
import { endLink, makeLinks, savePhoneDays, showLinks, showOrders } from './order-list.ts';
import { dropDraft, endOrder, runOrder, showNewOrder, showOrder } from './order-pages.ts';
import { makeAnswerToken, moveInTree, runTreeImport, showTree } from './tree-page.ts';

const TREE = '/units/:unit/tree';
const ORDERS = '/units/:unit/orders';
const ORDER = `${ORDERS}/:order`;
/** A little more than a file may have: what is over is told, not cut off. */
const MOST_ATTACHED_UPLOAD = 8 * 1024 * 1024;
const MOST_TABLE_BYTES = 5 * 1024 * 1024;

export const ORDER_ROUTES: readonly Route[] = [
  { method: 'get', path: TREE, show: showTree, action: 'below.view', reads: 'people' },
  {
    method: 'post',
    path: `${TREE}/look`,
    show: runTreeImport,
    action: 'tree.edit',
    mostUploadBytes: MOST_TABLE_BYTES,
  },
  { method: 'post', path: `${TREE}/move`, show: moveInTree, action: 'tree.edit' },
  { method: 'post', path: `${TREE}/token`, show: makeAnswerToken, action: 'tree.edit' },
  { method: 'get', path: ORDERS, show: showOrders, action: 'below.view' },
  { method: 'post', path: `${ORDERS}/phones`, show: savePhoneDays, action: 'tree.edit' },
  { method: 'get', path: `${ORDERS}/new`, show: showNewOrder, action: 'order.edit' },
  { method: 'post', path: `${ORDERS}/new`, show: runOrder, action: 'order.edit' },
  { method: 'get', path: `${ORDER}/edit`, show: showOrder, action: 'order.edit' },
  { method: 'post', path: `${ORDER}/edit`, show: runOrder, action: 'order.edit' },
  { method: 'post', path: `${ORDER}/lift`, show: endOrder, action: 'order.edit' },
  { method: 'post', path: `${ORDER}/drop`, show: dropDraft, action: 'order.edit' },
  { method: 'get', path: `${ORDER}/attached`, show: showOwnAttached, action: 'order.edit' },
  {
    method: 'post',
    path: `${ORDER}/attached`,
    show: changeAttached,
    action: 'order.edit',
    mostUploadBytes: MOST_ATTACHED_UPLOAD,
  },
  {
    method: 'get',
    path: '/units/:unit/asked/:order/attached',
    show: showAskedAttached,
    action: 'order.view',
  },
  { method: 'get', path: '/answer/:token/attached', show: showLinkAttached, scope: 'anyone' },
  { method: 'get', path: `${ORDER}/links`, show: showLinks, action: 'order.edit', reads: 'people' },
  { method: 'post', path: `${ORDER}/links`, show: makeLinks, action: 'order.edit' },
  { method: 'post', path: `${ORDER}/links/slips`, show: printSlips, action: 'order.edit' },
  { method: 'post', path: `${ORDER}/links/end`, show: endLink, action: 'order.edit' },
];
