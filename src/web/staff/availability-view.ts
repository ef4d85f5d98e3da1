/** One person's leave and wishes as a page shows them: a period's days as a calendar, all lines for any time, the form to add one. */

import type { PeriodAvailability, PersonAvailability } from '../../app/availability/list-availability.ts';
import type { HolidayBreak } from '../../calendar/holidays.ts';
import type { Interval } from '../../calendar/interval.ts';
import { dayOf } from '../../calendar/zone.ts';
import { AVAILABILITY_KINDS } from '../../domain/case.ts';
import { formatClockDay } from '../../i18n/format.ts';
import { leaveKindOptions, lineWords, stateWords } from '../kit/availability-words.ts';
import { type FormFault, formOf } from '../kit/fields.ts';
import type { Visit } from '../kit/visit.ts';
import { availabilityCalendar } from './availability-calendar.ts';

/** What the select offers; any figure from 1 to 10 may stand in a file. */
const WEIGHTS = ['2', '5', '8', '10'];

export interface AvailabilityPaths {
  readonly add: string;
  readonly remove: string;
  /** The page itself with a day to begin with. */
  readonly pick: (day: string) => string;
}

export interface AvailabilitySource {
  readonly person: PersonAvailability;
  /** Whose days stand as a calendar; absent without a period the person takes part in. */
  readonly period?: PeriodAvailability;
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
  const { person, period: shown, paths, faults = [], mayEdit: open } = source;
  const { unit, posts, lines } = person;
  const { say } = visit;
  const day = visit.query.get('day') ?? '';
  const first = shown ? dayOf(shown.period.span.start, unit.zone) : visit.today;
  const values = source.typed ?? new URLSearchParams({ kind: 'leave', from: day || first, weight: '5' });
  const form = formOf(visit, values, faults);
  return {
    periodId: shown?.key.periodId ?? '',
    name: shown?.period.name ?? '',
    open,
    closes: shown ? closesWords(visit, shown) : '',
    calendar: shown ? calendarOf(visit, source, shown) : false,
    lines: lines.map(({ ref, entry, state }) => {
      const words = lineWords(visit, entry, posts);
      return {
        ref,
        ...words,
        state: stateWords(visit, state),
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
            'word.kind',
            AVAILABILITY_KINDS.map((kind) => ({
              value: kind,
              label: say(`availability.kind.${kind}`),
              note: say(`availability.note.${kind}`),
            })),
          ),
          leaveKind: form.select('leaveKind', 'leave.kind', leaveKindOptions(say)),
          days: [
            form.text('from', 'word.from-day', { type: 'date', required: true }),
            form.text('to', 'word.to-day', { type: 'date', hintKey: 'availability.field.to-hint' }),
            form.text('startTime', 'availability.field.start', { type: 'time' }),
            form.text('endTime', 'availability.field.end', { type: 'time' }),
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
          note: form.text('note', 'word.note', { hintKey: 'own.leave.note-hint', maxlength: 200 }),
        }
      : false,
  };
}

function closesWords(visit: Visit, { closed, closesAt, unit }: PeriodAvailability): string {
  const until = formatClockDay(visit.language, closesAt, { zone: unit.zone, year: true });
  const open = closesAt > visit.now ? 'availability.open-until' : 'availability.makers-only';
  return visit.say(closed === undefined ? open : `availability.closed.${closed}`, { until });
}

/** What was refused marks no day. */
function calendarOf(
  visit: Visit,
  { shifts, breaks, paths, mayEdit }: AvailabilitySource,
  { period, unit, lines }: PeriodAvailability,
) {
  return availabilityCalendar(visit, {
    period,
    zone: unit.zone,
    entries: lines.filter(({ state }) => state !== 'refused').map(({ entry }) => entry),
    shifts,
    breaks,
    ...(mayEdit ? { hrefOf: paths.pick } : {}),
  });
}
