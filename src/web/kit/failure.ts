/** What a reader is told when a page cannot be shown. The one table from error codes to HTTP statuses. */

import type { MessageKey } from '../../i18n/translate.ts';
import { AppError, type ErrorCode, type Params } from '../../kernel/app-error.ts';

const STATUSES: Readonly<Record<ErrorCode, number>> = {
  invalid: 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
  unavailable: 503,
};

export interface Failure {
  readonly status: number;
  readonly titleKey: string;
  readonly textKey: string;
  readonly params: Params;
  /** Names this failure in the log; empty for failures that were expected. */
  readonly reference: string;
  /** For who asked too often. */
  readonly retryAfterSeconds?: number;
}

/** `undefined` stands for an address nothing answers. Anything not thrown on purpose is told without its details. */
export function failureOf(error: unknown, newReference: () => string): Failure {
  if (error === undefined) {
    return {
      status: 404,
      titleKey: 'web.failure.not-found',
      textKey: 'web.failure.no-page',
      params: {},
      reference: '',
    };
  }
  if (error instanceof AppError) {
    const { code, key, params } = error;
    return {
      status: STATUSES[code],
      titleKey: `web.failure.${code}`,
      textKey: key,
      params,
      reference: '',
      ...(code === 'too-many' ? { retryAfterSeconds: Number(params.seconds) } : {}),
    };
  }
  const malformed = statusOf(error);
  if (malformed !== undefined) {
    return {
      status: malformed,
      titleKey: 'web.failure.invalid',
      textKey: MALFORMED[malformed] ?? 'web.failure.bad-address',
      params: {},
      reference: '',
    };
  }
  return {
    status: 500,
    titleKey: 'web.failure.internal',
    textKey: 'web.failure.reference',
    params: {},
    reference: newReference(),
  };
}

const MALFORMED: Readonly<Record<number, MessageKey>> = {
  413: 'web.failure.too-large',
  415: 'web.failure.coded',
};

/** Express marks requests it cannot read, such as a broken percent sign, with a 4xx status. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
