/** `period.json` → the period, its pins and the duties stood just before it. Instants without an offset are local. */

import { z } from 'zod';
import { type Instant, type Interval, MS_PER_MINUTE, plusMinutes } from '../calendar/interval.ts';
import { NAMED_DAYS, type NamedDay } from '../calendar/named-days.ts';
import { dayOf, formatInstant, parseInstant } from '../calendar/zone.ts';
import { CASE_FILES } from '../domain/case-files.ts';
import { isNight } from '../domain/demand.ts';
import type { FixedDuty } from '../domain/duty-stream.ts';
import type { Period } from '../domain/period.ts';
import type { Pin } from '../domain/roster.ts';
import type { FaultList } from './fault-list.ts';
import { cleanText, idText, wordyText } from './json-fields.ts';
import { readJson } from './json-file.ts';
import type { People } from './people.ts';

const MOST_DAYS = 400;
const MOST_PARTS = 12;
const MINUTES_PER_DAY = 24 * 60;

/** Each end written out, or a start and a number of hours: `{ "from": …, "hours": 72 }`. */
const spanText = {
  start: z.string().optional(),
  end: z.string().optional(),
  from: z.string().optional(),
  hours: z.number().gt(0).optional(),
};

const schema = z.strictObject({
  id: idText,
  name: wordyText(),
  ...spanText,
  parts: z.array(z.strictObject(spanText)).min(1).max(MOST_PARTS).optional(),
  /** Planned week by week: `end` is how far for now. */
  untilLifted: z.boolean().default(false),
  holidays: z.array(z.string()).max(40).default([]),
  submitBy: z.string().optional(),
  wishesUntil: z.string().optional(),
  namedDays: z.partialRecord(z.enum(NAMED_DAYS), z.int().min(0).max(1_000)).default({}),
  pins: z
    .array(z.strictObject({ shift: cleanText(), staff: cleanText() }))
    .max(5_000)
    .default([]),
  past: z
    .array(z.strictObject({ staff: cleanText(), start: z.string(), end: z.string() }))
    .max(5_000)
    .default([]),
});

type Written = z.output<typeof schema>;
type WrittenSpan = { readonly [K in keyof typeof spanText]?: z.output<(typeof spanText)[K]> };

export interface PeriodFile {
  readonly period: Period;
  /** Weights of named days that this period sets for itself. */
  readonly namedDays: Readonly<Partial<Record<NamedDay, number>>>;
  readonly pins: readonly Pin[];
  readonly past: readonly FixedDuty[];
}

/** Undefined after telling at least one fault. Whether a pin's shift exists is for the plan to say. */
export function parsePeriodFile(
  bytes: Uint8Array,
  { people, zone }: { readonly people: People; readonly zone: string },
  faults: FaultList,
): PeriodFile | undefined {
  const written = readJson(CASE_FILES.period, bytes, schema, faults);
  if (!written) return undefined;
  const before = faults.count;
  const reader = new PeriodReader(people, zone, faults);
  const spans = (written.parts ?? [written]).map((each, i) =>
    reader.span(each, written.parts ? `parts[${i}]` : ''),
  );
  const dates = { ...reader.date(written, 'submitBy'), ...reader.date(written, 'wishesUntil') };
  const pins = reader.pins(written);
  const past = reader.past(written);
  const period = reader.period(
    written,
    spans.filter((each) => each !== undefined),
    dates,
  );
  if (faults.count > before || !period) return undefined;
  return { period, namedDays: written.namedDays, pins, past };
}

class PeriodReader {
  readonly #people: People;
  readonly #zone: string;
  readonly #faults: FaultList;

  constructor(people: People, zone: string, faults: FaultList) {
    this.#people = people;
    this.#zone = zone;
    this.#faults = faults;
  }

  #refuse(
    key: string,
    column: string,
    value: string,
    params: Readonly<Record<string, string | number>> = {},
  ): undefined {
    this.#faults.fault({ key, params: { ...params, value }, file: CASE_FILES.period, column, value });
  }

  /** A whole minute. */
  instant(text: string, column: string): Instant | undefined {
    const instant = parseInstant(text, this.#zone);
    if (instant !== undefined && instant % MS_PER_MINUTE === 0 && text.includes('T')) return instant;
    return this.#refuse('fault.period.instant', column, text);
  }

  /** Absent when the file leaves it out, or after a fault. */
  date<K extends 'submitBy' | 'wishesUntil'>(written: Written, name: K): { readonly [N in K]?: Instant } {
    const text = written[name];
    const instant = text === undefined ? undefined : this.instant(text, name);
    return instant === undefined ? {} : ({ [name]: instant } as { readonly [N in K]: Instant });
  }

  span(given: WrittenSpan, path: string): Interval | undefined {
    const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
    const startName = given.start === undefined && given.from !== undefined ? 'from' : 'start';
    const startText = given.start ?? given.from;
    if (startText === undefined) return this.#refuse('fault.json.missing', at('start'), '');
    const start = this.instant(startText, at(startName));
    if (given.end === undefined && given.hours === undefined)
      return this.#refuse('fault.json.missing', at('end'), '');
    if (given.end !== undefined && given.hours !== undefined)
      return this.#refuse('fault.period.two-ends', at('hours'), '');
    const end =
      given.end === undefined
        ? start && plusMinutes(start, Math.round((given.hours ?? 0) * 60))
        : this.instant(given.end, at('end'));
    if (start === undefined || end === undefined) return undefined;
    return this.#ordered({ start, end }, at(given.end === undefined ? 'hours' : 'end'));
  }

  #ordered(span: Interval, column: string): Interval | undefined {
    const [start, end] = [formatInstant(span.start, this.#zone), formatInstant(span.end, this.#zone)];
    if (span.end <= span.start) return this.#refuse('fault.period.end-before-start', column, end, { start });
    if (span.end - span.start <= MOST_DAYS * MINUTES_PER_DAY * MS_PER_MINUTE) return span;
    return this.#refuse('fault.period.too-long', column, end, { most: MOST_DAYS });
  }

  /** With parts: from the first one's start to the last one's end, which must come in order and apart. */
  period(
    written: Written,
    spans: readonly Interval[],
    dates: Pick<Period, 'submitBy' | 'wishesUntil'>,
  ): Period | undefined {
    const { id, name, holidays, parts, untilLifted } = written;
    const [first] = spans;
    const last = spans.at(-1);
    if (!first || !last) return undefined;
    spans.slice(1).forEach((span, i) => {
      if (span.start < (spans[i]?.end ?? span.start))
        this.#refuse('fault.period.parts-order', `parts[${i + 1}]`, '');
    });
    if (untilLifted && parts) this.#refuse('fault.period.lifted-parts', 'untilLifted', 'true');
    const span = this.#ordered({ start: first.start, end: last.end }, 'parts');
    if (!span) return undefined;
    return {
      id,
      name,
      span,
      ...(parts ? { parts: spans } : {}),
      holidays,
      ...(untilLifted ? { untilLifted } : {}),
      ...dates,
    };
  }

  #person(text: string, column: string): string | undefined {
    const found = this.#people.findByWord({ file: CASE_FILES.period, row: 0, column, text });
    if (found.kind === 'unknown') this.#faults.fault(found.fault);
    return found.kind === 'found' ? found.staffId : undefined;
  }

  pins({ pins }: Written): Pin[] {
    return pins.flatMap(({ shift, staff }, i) => {
      const staffId = this.#person(staff, `pins[${i}].staff`);
      return staffId === undefined ? [] : [{ shiftId: shift, staffId }];
    });
  }

  past({ past }: Written): FixedDuty[] {
    return past.flatMap(({ staff, ...given }, i) => {
      const staffId = this.#person(staff, `past[${i}].staff`);
      const span = this.span(given, `past[${i}]`);
      if (staffId === undefined || !span) return [];
      return [{ staffId, day: dayOf(span.start, this.#zone), span, night: isNight(span, this.#zone) }];
    });
  }
}
