/** One period's leave and wishes of one person as a page shows them: calendar, lines, the form to add one, and until when. */

import type { PeriodAvailability } from '../../app/availability/list-availability.ts';
import type { HolidayBreak } from '../../calendar/holidays.ts';
import type { Interval } from '../../calendar/interval.ts';
import { dayOf } from '../../calendar/zone.ts';
import { AVAILABILITY_KINDS } from '../../domain/case.ts';
import { formatClockDay } from '../../i18n/format.ts';
import { type FormFault, formOf } from '../kit/fields.ts';
import type { Visit } from '../kit/visit.ts';
import { availabilityCalendar, lineWords } from './availability-calendar.ts';

/** What the select offers; any figure from 1 to 10 may stand in a file. */
const WEIGHTS = ['2', '5', '8', '10'];

export interface AvailabilityPaths {
  readonly add: string;
  readonly remove: string;
  /** The page itself with a day to begin with. */
  readonly pick: (day: string) => string;
}

export interface AvailabilitySource {
  readonly availability: PeriodAvailability;
  readonly shifts: readonly { readonly span: Interval; readonly post: string }[];
  readonly breaks: readonly HolidayBreak[];
  readonly paths: AvailabilityPaths;
  /** Whether the reader may change lines of this person at all. */
  readonly mayEdit: boolean;
  /** What was typed, where a form comes back. */
  readonly typed?: URLSearchParams;
  readonly faults?: readonly FormFault[];
}

export function availabilityView(visit: Visit, source: AvailabilitySource) {
  const { availability, shifts, breaks, paths, faults = [] } = source;
  const { period, unit, posts, lines, closed, closesAt, key } = availability;
  const { say, language } = visit;
  const open = closed === undefined && source.mayEdit;
  const day = visit.query.get('day') ?? '';
  const first = dayOf(period.span.start, unit.zone);
  const values = source.typed ?? new URLSearchParams({ kind: 'leave', from: day || first, weight: '5' });
  const form = formOf(visit, values, faults);
  const until = formatClockDay(language, closesAt, { zone: unit.zone, year: true });
  return {
    periodId: key.periodId,
    name: period.name,
    open,
    closes: say(
      closed === undefined
        ? closesAt > visit.now
          ? 'availability.open-until'
          : 'availability.makers-only'
        : `availability.closed.${closed}`,
      { until },
    ),
    calendar: availabilityCalendar(visit, {
      period,
      zone: unit.zone,
      entries: lines.map(({ entry }) => entry),
      shifts,
      breaks,
      ...(open ? { hrefOf: paths.pick } : {}),
    }),
    lines: lines.map(({ ref, entry }) => {
      const words = lineWords(visit, entry, posts);
      return {
        ref,
        ...words,
        label: say('availability.remove-line', { line: `${words.title}, ${words.days}` }),
      };
    }),
    addPath: paths.add,
    removePath: paths.remove,
    faults: form.whole,
    fields: open
      ? {
          kind: form.radios(
            'kind',
            'availability.field.kind',
            AVAILABILITY_KINDS.map((kind) => ({
              value: kind,
              label: say(`availability.kind.${kind}`),
              note: say(`availability.note.${kind}`),
            })),
          ),
          days: [
            form.text('from', 'availability.field.from', { type: 'date', required: true }),
            form.text('to', 'availability.field.to', { type: 'date', hintKey: 'availability.field.to-hint' }),
            form.text('startTime', 'availability.field.start', { type: 'time' }),
            form.text('endTime', 'availability.field.end', {
              type: 'time',
              hintKey: 'availability.field.end-hint',
            }),
          ],
          wish: [
            form.select('weight', 'availability.field.weight', [
              ...WEIGHTS.map((value) => ({ value, label: say(`availability.weight.${value}`) })),
            ]),
            form.select('post', 'availability.field.post', [
              { value: '', label: say('availability.any-post') },
              ...posts.map(({ id, name }) => ({ value: id, label: name })),
            ]),
          ],
          note: form.text('note', 'availability.field.note', { maxlength: 200 }),
        }
      : false,
  };
}

/** What the form above sent. */
export function typedAvailability({ form }: Visit) {
  const text = (name: string): string => form.get(name) ?? '';
  return {
    kind: text('kind'),
    from: text('from'),
    to: text('to'),
    startTime: text('startTime'),
    endTime: text('endTime'),
    post: text('post'),
    weight: text('weight'),
    note: text('note'),
  };
}
