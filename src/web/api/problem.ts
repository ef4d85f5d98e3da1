/** What the API tells when it refuses: problem details of RFC 9457, in the language asked for. */

import { STATUS_CODES } from 'node:http';
import { type Language, type MessageParams, translate } from '../../i18n/translate.ts';
import { failureOf } from '../kit/failure.ts';
import type { Problem } from './shapes.ts';

/** A query parameter that cannot be read. */
export interface ParameterFault {
  readonly parameter: string;
  readonly key: string;
  readonly params: MessageParams;
}

/** Every fault of a query at once. */
export class BadQuery extends Error {
  readonly faults: readonly ParameterFault[];

  constructor(faults: readonly ParameterFault[]) {
    super(`bad query: ${faults.map(({ parameter }) => parameter).join(', ')}`);
    this.faults = faults;
  }
}

/** A refusal by its status and the key of its sentence, which is its code as well. */
export function problemOf(
  status: number,
  key: string,
  language: Language,
  params: MessageParams = {},
): Problem {
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? '',
    status,
    detail: translate(language, key, params),
    code: key,
  };
}

/** What was thrown, told without its insides unless it was thrown on purpose. */
export function thrownProblem(error: unknown, language: Language, newReference: () => string): Problem {
  if (error instanceof BadQuery) {
    return {
      ...problemOf(400, 'api.refused.query', language),
      errors: error.faults.map(({ parameter, key, params }) => ({
        parameter,
        detail: translate(language, key, params),
      })),
    };
  }
  const { status, textKey, params, reference } = failureOf(error, newReference);
  return {
    ...problemOf(status, textKey, language),
    detail: translate(language, textKey, { ...params, reference }),
    ...(reference === '' ? {} : { reference }),
  };
}
