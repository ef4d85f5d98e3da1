/** What an operation of the API is: an address, the query it takes, the shape it answers, and how it finds the answer. */

import type { z } from 'zod';
import type { App } from '../../app/app.ts';
import type { Instant } from '../../calendar/interval.ts';
import { formatTimestamp, parseInstant } from '../../calendar/zone.ts';
import type { Unit } from '../../domain/unit.ts';
import { BadQuery, type ParameterFault } from './problem.ts';

/** One call: the unit its token opens, and the time. */
export interface ApiCall {
  readonly unit: Unit;
  readonly now: Instant;
  readonly app: App;
}

export type Query = Readonly<Record<string, string | undefined>>;

export interface Operation {
  /** Below `/api/v1/`; its words in the document stand under `api.<name>.…`. */
  readonly name: string;
  /** Query parameters by name; all are text, required ones are not optional. */
  readonly query: Readonly<Record<string, z.ZodType<string | undefined>>>;
  readonly answer: z.ZodType;
  /** Which tokens may ask; those to read alone when absent. */
  readonly mays?: readonly ('read' | 'answer')[];
  readonly find: (call: ApiCall, query: Query) => Promise<object>;
}

/** Throws BadQuery naming each parameter that is unknown, missing or given twice. */
export function readQuery({ query }: Operation, search: URLSearchParams): Query {
  const faults: ParameterFault[] = [];
  const fault = (parameter: string, key: string): void => {
    faults.push({ parameter, key, params: { parameter, known: Object.keys(query).join(', ') } });
  };
  for (const name of new Set(search.keys())) {
    if (!Object.hasOwn(query, name)) fault(name, 'api.fault.unknown');
    else if (search.getAll(name).length > 1) fault(name, 'api.fault.twice');
  }
  const given = Object.keys(query).map((name) => [name, search.get(name) ?? undefined] as const);
  for (const [name, value] of given) {
    if (value === undefined && !query[name]?.safeParse(undefined).success) fault(name, 'api.fault.missing');
  }
  if (faults.length > 0) throw new BadQuery(faults);
  return Object.fromEntries(given);
}

/** A moment of the query; without an offset it is the clock of the unit. Throws BadQuery. */
export function momentOf({ unit }: ApiCall, query: Query, parameter: string): Instant | undefined {
  const given = query[parameter];
  if (given === undefined) return undefined;
  // A plus sign that nobody encoded arrives as a space.
  const moment = parseInstant(given.replace(/ (?=\d\d:?\d\d$)/, '+'), unit.zone);
  if (moment === undefined) {
    const params = { parameter, value: given.slice(0, 60) };
    throw new BadQuery([{ parameter, key: 'api.fault.moment', params }]);
  }
  return moment;
}

/** As every moment of an answer is written. */
export function momentText({ unit }: ApiCall, instant: Instant): string {
  return formatTimestamp(instant, unit.zone);
}
