/** Addresses of the unit tree, of duty orders, and of answering them. */

const unitPart = (unitId: string): string => `/units/${encodeURIComponent(unitId)}`;

export type TreeStep = '' | 'look' | 'take' | 'move' | 'token';

export function treePath(unitId: string, step: TreeStep = ''): string {
  return `${unitPart(unitId)}/tree${step === '' ? '' : `/${step}`}`;
}

export function ordersPath(unitId: string): string {
  return `${unitPart(unitId)}/orders`;
}

export function phoneDaysPath(unitId: string): string {
  return `${ordersPath(unitId)}/phones`;
}

export function newOrderPath(unitId: string): string {
  return `${ordersPath(unitId)}/new`;
}

export type OrderStep = 'edit' | 'lift' | 'drop' | 'links' | 'links/end' | 'links/slips' | 'attached';

export function orderPath(unitId: string, orderId: string, step: OrderStep): string {
  return `${ordersPath(unitId)}/${encodeURIComponent(orderId)}/${step}`;
}

export type AskedStep = '' | 'period' | 'send' | 'document' | 'sample' | 'file' | 'attached';

/** Of a unit that is asked. */
export function askedPath(unitId: string, orderId: string, step: AskedStep = ''): string {
  return `${unitPart(unitId)}/asked/${encodeURIComponent(orderId)}${step === '' ? '' : `/${step}`}`;
}

export function signedPath(unitId: string, orderId: string, answer: number): string {
  return `${askedPath(unitId, orderId)}/signed/${answer}`;
}

/** Without an account, by its secret. */
export function answerPath(token: string): string {
  return `/answer/${encodeURIComponent(token)}`;
}
