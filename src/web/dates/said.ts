/** What stands in a field of a day or hour, said in full, so that a slip is seen before the form is sent. */

import { shownMoment, typedDoubt, typedMoment } from '../../app/typed-moments.ts';
import { daysBetween } from '../../calendar/day.ts';
import { sayDay } from '../kit/moment-fields.ts';
import type { Reply, Visit } from '../kit/visit.ts';
import { kindOf, momentIn, textOf } from './typed-values.ts';

interface Said {
  /** Under the field; empty where there is nothing to add. */
  readonly said: string;
  readonly fault: string;
  /** What the field shows once left: the day as everyone reads it. Empty: leave it as typed. */
  readonly shown: string;
  /** What one touch puts in its place, and its words. */
  readonly use: string;
  readonly useLabel: string;
  /** The two ends of the stretch stand the wrong way round. */
  readonly swapLabel: string;
}

const NOTHING: Said = { said: '', fault: '', shown: '', use: '', useLabel: '', swapLabel: '' };

export async function showSaid(visit: Visit): Promise<Reply> {
  return { kind: 'parts', parts: [], data: saidOf(visit) };
}

function saidOf(visit: Visit): Said {
  const kind = kindOf(visit);
  const text = textOf(visit, 'value').trim();
  if (text === '') return NOTHING;
  const { day, time } = momentIn(visit, 'value');
  if (day === undefined && time === undefined) return doubtOf(visit, text);
  const shown = shownMoment(kind, typedMoment(kind, text, visit.today));
  if (day === undefined) return { ...NOTHING, shown };
  const begins = momentIn(visit, 'after').day;
  if (begins !== undefined && day < begins) {
    const days = daysBetween(day, begins);
    return {
      ...NOTHING,
      shown,
      fault: visit.say('dates.before-start', { days }),
      swapLabel: visit.say('dates.swap'),
    };
  }
  return { ...NOTHING, shown, said: sayDay(visit.language, day) };
}

function doubtOf(visit: Visit, text: string): Said {
  if (kindOf(visit) === 'time') return { ...NOTHING, fault: visit.say('dates.no-time') };
  if (kindOf(visit) === 'moment') return { ...NOTHING, fault: visit.say('dates.no-moment') };
  const { key, params, suggestion } = typedDoubt(text, visit.today);
  const useLabel = suggestion === '' ? '' : visit.say('dates.use', { day: suggestion });
  return { ...NOTHING, fault: visit.say(key, params), use: suggestion, useLabel };
}
