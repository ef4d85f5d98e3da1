/**
 * The server's log: one JSON object a line on standard output, with the moment in UTC, a level, and the id of the request
 * it is about. The one adapter to pino. Whatever goes in passes `redaction.ts`; addresses are told by route, not by path.
 */

import { pino } from 'pino';
import type { Config } from '../config.ts';
import { FEED_ROUTE } from '../web/feeds/feed-endpoint.ts';
import type { WebLog } from '../web/kit/deps.ts';
import type { Served } from '../web/kit/trace.ts';
import { redact } from './redaction.ts';

export interface ServerLog extends WebLog {
  served(served: Served): void;
  /** What happens to the server itself, in a few fixed words to search for. */
  note(event: string, details?: Readonly<Record<string, unknown>>): void;
  /** The same, but someone should look. */
  warn(event: string, details?: Readonly<Record<string, unknown>>): void;
  /** The program ends by it. */
  fatal(event: string, cause: unknown): void;
}

/** Asked all day by machines: there, when one looks for them. */
const QUIET_ROUTES: readonly string[] = [FEED_ROUTE, '/assets/:file', '/healthz', '/readyz', '/metrics'];

/** @param write where lines go; straight to standard output when absent, so that none is lost when the program dies. */
export function openLog({ logLevel }: Pick<Config, 'logLevel'>, write?: (line: string) => void): ServerLog {
  const options = {
    level: logLevel,
    base: { program: 'lich-truc' },
    timestamp: pino.stdTimeFunctions.isoTime,
    messageKey: 'event',
    formatters: {
      level: (level: string) => ({ level }),
      log: (fields: object) => redact(fields) as Record<string, unknown>,
    },
  };
  const lines = write ? pino(options, { write }) : pino(options);
  return {
    served(served) {
      const level = levelOf(served);
      if (lines.isLevelEnabled(level)) lines[level](fieldsOf(served), 'request');
    },
    error: ({ cause, ...fields }) => lines.error({ ...fields, error: cause }, 'failure'),
    note: (event, details = {}) => lines.info(details, event),
    warn: (event, details = {}) => lines.warn(details, event),
    fatal: (event, cause) => lines.fatal({ error: cause }, event),
  };
}

function levelOf({ route, status }: Served): 'debug' | 'info' | 'warn' | 'error' {
  if (status >= 500) return 'error';
  // Refused: wrong passwords, forms of elsewhere, what one may not, too much.
  if (status >= 400 && status !== 404 && status !== 409 && status !== 422) return 'warn';
  return QUIET_ROUTES.includes(route) ? 'debug' : 'info';
}

/** Field by field: some of them are made when asked for, and those are no own properties to spread. */
function fieldsOf(served: Served): object {
  const { requestId, route, method, status, ms, address, account, refusal, broken } = served;
  return {
    ...{ requestId, route, method, status, ms: Math.round(ms * 10) / 10, address },
    ...(account === undefined ? {} : { account }),
    ...(refusal === undefined ? {} : { refusal }),
    ...(broken === undefined ? {} : { broken }),
  };
}
