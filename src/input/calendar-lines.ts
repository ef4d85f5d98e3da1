/**
 * An iCalendar stream as its components, each with the few content lines that say when (RFC 5545 §3.1, §3.4). Titles,
 * places and people are passed over unread, unless they are asked for. One pass, linear in the text, and bounded: streams come from anybody.
 */

export interface ContentLine {
  /** Upper case. */
  readonly name: string;
  /** By name in upper case, without quotes. */
  readonly params: ReadonlyMap<string, string>;
  readonly value: string;
  /** Of the stream, from 1. */
  readonly line: number;
}

export interface CalendarPart {
  /** Upper case: `VEVENT`, `VFREEBUSY`, `VTIMEZONE`. */
  readonly name: string;
  /** Where it begins. */
  readonly line: number;
  readonly lines: readonly ContentLine[];
  /** Of a zone: `STANDARD`, `DAYLIGHT`. */
  readonly parts: readonly CalendarPart[];
  /** The first of its own lines that is not written as one. */
  readonly damaged?: number;
}

export type CalendarStream =
  | { readonly ok: true; readonly parts: readonly CalendarPart[] }
  | { readonly ok: false; readonly reason: 'not-a-calendar' | 'damaged' | 'too-much' };

/** Lines of interest. A year of exceptions to a daily rule is about 7,000 octets. */
const MOST_LINE_LENGTH = 100_000;
const MOST_LINES = 200_000;
const MOST_PARAMS = 20;
/** Calendar, zone, observance; event, alarm. */
const MOST_DEPTH = 8;

const READ = new Set(
  [
    'DTSTART DTEND DURATION RRULE EXRULE RDATE EXDATE RECURRENCE-ID UID STATUS TRANSP X-MICROSOFT-CDO-BUSYSTATUS',
    'FREEBUSY TZID X-LIC-LOCATION TZOFFSETFROM TZOFFSETTO',
  ].flatMap((names) => names.split(' ')),
);
const PARTS = new Set(['VEVENT', 'VFREEBUSY', 'VTIMEZONE', 'STANDARD', 'DAYLIGHT']);
const ROOT = 'VCALENDAR';

/** @param also names of lines that are read too. A stream that does not end as it should has been cut off, and half a calendar would be taken for a free life. */
export function readCalendarStream(text: string, also: readonly string[] = []): CalendarStream {
  const reader = new StreamReader(new Set([...READ, ...also]));
  let line = 0;
  let pieces: string[] = [];
  let first = 1;
  for (const physical of text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)) {
    line++;
    if (line > MOST_LINES) return { ok: false, reason: 'too-much' };
    const folded = physical.startsWith(' ') || physical.startsWith('\t');
    if (folded && pieces.length > 0) {
      pieces.push(physical.slice(1));
      continue;
    }
    reader.take(pieces.join(''), first);
    pieces = [physical];
    first = line;
  }
  reader.take(pieces.join(''), first);
  return reader.end();
}

interface OpenPart {
  readonly name: string;
  readonly line: number;
  readonly lines: ContentLine[];
  readonly parts: CalendarPart[];
  damaged?: number;
}

class StreamReader {
  readonly #read: ReadonlySet<string>;
  readonly #parts: CalendarPart[] = [];
  readonly #open: OpenPart[] = [];
  #wrong: Exclude<CalendarStream, { ok: true }>['reason'] | undefined;
  #begun = false;

  constructor(read: ReadonlySet<string>) {
    this.#read = read;
  }

  take(text: string, line: number): void {
    if (this.#wrong || text === '') return;
    const [, verb = '', what = ''] = /^(BEGIN|END):([\w-]{1,40})\s*$/i.exec(text.slice(0, 60)) ?? [];
    const name = what.toUpperCase();
    if (!this.#begun && !(verb.toUpperCase() === 'BEGIN' && name === ROOT)) this.#wrong = 'not-a-calendar';
    else if (verb === '') this.#keep(text, line);
    else if (verb.toUpperCase() === 'BEGIN') this.#begin(name, line);
    else this.#close(name);
    this.#begun = true;
  }

  #begin(name: string, line: number): void {
    if (this.#open.length >= MOST_DEPTH) this.#wrong = 'too-much';
    this.#open.push({ name, line, lines: [], parts: [] });
  }

  #close(name: string): void {
    const part = this.#open.pop();
    if (part?.name !== name) {
      this.#wrong = 'damaged';
      return;
    }
    if (!PARTS.has(name)) return;
    const parent = this.#open.at(-1);
    if (parent?.name === ROOT) this.#parts.push(part);
    else parent?.parts.push(part);
  }

  #keep(text: string, line: number): void {
    const part = this.#open.at(-1);
    const name = (/^[\w-]{1,40}/.exec(text.slice(0, 41))?.[0] ?? '').toUpperCase();
    if (!part || !PARTS.has(part.name) || !this.#read.has(name)) return;
    const read = text.length > MOST_LINE_LENGTH ? undefined : contentLine(name, text, line);
    if (read) part.lines.push(read);
    else part.damaged ??= line;
  }

  end(): CalendarStream {
    if (!this.#begun) return { ok: false, reason: 'not-a-calendar' };
    const reason = this.#wrong ?? (this.#open.length > 0 ? 'damaged' : undefined);
    return reason ? { ok: false, reason } : { ok: true, parts: this.#parts };
  }
}

/** One parameter; each alternative begins with a sign of its own, so that nothing is tried twice. */
const PARAM = /;([\w-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)/y;

function contentLine(name: string, text: string, line: number): ContentLine | undefined {
  const params = new Map<string, string>();
  let at = name.length;
  while (text[at] === ';') {
    PARAM.lastIndex = at;
    const [whole, key = '', value = ''] = PARAM.exec(text) ?? [];
    if (whole === undefined || params.size >= MOST_PARAMS) return undefined;
    params.set(key.toUpperCase(), value.replaceAll('"', ''));
    at += whole.length;
  }
  return text[at] === ':' ? { name, params, value: text.slice(at + 1), line } : undefined;
}
