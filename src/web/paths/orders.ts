/** Addresses of the unit tree, of duty orders, and of answering them. */

const unitPart = (unitId: string): string => `/units/${encodeURIComponent(unitId)}`;

export type TreeStep = '' | 'look' | 'take' | 'move' | 'token';

export const treePath = (unitId: string, step: TreeStep = ''): string =>
  `${unitPart(unitId)}/tree${step === '' ? '' : `/${step}`}`;
export const ordersPath = (unitId: string): string => `${unitPart(unitId)}/orders`;
export const phoneDaysPath = (unitId: string): string => `${ordersPath(unitId)}/phones`;
export const newOrderPath = (unitId: string): string => `${ordersPath(unitId)}/new`;

export type OrderStep = 'edit' | 'lift' | 'drop' | 'links' | 'links/end' | 'links/slips' | 'attached';

export const orderPath = (unitId: string, orderId: string, step: OrderStep): string =>
  `${ordersPath(unitId)}/${encodeURIComponent(orderId)}/${step}`;

export type AskedStep = '' | 'period' | 'send' | 'document' | 'sample' | 'file' | 'attached';

/** Of a unit that is asked. */
export const askedPath = (unitId: string, orderId: string, step: AskedStep = ''): string =>
  `${unitPart(unitId)}/asked/${encodeURIComponent(orderId)}${step === '' ? '' : `/${step}`}`;
export const signedPath = (unitId: string, orderId: string, answer: number): string =>
  `${askedPath(unitId, orderId)}/signed/${answer}`;

/** Without an account, by its secret. */
export const answerPath = (token: string): string => `/answer/${encodeURIComponent(token)}`;
