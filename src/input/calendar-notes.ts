/** What of a calendar could not be read, or was read otherwise than it is written: told by line, and never without end. */

import type { Fault } from '../kernel/fault.ts';

/** `line` of the calendar, from 1, and `value` as it stands there; of the last one `count`, how many more there are. */
export type CalendarNote = Pick<Fault, 'key' | 'params'>;

/** Tells of one value of one line; `what` is the key without its beginning. */
export type TellNote = (what: string, line: number, value?: string) => void;

const MOST_NOTES = 20;
const MOST_VALUE = 60;

export class CalendarNotes {
  readonly all: CalendarNote[] = [];
  #more = 0;

  readonly tell: TellNote = (what, line, value = '') => {
    const params = { line, value: value.slice(0, MOST_VALUE) };
    if (this.all.length < MOST_NOTES) this.all.push({ key: `busy.note.${what}`, params });
    else this.all[MOST_NOTES] = { key: 'busy.note.more', params: { count: ++this.#more } };
  };
}
